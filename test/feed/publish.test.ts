import { afterEach, beforeEach, expect, test } from '@jest/globals'
import {
  amendEntry,
  publishDue,
  publishNow,
  restoreEntry,
  setPinned,
  startDueWork,
  unscheduleEntry,
  withdrawEntry,
} from '../../src/feed/index.ts'
import { brokenEvent, commit, LeaseLost, takeLease } from '../../src/store/index.ts'
import { eventually } from '../eventually.ts'
import {
  addTestStory,
  approveAgain,
  approveLetter,
  changeWords,
  editor,
  readEntry,
  type Strike,
  strike,
} from './strike.ts'

let context: Strike
beforeEach(async () => {
  context = await strike()
})
afterEach(() => context.close())

const setState = (number: number, state: 'waiting' | 'approved') =>
  context.db.updateTable('submission').set({ state }).where('number', '=', number).execute()

test('an entry goes live when its grace is over, and not a millisecond before', async () => {
  const { id } = await approveLetter(context)
  context.clock.at += 9_999
  expect(await publishDue(context)).toBe(0)
  expect((await readEntry(context, id)).state).toBe('scheduled')
  context.clock.at += 1
  expect(await publishDue(context)).toBe(1)
  expect(await readEntry(context, id)).toMatchObject({
    state: 'live',
    published_at: context.clock.at,
    updated_at: null,
  })
  expect(await changeWords(context)).toEqual(['1 published 1'])
  expect(await publishDue(context)).toBe(0)
})

test('every change leaves its event, in one unbroken chain', async () => {
  const { id } = await approveLetter(context, {}, 0)
  await publishDue(context)
  await amendEntry(context, editor, id, { revision: 1, name: 'Catherine' })
  await withdrawEntry(context, editor, id, 'legal')
  await restoreEntry(context, editor, id)
  await publishDue(context)
  const events = await context.db.selectFrom('event').selectAll().orderBy('seq').execute()
  const told = events.map(event => `${event.kind} by ${event.actor}`)
  expect(told).toEqual([
    'scheduled by staff-moderator',
    'published by system',
    'amended by staff-editor',
    'withdrawn by staff-editor',
    'restored by staff-editor',
    'published by system',
  ])
  expect(events.every(event => event.entry_id === id && !event.data.includes('atherine'))).toBe(true)
  expect(await brokenEvent(context.db)).toBe(null)
  expect(await changeWords(context)).toEqual(['1 published 1', '2 amended 2', '3 withdrawn 2', '4 restored 2'])
})

test('an approval undone inside its grace was never published', async () => {
  const { number, id } = await approveLetter(context)
  expect(await commit(context, trx => unscheduleEntry(trx, number))).toBe(true)
  expect(await commit(context, trx => unscheduleEntry(trx, number))).toBe(false)
  context.clock.at += 60_000
  expect(await publishDue(context)).toBe(0)
  expect(await changeWords(context)).toEqual([])
  expect(await restoreEntry(context, editor, id)).toMatchObject({ ok: false, why: 'not-withdrawn' })
})

test('approved again after an undo, the same entry gets a new revision and its first publication', async () => {
  const { number, id } = await approveLetter(context)
  await commit(context, trx => unscheduleEntry(trx, number))
  const again = await approveAgain(context, number, { name: 'Kate' }, 0)
  expect(again).toMatchObject({ id, revision: 2, state: 'scheduled' })
  await publishDue(context)
  expect(await changeWords(context)).toEqual(['1 published 2'])
})

test('approved again after a withdrawal, it is restored under the same id and keeps its first time', async () => {
  const { number, id } = await approveLetter(context, {}, 0)
  await publishDue(context)
  const first = (await readEntry(context, id)).published_at
  context.clock.at += 60_000
  await withdrawEntry(context, editor, id, 'error')
  const withdrawn = await readEntry(context, id)
  expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawn_at: context.clock.at, withdrawn_why: 'error' })
  await approveAgain(context, number, { name: 'Kate' }, 10_000)
  // Until it is live again, readers keep the tombstone.
  expect((await readEntry(context, id)).withdrawn_at).toBe(withdrawn.withdrawn_at)
  context.clock.at += 10_000
  await publishDue(context)
  expect(await readEntry(context, id)).toMatchObject({
    state: 'live',
    published_at: first,
    updated_at: context.clock.at,
    withdrawn_at: null,
  })
  expect(await changeWords(context)).toEqual(['1 published 1', '2 withdrawn 1', '3 restored 2'])
})

test('a live entry cannot be scheduled a second time', async () => {
  const { number } = await approveLetter(context, {}, 0)
  await expect(approveAgain(context, number)).rejects.toThrow('already scheduled')
  await publishDue(context)
  await expect(approveAgain(context, number)).rejects.toThrow('already live')
})

test('approved in another story after a withdrawal, the old story keeps its tombstone', async () => {
  const { number, id } = await approveLetter(context, {}, 0)
  await publishDue(context)
  await withdrawEntry(context, editor, id, 'error')
  const other = { ...context, storyId: await addTestStory(context, 'rail-strike') }
  const moved = await approveAgain(other, number, {}, 0)
  expect(moved.id).not.toBe(id)
  expect(await readEntry(context, id)).toMatchObject({
    state: 'withdrawn',
    submission_number: null,
    story_id: context.storyId,
  })
  expect(await restoreEntry(context, editor, id)).toMatchObject({ ok: false, why: 'not-approved' })
})

