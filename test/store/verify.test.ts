// Each fault that `verify` must find, planted alone in a database that is otherwise sound.
import { closeSync, openSync, writeSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eraseContributor } from '../../src/desk/erase.ts'
import { withdrawEntry } from '../../src/feed/index.ts'
import { createReader } from '../../src/mail/pool.ts'
import { openKeys } from '../../src/secret.ts'
import { copyDatabase } from '../../src/store/backup/copy.ts'
import { compress, openStore, verifyStore } from '../../src/store/index.ts'
import { holdLetter, letter, openPost, type Post, publish } from '../post.ts'

const reader = createReader({ threads: 1 })
let post: Post
let copies = 0

beforeAll(async () => {
  post = await openPost(reader)
  await post.take([1, 2, 3, 4, 5, 6].map(number => letter(number)))
  await post.take([letter(1)], 7)
  await publish(post, 1)
  await publish(post, 2)
  await publish(post, 3)
  await holdLetter(post, 4, 'later')
  const entry = await post.context.db
    .selectFrom('entry')
    .select('id')
    .where('submission_number', '=', 2)
    .executeTakeFirstOrThrow()
  await withdrawEntry(post.context, post.editor.id, entry.id, 'error')
  await eraseContributor(post.context, post.keys, {
    ...{ address: 'katherine6@example.net', actor: 'system', database: post.database },
  })
}, 60_000)
afterAll(async () => {
  await post.remove()
  await reader.close()
})

/** The faults found in a copy of the database after `plant` has been run on it. */
async function faultsAfter(plant: string, keys = true): Promise<string[]> {
  const file = `${post.folder}/copy-${++copies}.db`
  await copyDatabase(post.context.store, file, { gentle: false })
  const store = openStore(file)
  store.engine.pragma('foreign_keys = off')
  store.engine.function('packed', words => compress(Buffer.from(String(words))))
  store.engine.exec(plant)
  const found = await verifyStore(store, keys ? openKeys(post.keyFile) : null)
  await store.close()
  return found.flatMap(({ name, faults }) => faults.map(fault => `${name}: ${fault}`))
}

test('a sound database has no fault', async () => {
  expect(await faultsAfter('')).toEqual([])
})

