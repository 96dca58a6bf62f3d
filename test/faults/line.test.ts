// Faults of the line between us and the mail server (RELIABILITY F5-F9, F42), with a real Dovecot behind a proxy.
import { afterAll, beforeAll, expect } from '@jest/globals'
import { mailboxAccounts } from '../../src/intake/health.ts'
import { pollOnce } from '../../src/intake/poll.ts'
import { startIntake } from '../../src/intake/start.ts'
import type { Reader } from '../../src/mail/pool.ts'
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
  patient,
  quick,
  withServer,
} from '../intake/house.ts'
import { testWithDovecot } from '../test-with-dovecot.ts'
import { type FaultProxy, startProxy } from './proxy.ts'

let reader: Reader
beforeAll(() => {
  reader = createTestReader()
})
afterAll(() => reader.close())

const brisk = {
  ...quick,
  socket: 400,
  idle: 400,
  command: 600,
  connect: 500,
  greeting: 400,
  search: 400,
  glance: 200,
  backOffMost: 100,
}

type Parts = { server: Dovecot; proxy: FaultProxy; context: House }
type Place = { change?: Parameters<typeof mailboxOn>[2]; settings?: string }

const behindProxy = (work: (parts: Parts) => Promise<void>, { change, settings }: Place = {}) =>
  withServer(async server => {
    const proxy = await startProxy(server.port)
    const context = await house()
    await mailboxOn(context, { ...server, port: proxy.port }, change)
    try {
      await work({ server, proxy, context })
    } finally {
      await proxy.stop()
      await context.close()
    }
  }, settings)

const stored = async ({ db }: House) => (await db.selectFrom('submission').select('number').execute()).length

testWithDovecot(
  'F5: a connection cut or reset at any byte of a message stores nothing of it, and the next pass stores it whole',
  () =>
    behindProxy(async ({ server, proxy, context }) => {
      const body = letter(1).length
      // From the first byte of the answer, through the literal and its CRLF, to just before the tagged OK.
      const offsets = Array.from({ length: 20 }, (_, at) =>
        at < 16 ? Math.round((at * body) / 15) + (at % 2) : body + at * 3,
      )
      for (const [at, after] of offsets.entries()) {
        await server.append([letter(at + 1)])
        proxy.set({ when: 'BODY.PEEK[]', after, act: at % 2 === 0 ? 'cut' : 'reset', times: 1 })
        const [broken] = await pollOnce(context, keys, reader, { timings: patient })
        if (broken!.error) expect(await stored(context)).toBe(at)
        proxy.set(null)
        const [healed] = await pollOnce(context, keys, reader, { timings: patient })
        expect(healed).toMatchObject({ seen: at + 1, ingested: at + 1, unaccounted: 0 })
      }
      expect(await stored(context)).toBe(20)
    }),
  180_000,
)

testWithDovecot('F6: a message that stops coming half way is given up after the silence allowed, and comes later', () =>
  behindProxy(async ({ server, proxy, context }) => {
    await server.append(letters(3))
    proxy.set({ when: 'BODY.PEEK[]', after: 200, act: 'stall', times: 1 })
    const started = performance.now()
    const [broken] = await pollOnce(context, keys, reader, { timings: brisk })
    expect(broken!.error).toBeDefined()
    expect(performance.now() - started).toBeLessThan(5 * brisk.socket)
    expect((await pollOnce(context, keys, reader, { timings: patient }))[0]).toMatchObject({
      ingested: 3,
      unaccounted: 0,
    })
  }),
)

testWithDovecot('F7: a line that died while we idled is noticed, and new mail is seen on a new one', () =>
  behindProxy(async ({ server, proxy, context }) => {
    const intake = startIntake(context, keys, reader, { timings: brisk })
    await eventually('the first look', async () => (await mailboxAccounts(context))[0]?.checkedAt)
    proxy.set({ when: '+ idling', act: 'stall', times: 1 })
    await eventually('the silence', () => proxy.connections() >= 2)
    await server.append(letters(2))
    await eventually('the mail', async () => (await stored(context)) === 2)
    await intake.stop()
  }),
)

testWithDovecot('F8: a line that drips byte by byte is closed by our own deadline', () =>
  behindProxy(async ({ server, proxy, context }) => {
    await server.append(letters(3))
    proxy.set({ when: 'BODY.PEEK[]', act: 'drip', times: 1 })
    const started = performance.now()
    const [broken] = await pollOnce(context, keys, reader, { timings: brisk })
    expect(broken!.error).toContain('stopped answering')
    expect(performance.now() - started).toBeLessThan(5 * brisk.command)
    expect((await pollOnce(context, keys, reader, { timings: patient }))[0]).toMatchObject({
      ingested: 3,
      unaccounted: 0,
    })
  }),
)

for (const { where, when, after, ...place } of [
  { where: 'at sign-in', when: 'AUTHENTICATE' },
  {
    where: 'while the line is being secured',
    when: ' STARTTLS\r\n',
    change: { host: 'localhost', security: 'starttls' },
  },
  {
    where: 'once the line is compressed',
    when: 'COMPRESS DEFLATE',
    // The answer passes, and nothing of what follows, which is compressed.
    after: 30,
    settings: 'mail_plugins = zlib\nprotocol imap {\n  mail_plugins = zlib imap_zlib\n}\n',
  },
] as (Place & { where: string; when: string; after?: number })[])
  testWithDovecot(`F9: silence ${where} ends at the deadline and is tried again`, () =>
    behindProxy(async ({ server, proxy, context }) => {
      await server.append(letters(1))
      proxy.set({ when, act: 'stall', times: 2, ...(after === undefined ? {} : { after }) })
      const [broken] = await pollOnce(context, keys, reader, { timings: brisk, ca: server.ca })
      expect(broken!.error).toBeDefined()
      expect(await stored(context)).toBe(0)
      const intake = startIntake(context, keys, reader, { timings: brisk, ca: server.ca })
      await eventually('the mail', async () => (await stored(context)) === 1)
      expect(proxy.connections()).toBeGreaterThanOrEqual(3)
      await intake.stop()
    }, place),
  )

testWithDovecot(
  'F42: with the connection reset again and again the work goes on, one message further each time',
  () =>
    behindProxy(async ({ server, proxy, context }) => {
      await server.append(letters(150))
      const intake = startIntake(context, keys, reader, { timings: brisk })
      const resets = setInterval(proxy.drop, 1000)
      try {
        await eventually('all of them', async () => (await stored(context)) === 150, 100_000)
      } finally {
        clearInterval(resets)
      }
      await eventually('the sums', async () => {
        const [box] = await mailboxAccounts(context)
        return box!.seen === 150 && box!.sums.ingested === 150
      })
      await intake.stop()
    }),
  300_000,
)
