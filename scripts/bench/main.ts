// `npm run bench`: ratios measured in one run on this machine, each with its aim and its peer, kept and compared with
// the last run. Options: --messages N (2,000) --rounds N (5) --full (10,000 messages, a million rows) --only PART
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Figure, figuresIn } from './figure.ts'

const { values: given } = parseArgs({
  options: {
    messages: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
const messages = given.messages ?? (given.full ? '10000' : '2000')
const parts: Record<string, { what: string; args: string[] }> = {
  reading: { what: 'reading a message', args: ['500', given.rounds] },
  intake: { what: `taking ${messages} messages in`, args: [messages, given.rounds] },
  scale: { what: 'the desk with many more emails', args: ['10000', given.full ? '1000000' : '100000'] },
  feed: { what: 'serving the feed', args: ['2', given.rounds] },
  'sign-in': { what: 'whether a refused sign-in tells by its time who has an account', args: ['25'] },
  arrival: { what: 'from the mailbox to the open page and the feeds', args: ['20'] },
  recall: { what: 'from a withdrawal to everyone who takes the feed', args: ['20'] },
}
if (given.only !== undefined && !(given.only in parts)) {
  process.stderr.write(`There is no part ${given.only}. The parts are ${Object.keys(parts).join(', ')}.\n`)
  process.exit(1)
}

const kept = resolve(import.meta.dirname, '../../.bench')
mkdirSync(kept, { recursive: true })
const before = lastRun()
const figures: Figure[] = []
for (const [part, { what, args }] of Object.entries(parts)) {
  if (given.only !== undefined && given.only !== part) continue
  process.stderr.write(`${what} …\n`)
  const { code, output } = await run(join(import.meta.dirname, `${part}.ts`), args)
  const found = part === 'feed' ? feedFigures(output) : figuresIn(output)
  figures.push(
    ...(found.length > 0
      ? found
      : [{ name: what, value: null, unit: '×' as const, beside: `not measured: ${part}.ts ended with ${code}` }]),
  )
}
const at = new Date().toISOString()
const busy = loadavg()[0]!
writeFileSync(
  join(kept, `${at.replace(/[:.]/g, '-')}.json`),
  `${JSON.stringify({ at, messages, cpus: cpus().length, load: busy, figures }, null, 2)}\n`,
)
print()

function run(file: string, args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise(done => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (piece: Buffer) => {
      output += piece
    })
    child.on('close', code => done({ code, output }))
  })
}

/** The feed's own bench prints for people; its shares are what counts. */
function feedFigures(output: string): Figure[] {
  return [...output.matchAll(/^(\d{3}) share: ([\d.]+) by rate, ([\d.]+) by processor time$/gm)].map(match => ({
    name: `feed, ${match[1]}, against bare node:http`,
    value: Number(match[2]),
    unit: '×' as const,
    least: 0.9,
    beside: `${match[3]} by processor time; 64 connections`,
  }))
}

function lastRun(): Map<string, number> {
  const name = readdirSync(kept)
    .filter(each => each.endsWith('.json'))
    .sort()
    .at(-1)
  if (name === undefined) return new Map()
  const { figures } = JSON.parse(readFileSync(join(kept, name), 'utf8')) as { figures: Figure[] }
  return new Map(figures.flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const])))
}

function print(): void {
  const number = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2))
  const rows = figures.map(({ name, value, unit, least, most, beside }) => {
    const aim = least !== undefined ? `≥ ${least}` : most !== undefined ? `≤ ${most}` : ''
    const met =
      value === null || aim === ''
        ? ''
        : value >= (least ?? 0) && value <= (most ?? Number.POSITIVE_INFINITY)
          ? '✓'
          : '✗'
    const last = before.get(name)
    const change =
      value === null || last === undefined ? '' : `${value >= last ? '+' : ''}${Math.round((value / last - 1) * 100)} %`
    return [met, name, value === null ? '–' : `${number(value)} ${unit}`, aim, change, beside]
  })
  const table = [['', 'figure', 'measured', 'aim', 'since last', 'against'], ...rows]
  const widths = table[0]!.map((_, at) => Math.max(...table.map(row => row[at]!.length)))
  for (const row of table)
    process.stdout.write(
      `${row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd()}\n`,
    )
  if (busy > cpus().length)
    process.stdout.write(
      `The machine was busy (load ${busy.toFixed(1)} on ${cpus().length} processors): believe the ratios less than usual.\n`,
    )
}
