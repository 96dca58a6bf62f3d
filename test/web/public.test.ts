import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { amendEntry, publishDue, restoreEntry, scheduleEntry, setPinned, withdrawEntry } from '../../src/feed/index.ts'
import { commit } from '../../src/store/index.ts'
import { eventually } from '../eventually.ts'
import { approveLetter, editor, type Strike, strike } from '../feed/strike.ts'
import { publicSite } from './public-site.ts'

let context: Strike
let site: Awaited<ReturnType<typeof publicSite>>
beforeEach(async () => {
  context = await strike()
  site = await publicSite(context)
})
afterEach(async () => {
  await site.close()
  await context.close()
})

const publish = async (words: Parameters<typeof approveLetter>[1] = {}) => {
  context.clock.at += 1_000
  const made = await approveLetter(context, words, 0)
  await publishDue(context)
  return made
}
const formats = ['.atom', '.rss', '.json', '.ninjs.json', '.txt'].map(ending => `/feeds/junior-doctors${ending}`)
const everywhere = ['/live/junior-doctors', ...formats]
const changeStory = (columns: Record<string, string | number>) =>
  commit(context, trx => trx.updateTable('story').set(columns).execute())

test('an approved letter is on the live page and in every feed; withdrawn, it is gone from all of them', async () => {
  const { id } = await publish({ name: 'Zebedee', text: 'Marmalade words.' })
  for (const path of everywhere)
    expect([path, (await (await site.get(path)).text()).includes('Marmalade')]).toEqual([path, true])
  await withdrawEntry(context, editor, id, 'asked')
  for (const path of everywhere) {
    const text = await (await site.get(path)).text()
    expect([path, text.includes('Marmalade') || text.includes('Zebedee')]).toEqual([path, false])
  }
  await restoreEntry(context, editor, id)
  await publishDue(context)
  for (const path of everywhere)
    expect([path, (await (await site.get(path)).text()).includes('Marmalade')]).toEqual([path, true])
})

test('a script of another site may read its 304 too', async () => {
  await publish()
  const path = '/feeds/junior-doctors.atom'
  const held = { 'If-None-Match': (await site.get(path)).headers.get('etag')! }
  for (const [headers, word] of [
    [held, null],
    [{ ...held, Origin: 'https://elsewhere.example' }, '*'],
  ] as const) {
    const answer = await site.get(path, headers)
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([304, word])
  }
})

test('the same rows give the same strong ETag, any change another; 304 to whoever has it', async () => {
  const { id } = await publish()
  const seen = new Set<string>()
  for (const change of [
    async () => {},
    () => amendEntry(context, editor, id, { revision: 1, name: 'Kate' }),
    () => setPinned(context, editor, id, true),
    () => changeStory({ headline: 'Another headline' }),
    () => withdrawEntry(context, editor, id, 'error'),
  ]) {
    await change()
    for (const path of everywhere) {
      const first = await site.get(path)
      const etag = first.headers.get('etag')!
      expect(etag).toMatch(/^"[\w.-]+"$/)
      expect((await site.get(path)).headers.get('etag')).toBe(etag)
      expect(seen.has(path + etag)).toBe(false)
      seen.add(path + etag)
      const again = await site.get(path, { 'If-None-Match': `"other", ${etag}` })
      expect([again.status, await again.text()]).toEqual([304, ''])
      expect(again.headers.get('etag')).toBe(etag)
      const since = await site.get(path, { 'If-Modified-Since': first.headers.get('last-modified')! })
      expect(since.status).toBe(304)
      expect((await site.get(path, { 'If-None-Match': '"stale"' })).status).toBe(200)
    }
  }
})

test('each coding has its own ETag and the same words; HEAD has the headers and no body', async () => {
  await publish()
  const path = '/feeds/junior-doctors.atom'
  const plain = await site.get(path, { 'Accept-Encoding': 'identity' })
  const body = await plain.text()
  const tags = new Set([plain.headers.get('etag')])
  for (const [accepted, coding] of [
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['*', 'br'],
  ] as const) {
    const answer = await site.get(path, { 'Accept-Encoding': accepted })
    expect([accepted, answer.headers.get('content-encoding')]).toEqual([accepted, coding])
    expect(await answer.text()).toBe(body)
    tags.add(answer.headers.get('etag'))
  }
  expect(tags.size).toBe(3)
  const head = await site.get(path, { 'Accept-Encoding': 'identity' }, 'HEAD')
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(body)))
})

