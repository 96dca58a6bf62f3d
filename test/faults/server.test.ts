// Faults of the mail server itself (RELIABILITY F1-F4, F10, F11, F14, F16, F18, F21, F22, F27), from a scripted one.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mailboxAccounts, mailboxHealth } from '../../src/intake/health.ts'
import { pollOnce } from '../../src/intake/poll.ts'
import { startIntake } from '../../src/intake/start.ts'
import { testMailbox } from '../../src/intake/test-mailbox.ts'
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
import { type FakeServer, fetched, inSet, startFake } from './fake-imap.ts'

let reader: Reader
beforeAll(() => {
  reader = createTestReader()
})
afterAll(() => reader.close())

const brisk = {
  ...quick,
  socket: 400,
  command: 600,
  connect: 500,
  greeting: 300,
  search: 300,
  glance: 150,
  backOffMost: 100,
}
const poll = async (context: House) => (await pollOnce(context, keys, reader, { timings: brisk }))[0]!
const at = (server: FakeServer) => ({
  host: '127.0.0.1',
  port: server.port,
  username: 'reader',
  password: 'open sesame',
})

const mails = (count: number) => new Map(letters(count).map((mail, index) => [index + 1, mail]))

async function withFake(
  script: Parameters<typeof startFake>[0],
  work: (server: FakeServer, context: House) => Promise<void>,
  change: Parameters<typeof mailboxOn>[2] = {},
) {
  const server = await startFake(script)
  const context = await house()
  await mailboxOn(context, at(server), change)
  try {
    await work(server, context)
  } finally {
    await server.stop()
    await context.close()
  }
}

const refuseSignIn = (answer: string) => (command: { tag: string; name: string; say: (line: string) => void }) => {
  if (!['LOGIN', 'AUTHENTICATE'].includes(command.name)) return false
  command.say(`${command.tag} ${answer}`)
  return true
}

test('F1: a server that is down at the start is found as soon as it is up', async () => {
  const first = await startFake()
  await first.stop()
  const context = await house()
  await mailboxOn(context, at(first))
  const intake = startIntake(context, keys, reader, { timings: brisk })
  const error = await eventually('the banner', async () => (await mailboxHealth(context))[0]!.error)
  expect(error).toContain('Nothing answers at 127.0.0.1')
  await intake.stop()
  await context.close()
})

test('F2: a server that says nothing is given up after the time for a greeting', () =>
  withFake({ greeting: null }, async (_, context) => {
    const report = await poll(context)
    expect(report.error).toContain('says nothing')
  }))

test('F3: a server that says goodbye at once is tried again later, and nothing falls over', () =>
  withFake({ greeting: '* BYE too many connections' }, async (server, context) => {
    const intake = startIntake(context, keys, reader, { timings: brisk })
    await eventually('several tries', () => server.connected.length >= 3)
    await intake.stop()
    expect((await mailboxHealth(context))[0]!.state).toBe('red')
    const [first = 0, second = 0] = server.connected
    expect(second - first).toBeGreaterThanOrEqual(brisk.busy)
  }))

test('F4: goodbye in the middle of the work costs nothing but a new connection', () => {
  const said = new Set<string>()
  return withFake(
    {
      messages: mails(5),
      on: ({ name, say, socket }) => {
        if (!['UID SEARCH', 'UID FETCH', 'UID STORE'].includes(name) || said.has(name)) return false
        said.add(name)
        say('* BYE Session invalidated - AccessTokenExpired')
        socket.end()
        return true
      },
    },
    async (_, context) => {
      const intake = startIntake(context, keys, reader, { timings: brisk })
      await eventually('all five', async () => (await mailboxAccounts(context))[0]!.sums.ingested === 5)
      await intake.stop()
      expect(said.size).toBe(3)
    },
  )
})

test('F10: where STARTTLS is not offered no password leaves us [ASVS 12.3.1]', async () => {
  const server = await startFake({ capability: 'IMAP4rev1 AUTH=PLAIN' })
  const settings = { ...at(server), security: 'starttls' as const, folder: 'INBOX' }
  const { ok, steps } = await testMailbox(settings, undefined, brisk)
  expect(ok).toBe(false)
  expect(steps.at(-1)!.words).toContain('offers no STARTTLS')
  expect(server.heard.filter(line => /login|authenticate|sesame/i.test(line))).toEqual([])
  await server.stop()
})

