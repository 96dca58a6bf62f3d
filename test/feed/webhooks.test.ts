// Webhooks against a real consumer on a loopback port, which may be down, slow to learn, or gone for good.
import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { type Sending, waits } from '../../src/feed/deliver.ts'
import {
  addWebhook,
  listWebhooks,
  publishDue,
  readReceipts,
  removeWebhook,
  replayWebhook,
  startDeliveries,
  withdrawEntry,
} from '../../src/feed/index.ts'
import { keysFrom } from '../../src/secret.ts'
import { eventually } from '../eventually.ts'
import { deliverDue, nextDelivery } from './deliver-due.ts'
import { approveLetter, editor, type Strike, strike } from './strike.ts'

type Message = { headers: IncomingHttpHeaders; body: string }

const keys = keysFrom(new Uint8Array(32).fill(3))
let context: Strike
let consumer: Server
let url: string
let status: number
const taken: Message[] = []
let sending: Sending

beforeEach(async () => {
  context = await strike()
  status = 204
  taken.length = 0
  consumer = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    taken.push({ headers: request.headers, body })
    response.writeHead(status, status === 302 ? { Location: '/elsewhere' } : {}).end()
  })
  await new Promise<void>(resolve => consumer.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(consumer.address() as AddressInfo).port}/hook`
  sending = { keys, baseUrl: 'https://x.example', signal: new AbortController().signal, mayGoOn: async () => true }
})
afterEach(async () => {
  consumer.closeAllConnections()
  consumer.close()
  await context.close()
})

async function publish(words = {}): Promise<string> {
  context.clock.at += 1_000
  const { id } = await approveLetter(context, words, 0)
  await publishDue(context)
  return id
}
async function add(name = 'CMS', storyId: string | null = context.storyId): Promise<string> {
  const result = await addWebhook(context, keys, editor, { name, url, storyId })
  if (!result.ok) throw new Error(result.why)
  return result.secret
}
const deliver = () => deliverDue(context, sending)
const told = () => taken.map(({ body }) => JSON.parse(body)).map(({ type, data }) => `${data.seq} ${type}`)

test('every change is told in order, signed, and a withdrawal without its words', async () => {
  await publish({ text: 'Before anybody listened.' })
  const secret = await add()
  const id = await publish({ text: 'Marmalade words.' })
  await deliver()
  await withdrawEntry(context, editor, id, 'asked')
  await deliver()
  expect(told()).toEqual(['2 entry.published', '3 entry.withdrawn'])
  expect(JSON.parse(taken[0]!.body).data.entry.content_text).toContain('Marmalade words.')
  expect(taken[1]!.body).not.toContain('Marmalade')
  for (const { headers, body } of taken) {
    const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(content).digest('base64')}`)
    expect(Math.abs(Number(headers['webhook-timestamp']) * 1000 - context.clock.at)).toBeLessThan(1_000)
  }
})

test('a consumer that is down is tried again later and later for a day, then given up, red, until replayed', async () => {
  await add()
  const id = await publish()
  await withdrawEntry(context, editor, id, 'error')
  status = 500
  const receipt = async () => (await readReceipts(context.db, context.storyId))[0]!
  for (const [at, wait] of waits.entries()) {
    await deliver()
    expect(taken).toHaveLength(at + 1)
    expect(await nextDelivery(context)).toBe(context.clock.at + wait)
    expect((await receipt()).failing).toEqual({ error: 'It answered 500.', nextAt: context.clock.at + wait })
    context.clock.at += wait - 1
    await deliver()
    expect(taken).toHaveLength(at + 1)
    context.clock.at += 1
  }
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(24 * 3_600_000)
  await deliver()
  expect((await receipt()).failing).toEqual({ error: 'It answered 500.', nextAt: null })
  expect(await nextDelivery(context)).toBe(Number.POSITIVE_INFINITY)
  status = 200
  await replayWebhook(context, editor, 'CMS')
  await deliver()
  expect(await receipt()).toMatchObject({ seq: 2, failing: null })
  expect(told().slice(-2)).toEqual(['1 entry.published', '2 entry.withdrawn'])
  // However often a change was sent, it had one id.
  const ids = taken.filter(({ body }) => JSON.parse(body).data.seq === 1).map(({ headers }) => headers['webhook-id'])
  expect(new Set(ids).size).toBe(1)
  // The words were withdrawn before they could be told: no attempt held them.
  expect(taken.some(({ body }) => body.includes('junior doctors.'))).toBe(false)
})

test('a redirect is no answer, and nobody else is told [ASVS 15.3.2]', async () => {
  await add()
  await publish()
  status = 302
  await deliver()
  expect(taken).toHaveLength(1)
  expect((await listWebhooks(context))[0]!.deliveries[0]).toMatchObject({ behind: 1, error: 'It answered 302.' })
})

test('an unreachable consumer does not keep the others waiting [ASVS 16.5.2]', async () => {
  const dead = await addWebhook(context, keys, editor, { name: 'Dead', url: 'http://127.0.0.1:1/', storyId: null })
  expect(dead.ok).toBe(true)
  await add()
  await publish()
  await deliver()
  expect(told()).toEqual(['1 entry.published'])
  const receipts = await readReceipts(context.db, context.storyId)
  expect(receipts.map(({ consumer, seq, failing }) => [consumer, seq, failing === null])).toEqual([
    ['CMS', 1, true],
    ['Dead', 0, false],
  ])
})

test('only https, or this very machine; the secret is kept sealed; a removed one hears nothing', async () => {
  for (const bad of [
    'http://example.org/',
    'ftp://example.org',
    'nonsense',
    'https://u:p@example.org/',
    'file:///etc/passwd',
  ])
    expect(await addWebhook(context, keys, editor, { name: 'X', url: bad, storyId: null })).toEqual({
      ok: false,
      why: 'bad-address',
    })
  const secret = await add()
  expect(await addWebhook(context, keys, editor, { name: 'CMS', url, storyId: null })).toMatchObject({
    why: 'name-taken',
  })
  const row = await context.db.selectFrom('webhook').selectAll().executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain(secret)
  expect(await removeWebhook(context, editor, 'CMS')).toBe(true)
  expect(await removeWebhook(context, editor, 'CMS')).toBe(false)
  await publish()
  await deliver()
  expect(taken).toEqual([])
})

test('the loop delivers what is published while it runs, and stops when told', async () => {
  await add('CMS', null)
  const loop = startDeliveries({ ...context, now: Date.now }, { keys, baseUrl: 'https://x.example' })
  await publish()
  await eventually('the message', () => taken.length === 1)
  await loop.stop()
  await publish()
  expect(taken).toHaveLength(1)
})

test('a consumer that takes a message and never answers keeps no other from the next change', async () => {
  let held = 0
  const silent = createServer(() => void held++)
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`
  await addWebhook(context, keys, editor, { name: 'Silent', url: address, storyId: null })
  await add()
  const loop = startDeliveries({ ...context, now: Date.now }, { keys, baseUrl: 'https://x.example' })
  const id = await publish()
  await eventually('both to be sent the first change', () => held === 1 && taken.length === 1)
  await withdrawEntry(context, editor, id, 'asked')
  await eventually('the other to have the second', () => taken.length === 2)
  expect(held).toBe(1)
  await loop.stop()
  silent.closeAllConnections()
  silent.close()
})
