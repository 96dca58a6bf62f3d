// sqlmap and wapiti against a demo of their own: they must find nothing there, and the holes planted beside it.
// node scripts/scan/main.ts [--full]: sqlmap at level 3 and an hour for wapiti, else level 1 and three minutes.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { password, strikeSlug } from '../demo/newsroom.ts'
import { openGate } from './gate.ts'
import { plantHoles } from './planted.ts'
import { leftOut, targets } from './targets.ts'
import { type Depth, sqlmap, wapiti } from './tools.ts'

const full = process.argv.includes('--full')
const faults: string[] = []
const say = (words: string) => process.stdout.write(`${words}\n`)
const missing = ['/usr/bin/sqlmap', '/usr/bin/wapiti'].filter(file => !existsSync(file))
if (missing.length > 0) {
  say(
    `Not scanned: install ${missing.map(file => file.split('/').at(-1)).join(' and ')} (Debian packages of these names).`,
  )
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'postbag-scan-'))
const depth: Depth = { folder, level: full ? 3 : 1, seconds: full ? 3600 : 180 }
let demo: ChildProcess | undefined
try {
  await scanPlanted()
  const origin = await startDemo()
  await scanDemo(origin, await signIn(origin))
} finally {
  if (demo?.exitCode === null) {
    demo.kill('SIGTERM')
    await once(demo, 'exit')
  }
  rmSync(folder, { recursive: true, force: true })
}
for (const fault of faults) say(`✗ ${fault}`)
say(faults.length === 0 ? 'Scanned: nothing found but what was planted.' : `Scanned: ${faults.length} faults.`)
process.exitCode = faults.length === 0 ? 0 : 1

async function scanPlanted(): Promise<void> {
  const planted = await plantHoles()
  const injected = await sqlmap(planted.url, { path: '/letters?number=1' }, depth)
  say(`sqlmap, planted hole: ${injected.finding ?? 'not found'}`)
  if (!injected.finding) faults.push('sqlmap did not find the hole planted for it')
  const crawled = await wapiti(`${planted.url}/`, 'sql,xss', depth)
  say(`wapiti, planted holes:\n${crawled.finding ?? 'not found'}`)
  for (const kind of ['SQL Injection', 'Cross Site Scripting'])
    if (!crawled.finding?.includes(kind)) faults.push(`wapiti did not find the ${kind} planted for it`)
  await planted.close()
}

/** A demo in a folder of its own; answers where it is. */
async function startDemo(): Promise<string> {
  const args = [join(import.meta.dirname, '../demo/main.ts'), '--quiet', '--folder', join(folder, 'demo')]
  demo = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, POSTBAG_PORT: '4300' },
  })
  const child = demo
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout!.on('data', (piece: Buffer) => {
      said += piece
      const url = /Desk\s+(http:\/\/localhost:\d+)/.exec(said)?.[1]
      if (url) resolve(url)
    })
    child.once('exit', () => reject(new Error(`the demo did not start: ${said}`)))
  })
}

type Session = { headers: Record<string, string>; person: string }

/** As the administrator, who may most: what the scanners send beside the attack, and somebody's id. */
async function signIn(origin: string): Promise<Session> {
  const ours = { 'Sec-Fetch-Site': 'same-origin' }
  const body = new URLSearchParams({ email: 'admin@example.org', password, next: '/' })
  const answer = await fetch(`${origin}/sign-in`, { method: 'POST', headers: ours, body, redirect: 'manual' })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`signing in failed: ${answer.status}`)
  const headers = { ...ours, Cookie: cookie, Accept: 'text/html' }
  const people = await (await fetch(`${origin}/people`, { headers })).text()
  const person = /\/people\/([0-9a-f-]{36})/.exec(people)?.[1]
  if (!person) throw new Error('the demo has no people')
  return { headers, person }
}

async function scanDemo(origin: string, { headers, person }: Session): Promise<void> {
  for (const target of targets(person)) {
    const began = Date.now()
    const { finding, ended } = await sqlmap(origin, { ...target, headers }, depth)
    say(
      `sqlmap ${target.data ? 'POST' : 'GET'} ${target.path.split('?')[0]}: ${finding ?? (ended ? 'nothing' : 'not ended')} (${Math.round((Date.now() - began) / 1000)} s)`,
    )
    if (finding) faults.push(finding)
    if (!ended) faults.push(`sqlmap did not come to an end with ${target.path}`)
  }
  const gate = await openGate(origin, headers, leftOut)
  const modules = full ? 'sql,blindsql,xss,permanentxss,exec,file,crlf,redirect,ssrf,xxe' : 'sql,xss,redirect,crlf,file'
  const { finding, ended } = await wapiti(`${gate.url}/s/${strikeSlug}/queue`, modules, depth)
  say(`wapiti, the demo (${gate.answered()} answers): ${finding ?? (ended ? 'nothing' : 'not ended')}`)
  if (finding) faults.push(...finding.split('\n'))
  if (!ended) faults.push('wapiti wrote no report of the demo')
  if (gate.answered() < 100) faults.push('wapiti hardly saw the demo')
  faults.push(...gate.failed())
  await gate.close()
}
