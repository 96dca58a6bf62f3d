import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals'
import { doDailyWork } from '../../src/desk/daily-work.ts'
import { reject } from '../../src/desk/decisions.ts'
import { previewRetention, runRetention, setLegalHold } from '../../src/desk/retention.ts'
import { readSubmission } from '../../src/desk/submission.ts'
import { readArchive } from '../../src/feed/index.ts'
import { createReader } from '../../src/mail/pool.ts'
import { anchorEvents, brokenEvent, commit, saveRetention, verifyStore } from '../../src/store/index.ts'
import { holdLetter, letter, openPost, type Post, publish, versionOf } from '../post.ts'

const reader = createReader({ threads: 1 })
afterAll(() => reader.close())

let post: Post
beforeEach(async () => {
  post = await openPost(reader)
})
afterEach(() => post.remove())

const day = 24 * 3_600_000
const run = () => runRetention(post.context, post.keys, post.database)
const none = { waiting: 0, held: 0, rejected: 0, spam: 0, aside: 0, published: 0 }

async function rejectLetter(number: number) {
  const version = await versionOf(post, number)
  await reject(post.context, post.editor, number, { version, reason: 'Said already' })
}

test('each state goes when its days have passed, counted from the decision, and never twice on one day [ASVS 14.2.4]', async () => {
  const [one, two, three] = (await post.take([letter(1), letter(2), letter(3)])) as [number, number, number]
  await commit(post.context, trx => saveRetention(trx, { rejected: 7, held: 10 }))
  await rejectLetter(one)
  await holdLetter(post, two, 'ring first')
  expect(await run()).toEqual(none)
  post.context.clock.at += 8 * day
  expect(await previewRetention(post.context)).toMatchObject({ counts: { ...none, rejected: 1 }, onHold: 0 })
  expect(await run()).toEqual({ ...none, rejected: 1 })
  expect(await run()).toBeNull()
  expect((await readSubmission(post.context, one))!.stage).toBe('erased')
  expect((await readSubmission(post.context, two))!.state).toBe('held')
  post.context.clock.at += 22 * day
  expect(await run()).toEqual({ ...none, held: 1, waiting: 1 })
  expect((await readSubmission(post.context, three))!.stage).toBe('erased')
  const checks = await verifyStore(post.context.store, post.keys)
  expect(checks.flatMap(check => check.faults)).toEqual([])
})

test('of a published email sender, message and unpublished words go, and what readers see stays as it was', async () => {
  const [number] = await post.take([letter(1)])
  await publish(post, number!, 'The strike is right.')
  const before = await readArchive(post.context.db, post.storyId)
  post.context.clock.at += 31 * day
  expect(await run()).toEqual({ ...none, published: 1 })
  expect(await readArchive(post.context.db, post.storyId)).toEqual(before)
  const email = (await readSubmission(post.context, number!))!
  expect(email).toMatchObject({ state: 'approved', original: '', subject: '', contributor: null })
  expect(email.from).toEqual({ name: '', address: '' })
  const { db } = post.context
  expect(await db.selectFrom('raw').select('id').execute()).toEqual([])
  expect(await db.selectFrom('contributor').select('id').execute()).toEqual([])
  const checks = await verifyStore(post.context.store, post.keys)
  expect(checks.flatMap(check => check.faults)).toEqual([])
})

test('neither a new UIDVALIDITY nor another day’s run brings back what the rules deleted', async () => {
  const messages = [letter(1), letter(2)]
  const [published, waiting] = (await post.take(messages)) as [number, number]
  await publish(post, published)
  post.context.clock.at += 31 * day
  expect(await run()).toEqual({ ...none, published: 1, waiting: 1 })
  expect(await post.take(messages, 1, 8)).toEqual([])
  expect(await post.take(messages, 5, 7)).toEqual([])
  post.context.clock.at += 2 * day
  expect(await run()).toEqual(none)
  expect((await readSubmission(post.context, waiting))!.stage).toBe('erased')
})

test('a legal hold keeps an email from every rule until it ends; 0 days keep for ever', async () => {
  const [held, kept] = (await post.take([letter(1), letter(2)])) as [number, number]
  await commit(post.context, trx => saveRetention(trx, { rejected: 0 }))
  await rejectLetter(kept)
  await setLegalHold(post.context, post.editor.id, held, true)
  post.context.clock.at += 400 * day
  expect(await previewRetention(post.context)).toMatchObject({ counts: none, onHold: 1 })
  expect(await run()).toEqual(none)
  await setLegalHold(post.context, post.editor.id, held, false)
  post.context.clock.at += day
  expect(await run()).toEqual({ ...none, waiting: 1 })
  expect((await readSubmission(post.context, kept))!.state).toBe('rejected')
})

test('two hundred and fifty emails go in one run, batch by batch', async () => {
  await post.take(Array.from({ length: 250 }, (_, at) => letter(at + 1)))
  post.context.clock.at += 31 * day
  expect(await run()).toEqual({ ...none, waiting: 250 })
  expect(await post.context.db.selectFrom('raw').select('id').execute()).toEqual([])
})

test('once a day the head of the log is anchored, and a past made anew, or cut off, no longer fits [T32] [ASVS 16.4.2]', async () => {
  const { context, keys, database } = post
  await post.take([letter(1), letter(2)])
  await doDailyWork(context, keys, database)
  await doDailyWork(context, keys, database)
  expect(await anchorEvents(context)).toBeNull()
  context.clock.at += day
  expect(await anchorEvents(context)).toMatchObject({ day: '2016-04-27' })
  expect(await context.db.selectFrom('anchor').select('day').execute()).toHaveLength(2)
  expect(await brokenEvent(context.db)).toBeNull()
  // Somebody who can write the file makes the whole chain anew, with every hash right.
  const { engine } = context.store
  const last = engine.prepare('select max(seq) as seq from event').get() as { seq: number }
  engine.exec(`delete from event where seq = ${last.seq}`)
  expect(await brokenEvent(context.db)).toBe(last.seq)
  const { appendEvent } = await import('../../src/store/index.ts')
  await commit(context, trx => appendEvent(trx, { at: 1, kind: 'spam', actor: 'nobody' }))
  expect(await brokenEvent(context.db)).toBe(last.seq)
})
