// Erasure on a database on disk: every stored value decoded and every byte of every file searched, before and after.
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals'
import { groupNew } from '../../src/desk/campaign.ts'
import { eraseContributor } from '../../src/desk/erase.ts'
import { saveView } from '../../src/desk/saved-views.ts'
import { publishDue, readArchive } from '../../src/feed/index.ts'
import { keepMessages } from '../../src/intake/keep.ts'
import { readPending } from '../../src/intake/read-pending.ts'
import { createReader } from '../../src/mail/pool.ts'
import { brokenEvent, openStore, takeLease, verifyStore } from '../../src/store/index.ts'
import { letter, openPost, type Post } from '../post.ts'
import { address, everythingIn, foundIn, message, plant, plantWords, type Words } from './wanda.ts'

const reader = createReader({ threads: 1 })
afterAll(() => reader.close())

let post: Post
beforeEach(async () => {
  post = await openPost(reader)
})
afterEach(() => post.remove())

const wish = () => ({ address, actor: 'staff-admin', database: post.database })

const everythingStored = () => everythingIn(post.context.store, join(post.folder, 'data'))
const found = (words: Words) => foundIn(everythingStored(), words)

test('of twenty-seven planted words all are found before, and none after', async () => {
  const words = plantWords()
  const numbers = await plant(post, words)
  expect(found(words)).toEqual(Object.keys(words).sort())
  const done = await eraseContributor(post.context, post.keys, { ...wish(), published: 'withdraw' })
  expect(found(words)).toEqual([])
  expect(everythingStored()).not.toContain(address)
  expect(done).toMatchObject({
    ok: true,
    certificate: { emails: numbers, purged: true, mentions: { emails: [], entries: [] } },
  })
  const { places } = (done as Extract<typeof done, { ok: true }>).certificate
  expect(places).toMatchObject({
    messages: 3,
    emails: 3,
    drafts: 1,
    reasons: 1,
    contributors: 1,
    views: 2,
    entries: 1,
    answers: 1,
    ledger: 3,
  })
  expect(places.attachments).toBeGreaterThan(0)
})

test('what others wrote stays, the event chain holds, and every check passes', async () => {
  await plant(post, plantWords())
  await eraseContributor(post.context, post.keys, { ...wish(), published: 'withdraw' })
  const others = await post.context.db.selectFrom('submission').select('text').where('stage', '=', 'read').execute()
  expect(others.map(row => /Letter (\d)/.exec(row.text)?.[1])).toEqual(['1', '2', '3'])
  expect(await brokenEvent(post.context.db)).toBeNull()
  const checks = await verifyStore(post.context.store, post.keys)
  expect(checks.flatMap(check => check.faults)).toEqual([])
  const events = await post.context.db
    .selectFrom('event')
    .select(['kind', 'data'])
    .where('kind', '=', 'erased')
    .execute()
  expect(events.map(event => Object.keys(JSON.parse(event.data)))).toEqual(Array(3).fill(['fingerprint', 'published']))
})

test('while words of theirs are live nothing is erased until somebody says what becomes of them', async () => {
  const [number] = await plant(post, plantWords())
  const before = everythingStored()
  expect(await eraseContributor(post.context, post.keys, wish())).toMatchObject({
    ok: false,
    why: 'choose',
    live: [{ submission: number }],
  })
  expect(everythingStored()).toBe(before)
  expect(await eraseContributor(post.context, post.keys, { ...wish(), address: 'nobody@example.org' })).toEqual({
    ok: false,
    why: 'not-found',
  })
})

test('withdrawn with the erasure, an entry leaves a tombstone that consumers hear of', async () => {
  await plant(post, plantWords())
  await eraseContributor(post.context, post.keys, { ...wish(), published: 'withdraw' })
  expect(await readArchive(post.context.db, post.storyId)).toMatchObject([{ state: 'withdrawn', name: '', text: '' }])
  const changes = await post.context.db.selectFrom('feed_change').select('type').orderBy('seq').execute()
  expect(changes.map(change => change.type)).toEqual(['published', 'amended', 'withdrawn'])
})

test('kept as a reader’s, the words stay, the name and every older revision go, and consumers hear of it', async () => {
  const words = plantWords()
  await plant(post, words)
  await eraseContributor(post.context, post.keys, { ...wish(), published: 'keep-as-a-reader' })
  expect(await readArchive(post.context.db, post.storyId)).toMatchObject([
    {
      state: 'live',
      revision: 3,
      name: '',
      place: '',
      line: 'One reader emails:',
      text: `I think ${words.amended} of it.`,
    },
  ])
  expect(found(words)).toEqual(['amended'])
  const changes = await post.context.db.selectFrom('feed_change').select('type').orderBy('seq').execute()
  expect(changes.map(change => change.type)).toEqual(['published', 'amended', 'amended'])
  const checks = await verifyStore(post.context.store, post.keys)
  expect(checks.flatMap(check => check.faults)).toEqual([])
})

