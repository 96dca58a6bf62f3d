// WebSub against a hub of our own on a loopback port: told of every change, it fetches the feed and passes it on.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { Sending } from '../../src/feed/deliver.ts'
import {
  addWebhook,
  amendEntry,
  feedEndings,
  publishDue,
  readReceipts,
  removeWebhook,
  setPinned,
  withdrawEntry,
} from '../../src/feed/index.ts'
import { keysFrom } from '../../src/secret.ts'
import { publicSite } from '../web/public-site.ts'
import { deliverDue } from './deliver-due.ts'
import { approveLetter, editor, type Strike, strike } from './strike.ts'

const keys = keysFrom(new Uint8Array(32).fill(3))
const baseUrl = 'https://live.example.org'

let context: Strike
let site: Awaited<ReturnType<typeof publicSite>>
let hub: Server
let url: string
let status: number
/** What the hub was told to fetch, in order, and what it passed on for each. */
let topics: string[]
let passedOn: Map<string, string>
let sending: Sending

beforeEach(async () => {
  context = await strike()
  site = await publicSite(context)
  status = 204
  topics = []
  passedOn = new Map()
  hub = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    const form = new URLSearchParams(body)
    if (form.get('hub.mode') !== 'publish') return void response.writeHead(400).end()
    const topic = form.get('hub.topic')!
    topics.push(topic)
    if (status === 204) await distribute(topic)
    response.writeHead(status).end()
  })
  await new Promise<void>(resolve => hub.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(hub.address() as AddressInfo).port}/hub`
  sending = { keys, baseUrl, signal: new AbortController().signal, mayGoOn: async () => true }
})
afterEach(async () => {
  hub.closeAllConnections()
  hub.close()
  await site.close()
  await context.close()
})

/** As a hub does (WebSub section 7): fetches the topic, and only where the topic names it as its hub sends it on. */
async function distribute(topic: string): Promise<void> {
  const answer = await site.get(topic.replace(baseUrl, ''))
  const links = [...(answer.headers.get('link') ?? '').matchAll(/<([^>]+)>; rel="(\w[\w-]*)"/g)]
  const named = links.map(([, href, rel]) => `${rel} ${href}`)
  if (named.includes(`hub ${url}`) && named.includes(`self ${topic}`)) passedOn.set(topic, await answer.text())
}

const add = () => addWebhook(context, keys, editor, { name: 'Our hub', url, storyId: null, kind: 'hub' })
const deliver = () => deliverDue(context, sending)
const allTopics = feedEndings.map(ending => `${baseUrl}/feeds/junior-doctors${ending}`)
async function publish(text: string): Promise<string> {
  context.clock.at += 1_000
  const { id } = await approveLetter(context, { text }, 0)
  await publishDue(context)
  return id
}

test('a hub is told of every change in every format, and what it passes on has no withdrawn word', async () => {
  expect((await add()).ok).toBe(true)
  const id = await publish('Marmalade words.')
  const changes: [string, () => Promise<unknown>][] = [
    ['published', async () => {}],
    ['amended', () => amendEntry(context, editor, id, { revision: 1, text: 'Marmalade bettered.' })],
    ['pinned', () => setPinned(context, editor, id, true)],
    ['withdrawn', () => withdrawEntry(context, editor, id, 'asked')],
  ]
  for (const [what, change] of changes) {
    await change()
    topics = []
    await deliver()
    expect([what, topics.sort()]).toEqual([what, [...allTopics].sort()])
    expect(await deliver()).toBe(false)
    for (const topic of allTopics) {
      const served = await (await site.get(topic.replace(baseUrl, ''))).text()
      expect([what, topic, passedOn.get(topic)]).toEqual([what, topic, served])
      expect([what, topic, served.includes('Marmalade')]).toEqual([what, topic, what !== 'withdrawn'])
    }
  }
})

test('the feeds name their hub and themselves while there is one; archives and windows beyond the first name none', async () => {
  await publish('Words.')
  const atom = async (query = '') => (await site.get(`/feeds/junior-doctors.atom${query}`)).text()
  expect(await atom()).not.toContain('rel="hub"')
  await add()
  expect(await atom()).toContain(`<link rel="hub" href="${url}"/>`)
  const rss = await (await site.get('/feeds/junior-doctors.rss')).text()
  expect(rss).toContain(`<atom:link rel="hub" href="${url}"/>`)
  const json = JSON.parse(await (await site.get('/feeds/junior-doctors.json')).text())
  expect(json.hubs).toEqual([{ type: 'WebSub', url }])
  expect(await atom('?limit=1&before=2')).not.toContain('rel="hub"')
  expect(await removeWebhook(context, editor, 'Our hub')).toBe(true)
  expect(await atom()).not.toContain('rel="hub"')
})

test('a hub that is down is red with its next try, and has its receipt when it has answered', async () => {
  await add()
  const id = await publish('Words.')
  await withdrawEntry(context, editor, id, 'legal')
  status = 503
  await deliver()
  const receipt = async () => (await readReceipts(context.db, context.storyId))[0]
  expect(await receipt()).toMatchObject({
    kind: 'hub',
    seq: 0,
    failing: { error: 'It answered 503.', nextAt: context.clock.at + 5_000 },
  })
  status = 204
  context.clock.at += 5_000
  topics = []
  await deliver()
  // One ping stands for both changes.
  expect(topics).toHaveLength(feedEndings.length)
  expect(await receipt()).toMatchObject({ seq: 2, at: context.clock.at, failing: null })
})
