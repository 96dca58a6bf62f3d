// Erasure on a database on disk: every stored value decoded and every byte of every file searched, before and after.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals'
import { recordVerification } from '../../src/desk/authenticity.ts'
import { ban } from '../../src/desk/bans.ts'
import { groupNew } from '../../src/desk/campaign.ts'
import { recordConsent } from '../../src/desk/consent.ts'
import { saveDraft } from '../../src/desk/draft.ts'
import { eraseContributor } from '../../src/desk/erase.ts'
import { addNote } from '../../src/desk/notes.ts'
import { amendEntry, publishDue, readArchive } from '../../src/feed/index.ts'
import { keepMessages } from '../../src/intake/keep.ts'
import { readPending } from '../../src/intake/read-pending.ts'
import { createReader } from '../../src/mail/pool.ts'
import { brokenEvent, decompress, openStore, takeLease, verifyStore } from '../../src/store/index.ts'
import { holdLetter, letter, openPost, type Post, publish, randomWord } from '../post.ts'

const reader = createReader({ threads: 1 })
afterAll(() => reader.close())

let post: Post
beforeEach(async () => {
  post = await openPost(reader)
})
afterEach(() => post.remove())

const address = 'wanda@forgetful.example'
const wish = () => ({ address, actor: 'staff-admin', database: post.database })

/** Words that occur nowhere else, one for each place a reader's data can come to lie in. */
function plantWords() {
  const places = [
    'name',
    'surname',
    'subject',
    'body',
    'quote',
    'place',
    'header',
    'messageid',
    'phone',
    'file',
    'html',
    'reply',
    'second',
    'parked',
    'draftname',
    'draft',
    'reason',
    'published',
    'amended',
    'answer',
    'consent',
    'confirmed',
    'mailserver',
    'note',
    'ban',
  ] as const
  return Object.fromEntries(places.map(place => [place, `${place[0]}${randomWord()}`])) as Record<
    (typeof places)[number],
    string
  >
}
type Words = ReturnType<typeof plantWords>

const message = (words: Words) =>
  [
    `Message-ID: <${words.messageid}@forgetful.example>`,
    `From: ${words.name} ${words.surname} <${address}>`,
    'To: haveyoursay@example.org',
    `Subject: About ${words.subject}`,
    `X-Club: ${words.header}`,
    `Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=${words.mailserver}.example`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `I think ${words.body} of it, call me: ${words.phone}.`,
    '',
    `${words.name} ${words.surname}, ${words.place}`,
    '',
    `> you wrote ${words.quote}`,
    '',
    '--b',
    `Content-Type: image/jpeg; name="${words.file}.jpg"`,
    `Content-Disposition: attachment; filename="${words.file}.jpg"`,
    '',
    'not a picture',
    '--b--',
    '',
  ].join('\r\n')

