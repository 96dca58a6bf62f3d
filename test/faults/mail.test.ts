// Faults of the mail itself (RELIABILITY F17, F23-F26, F29-F31, F39, F43): odd, large, poisonous, damaged, automatic.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { importPath } from '../../src/intake/import.ts'
import { keepMessages } from '../../src/intake/keep.ts'
import { pollOnce } from '../../src/intake/poll.ts'
import { rawOf } from '../../src/intake/raw.ts'
import { readPending } from '../../src/intake/read-pending.ts'
import { startIntake } from '../../src/intake/start.ts'
import type { Reader } from '../../src/mail/pool.ts'
import { eventually } from '../eventually.ts'
import {
  reader as createTestReader,
  type House,
  house,
  keys,
  letter,
  letters,
  mailboxOn,
  patient,
  quick,
  withServer,
} from '../intake/house.ts'
import { testWithDovecot } from '../test-with-dovecot.ts'

let reader: Reader
beforeAll(() => {
  reader = createTestReader()
})
afterAll(() => reader.close())

const full = process.env.DRILLS === 'full'

const poll = async (context: House) => (await pollOnce(context, keys, reader, { timings: patient }))[0]!
const all = ({ db }: House) => db.selectFrom('submission').selectAll().orderBy('number').execute()

/** Keeps messages as an import would, and reads them. */
async function takeIn(context: House, mails: (string | Uint8Array)[]) {
  const arrivals = mails.map(mail => {
    const raw = Buffer.from(mail as string)
    return { raw, size: raw.length, internalDate: context.now(), whole: true }
  })
  const source = { kind: 'import' as const, storyId: null }
  for (let start = 0; start < arrivals.length; start += 50)
    await keepMessages(context, { source, fingerprint: keys.fingerprint }, arrivals.slice(start, start + 50))
  await readPending(context, reader, { holder: 'test', leaseMs: 30_000 })
}

test('F23: the same Message-ID with other bytes is two submissions, and the later names the earlier', async () => {
  const context = await house()
  await takeIn(context, [letter(1), letter(1, { body: 'I meant Ruislip in Middlesex.' }), letter(2)])
  expect((await all(context)).map(row => [row.stage, row.repeat_of])).toEqual([
    ['read', null],
    ['read', 1],
    ['read', null],
  ])
  await context.close()
})

testWithDovecot('F24: the same bytes under several UIDs are one submission, delivered several times', () =>
  withServer(async server => {
    const context = await house()
    await mailboxOn(context, server)
    await server.append([letter(1), letter(1)])
    await poll(context)
    await server.append([letter(1)])
    expect(await poll(context)).toMatchObject({ seen: 3, ingested: 1, duplicate: 2, unaccounted: 0 })
    const ledger = await context.db.selectFrom('ledger').select(['uid', 'outcome', 'submission_number']).execute()
    expect(ledger.map(row => [row.outcome, row.submission_number])).toEqual([
      ['ingested', 1],
      ['duplicate', 1],
      ['duplicate', 1],
    ])
    await context.close()
  }),
)

test('F25: no Message-ID, two of them, a very long or an empty one: each is accepted', async () => {
  const context = await house()
  const without = letter(1).replace(/^Message-ID.*\r\n/, '')
  await takeIn(context, [
    without,
    without.replace('right', 'wrong'),
    `Message-ID: <a@x>\r\n${letter(2)}`,
    `Message-ID: <${'x'.repeat(10_000)}@x>\r\n${without}`,
    `Message-ID: <>\r\n${without}`,
  ])
  expect((await all(context)).map(row => row.stage)).toEqual(Array(5).fill('read'))
  await context.close()
})

testWithDovecot(
  'F17: after a change of UIDVALIDITY known messages are found again without fetching them',
  () =>
    withServer(async server => {
      const known = full ? 1000 : 30
      const context = await house()
      await mailboxOn(context, server)
      await server.append([
        ...letters(known),
        letter(known + 1, { headers: 'X-Odd: no id' }).replace(/^Message-ID.*\r\n/, ''),
      ])
      await pollOnce(context, keys, reader, { timings: patient })
      server.doveadm('mailbox', 'update', '-u', 'reader', '--uid-validity', '4242', 'INBOX')
      const fetched: string[] = []
      const [report] = await pollOnce(context, keys, reader, {
        timings: patient,
        point: name => void fetched.push(name),
      })
      expect(report).toMatchObject({ seen: known + 1, new: 0, ingested: known, duplicate: 1, unaccounted: 0 })
      expect(fetched.filter(name => name === 'fetched').length).toBe(1)
      expect(await context.db.selectFrom('submission').select('number').execute()).toHaveLength(known + 1)
      await context.close()
    }),
  full ? 120_000 : 90_000,
)

