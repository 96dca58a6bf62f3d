// `npm run bench`: ratios measured in one run on this machine, each with its aim and its peer, kept below .bench and
// compared with the last run. About twenty minutes. Options: --only PART, --rounds N (5), --quick (small sizes: a look
// in between, no answer).
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Figure, figuresIn } from './figure.ts'

const { values: given } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
})
/** `full`, or a tenth of it with --quick. */
const size = (full: number) => String(given.quick ? full / 10 : full)
const messages = size(10_000)
const parts: Record<string, { what: string; args: string[] }> = {
  reading: { what: 'reading a message', args: ['500', given.rounds] },
  linear: { what: 'what a kilobyte of a long message costs', args: [given.rounds] },
  intake: { what: `taking ${messages} messages in, beside five others`, args: [messages, given.rounds] },
  sizes: { what: 'what a larger mailbox costs', args: [messages, size(50_000)] },
  alive: { what: 'the desk while mail comes in', args: [messages] },
  delivery: { what: 'from the delivery to the open page', args: [size(200), '100'] },
  scale: { what: 'the desk with many more emails', args: ['10000', size(1_000_000)] },
  feed: { what: 'serving the feed', args: ['2', given.rounds] },
  start: { what: 'starting', args: [size(1_000_000), given.rounds] },
  restore: { what: 'restoring a backup', args: [size(100_000)] },
  'sign-in': { what: 'whether a refused sign-in tells by its time who has an account', args: ['25'] },
  arrival: { what: 'from an approval to the feeds', args: ['20'] },
  keys: { what: 'from the key to the next email painted', args: [size(20_000), '120'] },
  surge: { what: 'ten moderators while mail arrives', args: given.quick ? ['500', '60'] : ['1250', '150'] },
  campaigns: { what: 'near-identical letters', args: [size(10_000), size(50_000)] },
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
  const found = figuresIn(output)
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

/** The last value of each figure, whatever run it was measured in. */
function lastRun(): Map<string, number> {
  const names = readdirSync(kept).filter(each => each.endsWith('.json'))
  const runs = names.sort().map(name => JSON.parse(readFileSync(join(kept, name), 'utf8')) as { figures: Figure[] })
  const values = runs.flatMap(({ figures }) => figures)
  return new Map(values.flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const])))
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
