// The journey on servers of other makes than Dovecot, unpacked from their Debian packages.

import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ImapFlow } from 'imapflow'
import { pollOnce } from '../../src/intake/poll.ts'
import type { Reader } from '../../src/mail/pool.ts'
import { cyrusPackages, serveCyrus } from './cyrus.ts'
import { reader as createTestReader, house, keys, letter, letters, mailboxOn } from './house.ts'
import { makes, serveUnpacked, type Unpacked, unpack } from './unpacked.ts'

let reader: Reader
beforeAll(() => {
  reader = createTestReader()
})
afterAll(() => reader.close())

async function clientOf({ host, port }: Unpacked): Promise<ImapFlow> {
  const client = new ImapFlow({
    ...{ host, port, secure: false, doSTARTTLS: false, logger: false as const, disableAutoIdle: true },
    auth: { user: 'reader', pass: 'secret' },
  })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Everything is taken in once, what comes later too; what staff delete is followed; `marked`: our keyword is kept. */
async function journey(server: Unpacked, marked: boolean): Promise<void> {
  const context = await house()
  await mailboxOn(context, server)
  const poll = async () => (await pollOnce(context, keys, reader))[0]!
  const client = await clientOf(server)
  for (const mail of letters(60)) await client.append('INBOX', Buffer.from(mail))
  const taken = await poll()
  expect([taken.error, taken.seen]).toEqual([undefined, 60])
  expect(taken).toMatchObject({ new: 60, ingested: 60, duplicate: 0, unaccounted: 0 })
  await client.append('INBOX', Buffer.from(letter(61)))
  expect(await poll()).toMatchObject({ seen: 61, new: 1, ingested: 61, duplicate: 0, unaccounted: 0 })
  expect(await poll()).toMatchObject({ seen: 61, new: 0, ingested: 61, unaccounted: 0 })
  await client.mailboxOpen('INBOX')
  if (marked) expect(await client.search({ keyword: '$PostbagStored' }, { uid: true })).toHaveLength(61)
  expect(await client.search({ seen: true }, { uid: true })).toEqual([])
  const [first] = (await client.search({ all: true }, { uid: true })) || []
  await client.messageDelete(String(first), { uid: true })
  await client.logout().catch(() => client.close())
  expect(await poll()).toMatchObject({ seen: 60, new: 0, ingested: 60, unaccounted: 0 })
  expect(await context.db.selectFrom('submission').select('number').execute()).toHaveLength(61)
  await context.close()
}

const courier = makes.Courier
const mailutils = makes['GNU Mailutils imap4d']
for (const { name, packages, serve, marked } of [
  {
    name: 'GNU Mailutils imap4d',
    packages: mailutils.packages,
    serve: (root: string) => serveUnpacked(mailutils, root),
    // It takes no keywords, so the ledger alone is the truth (F27).
    marked: false,
  },
  { name: 'Courier', packages: courier.packages, serve: (root: string) => serveUnpacked(courier, root), marked: true },
  { name: 'Cyrus', packages: cyrusPackages, serve: serveCyrus, marked: true },
]) {
  const unpacked = unpack(packages)
  const words = `mail on ${name} is taken in once, and the sums follow what staff delete`
  const work = async () => {
    if ('why' in unpacked) throw new Error(`cannot run: ${unpacked.why}`)
    const server = await serve(unpacked.root)
    try {
      await journey(server, marked)
    } finally {
      await server.stop()
      rmSync(dirname(unpacked.root), { recursive: true, force: true })
    }
  }
  if ('why' in unpacked && process.env.CI !== 'true') test.skip(`${words} (skipped: ${unpacked.why})`, work)
  else test(words, work, 90_000)
}
