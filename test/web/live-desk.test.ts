// The staff's live page with no script: plain forms, answered by 303 and a sentence.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { approve } from '../../src/desk/decisions.ts'
import { addToken } from '../../src/desk/tokens.ts'
import { publishDue } from '../../src/feed/index.ts'
import { openQueueDesk, password, type QueueDesk } from './queue-desk.ts'

let desk: QueueDesk
const cookies = new Map<string, string>()
beforeAll(async () => {
  desk = await openQueueDesk({ emails: 0 })
  for (const who of ['edith', 'rob', 'ann', 'vera']) {
    const body = new URLSearchParams({ email: `${who}@example.org`, password, next: '/' })
    const answer = await post('/sign-in', body)
    cookies.set(who, answer.headers.get('set-cookie')!.split(';')[0]!)
  }
})
afterAll(() => desk.close())

const post = (path: string, body: URLSearchParams, who = '') =>
  fetch(`${desk.url}${path}`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: cookies.get(who) ?? '' },
  })
const send = (path: string, fields: Record<string, string> = {}, who = 'edith') =>
  post(path, new URLSearchParams(fields), who)
const live = async (who = 'edith', query = '') =>
  (await fetch(`${desk.url}/s/strike/live${query}`, { headers: { Cookie: cookies.get(who)! } })).text()
const publicPage = async () => (await fetch(`${desk.url}/live/strike`)).text()

/** An email approved by `by`; live already, unless it keeps its grace. */
async function published(words: string, by = desk.rob, grace = 0) {
  const number = await desk.add({ text: words })
  const result = await approve(desk.context, by, number, { version: 1, grace })
  if (!result.ok) throw new Error(result.why)
  if (grace === 0) await publishDue(desk.context)
  return { number, id: result.entry!.id, at: `/s/strike/entries/${result.entry!.id}` }
}

test('what is in its grace stands on top with the seconds left; published at once, it is live', async () => {
  const { id, at } = await published('Marmalade one.', desk.rob, 30)
  const page = await live('rob')
  expect(page).toContain('Goes live in 30 s')
  expect(page).toContain('Live page (1 to come)')
  expect(await publicPage()).not.toContain('Marmalade one.')
  const answer = await send(`${at}/publication`, {}, 'rob')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/s/strike/live'])
  await publishDue(desk.context)
  expect(await live('rob')).toContain('It is going live now.')
  expect(await publicPage()).toContain(`e-${id}`)
  expect((await send(`${at}/publication`, {}, 'rob')).status).toBe(409)
})

test('stopped in its grace, it goes back to the queue and was never published', async () => {
  const { number } = await published('Marmalade two.', desk.rob, 30)
  const page = await live('rob')
  const form =
    /action="([^"]*approval\/undo)"><input type="hidden" name="version" value="(\d+)"><input type="hidden" name="back" value="([^"]*)"/.exec(
      page,
    )!
  const answer = await send(form[1]!, { version: form[2]!, back: form[3]! }, 'rob')
  expect([answer.status, answer.headers.get('location')?.split('?')[0]]).toEqual([303, '/s/strike/live'])
  const row = await desk.context.db
    .selectFrom('submission')
    .select('state')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  expect(row.state).toBe('waiting')
  expect(await live('rob')).not.toContain('Marmalade two.</p>')
})

test('an editor amends; a stale one is told and keeps what they typed', async () => {
  const { id, at } = await published('Marmalade three.')
  expect(await live('edith', `?edit=${id}`)).toContain(`action="${at}/amendment"`)
  const words = { name: 'Kate', place: 'Leeds', verb: 'writes', text: 'Marmalade amended.' }
  expect((await send(`${at}/amendment`, { revision: '1', ...words })).status).toBe(303)
  expect(await publicPage()).toContain('Kate, from Leeds, writes:')
  expect(await publicPage()).toContain('Updated <time')
  const stale = await send(`${at}/amendment`, { revision: '1', ...words, text: 'My own words.' })
  const page = await stale.text()
  expect(stale.status).toBe(409)
  expect(page).toContain('Somebody else has changed this entry meanwhile')
  expect(page).toContain('My own words.</textarea>')
  expect(page).toContain('name="revision" value="2"')
  const empty = await send(`${at}/amendment`, { revision: '2', ...words, text: ' ' })
  expect(empty.status).toBe(422)
})

test('withdrawn with a reason, it is gone for readers and can be restored', async () => {
  const { at } = await published('Marmalade four.')
  expect((await send(`${at}/withdrawal`, { why: 'asked' })).status).toBe(303)
  expect(await publicPage()).not.toContain('Marmalade four.')
  expect(await live()).toContain('the contributor asked')
  expect((await send(`${at}/withdrawal/undo`)).status).toBe(303)
  await publishDue(desk.context)
  expect(await publicPage()).toContain('Marmalade four.')
  expect((await send(`${at}/withdrawal`, { why: 'nonsense' })).status).toBe(400)
})