const second = (words: Words) =>
  [
    `Message-ID: <2@forgetful.example>`,
    `From: <${address}>`,
    'To: haveyoursay@example.org',
    'Subject: Again',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<p>As I said: ${words.second} and <b>${words.html}</b></p><blockquote>${words.reply}</blockquote>`,
    '',
  ].join('\r\n')

/** Everything that is stored, as text: each column of each table, blobs unpacked, and the files themselves byte by byte. */
function everythingStored(): string {
  const { engine } = post.context.store
  const parts: string[] = []
  const tables = engine.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[]
  for (const table of tables.filter(name => name !== 'search'))
    for (const row of engine.prepare(`select * from "${table}"`).all() as Record<string, unknown>[])
      for (const value of Object.values(row)) parts.push(Buffer.isBuffer(value) ? textOf(value) : String(value))
  engine.exec("create virtual table temp.terms using fts5vocab('main', 'search', 'row')")
  parts.push(...(engine.prepare('select term from temp.terms').pluck().all() as string[]))
  engine.exec('drop table temp.terms')
  const folder = join(post.folder, 'data')
  for (const name of readdirSync(folder)) parts.push(textOf(readFileSync(join(folder, name))))
  return parts.join('\n').toLowerCase()
}

/** Bytes as Latin-1, with every zstd frame in them unpacked too. */
function textOf(bytes: Buffer): string {
  let text = bytes.toString('latin1')
  for (let at = bytes.indexOf('28b52ffd', 0, 'hex'); at >= 0; at = bytes.indexOf('28b52ffd', at + 4, 'hex'))
    try {
      text += Buffer.from(decompress(bytes.subarray(at))).toString('latin1')
    } catch {
      // Four bytes that look like the beginning of a frame, or a frame spread over several pages.
    }
  return text
}

const found = (words: Words) => {
  const everything = everythingStored()
  return Object.entries(words)
    .filter(([, word]) => everything.includes(word))
    .map(([place]) => place)
    .sort()
}

/** Wanda's three emails, in all the places that the desk can bring them to. Answers the numbers. */
async function plant(words: Words): Promise<number[]> {
  const { context, editor } = post
  const others = [1, 2, 3].map(number => letter(number))
  const numbers = await post.take([others[0]!, message(words), others[1]!, second(words), others[2]!])
  const [, first, , again] = numbers as [number, number, number, number]
  // One that no machine could read.
  const unread = `From: W <${address.toUpperCase()}>\r\nSubject: x\r\n\r\n${words.parked}\r\n`
  const [parked] = await post.take([unread], 6)
  await context.db
    .updateTable('submission')
    .set({ stage: 'parked', state: null, from_address: '', contributor_id: null, original: '', text: '' })
    .where('number', '=', parked!)
    .execute()
  await saveDraft(context, editor, again, { name: words.draftname, text: `A draft of ${words.draft}` })
  await holdLetter(post, again, `Says ${words.reason}`)
  const id = await publish(post, first, `I think ${words.published} of it.`)
  await amendEntry(context, editor.id, id, { revision: 1, text: `I think ${words.amended} of it.` })
  await recordConsent(context, editor, again, { what: 'name', answer: 'no', evidence: `Said ${words.consent}` })
  await recordVerification(context, editor, again, { how: 'rang', who: words.confirmed, note: '' })
  const { id: wanda } = await context.db
    .selectFrom('contributor')
    .select('id')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  await addNote(context, editor, wanda, `Noted ${words.note}`)
  await ban(context, editor, { contributorId: wanda, storyId: null, reason: `For ${words.ban}`, until: null })
  await context.db
    .insertInto('idempotency')
    .values({
      caller: 'token:1',
      key: '1',
      request: 'x',
      status: 200,
      answer: `{"submission":{"number":${first},"text":"${words.answer}"}}`,
      created_at: 1,
    })
    .execute()
  return [first, again, parked!]
}

test('of twenty-five planted words all are found before, and none after', async () => {
  const words = plantWords()
  const numbers = await plant(words)
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
    entries: 1,
    answers: 1,
    ledger: 3,
  })
  expect(places.attachments).toBeGreaterThan(0)
})

test('what others wrote stays, the event chain holds, and every check passes', async () => {
  await plant(plantWords())
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
  const [number] = await plant(plantWords())
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
  await plant(plantWords())
  await eraseContributor(post.context, post.keys, { ...wish(), published: 'withdraw' })
  expect(await readArchive(post.context.db, post.storyId)).toMatchObject([{ state: 'withdrawn', name: '', text: '' }])
  const changes = await post.context.db.selectFrom('feed_change').select('type').orderBy('seq').execute()
  expect(changes.map(change => change.type)).toEqual(['published', 'amended', 'withdrawn'])
})

test('kept as a reader’s, the words stay, the name and every older revision go, and consumers hear of it', async () => {
  const words = plantWords()
  await plant(words)
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
  await plant(words)
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
  await plant(words)
  await eraseContributor(post.context, post.keys, { ...wish(), published: 'withdraw' })
  const other = openStore(post.database)
  expect(other.engine.pragma('freelist_count', { simple: true })).toBeGreaterThanOrEqual(0)
  await other.close()
  expect(found(words)).toEqual([])
})
