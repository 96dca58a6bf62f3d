// What editors write, order, schedule and stop on the staff's live page, with no script.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { publishDue } from '../../src/feed/index.ts'
import { fromZone, toZone } from '../../src/time.ts'
import { openQueueDesk, password, type QueueDesk } from './queue-desk.ts'

let desk: QueueDesk
const cookies = new Map<string, string>()
beforeAll(async () => {
  desk = await openQueueDesk({ emails: 0, grace: 0 })
  for (const who of ['edith', 'rob']) {
    const answer = await post('/sign-in', { email: `${who}@example.org`, password, next: '/' }, '')
    cookies.set(who, answer.headers.get('set-cookie')!.split(';')[0]!)
  }
})
afterAll(() => desk.close())

const post = (path: string, fields: Record<string, string> = {}, who = 'edith') =>
  fetch(`${desk.url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: cookies.get(who) ?? '' },
  })
const live = async (who = 'edith') =>
  (await fetch(`${desk.url}/s/strike/live`, { headers: { Cookie: cookies.get(who)! } })).text()
const publicPage = async () => (await fetch(`${desk.url}/live/strike`)).text()
const newest = () =>
  desk.context.db.selectFrom('entry').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()

async function note(words: string): Promise<string> {
  const answer = await post('/s/strike/entries', { kind: 'note', text: words })
  expect(answer.status).toBe(303)
  await publishDue(desk.context)
  return (await newest()).id
}

test('an editor writes a quotation with its source, and readers see the credit after it; a moderator may not', async () => {
  const quote = {
    kind: 'quote',
    name: 'Jeremy Hunt',
    role: 'Health Secretary',
    text: 'No veto.',
    service: 'BBC Radio 4',
  }
  expect((await post('/s/strike/entries', quote, 'rob')).status).toBe(403)
  expect((await post('/s/strike/entries', { ...quote, programme: 'Today Programme' })).status).toBe(303)
  await publishDue(desk.context)
  const page = await publicPage()
  expect(page).toMatch(/<span>Today Programme<\/span><br><span>BBC Radio 4<\/span>/)
  expect(page).toMatch(
    /<blockquote class="post-words"[^>]*><p>No veto\.<\/p>\n?<\/blockquote><figcaption>Jeremy Hunt, Health Secretary<\/figcaption>/,
  )
  expect(await live('rob')).not.toContain('Write an entry')
})

test('a refusal keeps what was typed', async () => {
  const answer = await post('/s/strike/entries', { kind: 'note', headline: 'Half done', text: ' ' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('value="Half done"')
  expect((await post('/s/strike/entries', { kind: 'letter', text: 'x' })).status).toBe(400)
})

test('up, down and to a place change the page; a key point leads to its entry', async () => {
  const first = await note('Marmalade one.')
  const second = await note('Marmalade two.')
  const before = await publicPage()
  expect(before.indexOf('<p>Marmalade two.')).toBeLessThan(before.indexOf('<p>Marmalade one.'))
  expect((await post(`/s/strike/entries/${first}/place`, { to: 'up' })).status).toBe(303)
  const after = await publicPage()
  expect(after.indexOf('<p>Marmalade one.')).toBeLessThan(after.indexOf('<p>Marmalade two.'))
  expect((await post(`/s/strike/entries/${second}/place`, { to: '1' })).headers.get('location')).toContain(second)
  expect((await post(`/s/strike/entries/${first}/place`, { to: 'sideways' })).status).toBe(400)
  await post(`/s/strike/entries/${first}/key-point`)
  expect(await publicPage()).toContain(`<li><a href="#e-${first}">Marmalade one.</a></li>`)
  await post(`/s/strike/entries/${first}/key-point/undo`)
  expect(await publicPage()).not.toContain(`href="#e-${first}"`)
})

test('an embargo keeps its time against “Publish now”, stopped it waits to be published after all', async () => {
  const at = toZone(Date.now() + 7_200_000, 'Europe/London')
  await post('/s/strike/entries', { kind: 'note', text: 'Marmalade three.', at, embargo: 'yes' })
  const { id, publish_at } = await newest()
  expect(publish_at).toBe(fromZone(at, desk.story.zone))
  expect(await live()).toContain('Embargo until')
  expect((await post(`/s/strike/entries/${id}/publication`)).status).toBe(409)
  expect((await post(`/s/strike/entries/${id}/schedule`, { at: 'tomorrow' })).status).toBe(400)
  expect((await post(`/s/strike/entries/${id}/publication/undo`)).status).toBe(303)
  expect(await live()).toContain('Publish after all')
  expect(await publicPage()).not.toContain('Marmalade three.')
})

test('a correction has its note on the page, with its time', async () => {
  const id = await note('Marmelade four.')
  await post(`/s/strike/entries/${id}/amendment`, { revision: '1', text: 'Marmalade four.', note: 'We misspelled it.' })
  expect(await publicPage()).toMatch(
    /<p class="correction"><strong>Correction, <time [^>]*>[^<]*<\/time>:<\/strong> We misspelled it\.<\/p>/,
  )
})

test('one press stops all publishing, another lifts it; a moderator presses neither', async () => {
  expect((await post('/s/strike/stop', { how: 'frozen' }, 'rob')).status).toBe(403)
  expect((await post('/s/strike/stop', { how: 'frozen' })).status).toBe(303)
  await post('/s/strike/entries', { kind: 'note', text: 'Marmalade five.' })
  await publishDue(desk.context)
  expect(await publicPage()).not.toContain('Marmalade five.')
  expect(await live('rob')).toContain('Publishing is stopped')
  expect((await post('/s/strike/live', { headline: 'New' })).status).toBe(422)
  expect((await post('/s/strike/stop/undo', {}, 'rob')).status).toBe(403)
  expect((await post('/s/strike/stop/undo')).status).toBe(303)
  await publishDue(desk.context)
  expect(await publicPage()).toContain('Marmalade five.')
})

test('times typed in a zone mean that zone, also in the hour in which the clocks change', () => {
  expect(fromZone('2016-04-26T08:45', 'Europe/London')).toBe(Date.UTC(2016, 3, 26, 7, 45))
  expect(fromZone('2016-01-26 08:45', 'Europe/London')).toBe(Date.UTC(2016, 0, 26, 8, 45))
  expect(fromZone('2016-03-27T02:30', 'Europe/London')).toBe(Date.UTC(2016, 2, 27, 1, 30))
  expect(toZone(Date.UTC(2016, 3, 26, 7, 45), 'Europe/London')).toBe('2016-04-26T08:45')
  expect(fromZone('2016-13', 'Europe/London')).toBe(Number.NaN)
})
