// What every test of the intake room starts from: a database, keys, a mailbox on a real server, a reader, short waits.
import { randomBytes } from 'node:crypto'
import { addMailbox } from '../../src/intake/mailboxes.ts'
import { timings } from '../../src/intake/timings.ts'
import { createReader, type Reader } from '../../src/mail/pool.ts'
import { keysFrom } from '../../src/secret.ts'
import { testContext } from '../context.ts'
import { type Dovecot, startDovecot } from '../dovecot.ts'

export const keys = keysFrom(randomBytes(32))

/** As in real life, but a minute is a second and a second is a fraction of one. */
export const quick = {
  ...timings,
  ...{ connect: 2000, greeting: 1000, socket: 2000, idle: 1000, command: 3000, search: 1000, glance: 500 },
  ...{ lease: 2000, look: 100, list: 50, backOff: 20, backOffMost: 500, healthy: 2000, busy: 200, withheld: 200 },
  credentials: [100, 200, 400],
}

/** The same with the deadlines of real life: for tests that run into none of them, however busy the computer is. */
export const patient = {
  ...quick,
  ...{ connect: timings.connect, greeting: timings.greeting, socket: timings.socket, command: timings.command },
}

/** A context whose clock is the real one: leases and servers know no other. */
export async function house(file = ':memory:') {
  const context = await testContext(file)
  return { ...context, now: () => Date.now() }
}

export type House = Awaited<ReturnType<typeof house>>

export async function mailboxOn(
  context: House,
  server: Pick<Dovecot, 'host' | 'port' | 'username' | 'password'>,
  change: Partial<Parameters<typeof addMailbox>[2]> = {},
  sealedWith = keys,
) {
  const { host, port, username, password } = server
  const added = await addMailbox(context, sealedWith, {
    ...{ name: 'Letters', host, port, username, password, security: 'none' },
    ...change,
  })
  if (!added.ok) throw new Error(added.words)
  return added.mailbox
}

export function letter(number: number, change: { headers?: string; body?: string; to?: string } = {}): string {
  const {
    headers = '',
    body = `Letter ${number}: the strike is right.\n\nKatherine, Ruislip`,
    to = 'haveyoursay@example.org',
  } = change
  return [
    `Message-ID: <letter-${number}@example.net>`,
    'Date: Tue, 26 Apr 2016 08:50:00 +0100',
    `From: Katherine <katherine${number}@example.net>`,
    `To: ${to}`,
    `Subject: The strike ${number}`,
    ...(headers ? [headers] : []),
    '',
    body,
    '',
  ]
    .join('\n')
    .replace(/\n/g, '\r\n')
}

export const letters = (count: number, from = 1): string[] =>
  Array.from({ length: count }, (_, at) => letter(from + at))

export const reader = (): Reader => createReader({ threads: 1 })

/** Gives `work` a server of its own, and stops it whatever happens. */
export async function withServer(work: (server: Dovecot) => Promise<void>, settings = ''): Promise<void> {
  const server = await startDovecot(settings)
  try {
    await work(server)
  } finally {
    await server.stop()
  }
}
