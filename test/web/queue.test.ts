// The queue over plain HTTP: pages, forms, our script's JSON, the stream, and the email itself.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { approve, reject } from '../../src/desk/decisions.ts'
import { moveToStory } from '../../src/desk/placing.ts'
import { disposition } from '../../src/web/files-host.ts'
import { createCaller, own } from './queue-caller.ts'
import { openQueueDesk, type QueueDesk } from './queue-desk.ts'
import { strikeEmails } from './strike-emails.ts'

let desk: QueueDesk
const { cookies, signInAll, get, post, submit } = createCaller(() => desk)

beforeAll(async () => {
  desk = await openQueueDesk({ emails: 3 })
  await signInAll()
})
afterAll(() => desk.close())

let number = 0
beforeEach(async () => {
  number = await desk.add({ ...strikeEmails[4], received_at: Date.now() })
})

const item = (part = '') => `/s/strike/submissions/${number}${part}`

test('the same decision sent twice with one key decides once and answers the same', async () => {
  const wish = { version: 1, key: 'one-key', text: 'Speak up.' }
  const first = await post(item('/approval'), wish)
  const second = await post(item('/approval'), wish)
  expect(first.status).toBe(200)
  expect(second).toEqual(first)
  expect((await post(item('/approval'), { ...wish, text: 'Other words' })).status).toBe(422)
})

test('a stale decision answers 409 with who, when and where it stands, and keeps the text as a draft', async () => {
  await approve(desk.context, desk.ann, number, { version: 1 })
  const late = await post(item('/approval'), { version: 1, text: 'My own careful edit.' })
  expect(late.status).toBe(409)
  expect(late.body).toMatchObject({ why: 'stale', by: 'Ann Corley', submission: { version: 2, state: 'approved' } })
  expect(late.body.detail).toMatch(/^Ann Corley approved this \d+ s ago\.$/)
  expect(await (await get(item())).text()).toContain('My own careful edit.')
})

test('a stale form is shown again with what was typed, under 409', async () => {
  await reject(desk.context, desk.ann, number, { version: 1 })
  const late = await submit(item('/approval'), {
    version: '1',
    name: 'Dave',
    place: 'Leeds',
    text: 'Typed for a long time.',
  })
  expect(late.status).toBe(409)
  expect(late.text).toContain('Ann Corley rejected this')
  expect(late.text).toContain('Typed for a long time.')
  expect(late.text).toContain('value="Dave"')
})

test('what one person typed is never sent for another who has signed in since', async () => {
  const answer = await post(item('/approval'), { version: 1, as: desk.rob.id }, 'ann')
  expect(answer.status).toBe(403)
  expect(answer.body.why).toBe('other-person')
  expect((await post(item('/draft'), { text: 'x', as: desk.rob.id }, 'ann')).status).toBe(403)
})

test('a form is answered by a redirect to the next email, and the flash holds the way back', async () => {
  const back = '/s/strike/queue?sort=newest'
  const done = await submit(item('/rejection'), { version: '1', reason: 'Unclear', back, next: '2' })
  expect([done.status, done.location]).toEqual([303, `${back}&item=2`])
  const page = await (await get(back)).text()
  expect(page).toContain('Rejected: David Renshaw, Leeds.')
  expect(page).toContain(`action="/s/strike/submissions/${number}/rejection/undo"`)
  const undone = await submit(item('/rejection/undo'), { version: '2', back })
  expect(undone.location).toBe(`${back}&item=${number}`)
})

test('an edit that may change the meaning asks once, names the words, and keeps what was typed', async () => {
  const { text } = await desk.context.db
    .selectFrom('submission')
    .select('text')
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const edited = text!.replace('22 years', '2 years')
  const form = { version: '1', name: 'David', place: 'Leeds', verb: 'writes', text: edited }
  const asked = await submit(item('/approval'), form)
  expect(asked.status).toBe(422)
  expect(asked.text).toContain('The number “22” became “2”.')
  expect(asked.text).toContain('seen morale so low')
  expect((await submit(item('/approval'), { ...form, without: '1' })).status).toBe(303)
})

