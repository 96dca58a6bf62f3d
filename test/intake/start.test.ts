import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mailboxAccounts } from '../../src/intake/health.ts'
import { startIntake } from '../../src/intake/start.ts'
import type { Reader } from '../../src/mail/pool.ts'
import { eventually } from '../eventually.ts'
import { startFake } from '../faults/fake-imap.ts'
import { testWithDovecot } from '../test-with-dovecot.ts'
import { reader as createTestReader, house, keys, letter, letters, mailboxOn, quick, withServer } from './house.ts'

let reader: Reader
beforeAll(() => {
  reader = createTestReader()
})
afterAll(() => reader.close())

const waiting = async (context: Awaited<ReturnType<typeof house>>) =>
  (await context.db.selectFrom('submission').select('number').where('state', '=', 'waiting').execute()).length

testWithDovecot(
  'an email that arrives while we idle is at the desk without waiting for the next look',
  () =>
    withServer(async server => {
      const context = await house()
      await mailboxOn(context, server)
      const slow = { ...quick, search: 60_000, glance: 30_000, command: 60_000, idle: 60_000 }
      const intake = startIntake(context, keys, reader, { timings: slow })
      await eventually('the first look', async () => (await mailboxAccounts(context))[0]?.checkedAt, 20_000)
      for (let number = 1; number <= 3; number++) {
        await server.append([letter(number)])
        await eventually(`letter ${number}`, async () => (await waiting(context)) === number, 20_000)
      }
      await intake.stop()
      await context.close()
    }),
  90_000,
)

test('with a live pace the server is asked for news while something happens, and left to idle a quarter of an hour later', async () => {
  const server = await startFake({ capability: 'IMAP4rev1 IDLE', messages: new Map([[1, letter(1)]]) })
  const context = await house()
  const clock = { ahead: 0 }
  const moved = { ...context, now: () => Date.now() + clock.ahead }
  await mailboxOn(moved, { host: '127.0.0.1', port: server.port, username: 'reader', password: 'secret' })
  const slow = { ...quick, search: 1000, glance: 500, lease: 3_600_000 }
  const intake = startIntake(moved, keys, reader, { timings: slow, livePace: 50 })
  const asked = () => server.heard.filter(line => /NOOP$/.test(line)).length
  const idled = () => server.heard.filter(line => /IDLE$/.test(line)).length
  await eventually('five questions', () => asked() >= 5, 20_000)
  clock.ahead = 16 * 60_000
  const before = idled()
  await eventually('an idle', () => idled() > before, 20_000)
  await intake.stop()
  await context.close()
  await server.stop()
}, 60_000)

testWithDovecot(
  'two thousand emails appended while the poller runs each get exactly one outcome',
  () =>
    withServer(async server => {
      const context = await house()
      await mailboxOn(context, server)
      const intake = startIntake(context, keys, reader, { timings: quick })
      const mails = letters(1900).map((mail, at) =>
        at % 50 === 7 ? mail.replace('\r\n\r\n', '\r\nAuto-Submitted: auto-replied\r\n\r\n') : mail,
      )
      await server.append([...mails.slice(0, 1000), ...mails.slice(0, 100), ...mails.slice(1000)])
      const sums = await eventually(
        'every outcome',
        async () => {
          const [box] = await mailboxAccounts(context)
          return box!.seen === 2000 && box!.sums.unaccounted === 0 && box!.sums.pending === 0 && box!.sums
        },
        120_000,
      )
      expect(sums).toEqual({
        pending: 0,
        ingested: 1862,
        duplicate: 100,
        ignored: 38,
        parked: 0,
        erased: 0,
        gone: 0,
        unaccounted: 0,
      })
      expect(await waiting(context)).toBe(1862)
      await intake.stop()
      await context.close()
    }),
  180_000,
)

testWithDovecot('everything kept carries our keyword on the server, and nothing is marked as seen', () =>
  withServer(async server => {
    const context = await house()
    await mailboxOn(context, server)
    await server.append(letters(30))
    const intake = startIntake(context, keys, reader, { timings: quick })
    const client = await server.client()
    await client.mailboxOpen('INBOX')
    await eventually('the keywords', async () => {
      const stored = await client.search({ keyword: '$PostbagStored' }, { uid: true })
      return stored && stored.length === 30
    })
    expect(await client.search({ seen: true }, { uid: true })).toEqual([])
    await intake.stop()
    await client.logout()
    await context.close()
  }),
)

testWithDovecot('a broken connection heals by itself, and what came meanwhile arrives', () =>
  withServer(async server => {
    const context = await house()
    await mailboxOn(context, server)
    const intake = startIntake(context, keys, reader, { timings: quick })
    await server.append(letters(5))
    await eventually('the first five', async () => (await waiting(context)) === 5)
    server.doveadm('kick', 'reader')
    await server.append(letters(5, 6))
    await eventually('the other five', async () => (await waiting(context)) === 10)
    await intake.stop()
    await context.close()
  }),
)

testWithDovecot('a mailbox that is added, paused and changed while the service runs is followed', () =>
  withServer(async server => {
    const context = await house()
    const intake = startIntake(context, keys, reader, { timings: quick })
    const { changeMailbox } = await import('../../src/intake/mailboxes.ts')
    const { id } = await mailboxOn(context, server, { password: 'wrong' })
    await server.append(letters(2))
    const refused = await eventually('the refusal', async () => (await mailboxAccounts(context))[0]?.error)
    expect(refused).toContain('refused the user name or the password')
    await changeMailbox(context, keys, id, { password: 'secret', actor: 'system' })
    await eventually('the mail', async () => (await waiting(context)) === 2)
    expect((await mailboxAccounts(context))[0]).toMatchObject({ state: 'ok', error: null })
    await changeMailbox(context, keys, id, { paused: true, actor: 'system' })
    await server.append(letters(1, 3))
    expect((await mailboxAccounts(context))[0]!.state).toBe('paused')
    await changeMailbox(context, keys, id, { paused: false, actor: 'system' })
    await eventually('the third', async () => (await waiting(context)) === 3)
    await intake.stop()
    await context.close()
  }),
)
