// Faults of our own disk and database (RELIABILITY F33, F35, F36), and of a second process (F38, F40).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from '@jest/globals'
import { mailboxAccounts, mailboxHealth } from '../../src/intake/health.ts'
import { pollOnce } from '../../src/intake/poll.ts'
import { startIntake } from '../../src/intake/start.ts'
import type { Reader } from '../../src/mail/pool.ts'
import { openStore } from '../../src/store/index.ts'
import type { Dovecot } from '../dovecot.ts'
import { eventually } from '../eventually.ts'
import {
  reader as createTestReader,
  type House,
  house,
  keys,
  letter,
  letters,
  mailboxOn,
  quick,
  withServer,
} from '../intake/house.ts'
import { testWithDovecot } from '../test-with-dovecot.ts'

let reader: Reader
let folder: string
beforeAll(() => {
  reader = createTestReader()
  folder = mkdtempSync(join(tmpdir(), 'postbag-storage-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await reader.close()
})

const full = process.env.DRILLS === 'full'
const backlog = full ? 20_000 : 600

const poll = async (context: House) => (await pollOnce(context, keys, reader, { timings: quick }))[0]!

async function unmarked(server: Dovecot): Promise<number> {
  const client = await server.client()
  await client.mailboxOpen('INBOX')
  const uids = await client.search({ unKeyword: '$PostbagStored' }, { uid: true })
  await client.logout()
  return uids ? uids.length : 0
}

testWithDovecot(
  'F33: with the disk full nothing is acknowledged, people are told, and all arrives once there is room',
  () =>
    withServer(async server => {
      const context = await house(join(folder, 'full.db'))
      await mailboxOn(context, server)
      await server.append(letters(300))
      const [{ page_count: pages }] = context.store.engine.pragma('page_count') as [{ page_count: number }]
      context.store.engine.pragma(`max_page_count = ${pages + 20}`)
      const report = await poll(context)
      expect(report.error).toContain('The disk is full')
      const kept = await context.db.selectFrom('submission').select('number').execute()
      expect(await unmarked(server)).toBeGreaterThanOrEqual(300 - kept.length)
      expect(kept.length).toBeLessThan(300)
      context.store.engine.pragma('max_page_count = 1000000')
      expect(await poll(context)).toMatchObject({ seen: 300, ingested: 300, unaccounted: 0 })
      expect(await unmarked(server)).toBe(0)
      await context.close()
    }),
)

testWithDovecot('F35: while another program holds the database nothing is lost, and the work goes on afterwards', () =>
  withServer(async server => {
    const context = await house(join(folder, 'locked.db'))
    await mailboxOn(context, server)
    const other = openStore(join(folder, 'locked.db'))
    const intake = startIntake(context, keys, reader, { timings: quick })
    await eventually('the first look', async () => (await mailboxHealth(context))[0]!.checkedAt)
    other.engine.exec('begin immediate')
    await server.append(letters(20))
    await eventually('a wait', async () => {
      await new Promise(resolve => setImmediate(resolve))
      return (await unmarked(server)) === 20
    })
    other.engine.exec('commit')
    other.engine.close()
    await eventually('all twenty', async () => (await mailboxAccounts(context))[0]!.sums.ingested === 20)
    await eventually('their keywords', async () => (await unmarked(server)) === 0)
    expect((await mailboxHealth(context))[0]).toMatchObject({ state: 'ok', error: null })
    await intake.stop()
    await context.close()
  }),
)

testWithDovecot(
  'F38: two services on one database share a mailbox without doubling anything, and one takes over from the other',
  () =>
    withServer(async server => {
      const file = join(folder, 'two.db')
      const [one, two] = [await house(file), await house(file)]
      await mailboxOn(one, server)
      await server.append(letters(100))
      const first = startIntake(one, keys, reader, { timings: quick })
      const second = startIntake(two, keys, reader, { timings: quick })
      await eventually('all', async () => (await mailboxAccounts(one))[0]!.sums.ingested === 100)
      await first.stop()
      await server.append(letters(20, 101))
      await eventually('the rest', async () => (await mailboxAccounts(two))[0]!.sums.ingested === 120)
      await second.stop()
      expect(await one.db.selectFrom('submission').select('number').execute()).toHaveLength(120)
      expect((await mailboxAccounts(two))[0]!.sums).toMatchObject({ duplicate: 0, unaccounted: 0 })
      await one.close()
      await two.close()
    }),
  300_000,
)

testWithDovecot(
  'F40: behind a backlog the newest email is at the desk while older ones still wait',
  () =>
    withServer(async server => {
      const context = await house()
      await mailboxOn(context, server)
      for (let at = 0; at < backlog; at += 600) await server.append(letters(Math.min(600, backlog - at), at + 1))
      const client = await server.client()
      const intake = startIntake(context, keys, reader, { timings: quick })
      await eventually('the first of the backlog', async () =>
        context.db.selectFrom('submission').select('number').limit(1).executeTakeFirst(),
      )
      await client.append('INBOX', Buffer.from(letter(99_999)))
      const appended = performance.now()
      await client.logout()
      const newest = await eventually('the newest', async () =>
        context.db
          .selectFrom('submission')
          .select('number')
          .where('subject', '=', 'The strike 99999')
          .executeTakeFirst(),
      )
      expect(performance.now() - appended).toBeLessThan(10_000)
      const all = async () => (await mailboxAccounts(context))[0]!.sums.ingested === backlog + 1
      await eventually('all', all, full ? 900_000 : 90_000)
      // The order of the rows tells who was first: a look at the sums in between would be a race.
      expect(newest.number).toBeLessThan(backlog + 1)
      await intake.stop()
      await context.close()
    }),
  full ? 1_200_000 : 300_000,
)