testWithDovecot(
  'F11: a certificate nobody vouches for is refused with the reason; one’s own authority is accepted',
  () =>
    withServer(async server => {
      const settings = {
        ...{ host: 'localhost', port: server.tlsPort, username: 'reader', password: 'secret' },
        ...{ security: 'tls' as const, folder: 'INBOX' },
      }
      const refused = await testMailbox(settings, undefined, patient)
      expect(refused.steps.at(-1)).toMatchObject({ name: 'connect', ok: false })
      expect(refused.steps.at(-1)!.words).toContain('self-signed')
      const { ok, steps } = await testMailbox({ ...settings, ca: server.ca }, undefined, patient)
      expect(steps.map(step => step.name)).toEqual(['dns', 'connect', 'sign-in', 'folder', 'idle'])
      expect(ok).toBe(true)
    }),
)

test('F13: a refused password is tried four times and then left alone until it changes', () =>
  withFake({ on: refuseSignIn('NO [AUTHENTICATIONFAILED] no') }, async (server, context) => {
    const few = { ...brisk, credentials: [20, 20, 20] }
    const intake = startIntake(context, keys, reader, { timings: few })
    await eventually('four tries', async () => {
      const { refusals } = await context.db.selectFrom('mailbox').select('refusals').executeTakeFirstOrThrow()
      return refusals === 4
    })
    expect(server.connected).toHaveLength(4)
    const error = await eventually('the banner', async () => (await mailboxHealth(context))[0]!.error)
    expect(error).toContain('refused the user name or the password')
    await intake.stop()
    // Neither waiting nor a restart makes it five.
    const again = startIntake(context, keys, reader, { timings: few })
    await expect(eventually('a fifth', () => server.connected.length > 4, 300)).rejects.toThrow('a fifth')
    await again.stop()
  }))

for (const answer of [
  'NO [UNAVAILABLE] later',
  'NO [LIMIT] enough',
  'NO [INUSE] taken',
  'NO Too many simultaneous connections. (Failure)',
  'BAD User is authenticated but not connected.',
])
  test(`F14: “${answer}” at sign-in passes, and is no word about the password`, () =>
    withFake({ messages: mails(1), on: refuseSignIn(answer) }, async (server, context) => {
      const intake = startIntake(context, keys, reader, { timings: { ...brisk, busy: 20 } })
      await eventually('ten tries', () => server.connected.length >= 10)
      await intake.stop()
      const [box] = await context.db.selectFrom('mailbox').selectAll().execute()
      expect(box).toMatchObject({ error_kind: 'busy', refusals: 0 })
      expect(box!.error).not.toContain('password')
    }))

test('F16: a server that names a time to stay away is left alone for that time', () =>
  withFake(
    {
      messages: mails(2),
      on: ({ name, tag, say }) => {
        if (name !== 'UID FETCH') return false
        say(`${tag} BAD Request is throttled. Suggested Backoff Time: 1500 milliseconds`)
        return true
      },
    },
    async (server, context) => {
      const intake = startIntake(context, keys, reader, { timings: { ...brisk, busy: 10 } })
      await eventually('the second try', () => server.connected.length >= 2)
      await intake.stop()
      const [first = 0, second = 0] = server.connected
      expect(second - first).toBeGreaterThanOrEqual(1500)
      expect(server.connected).toHaveLength(2)
      expect((await mailboxHealth(context))[0]!.words).toContain('slow down')
    },
  ))

test('F18: a search that the server refuses is never taken for an empty mailbox', () => {
  let refuse = false
  return withFake(
    {
      messages: mails(3),
      on: ({ name, tag, say }) => {
        if (name !== 'UID SEARCH' || !refuse) return false
        say(`${tag} NO mailbox was deleted`)
        return true
      },
    },
    async (_, context) => {
      expect(await poll(context)).toMatchObject({ seen: 3, ingested: 3 })
      refuse = true
      expect((await poll(context)).error).toContain('was replaced')
      refuse = false
      expect(await poll(context)).toMatchObject({ seen: 3, ingested: 3, gone: 0 })
    },
  )
})