test('all of a view is decided as it was drawn: what arrived since is left, and one undo brings all back', async () => {
  const { seq } = await desk.context.db
    .selectFrom('event')
    .select(eb => eb.fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow()
  const late = await desk.add({ ...strikeEmails[4], received_at: Date.now() })
  const page = await (await get(`/s/strike/bulk?q=morale&seq=${seq}`)).text()
  const count = Number(/All (\d+) emails/.exec(page)?.[1])
  const done = await submit('/s/strike/bulk', { all: '?q=morale', seq: String(seq), decision: 'rejection' })
  expect(done.status).toBe(303)
  const states = async () => {
    const rows = await desk.context.db
      .selectFrom('submission')
      .select('state')
      .where('subject', '=', 'Speaking up')
      .execute()
    return rows.filter(row => row.state === 'waiting').length
  }
  const waiting = await states()
  const row = await desk.context.db
    .selectFrom('submission')
    .select('state')
    .where('number', '=', late)
    .executeTakeFirst()
  expect(row?.state).toBe('waiting')
  const queue = await (await get('/s/strike/queue')).text()
  const token = /name="pick" value="([\d: ]+)"><input type="hidden" name="back"/.exec(queue)?.[1]
  await submit('/s/strike/bulk/undo', { decision: 'rejection', pick: token! })
  expect((await states()) - waiting).toBe(count)
})

test('mail that was parked, filed aside or belongs to no story has its own button, and each leads on', async () => {
  const nothing = { name: '', place: '', original: '', text: '', folds: [] }
  const add = (more: object) => desk.add({ ...strikeEmails[4], ...nothing, received_at: Date.now(), ...more })
  const parked = await add({ stage: 'parked', state: null, story_id: null, stage_why: 'too-large' })
  const aside = await add({ stage: 'aside', state: null, stage_why: 'auto-reply' })
  const unrouted = await add({ story_id: null })
  const states = async (id: number) => {
    const row = await desk.context.db
      .selectFrom('submission')
      .selectAll()
      .where('number', '=', id)
      .executeTakeFirstOrThrow()
    return [row.stage, row.state, row.story_id === desk.story.id]
  }
  expect(await (await get(`/s/strike/queue?view=parked&item=${parked}`)).text()).toContain('data-act="retry"')
  expect((await submit(`/s/strike/submissions/${parked}/retry`, { version: '1' })).status).toBe(303)
  expect(await states(parked)).toEqual(['received', null, false])
  expect(await (await get(`/s/strike/queue?view=aside&item=${aside}`)).text()).toContain('data-act="to-queue"')
  expect((await submit(`/s/strike/submissions/${aside}/to-queue`, { version: '1' })).status).toBe(303)
  expect(await states(aside)).toEqual(['read', 'waiting', true])
  expect(await (await get(`/s/strike/queue?view=unrouted&item=${unrouted}`)).text()).toContain('Take into this story')
  expect((await submit(`/s/strike/submissions/${unrouted}/move`, { version: '1', story: 'strike' })).status).toBe(303)
  expect(await states(unrouted)).toEqual(['read', 'waiting', true])
})

test('a fold is put back without the script, and the text of the form keeps its lines', async () => {
  const text = 'First paragraph.\r\n\r\nSecond paragraph.'
  const put = await submit(item('/draft'), {
    name: 'D',
    place: 'L',
    verb: 'says',
    text,
    fold: '0',
    back: '/s/strike/queue',
  })
  expect(put.location).toBe(`/s/strike/queue?item=${number}`)
  const draft = await desk.context.db
    .selectFrom('draft')
    .selectAll()
    .where('submission_number', '=', number)
    .executeTakeFirstOrThrow()
  expect(draft.text).toBe('First paragraph.\n\nSecond paragraph.\n\nDavid Renshaw')
  expect(draft.verb).toBe('says')
})

test('two moderators are dealt different emails', async () => {
  const one = await submit('/s/strike/deal', {})
  const other = await submit('/s/strike/deal', {}, 'ann')
  expect(one.location).toMatch(/item=\d+$/)
  expect(other.location).toMatch(/item=\d+$/)
  expect(one.location).not.toBe(other.location)
})

test('a redirect never leaves the house', async () => {
  for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
    const id = await desk.add({ ...strikeEmails[4], received_at: Date.now() })
    const done = await submit(`/s/strike/submissions/${id}/hold`, { version: '1', back, next: '' })
    expect(done.location).toBe('/')
  }
})

test('an approval takes the point of view chosen beside it', async () => {
  await submit(item('/approval'), {
    version: '1',
    name: 'David',
    place: 'Leeds',
    text: 'Yes.',
    pointOfView: 'for',
    without: '1',
  })
  const row = await desk.context.db
    .selectFrom('submission')
    .select('point_of_view')
    .where('number', '=', number)
    .executeTakeFirst()
  expect(row?.point_of_view).toBe('for')
})

test('a moved email answers 301 at its old place, an erased one 410, an unknown one 404', async () => {
  const storm = await desk.context.db
    .selectFrom('story')
    .select('id')
    .where('slug', '=', 'storm')
    .executeTakeFirstOrThrow()
  await moveToStory(desk.context, desk.rob, number, { version: 1, storyId: storm.id })
  const moved = await get(item('?from=link'))
  expect([moved.status, moved.headers.get('location')]).toEqual([301, `/s/storm/submissions/${number}?from=link`])
  const erased = await desk.add({ ...strikeEmails[5], stage: 'erased', state: null })
  expect((await get(`/s/strike/submissions/${erased}`)).status).toBe(410)
  expect((await get('/s/strike/submissions/999999')).status).toBe(404)
  expect((await get('/s/no-such-story/queue')).status).toBe(404)
})

