// Fewer entries at a time, archives and the table, over HTTP.
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { feedEndings, publishDue, setPinned, withdrawEntry } from '../../src/feed/index.ts'
import { approveLetter, editor, type Strike, strike } from '../feed/strike.ts'
import { publicSite } from './public-site.ts'

let context: Strike
let site: Awaited<ReturnType<typeof publicSite>>
const ids: string[] = []
beforeEach(async () => {
  context = await strike()
  site = await publicSite(context)
  ids.length = 0
  for (let at = 1; at <= 103; at++) {
    context.clock.at += 1_000
    ids.push((await approveLetter(context, { name: `Reader${at}x`, text: `Marmalade${at}x.` }, 0)).id)
    await publishDue(context)
  }
})
afterEach(async () => {
  await site.close()
  await context.close()
})

const here = (address: string) => address.replace('https://live.example.org', '')
const linkOf = (answer: Response, rel: string) =>
  new RegExp(`<([^>]+)>; rel="${rel}"`).exec(answer.headers.get('link') ?? '')?.[1]

test.each(feedEndings)('%s: windows of ten, followed by rel=next, hold every entry once and in order', async ending => {
  const found: string[] = []
  const etags = new Set<string>()
  let path: string | undefined = `/feeds/junior-doctors${ending}?limit=10`
  let windows = 0
  while (path !== undefined) {
    const answer: Response = await site.get(path)
    const text = await answer.text()
    expect(here(linkOf(answer, 'self')!)).toBe(path)
    expect(here(linkOf(answer, 'first')!)).toBe(`/feeds/junior-doctors${ending}?limit=10`)
    etags.add(path + answer.headers.get('etag'))
    const words = [...new Set(text.match(/Marmalade\d+x/g))]
    expect(words.length).toBeLessThanOrEqual(10)
    found.push(...words)
    const next = linkOf(answer, 'next')
    path = next && here(next)
    windows++
  }
  expect(found).toEqual(ids.map((_id, at) => `Marmalade${103 - at}x`))
  expect([windows, etags.size]).toEqual([11, 11])
})

test('a limit that means nothing is the whole feed; one too large is fifty', async () => {
  const whole = await (await site.get('/feeds/junior-doctors.json')).text()
  for (const query of ['?limit=0', '?limit=-3', '?limit=all', '?utm_source=x'])
    expect(await (await site.get(`/feeds/junior-doctors.json${query}`)).text()).toBe(whole)
  const much = JSON.parse(await (await site.get('/feeds/junior-doctors.json?limit=999')).text())
  expect(much.items).toHaveLength(50)
  expect(much.feed_url).toBe('https://live.example.org/feeds/junior-doctors.json?limit=50')
})

test.each(feedEndings)(
  '%s: an archive keeps its bytes and ETag through news elsewhere; a withdrawal changes them',
  async ending => {
    const path = `/feeds/junior-doctors/archive/1${ending}`
    const first = await site.get(path)
    const text = await first.text()
    expect(new Set(text.match(/Marmalade\d+x/g)).size).toBe(50)
    expect(here(linkOf(first, 'next-archive')!)).toBe(`/feeds/junior-doctors/archive/2${ending}`)
    expect(here(linkOf(first, 'current')!)).toBe(`/feeds/junior-doctors${ending}`)
    expect(here(linkOf(await site.get(`/feeds/junior-doctors${ending}`), 'prev-archive')!)).toBe(
      `/feeds/junior-doctors/archive/2${ending}`,
    )
    await setPinned(context, editor, ids[3]!, true)
    await withdrawEntry(context, editor, ids[70]!, 'error')
    const again = await site.get(path)
    expect([await again.text(), again.headers.get('etag')]).toEqual([text, first.headers.get('etag')])
    await withdrawEntry(context, editor, ids[7]!, 'error')
    const after = await site.get(path)
    const changed = await after.text()
    expect(after.headers.get('etag')).not.toBe(first.headers.get('etag'))
    expect(changed).not.toContain('Marmalade8x')
    expect(changed).toContain(ids[7])
  },
)

test('the table holds the whole record, withdrawn entries without their words; /feeds/STORY leads to it too', async () => {
  await withdrawEntry(context, editor, ids[0]!, 'asked')
  const answer = await site.get('/feeds/junior-doctors.csv')
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="junior-doctors.csv"')
  const text = await answer.text()
  const rows = text.trim().split('\r\n')
  expect(rows).toHaveLength(104)
  expect(rows[1]).toMatch(new RegExp(`^${ids[0]},withdrawn,1,.*,,,,,$`))
  expect(text).toContain('Marmalade103x')
  expect(text).not.toContain('Marmalade1x')
  const asked = await site.get('/feeds/junior-doctors?limit=5', { Accept: 'text/csv' })
  expect([asked.status, asked.headers.get('location')]).toEqual([302, '/feeds/junior-doctors.csv?limit=5'])
  const head = await site.get('/feeds/junior-doctors.csv', {}, 'HEAD')
  expect([head.headers.get('etag'), await head.text()]).toEqual([answer.headers.get('etag'), ''])
})