test('F20: a message that vanishes between the search and the fetch is counted as gone, the rest arrive', () => {
  const messages = mails(4)
  return withFake(
    {
      messages,
      on: ({ name, rest }) => {
        if (name === 'UID FETCH' && rest.includes('BODY')) messages.delete(2)
        return false
      },
    },
    async (_, context) => {
      expect(await poll(context)).toMatchObject({ seen: 3, ingested: 3, gone: 1, unaccounted: 0 })
      expect(await poll(context)).toMatchObject({ seen: 3, new: 0, gone: 1, unaccounted: 0 })
    },
  )
})

test('F21: a message left out of an answer is asked for again, and one never handed over stays in sight', () => {
  let omit = 1
  let withhold = true
  const messages = mails(4)
  return withFake(
    {
      messages,
      on: ({ name, rest, say, tag }) => {
        if (name !== 'UID FETCH' || !rest.includes('BODY')) return false
        const set = rest.split(' ')[0]!
        for (const [uid, mail] of messages) {
          if (!inSet(set, uid) || (uid === 3 && omit-- > 0) || (uid === 4 && withhold)) continue
          say(fetched(uid, uid, mail, 'BODY'))
        }
        say(`${tag} OK done`)
        return true
      },
    },
    async (_, context) => {
      expect(await poll(context)).toMatchObject({ seen: 4, ingested: 3, parked: 1, unaccounted: 0 })
      withhold = false
      expect(await poll(context)).toMatchObject({ seen: 4, new: 1, ingested: 4, parked: 0, unaccounted: 0 })
    },
  )
})

test('F22: answers nobody asked for, and answers given twice, change nothing', () => {
  const messages = mails(3)
  return withFake(
    {
      messages,
      on: ({ name, rest, say }) => {
        if (name !== 'UID FETCH') return false
        say(fetched(1, 1, letter(1), rest))
        say(fetched(9, 900, letter(900), rest))
        say('* 1 EXISTS')
        return false
      },
    },
    async (_, context) => {
      expect(await poll(context)).toMatchObject({ seen: 3, ingested: 3, duplicate: 0, unaccounted: 0 })
      expect(await poll(context)).toMatchObject({ seen: 3, new: 0, ingested: 3, unaccounted: 0 })
    },
  )
})

test('F27: where the server takes no keywords the ledger alone is the truth', () =>
  withFake({ messages: mails(3), permanentFlags: '\\Seen \\Deleted' }, async (server, context) => {
    expect(await poll(context)).toMatchObject({ seen: 3, new: 3, ingested: 3 })
    expect(await poll(context)).toMatchObject({ seen: 3, new: 0, ingested: 3 })
    expect(server.heard.filter(line => line.includes('STORE'))).toEqual([])
  }))

test('F27: a server that refuses our keyword, or forgets it, is not asked again and again', async () => {
  for (const answer of ['NO not yours to change', 'OK done'])
    await withFake(
      {
        messages: mails(3),
        on: ({ name, tag, say }) => {
          if (name !== 'UID STORE') return false
          say(`${tag} ${answer}`)
          return true
        },
      },
      async (server, context) => {
        const intake = startIntake(context, keys, reader, { timings: { ...brisk, search: 50, glance: 50 } })
        await eventually('several looks', () => server.heard.filter(line => line.includes('SEARCH ALL')).length >= 4)
        await intake.stop()
        expect(server.heard.filter(line => line.includes('STORE')).length).toBeLessThanOrEqual(2)
        expect((await mailboxAccounts(context))[0]!.sums).toMatchObject({ ingested: 3, unaccounted: 0 })
      },
    )
})

test('quiet mode opens the folder for reading only and says nothing that changes it', () =>
  withFake(
    { messages: mails(3) },
    async (server, context) => {
      expect(await poll(context)).toMatchObject({ seen: 3, ingested: 3 })
      const words = server.heard.map(line => line.split(' ').slice(1, 3).join(' '))
      expect(words.filter(line => /SELECT|STORE|MOVE|COPY|EXPUNGE|CLOSE/.test(line))).toEqual([])
      expect(words).toContain('EXAMINE INBOX')
    },
    { quiet: true },
  ))
