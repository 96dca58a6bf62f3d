// Signing in with OAuth 2.0 (RELIABILITY F4, F15): a token endpoint and a mail server of the test's own.
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mailboxHealth } from '../../src/intake/health.ts'
import { settingsOf } from '../../src/intake/mailboxes.ts'
import { pollOnce } from '../../src/intake/poll.ts'
import { testMailbox } from '../../src/intake/test-mailbox.ts'
import type { Reader } from '../../src/mail/pool.ts'
import { startFake } from '../faults/fake-imap.ts'
import { reader as createTestReader, house, keys, letters, mailboxOn, patient, quick } from './house.ts'

let reader: Reader
beforeAll(() => {
  reader = createTestReader()
})
afterAll(() => reader.close())

type Answer = { status?: number; body?: Record<string, unknown> }

/** A token endpoint that gives out `token-1`, `token-2` … or what `answer` says. */
async function startTokens(answer: (asked: URLSearchParams, count: number) => Answer | undefined = () => undefined) {
  const asked: URLSearchParams[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', chunk => {
      text += chunk
    })
    request.on('end', () => {
      asked.push(new URLSearchParams(text))
      const ordinary = { access_token: `token-${asked.length}`, expires_in: 3600, token_type: 'Bearer' }
      const { status = 200, body = ordinary } = answer(asked.at(-1)!, asked.length) ?? {}
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const stop = () => new Promise(resolve => server.close(resolve).closeAllConnections())
  return { url: `http://127.0.0.1:${port}/token`, asked, stop }
}

/** A mail server that takes exactly the tokens in `good`. */
async function startMail(good: Set<string>) {
  const tokens: string[] = []
  const mail = await startFake({
    capability: 'IMAP4rev1 SASL-IR AUTH=XOAUTH2',
    messages: new Map(letters(3).map((letter, at) => [at + 1, letter])),
    on: ({ name, rest, tag, say }) => {
      if (name !== 'AUTHENTICATE') return false
      const text = Buffer.from(rest.split(' ').at(-1)!, 'base64').toString()
      const token = /auth=Bearer ([^\x01]+)/.exec(text)?.[1] ?? ''
      tokens.push(token)
      say(good.has(token) ? `${tag} OK in` : `${tag} NO [AUTHENTICATIONFAILED] no`)
      return true
    },
  })
  return { ...mail, tokens }
}

const oauthOf = (tokenUrl: string, refreshToken?: string) => ({
  ...{ tokenUrl, clientId: 'postbag', clientSecret: 'open sesame', refreshToken },
})

test('a refresh token gets an access token, which is used until four fifths of its life are over [ASVS 13.2.1]', async () => {
  const context = await house()
  const clock = { ahead: 0 }
  const moving = { ...context, now: () => Date.now() + clock.ahead }
  const endpoint = await startTokens()
  const mail = await startMail(new Set(['token-1', 'token-2']))
  await mailboxOn(
    moving,
    { ...mail, host: '127.0.0.1', username: 'reader', password: '' },
    { oauth: oauthOf(endpoint.url, 'refresh-me') },
  )
  const tokens = new Map()
  const poll = async () => (await pollOnce(moving, keys, reader, { timings: patient, tokens }))[0]
  expect(await poll()).toMatchObject({ seen: 3, ingested: 3 })
  clock.ahead = 0.75 * 3_600_000
  await poll()
  expect(endpoint.asked).toHaveLength(1)
  clock.ahead = 0.85 * 3_600_000
  await poll()
  expect(mail.tokens).toEqual(['token-1', 'token-1', 'token-2'])
  expect(endpoint.asked.map(asked => [asked.get('grant_type'), asked.get('refresh_token')])).toEqual([
    ['refresh_token', 'refresh-me'],
    ['refresh_token', 'refresh-me'],
  ])
  await Promise.all([endpoint.stop(), mail.stop(), context.close()])
})

test('a token refused before its time is replaced by a new one at once', async () => {
  const context = await house()
  const endpoint = await startTokens()
  const good = new Set(['token-1'])
  const mail = await startMail(good)
  await mailboxOn(
    context,
    { ...mail, host: '127.0.0.1', username: 'reader', password: '' },
    { oauth: oauthOf(endpoint.url) },
  )
  const tokens = new Map()
  await pollOnce(context, keys, reader, { timings: patient, tokens })
  good.clear()
  good.add('token-2')
  expect((await pollOnce(context, keys, reader, { timings: patient, tokens }))[0]).toMatchObject({
    seen: 3,
    ingested: 3,
  })
  expect(endpoint.asked.map(asked => asked.get('grant_type'))).toEqual(['client_credentials', 'client_credentials'])
  await Promise.all([endpoint.stop(), mail.stop(), context.close()])
})

test('a rotated refresh token is kept sealed and used the next time, until the secret is changed [ASVS 10.1.1]', async () => {
  const context = await house()
  const endpoint = await startTokens((_, count) => ({
    body: { access_token: `token-${count}`, expires_in: 3600, refresh_token: `refresh-${count}` },
  }))
  const mail = await startMail(new Set(['token-1', 'token-2']))
  await mailboxOn(
    context,
    { ...mail, host: '127.0.0.1', username: 'reader', password: '' },
    { oauth: oauthOf(endpoint.url, 'refresh-0') },
  )
  await pollOnce(context, keys, reader, { timings: patient })
  await pollOnce(context, keys, reader, { timings: patient })
  expect(endpoint.asked.map(asked => asked.get('refresh_token'))).toEqual(['refresh-0', 'refresh-1'])
  const stored = JSON.stringify(await context.db.selectFrom('setting').selectAll().execute())
  expect(stored).not.toContain('refresh-2')
  await Promise.all([endpoint.stop(), mail.stop(), context.close()])
})

test('F15: a permission that was withdrawn is about credentials, an endpoint in trouble is not', async () => {
  const context = await house()
  const state: Answer = { status: 400, body: { error: 'invalid_grant' } }
  const endpoint = await startTokens(() => state)
  const mail = await startMail(new Set(['token-1']))
  const { id } = await mailboxOn(
    context,
    { ...mail, host: '127.0.0.1', username: 'reader', password: '' },
    { oauth: oauthOf(endpoint.url, 'old') },
  )
  const kind = async () => {
    await pollOnce(context, keys, reader, { timings: patient })
    return (await context.db.selectFrom('mailbox').select('error_kind').executeTakeFirstOrThrow()).error_kind
  }
  expect(await kind()).toBe('credentials')
  expect((await mailboxHealth(context))[0]!.words).toContain('Give the permission again')
  state.status = 503
  state.body = {}
  expect(await kind()).toBe('busy')
  await endpoint.stop()
  expect(await kind()).toBe('unreachable')
  expect(mail.tokens).toEqual([])
  const box = (await context.db.selectFrom('mailbox').selectAll().where('id', '=', id).execute())[0]!
  const { steps } = await testMailbox(settingsOf(box, keys), undefined, quick)
  expect(steps.at(-1)!.ok).toBe(false)
  expect(JSON.stringify(await mailboxHealth(context))).not.toContain('sesame')
  await Promise.all([mail.stop(), context.close()])
})
