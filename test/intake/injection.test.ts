// What an administrator types never becomes a command of its own to the mail server.
import { expect, test } from '@jest/globals'
import { refuseMailbox } from '../../src/intake/mailboxes.ts'
import { testMailbox } from '../../src/intake/test-mailbox.ts'
import { startFake } from '../faults/fake-imap.ts'
import { quick } from './house.ts'

const box = { name: 'Letters', host: '127.0.0.1', port: 143, security: 'none' as const, username: 'u', password: 'p' }

test('a line end or another control character in host, user, password or folder is refused [ASVS 1.3.11]', () => {
  expect(refuseMailbox({ ...box, folder: 'INBOX' })).toBeNull()
  for (const sign of ['\r\n', '\n', '\r', '\0', '\u001b', '\u007f'])
    for (const field of ['host', 'username', 'password', 'folder'])
      expect(refuseMailbox({ ...box, [field]: `a${sign}x DELETE INBOX` })).toMatchObject({ why: 'bad-signs' })
})

test('quotes, braces, line ends and literals in a folder’s or a user’s name add no command to a conversation [ASVS 1.3.11]', async () => {
  const nasty = ['a" DELETE "INBOX', 'a\\', 'a {9}', '(a) NOOP', '*', '%', 'Entwürfe & Müll', 'a\r\nx1 DELETE INBOX']
  const names = async (change: object) => {
    const fake = await startFake({
      capability: 'IMAP4rev1',
      // A literal is asked for, as servers do; the line after it is then its text.
      on: ({ rest, say }) => {
        if (!/\{\d+\}$/.test(rest)) return false
        say('+ go on')
        return true
      },
    })
    const settings = { ...box, port: fake.port, folder: 'INBOX', ...change }
    await testMailbox(settings, undefined, quick)
    await fake.stop()
    if ('folder' in change) expect(fake.heard.join('\n')).toMatch(/(?:SELECT|EXAMINE|LIST)/)
    return fake.heard.map(line => line.split(' ')[1]?.toUpperCase()).filter(name => name === 'DELETE')
  }
  for (const name of nasty) {
    expect([name, await names({ folder: name })]).toEqual([name, []])
    expect([name, await names({ username: name })]).toEqual([name, []])
  }
}, 60_000)