test('a viewer sees no buttons, and a direct request is refused with who may', async () => {
  const page = await (await get(item(), 'vera')).text()
  expect(page).not.toContain('data-act="approve"')
  expect(page).not.toContain('/source')
  const refused = await post(item('/approval'), { version: 1 }, 'vera')
  expect(refused.status).toBe(403)
  expect(refused.body.detail).toContain('moderator')
})

test('markup in every field stays text [ASVS 1.1.2]', async () => {
  const nasty = '<img src=x onerror=alert(1)><script>alert(2)</script>'
  const id = await desk.add({
    ...strikeEmails[0],
    folds: [],
    subject: nasty,
    from_name: nasty,
    name: nasty,
    place: nasty,
    original: nasty,
    text: nasty,
    to_address: nasty,
    findings: [['phone', 'warn', nasty]],
    files: [{ filename: nasty, content_type: nasty, size: 1 }],
  })
  for (const path of [
    `/s/strike/submissions/${id}`,
    `/s/strike/queue?item=${id}`,
    `/s/strike/queue?q=${encodeURIComponent(nasty)}`,
  ]) {
    const page = await (await get(path)).text()
    expect(page).not.toMatch(/<img src=x|<script>alert/)
  }
  const preview = await fetch(`${desk.url}/s/strike/submissions/${id}/preview`, {
    method: 'POST',
    headers: { ...own, Cookie: cookies.rob!, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: nasty, text: `${nasty} [x](javascript:alert(3))` }),
  })
  expect(await preview.text()).not.toMatch(/<img|<script|href="javascript/)
})