testWithDovecot(
  'F26: our own clock may jump a day ahead and back while mail arrives: all of it comes in once, none from the future',
  () =>
    withServer(async server => {
      const context = await house()
      const clock = { ahead: 0 }
      const jumping = { ...context, now: () => Date.now() + clock.ahead }
      await mailboxOn(context, server)
      const intake = startIntake(jumping, keys, reader, { timings: quick })
      let sent = 0
      for (const ahead of [0, 86_400_000, -86_400_000, 0]) {
        clock.ahead = ahead
        await server.append(letters(20, sent + 1))
        sent += 20
        await eventually(
          `${sent} letters`,
          async () => (await all(context)).filter(each => each.stage === 'read').length === sent,
        )
        for (const { received_at } of (await all(context)).slice(-20))
          expect(received_at).toBeLessThanOrEqual(jumping.now())
      }
      await intake.stop()
      expect(await poll(context)).toMatchObject({ seen: sent, ingested: sent, duplicate: 0, unaccounted: 0 })
      await context.close()
    }),
  180_000,
)

testWithDovecot('F26: whatever the date says, an email is as old as the server says, and never from the future', () =>
  withServer(async server => {
    const context = await house()
    await mailboxOn(context, server)
    const day = Date.UTC(2016, 3, 26, 7, 50)
    const dated = (date: string, number: number) => letter(number).replace(/Date: .*/, date)
    await server.append([dated('Date: Thu, 1 Jan 1970 00:00:00 +0000', 1), dated('Date: yesterday', 2)], {
      date: new Date(day),
    })
    await server.append([dated('Date: Fri, 1 Jan 2099 00:00:00 +0000', 3)], { date: new Date(Date.now() + 86_400_000) })
    const before = Date.now()
    await poll(context)
    const [first, second, third] = await all(context)
    expect([first!.received_at, second!.received_at]).toEqual([day, day])
    expect(third!.received_at).toBeLessThanOrEqual(Date.now())
    expect(third!.received_at).toBeGreaterThan(before - 2000)
    // This server corrects the future by itself; another may not.
    const source = { kind: 'import' as const, storyId: null }
    const raw = Buffer.from(letter(4))
    const arrival = { raw, size: raw.length, internalDate: context.now() + 86_400_000, whole: true }
    await keepMessages(context, { source, fingerprint: keys.fingerprint }, [arrival])
    expect((await all(context))[3]!.received_at).toBeLessThanOrEqual(Date.now())
    await context.close()
  }),
)

testWithDovecot(
  'F29: a message of 60 MB is kept by its beginning and said so, and its neighbours arrive',
  () =>
    withServer(async server => {
      const context = await house()
      await mailboxOn(context, server)
      const line = `${'A'.repeat(76)}\r\n`
      const large = `${letter(1).replace('\r\n\r\n', '\r\nContent-Type: text/plain\r\n\r\n')}${line.repeat(60_000_000 / 78)}`
      await server.append([letter(2), large, letter(3)])
      const before = process.memoryUsage().rss
      expect(await poll(context)).toMatchObject({ seen: 3, unaccounted: 0, pending: 0 })
      expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
      const rows = await context.db.selectFrom('raw').select(['size', 'whole']).orderBy('size').execute()
      expect(rows.map(row => row.whole)).toEqual([1, 1, 0])
      expect(rows[2]!.size).toBe(large.length)
      const [kept] = await context.db
        .selectFrom('submission')
        .innerJoin('raw', 'raw.id', 'raw_id')
        .select('number')
        .where('whole', '=', 0)
        .execute()
      expect((await rawOf(context, kept!.number))!.length).toBe(256 * 1024)
      await context.close()
    }),
  180_000,
)