test('public answers carry their policy, may be embedded by scripts of other sites, and touch no cookie [ASVS 3.4.1] [ASVS 3.4.2]', async () => {
  await publish()
  for (const path of [...everywhere, '/live/nothing', '/feeds/nothing.atom', '/feeds/junior-doctors/changes.json']) {
    const { headers } = await site.get(path, { Cookie: 'postbag=stolen' })
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cache-control')).toContain('public, max-age=5')
    expect(headers.get('set-cookie')).toBe(null)
    expect(headers.get('vary')).toBe('Accept-Encoding')
  }
})

test('what a parameter means nothing to is never part of an answer', async () => {
  await publish()
  for (const path of everywhere) {
    const plain = await site.get(path)
    const dressed = await site.get(`${path}?x=%3Cscript%3E&utm=1`, {
      'X-Forwarded-Host': 'evil.example',
      Host: 'evil.example',
    })
    expect(await dressed.text()).toBe(await plain.text())
    expect(dressed.headers.get('etag')).toBe(plain.headers.get('etag'))
  }
})

test('an entry has a permanent page, 410 with a sentence once withdrawn, 404 when readers never saw it', async () => {
  const { id } = await publish({ text: 'Marmalade words.' })
  const path = `/live/junior-doctors/entries/${id}`
  const page = await site.get(path)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Marmalade words.')
  await withdrawEntry(context, editor, id, 'legal')
  const gone = await site.get(path)
  expect(gone.status).toBe(410)
  const words = await gone.text()
  expect(words).toMatch(/This entry was removed at \d\d:\d\d BST on 26 April 2016\./)
  expect(words).not.toContain('Marmalade')
  const { id: waiting } = await approveLetter(context, {}, 60_000)
  expect((await site.get(`/live/junior-doctors/entries/${waiting}`)).status).toBe(404)
  expect((await site.get(`/live/junior-doctors/entries/00000000-0000-7000-8000-000000000000`)).status).toBe(404)
})

test('a story’s old addresses lead to the new ones for ever', async () => {
  const { id } = await publish()
  await context.db.insertInto('story_slug').values({ slug: 'old-name', story_id: context.storyId }).execute()
  for (const [from, to] of [
    ['/live/old-name', '/live/junior-doctors'],
    [`/live/old-name/entries/${id}`, `/live/junior-doctors/entries/${id}`],
    ['/feeds/old-name.atom', '/feeds/junior-doctors.atom'],
    ['/feeds/old-name/changes.json?since=3', '/feeds/junior-doctors/changes.json?since=3'],
    ['/feeds/old-name/events', '/feeds/junior-doctors/events'],
  ] as const) {
    const answer = await site.get(from)
    expect([from, answer.status, answer.headers.get('location')]).toEqual([from, 301, to])
  }
})

