// Whom the house calls: only hosts of the operator's list, and only servers that show a certificate which is theirs.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readConfig } from '../src/config.ts'
import { addWebhook } from '../src/feed/index.ts'
import { post } from '../src/feed/post.ts'
import { addMailbox, changeMailbox } from '../src/intake/mailboxes.ts'
import { askForToken } from '../src/intake/oauth.ts'
import { testMailbox } from '../src/intake/test-mailbox.ts'
import { mayCall } from '../src/outgoing.ts'
import { testContext } from './context.ts'
import { startFake } from './faults/fake-imap.ts'
import { keys, quick } from './intake/house.ts'

const folder = mkdtempSync(join(tmpdir(), 'postbag-outgoing-'))
let server: Server
let port: number
let heard = 0
beforeAll(async () => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const words = 'req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost'
  execFileSync('openssl', [...words.split(' '), '-keyout', key, '-out', cert], { stdio: 'ignore' })
  server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => {
    heard++
    response.end('{"access_token":"t"}')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as { port: number }).port
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
  rmSync(folder, { recursive: true })
})

const oauth = (tokenUrl: string) => ({ tokenUrl, clientId: 'postbag', clientSecret: 'open sesame' })
const never = new AbortController().signal

test('a host is on the list by its name, or by the star above it, and by nothing that only looks like it [ASVS 13.2.4]', () => {
  const list = ['imap.example.org', '*.press.example', '[::1]']
  for (const host of ['imap.example.org', 'IMAP.example.org.', 'a.press.example', 'a.b.press.example', '::1', '[::1]'])
    expect([host, mayCall(list, host)]).toEqual([host, true])
  for (const host of [
    'example.org',
    'imap.example.org.evil.example',
    'xpress.example',
    'press.example',
    '127.0.0.1',
    '',
  ])
    expect([host, mayCall(list, host)]).toEqual([host, false])
  expect([mayCall(null, 'any.example'), mayCall([], 'any.example')]).toEqual([true, false])
  expect(readConfig({ POSTBAG_OUTGOING: ' a.example, *.b.example ' }).outgoing).toEqual(['a.example', '*.b.example'])
  expect(() => readConfig({ POSTBAG_OUTGOING: 'https://a.example/' })).toThrow('must be names of hosts')
})

test('what is not on the list is neither kept nor called: mail server, token address, webhook [ASVS 13.2.4]', async () => {
  const fake = await startFake()
  const context = { ...(await testContext()), outgoing: ['imap.example.org', 'hooks.example.org'] }
  const box = { name: 'Letters', host: 'imap.example.org', port: 993, username: 'u', password: 'p' } as const
  const add = (more: object) => addMailbox(context, keys, { ...box, security: 'tls', ...more })
  expect(await add({ host: 'imap.evil.example' })).toMatchObject({ ok: false, why: 'not-on-the-list' })
  expect(await add({ oauth: oauth('https://login.evil.example/') })).toMatchObject({ why: 'not-on-the-list' })
  const added = await add({})
  if (!added.ok) throw new Error(added.words)
  const change = { host: '127.0.0.1', actor: 'system' }
  expect(await changeMailbox(context, keys, added.mailbox.id, change)).toMatchObject({ why: 'not-on-the-list' })
  const hook = (url: string) => addWebhook(context, keys, 'system', { name: url, url, storyId: null })
  expect(await hook('https://evil.example/')).toMatchObject({ ok: false, why: 'not-on-the-list' })
  expect((await hook('https://hooks.example.org/')).ok).toBe(true)
  // The list may have grown shorter since: each call asks again.
  const { outgoing } = context
  const message = { body: '{}', headers: {}, outgoing }
  expect(await post(`https://127.0.0.1:${port}/`, message, never)).toContain('not on the list')
  await expect(askForToken(oauth(`https://127.0.0.1:${port}/`), outgoing)).rejects.toThrow('not on the list')
  const settings = { ...box, host: '127.0.0.1', port: fake.port, security: 'none' as const, folder: 'INBOX', outgoing }
  expect((await testMailbox(settings, undefined, quick)).steps.at(-1)!.words).toContain('not on the list')
  expect([heard, fake.connected.length]).toEqual([0, 0])
  await fake.stop()
  await context.close()
})

test('a server whose certificate nobody vouches for hears nothing of a webhook or a token [ASVS 12.3.2]', async () => {
  const message = { body: '{}', headers: {}, outgoing: null }
  expect(await post(`https://localhost:${port}/`, message, never)).toMatch(/could not be reached \(\w*SELF_SIGNED\w*\)/)
  await expect(askForToken(oauth(`https://localhost:${port}/`))).rejects.toThrow('cannot be reached')
  expect(heard).toBe(0)
})

test('a start that would believe every certificate is refused [ASVS 12.3.2]', () => {
  expect(() => readConfig({ NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toThrow('would believe every certificate')
})
