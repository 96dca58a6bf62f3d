// Reading one message against mailparser with its default conversions, turn about, on the same messages.
// Run: node scripts/bench/reading.ts [messages] [rounds]
import { simpleParser } from 'mailparser'
import { readMessage } from '../../src/mail/read.ts'
import { benchMessage } from './corpus.ts'
import { handOver, median } from './figure.ts'
import { photoPool } from './photos.ts'

const count = Number(process.argv[2] ?? 500)
const rounds = Number(process.argv[3] ?? 5)
const photos = await photoPool()
const messages = Array.from({ length: count }, (_, number) => benchMessage(number, photos))

/** Milliseconds of processor time a message: what else the machine does is not counted. */
async function timed(read: (raw: Buffer) => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  for (const raw of messages) await read(raw)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / count
}

const ours: number[] = []
const theirs: number[] = []
for (let round = -1; round < rounds; round++) {
  const [our, their] = [await timed(readMessage), await timed(raw => simpleParser(raw))]
  if (round < 0) continue
  ours.push(our)
  theirs.push(their)
}
handOver([
  {
    name: 'reading a message, in processor time',
    value: median(ours) / median(theirs),
    unit: '×',
    most: 2,
    beside: `${median(ours).toFixed(2)} ms; mailparser with its default conversions ${median(theirs).toFixed(2)} ms`,
  },
])