/** Messages made to break a reader; each has to end read or parked, and quickly. */
const poison: Record<string, () => string> = {
  'a hundred thousand parts': () => `${mime('mixed', 'b')}${'--b\r\n\r\nx\r\n'.repeat(100_000)}--b--\r\n`,
  'five thousand parts in one another': () =>
    Array.from({ length: 5000 }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join(
      '',
    ),
  'two thousand messages in one another': () => 'Content-Type: message/rfc822\r\n\r\n'.repeat(2000),
  'a header of 10 MB': () => `Subject: ${'x'.repeat(10_000_000)}\r\n\r\nhello\r\n`,
  'two hundred thousand headers': () => `${'X-A: b\r\n'.repeat(200_000)}\r\nhello\r\n`,
  'a hundred thousand addresses': () => `To: ${'a@example.net, '.repeat(100_000)}b@example.net\r\n\r\nhello\r\n`,
  'ten megabytes of HTML': () => `Content-Type: text/html\r\n\r\n${'<p>strike</p>'.repeat(800_000)}`,
  'a hundred thousand nested tags': () => `Content-Type: text/html\r\n\r\n${'<div>'.repeat(100_000)}`,
  'three thousand nested tables': () => `Content-Type: text/html\r\n\r\n${'<table><tr><td>'.repeat(3000)}`,
  'a parameter in fifty thousand pieces': () =>
    `Content-Type: text/plain${Array.from({ length: 50_000 }, (_, at) => `; name*${at}=x`).join('')}\r\n\r\nhello\r\n`,
  'a charset with a name of 100 kB': () => `Content-Type: text/plain; charset=${'x'.repeat(100_000)}\r\n\r\nhello\r\n`,
  'two hundred thousand links': () => `Content-Type: text/html\r\n\r\n${'<a href=//x>x</a>'.repeat(200_000)}`,
}
const mime = (kind: string, boundary: string) => `Content-Type: multipart/${kind}; boundary=${boundary}\r\n\r\n`

test('F30: poisonous messages end read or parked with their reason, each within ten seconds, and their neighbours arrive [T14] [ASVS 5.2.1]', async () => {
  const context = await house()
  const names = Object.keys(poison)
  const started = performance.now()
  await takeIn(
    context,
    names.flatMap((name, at) => [poison[name]!(), letter(at + 1)]),
  )
  expect(performance.now() - started).toBeLessThan(names.length * 10_000)
  const rows = await all(context)
  expect(rows).toHaveLength(names.length * 2)
  expect(rows.filter(row => row.stage === 'received')).toEqual([])
  expect(rows.filter((_, at) => at % 2 === 1).map(row => row.stage)).toEqual(names.map(() => 'read'))
  for (const row of rows.filter(each => each.stage === 'parked')) expect(row.stage_why).toMatch(/\w+ .+\./)
  await context.close()
}, 150_000)

test('F31: randomly damaged messages are all kept and all get an outcome', async () => {
  const context = await house()
  const damaged = fc.sample(
    fc
      .tuple(fc.nat(9), fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 20 }))
      .map(([number, hits]) => {
        const bytes = Buffer.from(letter(number))
        for (const [at, value] of hits) bytes[at % bytes.length] = value
        return bytes
      }),
    { numRuns: full ? 10_000 : 300, seed: 2016 },
  )
  await takeIn(context, damaged)
  const rows = await all(context)
  expect(rows).toHaveLength(new Set(damaged.map(bytes => bytes.toString('latin1'))).size)
  expect(rows.filter(row => row.stage === 'received')).toEqual([])
  await context.close()
}, 600_000)

test('F43: automatic mail is filed aside with its reason and never waits', async () => {
  const context = await house()
  await context.db
    .insertInto('story')
    .values({ id: 's', slug: 's', title: 'S', zone: 'Europe/London', created_at: 0, updated_at: 0 })
    .execute()
  await context.db
    .insertInto('story_address')
    .values({ address: 'haveyoursay@example.org', story_id: 's', position: 0 })
    .execute()
  await takeIn(context, [
    letter(1, { headers: 'Auto-Submitted: auto-replied' }),
    `Return-Path: <>\r\n${letter(2).replace('The strike 2', 'Undelivered Mail Returned to Sender')}`,
    letter(3, { headers: 'List-Id: <strike.example.net>' }),
    letter(4).replace(/From: .*/, 'From: Us <haveyoursay@example.org>'),
    letter(5),
  ])
  const rows = await all(context)
  expect(rows.map(row => [row.stage, row.state])).toEqual([...Array(4).fill(['aside', null]), ['read', 'waiting']])
  for (const row of rows.slice(0, 4)) expect(row.stage_why).toBeTruthy()
  await context.close()
})

test('an email that was erased does not come back, by whatever way it comes', async () => {
  const context = await house()
  await takeIn(context, [letter(1)])
  const { sha256 } = await context.db.selectFrom('raw').select('sha256').executeTakeFirstOrThrow()
  await context.db
    .insertInto('erasure')
    .values({ fingerprint: keys.fingerprint(sha256), at: 1 })
    .execute()
  await context.db.updateTable('submission').set({ raw_id: null, stage: 'erased', state: null }).execute()
  await context.db.deleteFrom('raw').execute()
  const folder = mkdtempSync(join(tmpdir(), 'postbag-erased-'))
  writeFileSync(join(folder, 'one.eml'), letter(1))
  writeFileSync(join(folder, 'two.eml'), letter(2))
  const counts = await importPath(context, reader, folder, { storyId: null, keys })
  expect(counts).toMatchObject({ found: 2, new: 1, erased: 1, duplicate: 0, read: 1 })
  rmSync(folder, { recursive: true })
  await context.close()
})
