// What a kilobyte costs in a long message against one in a short message, for every kind of text we know to be hard:
// readers' words come from strangers, so no pattern may grow faster than what it reads. In processor time. Text beyond
// 200 kB is cut, HTML beyond 512 kB is parked unread; so the longest that is read whole is measured, and for text a
// megabyte too. Each kind is told as it goes. Run: node scripts/bench/linear.ts [rounds]
import { limits } from '../../src/mail/limits.ts'
import { readMessage } from '../../src/mail/read.ts'
import { lengthy, letterOf } from '../../test/mail/lengthy.ts'
import { type Figure, handOver, median } from './figure.ts'

const rounds = Number(process.argv[2] ?? 5)
const short = 10_000
const whole = limits.text - 1_000
const million = 1_000_000
const longest = limits.htmlBytes - 1_000

/** Milliseconds of processor time for a kilobyte, reading `times` messages of this length. */
async function cost(message: Buffer, length: number, times: number): Promise<number> {
  const before = process.cpuUsage()
  for (let time = 0; time < times; time++) await readMessage(message)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / times / length
}

/** As much of this kind as makes a page of this many bytes. */
function pageOf(made: (length: number) => string, bytes: number): Buffer {
  const share = bytes / letterOf(made(bytes), true).length
  return letterOf(made(Math.floor(bytes * share)), true)
}

type Worst = { ratio: number; kind: string; short: number; long: number }

async function worstOf(long: number, html: boolean): Promise<Worst> {
  let worst: Worst = { ratio: 0, kind: '', short: 0, long: 0 }
  for (const [kind, made] of Object.entries(lengthy)) {
    const few = html ? pageOf(made, short) : letterOf(made(short))
    const many = html ? pageOf(made, long) : letterOf(made(long))
    const costs: Omit<Worst, 'kind'>[] = []
    for (let round = -1; round < rounds; round++) {
      const one = await cost(few, few.length, 20)
      const other = await cost(many, many.length, 1)
      if (round >= 0) costs.push({ ratio: other / one, short: one, long: other })
    }
    const ratio = median(costs.map(each => each.ratio))
    process.stderr.write(`${ratio.toFixed(2)} × for ${kind}\n`)
    if (ratio > worst.ratio) worst = { ...costs.find(each => each.ratio === ratio)!, kind }
  }
  return worst
}

const figures: Figure[] = []
for (const [long, html] of [
  [whole, false],
  [million, false],
  [longest, true],
] as const) {
  const worst = await worstOf(long, html)
  const costs = `${(worst.long * 1000).toFixed(0)} µs against ${(worst.short * 1000).toFixed(0)}`
  figures.push({
    name: `a kilobyte in ${Math.round(long / 1000)} kB of ${html ? 'HTML' : 'text'} against one in 10 kB, the worst kind`,
    value: worst.ratio,
    unit: '×',
    most: 1.5,
    beside: `${worst.kind} (${costs}); ${Object.keys(lengthy).length} kinds`,
  })
}
handOver(figures)