test('an erased letter leaves its campaign, which is one smaller and holds no signature of it', async () => {
  const body =
    'Dear newsroom, I am writing because the junior doctors deserve a fair contract and safe hours. Please print it.\n'
  await post.take([1, 2, 3].map(number => letter(number, body)))
  const lease = await takeLease(post.context, 'grouping', 'test', 60_000)
  await groupNew(post.context, lease!)
  const sizes = () => post.context.db.selectFrom('campaign').select('size').execute()
  expect(await sizes()).toEqual([{ size: 3 }])
  await eraseContributor(post.context, post.keys, { ...wish(), address: 'katherine1@example.net' })
  expect(await sizes()).toEqual([{ size: 2 }])
  expect(await post.context.db.selectFrom('likeness').select('submission_number').execute()).toHaveLength(2)
  const bands = await post.context.db
    .selectFrom('likeness_band')
    .selectAll()
    .where('submission_number', '=', 1)
    .execute()
  expect(bands).toEqual([])
  const checks = await verifyStore(post.context.store, post.keys)
  expect(checks.flatMap(check => check.faults)).toEqual([])
})

test('an approval still in its grace is stopped by the erasure and never goes live', async () => {
  const words = plantWords()
  const [, number] = await post.take([letter(1), message(words)])
  const { approve } = await import('../../src/desk/decisions.ts')
  const version = 1
  expect(await approve(post.context, post.editor, number!, { version, grace: 60 })).toMatchObject({ ok: true })
  expect(await eraseContributor(post.context, post.keys, wish())).toMatchObject({
    ok: true,
    certificate: { entries: [{ submission: number, became: 'stopped' }] },
  })
  post.context.clock.at += 120_000
  expect(await publishDue(post.context)).toBe(0)
  expect(found(words)).toEqual([])
})

test('no poll, no new UIDVALIDITY and no import brings an erased email back', async () => {
  const words = plantWords()
  await plant(post, words)
  await eraseContributor(post.context, post.keys, { ...wish(), published: 'withdraw' })
  const { context, keys, mailboxId } = post
  const source = { kind: 'mailbox' as const, mailboxId, uidvalidity: 7 }
  const raw = Buffer.from(message(words), 'latin1')
  const arrival = { size: raw.length, internalDate: context.now(), raw, whole: true }
  const keeping = { source, fingerprint: keys.fingerprint }
  const none = { pending: 0, duplicate: 0, erased: 1, submissions: [] }
  expect(await keepMessages(context, keeping, [{ ...arrival, uid: 99 }])).toEqual(none)
  expect(
    await keepMessages(context, { ...keeping, source: { ...source, uidvalidity: 8 } }, [{ ...arrival, uid: 1 }]),
  ).toEqual(none)
  const imported = { ...keeping, source: { kind: 'import' as const, storyId: post.storyId } }
  expect(await keepMessages(context, imported, [arrival])).toEqual(none)
  await readPending(context, post.reader, { holder: 'test', leaseMs: 60_000 })
  expect(found(words)).toEqual([])
})

test('others’ emails that name the address are told of and left alone', async () => {
  await post.take([message(plantWords()), letter(2, `Ask ${address} about it, she knows.\n`)])
  const done = await eraseContributor(post.context, post.keys, wish())
  expect(done).toMatchObject({ ok: true, certificate: { emails: [1], mentions: { emails: [2] } } })
})

test('a database opened afresh by another process holds none of it either', async () => {
  const words = plantWords()
  await plant(post, words)
  await eraseContributor(post.context, post.keys, { ...wish(), published: 'withdraw' })
  const other = openStore(post.database)
  expect(other.engine.pragma('freelist_count', { simple: true })).toBeGreaterThanOrEqual(0)
  await other.close()
  expect(found(words)).toEqual([])
})

test('views of the queue go that are called after the reader, search for them, or list their emails; others stay', async () => {
  await plant(post, { ...plantWords(), name: 'wanda', surname: 'ellis-brown' })
  const { db } = post.context
  const { id } = await db
    .selectFrom('contributor')
    .select('id')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  const save = (name: string, query = '') =>
    saveView(post.context, post.editor, { storyId: post.storyId, name, query, team: true })
  await save('Brown, Wanda Ellis')
  await save('One person', `?from=${id}`)
  await save('From a wandering reader', '?q=brown')
  await save('Photos of the picket', '?photo=1')
  await eraseContributor(post.context, post.keys, { ...wish(), published: 'withdraw' })
  const left = await db.selectFrom('saved_view').select('name').orderBy('name').execute()
  expect(left.map(view => view.name)).toEqual(['From a wandering reader', 'Photos of the picket'])
})
