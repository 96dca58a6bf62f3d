// sqlmap and wapiti as Debian ships them: how they are asked, and what of their words is a finding.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Target = { path: string; data?: string; headers?: Record<string, string> }

/** `finding` is null when nothing was found. `ended`: the tool came to an end of its own. */
export type Scan = { finding: string | null; ended: boolean }

/** Asks sqlmap about every parameter of one address (`*` marks a place in its path), from `level` 1 to 5. */
export async function sqlmap(origin: string, target: Target, { folder, level, seconds }: Depth): Promise<Scan> {
  const headers = Object.entries(target.headers ?? {}).map(([name, value]) => `${name}: ${value}`)
  const output = await run(
    'sqlmap',
    [
      ...['--batch', '--flush-session', '--disable-coloring', '--threads=4', '--technique=BEU', '--timeout=10'],
      ...['--dbms=sqlite', '--ignore-code=400,401,403,404,409,410,422,429,500', `--level=${level}`, '--skip=cookie'],
      ...['--output-dir', join(folder, 'sqlmap'), '-u', origin + target.path],
      ...(target.data === undefined ? [] : ['--data', target.data]),
      ...(headers.length === 0 ? [] : ['--headers', headers.join('\n')]),
    ],
    seconds,
  )
  const found = /identified the following injection point[\s\S]*?Payload: [^\n]*/.exec(output)
  const ended = /do not appear to be injectable|identified the following injection point/.test(output)
  return { finding: found ? `${target.path}: ${found[0].replace(/\s+/g, ' ').slice(0, 300)}` : null, ended }
}

export type Depth = { folder: string; level: number; seconds: number }

/** Lets wapiti walk a site and attack what it finds. */
export async function wapiti(start: string, modules: string, { folder, seconds }: Depth): Promise<Scan> {
  const report = join(folder, `wapiti-${new URL(start).port}.json`)
  const output = await run(
    'wapiti',
    [
      ...['-u', start, '--scope', 'domain', '-m', modules, '-f', 'json', '-o', report, '-d', '3', '-S', 'normal'],
      ...['--flush-session', '--no-bugreport', '--store-session', join(folder, 'sessions'), '--max-parameters', '30'],
      ...[
        '--store-config',
        join(folder, 'config'),
        '--max-scan-time',
        String(Math.round(seconds / 3)),
        '--max-links-per-page',
        '60',
      ],
      ...['--max-attack-time', String(Math.round(seconds / 4))],
    ],
    seconds,
  )
  try {
    const { vulnerabilities } = JSON.parse(readFileSync(report, 'utf8')) as { vulnerabilities: Record<string, Found[]> }
    const found = Object.entries(vulnerabilities).flatMap(([kind, each]) =>
      each.map(one => `${kind}: ${one.method} ${one.path} (${one.parameter})`),
    )
    return { finding: found.length > 0 ? found.join('\n') : null, ended: true }
  } catch {
    process.stderr.write(output.slice(-2000))
    return { finding: null, ended: false }
  }
}

type Found = { method: string; path: string; parameter: string }

/** What the program wrote. It is ended when `seconds` have passed. */
function run(program: string, args: string[], seconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece: Buffer) => {
        output += piece
      })
    child.on('error', reject)
    child.on('close', () => {
      clearTimeout(timer)
      resolve(output)
    })
  })
}