test('a feed asked for without an ending goes to the format that the asker likes best', async () => {
  for (const [accept, ending] of [
    ['application/atom+xml', '.atom'],
    ['application/rss+xml;q=0.5, text/plain;q=0.1', '.rss'],
    ['*/*', '.json'],
    ['image/png', '.json'],
  ] as const) {
    const answer = await site.get('/feeds/junior-doctors', { Accept: accept })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/feeds/junior-doctors${ending}`])
    expect(answer.headers.get('vary')).toBe('Accept')
  }
})

test('changes.json goes on from a number, without gaps, and says what to ask next', async () => {
  const { id } = await publish()
  await publish({ name: 'Ann' })
  await withdrawEntry(context, editor, id, 'error')
  const all = await (await site.get('/feeds/junior-doctors/changes.json')).json()
  expect(
    all.items.map((item: { seq: number; type: string; entry?: object }) => [item.seq, item.type, 'entry' in item]),
  ).toEqual([
    [1, 'published', false],
    [2, 'published', true],
    [3, 'withdrawn', false],
  ])
  expect(all.next).toBe(3)
  const rest = await (await site.get('/feeds/junior-doctors/changes.json?since=2')).json()
  expect(rest.items).toHaveLength(1)
  expect(await (await site.get('/feeds/junior-doctors/changes.json?since=3')).json()).toEqual({ items: [], next: 3 })
})

test('the stream of changes resumes after the last event that was seen, and tells of new ones', async () => {
  await publish()
  await publish()
  const answer = await site.get('/feeds/junior-doctors/events', { 'Last-Event-ID': '1' })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  let text = ''
  const reading = (async () => {
    for await (const piece of answer.body!) text += Buffer.from(piece as Uint8Array).toString()
  })().catch(() => {})
  await eventually('the event that was missed', () => text.includes('id: 2\n'))
  expect(text).not.toContain('id: 1\n')
  const { id } = await publish({ text: 'Marmalade words.' })
  await eventually('the new event', () => text.includes('id: 3\n'))
  await withdrawEntry(context, editor, id, 'error')
  await eventually('the withdrawal', () => text.includes('id: 4\n'))
  expect(text).toContain('"type":"withdrawn"')
  expect(text).not.toContain('Marmalade')
  await site.close()
  await reading
})

test('another process’s publication is seen although nobody wakes this one', async () => {
  await publish()
  const before = (await site.get('/feeds/junior-doctors.json')).headers.get('etag')
  await context.db.transaction().execute(async trx => {
    const words = { name: 'Elsewhere', place: '', verb: 'emails', text: 'From another process.' }
    const { number } = await trx
      .insertInto('submission')
      .values({ id: 'x', stage: 'read', state: 'approved', received_at: 0, kept_at: 0, story_id: context.storyId })
      .returning('number')
      .executeTakeFirstOrThrow()
    await scheduleEntry(trx, {
      submission: number,
      storyId: context.storyId,
      actor: 'other',
      at: 0,
      publishAt: 0,
      words,
    })
  })
  // Another process has another signal.
  await publishDue({ ...context, signal: { wake: () => {}, onWake: () => () => {} } })
  expect((await site.get('/feeds/junior-doctors.json')).headers.get('etag')).toBe(before)
  context.clock.at += 251
  expect(await (await site.get('/feeds/junior-doctors.json')).text()).toContain('From another process.')
})

test('the page with fifty letters of real length weighs at most 30 kB on the wire, with its styles and script', async () => {
  const text =
    'I was in hospital in February and could not fault the care, but everybody looked exhausted by the end of it. '
  for (let at = 0; at < 50; at++)
    await publish({ name: `Reader ${at * 7919}`, text: `${at * 104729} ${text.repeat(4)}` })
  const page = await site.get('/live/junior-doctors', { 'Accept-Encoding': 'gzip' })
  const raw = await fetch(`${site.url}/live/junior-doctors`, { headers: { 'Accept-Encoding': 'identity' } })
  const bytes = Number(page.headers.get('content-length'))
  const html = await raw.text()
  expect(html.match(/<article/g)).toHaveLength(50)
  const { bundleAssets } = await import('../../src/web/assets.ts')
  const assets = await bundleAssets()
  const weight = ['live-page.css', 'live-page.js'].map(
    name => assets.files.get(assets.url(name).split('/').at(-1)!)!.gzip.length,
  )
  expect(gunzipSync(assets.files.get(assets.url('live-page.css').split('/').at(-1)!)!.gzip).length).toBeGreaterThan(0)
  expect(bytes + weight[0]! + weight[1]!).toBeLessThan(30_000)
})

test('archives are documents and pages of their own, and news elsewhere leaves their ETags alone', async () => {
  for (let at = 0; at < 60; at++) await publish({ name: `Reader ${at}` })
  const paths = ['.atom', '.rss', '.json'].map(ending => `/feeds/junior-doctors/archive/1${ending}`)
  const tags = async () => Promise.all(paths.map(async path => (await site.get(path)).headers.get('etag')))
  const before = await tags()
  await publish({ name: 'Newest' })
  expect(await tags()).toEqual(before)
  const page = await (await site.get('/live/junior-doctors/archive/1')).text()
  expect(page.match(/<article/g)).toHaveLength(50)
  expect(await (await site.get('/live/junior-doctors')).text()).toContain('/live/junior-doctors/archive/1"')
  for (const path of [
    '/feeds/junior-doctors/archive/2.atom',
    '/feeds/junior-doctors/archive/0.atom',
    '/live/junior-doctors/archive/2',
  ])
    expect([path, (await site.get(path)).status]).toEqual([path, 404])
})

test('words of readers and staff are text on the page, whatever they look like', async () => {
  const nasty = '"><img src=x onerror=alert(1)></script><script>alert(1)</script>'
  await changeStory({ headline: nasty, standfirst: nasty, byline: nasty, call_out: nasty })
  const { id } = await publish({ name: nasty, place: nasty, verb: nasty, text: nasty })
  for (const path of ['/live/junior-doctors', `/live/junior-doctors/entries/${id}`]) {
    const html = await (await site.get(path)).text()
    expect(html).not.toContain('<img')
    expect(html.match(/<script/g)).toHaveLength(path.includes('entries') ? 1 : 2)
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)![1]!
    expect(JSON.parse(data)['@context']).toBe('https://schema.org')
  }
})