test('the source is plain text for those who may, each look is recorded, and its name is safe in a header', async () => {
  const { zstdCompressSync } = await import('node:zlib')
  const bytes = Buffer.from('From: a@b.example\r\nSubject: x\r\n\r\n<b>hello</b>')
  await desk.context.db
    .insertInto('raw')
    .values({ id: 'raw-1', sha256: 'x', size: bytes.length, bytes: zstdCompressSync(bytes), kept_at: 0 })
    .execute()
  await desk.context.db.updateTable('submission').set({ raw_id: 'raw-1' }).where('number', '=', number).execute()
  const source = await get(item('/source'))
  expect(source.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(source.headers.get('content-security-policy')).toContain('sandbox')
  expect(await source.text()).toBe(bytes.toString())
  const looks = await desk.context.db.selectFrom('access').selectAll().where('submission_number', '=', number).execute()
  expect(looks.map(look => [look.actor, look.what])).toEqual([[desk.rob.id, 'read the source']])
  expect((await get(item('/source'), 'vera')).status).toBe(403)
  const frame = await get(item('/html/frame'))
  expect(frame.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'; frame-ancestors 'self'")
})

test.each([
  ['plain.jpg', 'attachment; filename="attachment"; filename*=UTF-8\'\'plain.jpg'],
  ['a"b\r\nSet-Cookie: x=1', 'attachment; filename="attachment"; filename*=UTF-8\'\'a%22b%0D%0ASet-Cookie%3A%20x%3D1'],
  ['ünï 𝒳.pdf', 'attachment; filename="attachment"; filename*=UTF-8\'\'%C3%BCn%C3%AF%20%F0%9D%92%B3.pdf'],
  ['\ud800', 'attachment; filename="attachment"; filename*=UTF-8\'\'%EF%BF%BD'],
])('a file called %j cannot break out of its header', (name, header) => {
  expect(disposition(name)).toBe(header)
})

test('the stream tells ids and numbers, replays what was missed, and never a reader’s word', async () => {
  const { seq } = await desk.context.db
    .selectFrom('event')
    .select(eb => eb.fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow()
  await reject(desk.context, desk.ann, number, { version: 1, reason: 'Sixpence' })
  const stop = new AbortController()
  const headers = { Cookie: cookies.rob!, 'Last-Event-ID': String(seq) }
  const answer = await fetch(`${desk.url}/s/strike/events`, { headers, signal: stop.signal })
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const until = async (word: string) => {
    while (!heard.includes(word)) heard += (await reader.read()).value ?? ''
  }
  await until('event: counts')
  expect(heard).toContain(`id: ${seq + 1}\nevent: decided`)
  expect(heard).toContain('"by":"Ann Corley"')
  const fresh = await desk.add({ ...strikeEmails[5], received_at: Date.now() })
  await until(`"number":${fresh}`)
  expect(heard).toContain('event: arrived')
  expect(heard).not.toMatch(/Sixpence|Renshaw|Ellery|Leeds/)
  stop.abort()
})

test('a search or a filter that finds nothing says so and offers the way back', async () => {
  const page = await (await get('/s/strike/queue?q=zebra&photo=1')).text()
  expect(page).toContain('No waiting emails match ‘zebra’ with a photo.')
  expect(page).toContain('Clear filters')
  expect(page).toContain('<a href="/s/strike/queue?view=approved&amp;q=zebra&amp;photo=1">Look in Approved</a>')
  // An email that is asked for by its number is a press away, whatever view it stands in.
  const numbered = async (number: number) => (await get(`/s/strike/queue?view=spam&q=%23${number}`)).text()
  expect(await numbered(number)).toContain(`<a href="/s/strike/submissions/${number}">Open #${number}</a>`)
  expect(await numbered(99999)).not.toContain('Open #')
})

test.each(['view=nonsense', 'sort=; drop', 'item=1e9', `q=${'x'.repeat(300)}`, 'after=-1', 'from=../..'])(
  'an address that no page of ours links to (%s) is refused, not a fault',
  async query => {
    expect((await get(`/s/strike/queue?${query}`)).status).toBe(400)
  },
)

test('ordinary words go into the address, with the filters that were on', async () => {
  const found = await submit('/s/strike/search', { q: ' morale ', photo: '1', view: 'waiting' })
  expect(found.location).toBe('/s/strike/queue?q=morale&photo=1')
  expect((await submit('/s/strike/search', { q: '', sort: 'newest' })).location).toBe('/s/strike/queue?sort=newest')
})

test.each(['david.renshaw@post.example', '07700 900 123'])(
  'what could be personal (%s) is searched for without standing in any address, and the search is recorded',
  async words => {
    const looks = () => desk.context.db.selectFrom('access').select(['actor', 'what']).where('what', 'like', '%search%')
    const before = (await looks().execute()).length
    const id = await desk.add({
      ...strikeEmails[4],
      received_at: Date.now(),
      subject: `Reach me at ${words}`,
      original: words,
    })
    const found = await submit('/s/strike/search', { q: words, sort: 'newest' })
    expect(found.location).toMatch(/^\/s\/strike\/queue\?sort=newest&search=[0-9a-f-]{36}$/)
    const page = await (await get(found.location!)).text()
    expect(page).toContain(`data-number="${id}"`)
    expect(page).not.toContain(`data-number="${number}"`)
    expect(page).toContain(`value="${words}"`)
    const addresses = [...page.matchAll(/(?:href|action|data-query)="([^"]*)"/g)].map(match => match[1])
    const hidden = page.match(/<input type="hidden" name="q"/g)
    const encoded = encodeURIComponent(words).replaceAll('%20', '+')
    expect([addresses.filter(each => each!.includes(encoded)), hidden]).toEqual([[], null])
    const clear = /href="([^"]*)">“[^”]*” <span aria-hidden="true">×/.exec(page)?.[1]
    expect(clear).toBe('/s/strike/queue?sort=newest')
    const rows = await (await get(found.location!.replace('/queue', '/rows'))).text()
    expect(rows).toContain(`data-number="${id}"`)
    expect((await looks().execute()).slice(before)).toEqual([
      { actor: desk.rob.id, what: 'searched the queue by address or number' },
    ])
    const sessions = await desk.context.db.selectFrom('session').select('data').execute()
    expect(sessions.filter(each => each.data.includes(words))).toEqual([])
    // Another person's session knows nothing of it; nor may everybody search so.
    const others = await get(found.location!, 'ann')
    expect([others.status, await others.text()]).toEqual([
      400,
      expect.stringContaining('This search is no longer kept'),
    ])
    expect((await submit('/s/strike/search', { q: words }, 'vera')).status).toBe(403)
    expect((await get(`/s/strike/queue?q=${encoded}`)).status).toBe(400)
  },
)

test('two phone numbers are one line of the checks with a link to each', async () => {
  const words = 'Ring 07700 900142 or 01632 960518.'
  const id = await desk.add({
    ...strikeEmails[4],
    received_at: Date.now(),
    original: words,
    text: words,
    folds: [],
    findings: [
      ['phone', 'warn', '07700 900142'],
      ['phone', 'warn', '01632 960518'],
    ],
  })
  const page = await (await get(`/s/strike/submissions/${id}`)).text()
  const checks = /<ul class="checks".*?<\/ul>/s.exec(page)![0]
  expect(checks.match(/phone number/g)).toHaveLength(1)
  expect(checks).toContain('(2 times).')
  const links = [...checks.matchAll(/href="#([\w-]+)"/g)].map(match => match[1]!)
  expect(links.map(mark => new RegExp(`id="${mark}"[^>]*>([^<]+)`).exec(page)?.[1])).toEqual([
    '07700 900142',
    '01632 960518',
  ])
})
