// Moderators at work while mail arrives: the answer to a decision at 30 emails a second, and ten people on as many
// emails as are given, in so many seconds (5,000 in ten minutes are 1,250 in 150 seconds). surge.ts EMAILS SECONDS

import { openStore } from '../../src/store/index.ts'
import { decidedTwice, lostEdits } from '../../test/desk/fair.ts'
import { eventually } from '../../test/eventually.ts'
import { type Shift, workShift } from '../../test/web/moderator.ts'
import { benchMessage } from './corpus.ts'
import { type Figure, handOver, percentile } from './figure.ts'
import { inRealHouse, password, type RealHouse } from './real-house.ts'

const [emails, seconds] = [Number(process.argv[2] ?? 5000), Number(process.argv[3] ?? 100)]
const figures: Figure[] = []
const oneHand = 600

await inRealHouse(1, alone)
await inRealHouse(10, together)
handOver(figures)

/** One moderator at a steady pace, and 30 emails a second. */
async function alone(house: RealHouse): Promise<void> {
  const mail = arriving(house, oneHand, oneHand / 30)
  const shift = await work(house, 0, mail, 150)
  const [half, most] = [percentile(shift.answers, 0.5), percentile(shift.answers, 0.95)]
  figures.push({
    ...{ name: 'answer to a decision while 30 emails a second arrive, p95', value: most, unit: 'ms', most: 30 },
    beside: `median ${half.toFixed(1)} ms of ${shift.answers.length}, one every 150 ms; ${mail.rate()} emails a second`,
  })
}

/** Ten moderators, each as fast as emails are dealt. */
async function together(house: RealHouse): Promise<void> {
  const mail = arriving(house, emails, seconds)
  const shifts = await Promise.all(house.moderators.map((_, at) => work(house, at, mail, (seconds * 10_000) / emails)))
  await tellOf(house, shifts, mail.rate())
}

async function tellOf(house: RealHouse, shifts: Shift[], rate: string): Promise<void> {
  const decided = shifts.reduce((sum, shift) => sum + shift.decided, 0)
  const late = shifts.reduce((sum, shift) => sum + shift.late, 0)
  const edits = shifts.flatMap(shift => shift.edits)
  const cards = shifts.flatMap(shift => shift.nextCard)
  const store = openStore(house.database)
  const [twice, lost] = [await decidedTwice(store.db), await lostEdits(store.db, edits)]
  await store.close()
  const faster = `${(((600 / 5000) * emails) / seconds).toFixed(1)} times as fast as 5,000 in ten minutes, ${rate} emails a second`
  const all = `ten moderators, ${emails.toLocaleString('en')} emails`
  const p95 = {
    value: percentile(cards, 0.95),
    most: 100,
    beside: `median ${percentile(cards, 0.5).toFixed(1)}; ${faster}`,
  }
  figures.push(
    { name: `${all}: next card, p95`, unit: 'ms', ...p95 },
    {
      name: `${all}: decided twice`,
      value: twice.length,
      unit: '×',
      most: 0,
      beside: `of ${decided}; ${late} came late`,
    },
    { name: `${all}: edits lost`, value: lost.length, unit: '×', most: 0, beside: `of ${edits.length}` },
  )
}

function work({ origin, moderators }: RealHouse, seed: number, mail: { over: () => boolean }, pace: number) {
  return workShift({ origin, story: 'strike', email: moderators[seed]!, password, seed, pace }, mail.over)
}

/** Appends the emails evenly over the time; over once the last has come and a moment has passed. */
function arriving({ dovecot, database }: RealHouse, count: number, within: number) {
  const began = Date.now()
  let sent = 0
  let ended = 0
  const run = async () => {
    const store = openStore(database)
    while (sent < count) {
      const due = Math.min(count, Math.ceil(((Date.now() - began) / 1000 / within) * count))
      if (due > sent) await dovecot.append(Array.from({ length: due - sent }, (_, at) => benchMessage(sent + at, [])))
      sent = Math.max(sent, due)
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    await eventually(
      'the last email to be read',
      async () => {
        const kept = await store.db.selectFrom('submission').select('number').where('stage', '!=', 'received').execute()
        return kept.length >= count
      },
      120_000,
    )
    ended = Date.now()
    await store.close()
  }
  // A house that closes early takes the mail server along: then the fault that closed it is the one to tell of.
  run().catch(() => {})
  return { over: () => ended > 0, rate: () => (sent / ((ended - began) / 1000)).toFixed(1) }
}