test('pinned, it stands above the others; a fourth pin is refused with a sentence', async () => {
  const made = []
  for (const words of ['Pin one.', 'Pin two.', 'Pin three.', 'Pin four.']) made.push(await published(words))
  for (const { at } of made.slice(0, 3)) expect((await send(`${at}/pin`)).status).toBe(303)
  expect(await publicPage()).toMatch(/aria-label="Pinned"[\s\S]*Pin one\.[\s\S]*data-list="entries"/)
  const fourth = await send(`${made[3]!.at}/pin`)
  expect(fourth.status).toBe(409)
  expect(await fourth.text()).toContain('As many entries are pinned as this story allows.')
  expect((await send(`${made[0]!.at}/pin/undo`)).status).toBe(303)
  expect((await send(`${made[3]!.at}/pin`)).status).toBe(303)
})

test('the top of the page: headline, standfirst, byline, key points, call-out on and off', async () => {
  const top = {
    headline: 'Your views',
    standfirst: 'A day of them.',
    byline: 'By Ann Lee',
    keyPoints: 'One\n\n Two ',
    callOut: 'Write to us: a@example.org',
  }
  expect((await send('/s/strike/live', { ...top, callOutShown: 'yes' })).status).toBe(303)
  const page = await publicPage()
  for (const words of [
    '<h1>Your views</h1>',
    'A day of them.',
    'By Ann Lee',
    '<li>One</li><li>Two</li>',
    'mailto:a@example.org',
  ])
    expect(page).toContain(words)
  expect((await send('/s/strike/live', top)).status).toBe(303)
  expect(await publicPage()).not.toContain('a@example.org')
  expect(await live()).toContain('value="Write to us: a@example.org"')
  const many = await send('/s/strike/live', { ...top, keyPoints: 'a\nb\nc\nd\ne\nf\ng' })
  expect(many.status).toBe(422)
  expect(await many.text()).toContain('There can be 6 key points.')
})

test('a moderator withdraws what they approved and nothing else; a viewer has no buttons and no right [ASVS 8.2.3]', async () => {
  const own = await published('Own words.', desk.rob)
  const others = await published('Others’ words.', desk.ann)
  const page = await live('rob')
  expect(page).toContain(`${own.at}/withdrawal`)
  expect(page).not.toContain(`${others.at}/withdrawal`)
  expect((await send(`${others.at}/withdrawal`, { why: 'error' }, 'rob')).status).toBe(403)
  expect((await send(`${own.at}/withdrawal`, { why: 'error' }, 'rob')).status).toBe(303)
  for (const action of ['amendment', 'pin', 'withdrawal/undo'])
    expect((await send(`${own.at}/${action}`, {}, 'rob')).status).toBe(403)
  expect(await live('vera')).not.toMatch(/<form[^>]*\/s\/strike\//)
  for (const action of ['publication', 'withdrawal'])
    expect((await send(`${own.at}/${action}`, { why: 'error' }, 'vera')).status).toBe(403)
})

test('after a correction or a withdrawal the page says which consumer has taken it, and which has not', async () => {
  const made = await Promise.all(['CMS', 'App'].map(name => addToken(desk.context, 'system', { name, role: 'viewer' })))
  const [cms, app] = made.map(each => (each.ok ? each.secret : ''))
  const ask = (token: string, since: number) =>
    fetch(`${desk.url}/feeds/strike/changes.json?since=${since}`, { headers: { Authorization: `Bearer ${token}` } })
  const { at } = await published('Recalled words.')
  const before = await ask(cms!, 0)
  expect([before.status, before.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const { next } = await before.json()
  await ask(app!, next)
  await send(`${at}/withdrawal`, { why: 'legal' })
  const entry = async () =>
    /Recalled words\.[\s\S]*?class="recall (\w+)">([\s\S]*?)<\/div>/
      .exec(await live())!
      .slice(1)
      .map(each =>
        each
          .replace(/<[^>]+>/g, ' ')
          .replace(/ +/g, ' ')
          .trim(),
      )
  expect(await entry()).toEqual([
    'open',
    expect.stringMatching(
      /^The withdrawal was taken by 0 of 2 consumers\. Not yet by: App : last heard from at .*\. CMS/,
    ),
  ])
  await ask(cms!, next + 1)
  expect(await entry()).toEqual([
    'open',
    expect.stringMatching(/^The withdrawal was taken by 1 of 2 consumers: CMS\. Not yet by: App/),
  ])
  await ask(app!, 999_999)
  await ask(app!, 0)
  expect(await entry()).toEqual(['done', 'The withdrawal was taken by every consumer: App, CMS.'])
  expect((await ask('pb_wrong', 0)).status).toBe(401)
  expect((await fetch(`${desk.url}/feeds/strike/changes.json?since=0`)).status).toBe(200)
})
