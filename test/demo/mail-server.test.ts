import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { ImapFlow } from 'imapflow'
import { startMailServer } from '../../scripts/demo/mail-server.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postbag-mail-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function signIn(port: number): Promise<ImapFlow> {
  const auth = { user: 'reader', pass: 'secret' }
  const imap = new ImapFlow({ host: '127.0.0.1', port, secure: false, doSTARTTLS: false, logger: false, auth })
  await imap.connect()
  return imap
}

test('the demo’s mail server hands out the very bytes, tells who idles, and remembers after a restart', async () => {
  const every = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte).filter(byte => byte !== 10 && byte !== 13))
  const raw = Buffer.concat([Buffer.from('Subject: bytes\r\n\r\n'), every, Buffer.from('\r\n')])
  const at = Date.UTC(2016, 3, 26, 7, 45)
  const first = await startMailServer(folder, 'reader', 'secret')
  const imap = await signIn(first.port)
  await imap.mailboxOpen('INBOX')
  const told = new Promise<number>(count => imap.on('exists', ({ count: now }: { count: number }) => count(now)))
  void imap.idle()
  first.deliver(raw, at)
  expect(await told).toBe(1)
  await imap.logout()
  await first.close()

  const second = await startMailServer(folder, 'reader', 'secret')
  expect(second.count()).toBe(1)
  const again = await signIn(second.port)
  await again.mailboxOpen('INBOX')
  const message = await again.fetchOne('1', { uid: true, source: true, internalDate: true })
  expect(message).toMatchObject({ uid: 1, internalDate: new Date(at) })
  expect(message ? message.source : null).toEqual(raw)
  await again.logout()
  await second.close()
})

test('a wrong password is refused', async () => {
  const server = await startMailServer(folder, 'reader', 'another secret')
  await expect(signIn(server.port)).rejects.toThrow()
  await server.close()
})
