import { expect, test } from '@jest/globals'
import { decideMany } from '../../src/desk/bulk.ts'
import { forgetLikeness, groupNew, isBehind, waitingInCampaign } from '../../src/desk/campaign.ts'
import { reject } from '../../src/desk/decisions.ts'
import { sharedPairs } from '../../src/desk/likeness.ts'
import { listQueue, readRow } from '../../src/desk/queue.ts'
import { addEmail, type Desk, openDesk } from './cast.ts'

/** Numbers in a fixed, lively order (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const throwDice = dice(1)
const word = () => `w${Math.floor(throwDice() ** 2 * 3000)}`
const letter = () => Array.from({ length: 80 + Math.floor(throwDice() * 120) }, word).join(' ')
/** The same letter with a fifth of its words changed. */
const varied = (text: string) =>
  text
    .split(' ')
    .map(each => (throwDice() < 0.2 ? word() : each))
    .join(' ')

async function groupAll({ context }: Desk): Promise<void> {
  while (await isBehind(context)) await groupNew(context)
}

test('letters of one campaign are found with a fifth of their words changed, and nobody else is', async () => {
  const desk = await openDesk()
  const templates = [letter(), letter(), letter()]
  const kinds = new Map<number, number>()
  for (let index = 0; index < 200; index++) {
    const kind = index % 5
    const text = kind < 3 ? varied(templates[kind]!) : letter()
    kinds.set(await addEmail(desk, { text }), kind < 3 ? kind : -index)
  }
  await groupAll(desk)
  const rows = await desk.context.db.selectFrom('likeness').selectAll().execute()
  const campaigns = new Map(rows.map(row => [row.submission_number, row.campaign]))
  let [right, missed, wrong] = [0, 0, 0]
  const numbers = [...kinds.keys()]
  for (const one of numbers)
    for (const other of numbers) {
      if (one >= other) continue
      const together = campaigns.get(one) === campaigns.get(other)
      if (kinds.get(one) === kinds.get(other)) together ? right++ : missed++
      else if (together) wrong++
    }
  expect(right / (right + missed)).toBeGreaterThanOrEqual(0.95)
  expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.98)
  await desk.context.close()
})

test('a campaign is one filter and one decision; each letter can still be taken out', async () => {
  const desk = await openDesk()
  const text = letter()
  const alike = []
  for (let index = 0; index < 12; index++) alike.push(await addEmail(desk, { text: varied(text) }))
  const single = await addEmail(desk, { text: letter() })
  await addEmail(desk, { text: 'I support them' })
  await addEmail(desk, { text: 'I support them' })
  await groupAll(desk)
  const row = (await readRow(desk.context, alike[4]!))!
  expect(row.campaign).toEqual({ id: alike[0], size: 12 })
  expect(row.tags.at(-1)!.label).toBe('12 alike')
  expect((await readRow(desk.context, single))!.campaign).toBeNull()
  const query = { storyId: desk.story.id, view: 'waiting' as const, campaign: row.campaign!.id, limit: 5 }
  const first = await listQueue(desk.context, query)
  const second = await listQueue(desk.context, { ...query, after: first.next! })
  expect([...first.rows, ...second.rows].map(each => each.number)).toEqual(alike.slice(0, 10))
  await reject(desk.context, desk.rob, alike[3]!, { version: 1 })
  const items = await waitingInCampaign(desk.context, row.campaign!.id, desk.story.id)
  const result = await decideMany(desk.context, desk.rob, { decision: 'hold', items, storyId: desk.story.id })
  expect(result.done).toHaveLength(11)
  await desk.context.close()
})

test('a letter that is erased leaves nothing to be found by', async () => {
  const desk = await openDesk()
  const text = letter()
  const [first, second] = [await addEmail(desk, { text }), await addEmail(desk, { text: varied(text) })]
  await groupAll(desk)
  expect(await desk.context.db.transaction().execute(trx => forgetLikeness(trx, [first]))).toBe(1)
  const bands = await desk.context.db.selectFrom('likeness_band').select('submission_number').distinct().execute()
  expect(bands).toEqual([{ submission_number: second }])
  expect((await readRow(desk.context, second))!.campaign).toBeNull()
  await desk.context.close()
})

test('nothing to do writes nothing', async () => {
  const desk = await openDesk()
  await addEmail(desk, { text: letter() })
  await groupAll(desk)
  let woken = 0
  desk.context.signal.onWake(() => {
    woken++
  })
  expect(await isBehind(desk.context)).toBe(false)
  expect(woken).toBe(0)
  await desk.context.close()
})

test('the share of common pairs is 1 for the same text and 0 for another', () => {
  expect(sharedPairs('One two three.', 'one, TWO three')).toBe(1)
  expect(sharedPairs('One two three', 'three two one')).toBe(0)
  expect(sharedPairs('', '')).toBe(0)
})