test('an amendment moves the time of the entry, a minor one does not', async () => {
  const { id } = await approveLetter(context, {}, 0)
  await publishDue(context)
  context.clock.at += 60_000
  expect(await amendEntry(context, editor, id, { revision: 1, text: 'One word fixed.', minor: true })).toMatchObject({
    ok: true,
    entry: { revision: 2, updated_at: null },
  })
  expect(await amendEntry(context, editor, id, { revision: 2, name: 'Kate' })).toMatchObject({
    ok: true,
    entry: { revision: 3, updated_at: context.clock.at + 1 },
  })
  const { line } = await context.db
    .selectFrom('revision')
    .select('line')
    .where('entry_id', '=', id)
    .where('revision', '=', 3)
    .executeTakeFirstOrThrow()
  expect(line).toBe('Kate, from Ruislip in Middlesex, emails:')
})

test('an amendment that changes nothing makes no revision; a stale, empty or endless one is refused', async () => {
  const { id } = await approveLetter(context, {}, 0)
  await publishDue(context)
  expect(await amendEntry(context, editor, id, { revision: 1, name: 'Katherine ' })).toMatchObject({
    ok: true,
    entry: { revision: 1 },
  })
  expect(await amendEntry(context, editor, id, { revision: 2, name: 'Kate' })).toMatchObject({ why: 'stale' })
  expect(await amendEntry(context, editor, id, { revision: 1, text: ' \n ' })).toMatchObject({ why: 'no-text' })
  expect(await amendEntry(context, editor, id, { revision: 1, text: 'x'.repeat(20_001) })).toMatchObject({
    why: 'too-long',
  })
  expect(await amendEntry(context, editor, 'nothing', { revision: 1 })).toMatchObject({ why: 'not-found' })
  await withdrawEntry(context, editor, id, 'error')
  expect(await amendEntry(context, editor, id, { revision: 1, name: 'Kate' })).toMatchObject({ why: 'withdrawn' })
  expect(await changeWords(context)).toEqual(['1 published 1', '2 withdrawn 1'])
})

test('two editors amend the same revision at once: one wins, the other is told', async () => {
  const { id } = await approveLetter(context, {}, 0)
  await publishDue(context)
  const answers = await Promise.all([
    amendEntry(context, 'rob', id, { revision: 1, name: 'Kate' }),
    amendEntry(context, 'ann', id, { revision: 1, name: 'Cath' }),
  ])
  expect(answers.map(answer => (answer.ok ? 'won' : answer.why)).sort()).toEqual(['stale', 'won'])
})

test('an entry in its grace can be amended and published at once, and readers see only the last words', async () => {
  const { id } = await approveLetter(context)
  await amendEntry(context, editor, id, { revision: 1, text: 'Better.' })
  expect(await changeWords(context)).toEqual([])
  expect(await publishNow(context, editor, id)).toMatchObject({ ok: true })
  await publishDue(context)
  expect(await changeWords(context)).toEqual(['1 published 2'])
  expect(await publishNow(context, editor, id)).toMatchObject({ ok: false, why: 'not-scheduled' })
})

test('three entries can be pinned, a fourth is refused, and a withdrawn one loses its pin', async () => {
  const ids: string[] = []
  for (const name of ['Ann', 'Bob', 'Cat', 'Dan']) ids.push((await approveLetter(context, { name }, 0)).id)
  await publishDue(context)
  for (const id of ids.slice(0, 3)) expect(await setPinned(context, editor, id, true)).toMatchObject({ ok: true })
  expect(await setPinned(context, editor, ids[3]!, true)).toMatchObject({ ok: false, why: 'too-many-pins' })
  await withdrawEntry(context, editor, ids[0]!, 'asked')
  expect(await setPinned(context, editor, ids[3]!, true)).toMatchObject({ ok: true })
  expect(await setPinned(context, editor, ids[0]!, true)).toMatchObject({ ok: false, why: 'not-live' })
})

test('a restored entry waits for its submission to stand approved', async () => {
  const { number, id } = await approveLetter(context, {}, 0)
  await publishDue(context)
  await withdrawEntry(context, editor, id, 'error')
  await setState(number, 'waiting')
  expect(await restoreEntry(context, editor, id)).toMatchObject({ ok: false, why: 'not-approved' })
  await setState(number, 'approved')
  expect(await restoreEntry(context, editor, id)).toMatchObject({ ok: true })
})

test('a clock set back makes no feed grow older, and no two changes share a moment', async () => {
  for (const name of ['Ann', 'Bob', 'Cat']) await approveLetter(context, { name }, 0)
  await publishDue(context)
  context.clock.at -= 3_600_000
  await approveLetter(context, { name: 'Dan' }, 0)
  await publishDue(context)
  const times = (await context.db.selectFrom('feed_change').select('at').orderBy('seq').execute()).map(row => row.at)
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
})

test('a process that lost its lease publishes nothing', async () => {
  await approveLetter(context, {}, 0)
  const lease = (await takeLease(context, 'publish', 'first', 5_000))!
  context.clock.at += 6_000
  await takeLease(context, 'publish', 'second', 5_000)
  await expect(publishDue(context, lease)).rejects.toThrow(LeaseLost)
  expect(await changeWords(context)).toEqual([])
})

test('the due-work loop publishes within 100 ms after the grace, and stops when told', async () => {
  const running = { ...context, now: Date.now }
  const work = startDueWork(running)
  const late: number[] = []
  // The best of five: on a busy machine a single timer may be late by itself.
  for (let round = 1; round <= 5; round++) {
    const { id } = await approveLetter(running, { name: 'Ann' }, 100)
    await eventually('the entry to be live', async () => (await readEntry(running, id)).state === 'live')
    const { published_at, publish_at } = await readEntry(running, id)
    late.push(published_at! - publish_at)
  }
  expect(Math.min(...late)).toBeGreaterThanOrEqual(0)
  expect(Math.min(...late)).toBeLessThanOrEqual(100)
  await work.stop()
  await approveLetter(running, { name: 'Bob' }, 0)
  expect(await changeWords(running)).toHaveLength(5)
})