const planted: [what: string, sql: string, found: RegExp][] = [
  [
    'another message under the old name',
    `update raw set bytes = packed('other words') where id = (select raw_id from submission where number = 1)`,
    /^messages: .*\(email 1\) has other bytes/,
  ],
  [
    'bytes that nothing can unpack',
    `update raw set bytes = x'00010203' where id = (select raw_id from submission where number = 3)`,
    /^messages: .*\(email 3\) cannot be unpacked/,
  ],
  [
    'a message that is gone',
    `delete from raw where id = (select raw_id from submission where number = 5)`,
    /^keys between tables: 1 rows of submission pointing to a missing raw/,
  ],
  [
    'an email without its message',
    `update submission set raw_id = null where number = 5`,
    /^emails: email 5 has lost its message/,
  ],
  [
    'an event changed',
    `drop trigger event_is_never_changed; update event set actor = 'nobody' where seq = 9`,
    /^event chain: event 9 /,
  ],
  ['an event removed', `delete from event where seq = 4`, /^event chain: event 4 /],
  [
    'a decision that no event tells of',
    `update submission set state = 'rejected' where number = 5`,
    /^emails: email 5 is in a state that no event tells of/,
  ],
  [
    'an erased email with words again',
    `update submission set text = 'back' where number = 6`,
    /^emails: email 6 is erased and yet holds/,
  ],
  [
    'a count that is wrong',
    `update tally set count = count + 1 where kind = 'waiting'`,
    /^counts: strike: “waiting” says 2 and there are 1/,
  ],
  [
    'a count that is missing',
    `delete from tally where kind = 'held'`,
    /^counts: strike: “held” says 0 and there are 1/,
  ],
  [
    'a ledger line removed',
    `delete from ledger where uid = 3`,
    /^ledger: Letters: 1 of 7 messages are unaccounted for/,
  ],
  [
    'a ledger line that leads nowhere',
    `update ledger set submission_number = null where uid = 4`,
    /^ledger: Letters, UID 4 of 7 \(ingested\) leads to no email/,
  ],
  [
    'a ledger line pending for ever',
    `update ledger set outcome = 'pending' where uid = 2`,
    /^ledger: Letters, UID 2 of 7 \(pending\) is pending and yet read/,
  ],
  [
    'a campaign counted wrong',
    `insert into campaign values (1, 4)`,
    /^campaigns: campaign 1 says 4 letters and there are 0/,
  ],
  [
    'a gap in a feed',
    `delete from feed_change where seq = 2`,
    /^feed sequences: strike: 4 changes were numbered and 3 are there/,
  ],
  [
    'a feed that goes back in time',
    `update feed_change set at = at - 1000 where seq = 4`,
    /^feed sequences: strike: change 4 is not later/,
  ],
  [
    'a revision removed',
    `delete from revision where entry_id = (select id from entry where submission_number = 1)`,
    /^entries: entry \S+ has not all of its revisions/,
  ],
  [
    'an entry live behind the feed’s back',
    `update entry set state = 'live' where state = 'withdrawn'`,
    /^entries: entry \S+ is live and its feed was told something else/,
  ],
  [
    'an entry withdrawn behind the feed’s back',
    `update entry set state = 'withdrawn' where submission_number = 3`,
    /^entries: entry \S+ is withdrawn and its feed was not told/,
  ],
  [
    'an entry of an email that is not approved',
    `update submission set state = 'held' where number = 1`,
    /^entries: entry \S+ is published though its email is not approved/,
  ],
  [
    'an entry without words',
    `update revision set text = '' where entry_id = (select id from entry where submission_number = 3)`,
    /^entries: entry \S+ is published without words/,
  ],
  ['an email that search cannot find', `delete from search where rowid = 3`, /^search index: email 3 cannot be found/],
  [
    'words left in the index',
    `insert into search (rowid, original) values (6, 'left')`,
    /^search index: the words of email 6/,
  ],
  [
    'a row that points nowhere',
    `update entry set story_id = 'nowhere' where submission_number = 1`,
    /^keys between tables: /,
  ],
  [
    'a mailbox secret of another key',
    `update mailbox set secret = 'v1.AAAA.AAAA.AAAA'`,
    /^stored secrets: the secret of the mailbox Letters cannot be opened/,
  ],
]

test.each(planted)('finds %s', async (_what, sql, found) => {
  expect(await faultsAfter(sql)).toContainEqual(expect.stringMatching(found))
})

test('finds an erased message that has come back', async () => {
  const raw = await post.context.db.selectFrom('raw').select('sha256').limit(1).executeTakeFirstOrThrow()
  const fingerprint = post.keys.fingerprint(raw.sha256)
  expect(await faultsAfter(`insert into erasure (fingerprint, at) values ('${fingerprint}', 1)`)).toContainEqual(
    expect.stringMatching(/^erased readers: email \d+ was erased and is back/),
  )
})

test('finds that the key file is missing', async () => {
  const faults = await faultsAfter('', false)
  expect(faults).toContain('stored secrets: the key file is missing: put back the one from your backup')
})

test('finds a damaged page', async () => {
  const file = `${post.folder}/damaged.db`
  await copyDatabase(post.context.store, file, { gentle: false })
  const { engine } = post.context.store
  const page = engine
    .prepare("select rootpage from sqlite_schema where name = 'submission_queue'")
    .pluck()
    .get() as number
  const size = engine.pragma('page_size', { simple: true }) as number
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(200, 0x5a), 0, 200, (page - 1) * size)
  closeSync(handle)
  const store = openStore(file)
  const database = (await verifyStore(store, post.keys)).find(check => check.name === 'database')
  await store.close()
  expect(database?.faults.length).toBeGreaterThan(0)
})
