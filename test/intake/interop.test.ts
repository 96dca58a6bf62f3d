// The same journey on a server of another make: the embedded one that the demo starts.
import { createRequire } from 'node:module'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ImapFlow } from 'imapflow'
import { mailboxAccounts } from '../../src/intake/health.ts'
import { startIntake } from '../../src/intake/start.ts'
import type { Reader } from '../../src/mail/pool.ts'
import { eventually } from '../eventually.ts'
import { reader as createTestReader, house, keys, letter, letters, mailboxOn, quick } from './house.ts'

let reader: Reader
beforeAll(() => {
  reader = createTestReader()
})
afterAll(() => reader.close())

type Embedded = { listen: (port: number, host: string, ready: () => void) => void; server: import('node:net').Server }

test('mail on the embedded server of the demo is taken in, watched, and marked as stored', async () => {
  const hoodiecrow = createRequire(import.meta.url)('hoodiecrow-imap') as (options: object) => Embedded
  const embedded = hoodiecrow({
    plugins: ['IDLE', 'UIDPLUS', 'LITERALPLUS', 'NAMESPACE'],
    users: { reader: { password: 'secret' } },
    storage: { INBOX: { messages: letters(5).map(raw => ({ raw, internaldate: '26-Apr-2016 07:50:00 +0000' })) } },
  })
  await new Promise<void>(resolve => embedded.listen(0, '127.0.0.1', resolve))
  const { port } = embedded.server.address() as { port: number }
  const context = await house()
  await mailboxOn(context, { host: '127.0.0.1', port, username: 'reader', password: 'secret' })
  const intake = startIntake(context, keys, reader, { timings: quick })
  const sums = async () => (await mailboxAccounts(context))[0]!
  await eventually('the first five', async () => (await sums()).sums.ingested === 5, 30_000)
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    doSTARTTLS: false,
    logger: false,
    auth: { user: 'reader', pass: 'secret' },
  })
  client.on('error', () => {})
  await client.connect()
  await client.append('INBOX', letter(6))
  // How many the server lists is noted when the look has ended; the email may have been read before.
  const sixth = async () => (await sums()).sums.ingested === 6 && (await sums()).seen === 6
  await eventually('the sixth', sixth, 30_000)
  expect(await sums()).toMatchObject({ state: 'ok', seen: 6, sums: { unaccounted: 0, duplicate: 0 } })
  await client.mailboxOpen('INBOX')
  await eventually('the keywords', async () => {
    const found = await client.search({ keyword: '$PostbagStored' }, { uid: true })
    return found && found.length === 6
  })
  client.close()
  await intake.stop()
  await new Promise<void>(resolve => {
    embedded.server.close(() => resolve())
  })
  await context.close()
}, 90_000)
