import { afterEach, expect, test } from '@jest/globals'
import { newId } from '../../src/id.ts'
import { slugOf } from '../../src/web/stories.ts'
import { type FrontDoor, openFrontDoor, password } from './front-door.ts'

let door: FrontDoor
afterEach(() => door?.close())

const strike = {
  title: 'Junior doctors’ strike',
  slug: '',
  addresses: 'haveyoursay@example.org',
  graceSeconds: '10',
  zone: 'Europe/London',
  callOut: 'Send us your views: haveyoursay@example.org',
}

test('a story is added with a name made of its title, changed, and its old name leads on for ever', async () => {
  door = await openFrontDoor()
  const editor = await door.signedIn('editor')
  expect((await editor.post('/stories', strike)).headers.location).toBe('/s/junior-doctors-strike/queue')
  const wrong = await editor.post('/stories', { ...strike, slug: 'Not A Slug', graceSeconds: '61' })
  expect(wrong.status).toBe(400)
  for (const field of ['slug', 'graceSeconds', 'addresses']) expect(wrong.text).toContain(`<a href="#${field}">`)
  expect(wrong.text).toContain('value="Not A Slug"')
  const settings = {
    ...strike,
    slug: 'strike',
    status: 'closing',
    headline: 'Strike <live>',
    standfirst: '',
    byline: '',
  }
  const changed = await editor.post('/stories/junior-doctors-strike', { ...settings, isDefault: 'yes' })
  expect(changed.headers.location).toBe('/stories/strike')
  const old = await editor.get('/stories/junior-doctors-strike')
  expect([old.status, old.headers.location]).toEqual([301, '/stories/strike'])
  const shown = await editor.get('/stories/strike')
  expect(shown.text).toContain('value="Strike &lt;live&gt;"')
  expect(shown.text).toMatch(/value="closing" checked/)
  expect((await editor.get('/stories')).text).toContain('takes mail that no rule claims')
  expect((await editor.get('/stories/nothing')).status).toBe(404)
})

test('names for addresses are plain letters, whatever the title', () => {
  expect(slugOf('Junior doctors’ strike')).toBe('junior-doctors-strike')
  expect(slugOf('  Élection à Paris: 2nd round! ')).toBe('election-a-paris-2nd-round')
  expect(slugOf('日本')).toBe('')
  expect(slugOf('x'.repeat(200))).toHaveLength(63)
})

test('pasting an email says which rule takes it and keeps nothing', async () => {
  door = await openFrontDoor()
  const editor = await door.signedIn('editor')
  await editor.post('/stories', strike)
  const emails = [
    ['To: Have your say <HaveYourSay@example.org>\n\nHello', 'An address of the story', 'Junior doctors’ strike'],
    ['To: haveyoursay+nhs@example.org\nSubject: x', 'The tag after the plus', 'Junior doctors’ strike'],
    ['To: somebody@example.net\n\nHello', 'takes what no rule claims', 'Junior doctors’ strike'],
  ]
  for (const [email, rule, story] of emails) {
    const answer = await editor.post('/routing', { email: email! })
    expect(answer.text).toContain(rule)
    expect(answer.text).toContain(story)
  }
  expect((await editor.post('/routing', { email: ' ' })).status).toBe(400)
  expect((await editor.post('/routing', { email: '\0\x01 not an email at all'.repeat(100) })).status).toBe(200)
  expect(await door.context.db.selectFrom('raw').selectAll().execute()).toEqual([])
})

async function withReaders(): Promise<void> {
  door = await openFrontDoor()
  const { db, now } = door.context
  const people = Array.from({ length: 120 }, (_each, at) => ({
    id: newId(now()),
    address: `reader${at}@example.net`,
    name: at % 2 ? `Katherine ${String(at).padStart(3, '0')}` : '',
    created_at: now(),
  }))
  await db.insertInto('contributor').values(people).execute()
}

test('people are paged by name, every one once, those without a name too', async () => {
  await withReaders()
  const viewer = await door.signedIn('viewer')
  const seen = new Set<string>()
  let path = '/people'
  for (let pages = 0; pages < 4 && path; pages++) {
    const { text } = await viewer.get(path)
    for (const [, id] of text.matchAll(/href="\/people\/([0-9a-f-]{36})"/g)) seen.add(id!)
    const next = /href="(\?[^"]*after[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    path = next ? `/people${next}` : ''
  }
  expect(seen.size).toBe(120)
  const found = await viewer.get('/people?q=Katherine+007')
  expect(found.text.match(/href="\/people\/[0-9a-f]/g)).toHaveLength(1)
  expect((await viewer.get('/people?q=%25')).status).toBe(200)
})

test('searching by address is posted, recorded without the address, and not for viewers [ASVS 14.2.1]', async () => {
  await withReaders()
  const moderator = await door.signedIn('moderator')
  const found = await moderator.post('/people/search', { address: ' READER7@example.net ' })
  expect(found.status).toBe(303)
  expect(found.headers.location).toMatch(/^\/people\/[0-9a-f-]{36}$/)
  expect((await moderator.get(found.headers.location!)).text).toContain('reader7@example.net')
  expect((await moderator.post('/people/search', { address: 'nobody@example.net' })).status).toBe(404)
  const access = await door.context.db.selectFrom('access').selectAll().execute()
  expect(access.map(row => [row.actor, row.what])).toEqual([
    [door.staff.moderator, 'searched by address: found'],
    [door.staff.moderator, 'searched by address: not found'],
  ])
  expect(JSON.stringify(access)).not.toContain('example.net')
  const looked = await (await door.signedIn('admin')).get('/admin/access')
  expect(looked.text.match(/searched by address/g)).toHaveLength(2)
  expect(looked.text).toContain('<td>The moderator</td>')
  const viewer = await door.signedIn('viewer')
  expect((await viewer.post('/people/search', { address: 'reader7@example.net' })).status).toBe(403)
  const person = await viewer.get(found.headers.location!)
  expect(person.status).toBe(200)
  expect(person.text).not.toContain('reader7@example.net')
  expect((await viewer.get('/people')).text).not.toContain('Search by address')
})

test('one’s own settings are kept, a session of one’s own elsewhere is ended, one of somebody else is not [ASVS 7.5.2]', async () => {
  door = await openFrontDoor()
  const viewer = await door.signedIn('viewer')
  await door.signedIn('editor')
  await viewer.post('/account/preferences', { keys: 'alt', theme: 'dark' })
  const page = await viewer.get('/account')
  expect(page.text).toContain('data-theme="dark"')
  expect(page.text).toContain('data-keys="alt"')
  expect((await viewer.post('/account/preferences', { keys: 'never', theme: 'dark' })).status).toBe(400)
  const sessions = await door.context.db.selectFrom('session').selectAll().execute()
  const other = sessions.find(row => row.staff_id === door.staff.editor)!
  await viewer.post('/account/sessions/end', { key: other.key })
  expect(await door.context.db.selectFrom('session').selectAll().execute()).toHaveLength(sessions.length)
  const elsewhere = await door.signedIn('viewer')
  const known = sessions.map(row => row.key)
  const later = await door.context.db.selectFrom('session').select('key').where('key', 'not in', known).execute()
  await viewer.post('/account/sessions/end', { key: later[0]!.key })
  expect((await elsewhere.get('/account')).status).toBe(303)
  expect((await viewer.get('/account')).status).toBe(200)
})

test('a new password asks for the present one, ends every other session and goes on under a new id [ASVS 6.2.2] [ASVS 6.2.3]', async () => {
  door = await openFrontDoor()
  const [here, elsewhere] = [await door.signedIn('viewer'), await door.signedIn('viewer')]
  const next = 'another four words'
  expect((await here.post('/account/password', { current: 'not it', password: next })).status).toBe(400)
  const weak = await here.post('/account/password', { current: password, password: 'password1' })
  expect(weak.text).toContain('Choose another password')
  expect((await here.post('/account/password', { current: password, password: next })).status).toBe(303)
  expect((await here.get('/account')).status).toBe(200)
  expect((await elsewhere.get('/account')).status).toBe(303)
  const again = { email: 'viewer@example.org', password: next }
  expect((await door.browser().post('/sign-in', again)).status).toBe(303)
})

test('alive and ready are told to anyone, details and figures to a token alone [T34]', async () => {
  door = await openFrontDoor()
  const browser = door.browser()
  expect([(await browser.get('/healthz')).status, (await browser.get('/healthz')).text]).toEqual([200, 'ok\n'])
  expect((await browser.get('/readyz')).text).toBe('ready\n')
  expect((await browser.get('/metrics')).status).toBe(401)
  expect((await (await door.signedIn('admin')).get('/metrics')).status).toBe(401)
  expect((await browser.get('/healthz')).headers['set-cookie']).toBeUndefined()
  door.context.store.engine.pragma('query_only = on')
  const stuck = await browser.get('/readyz')
  expect([stuck.status, stuck.text]).toEqual([503, 'not ready\n'])
  expect((await browser.get('/healthz')).status).toBe(200)
  door.context.store.engine.pragma('query_only = off')
})

test('under npm run dev an email that is typed or pasted arrives, and its fields cannot add headers', async () => {
  door = await openFrontDoor({ dev: true })
  const viewer = await door.signedIn('viewer')
  const typed = { from: 'K <k@example.org>\nBcc: x@example.org', to: 'a@example.org', subject: 'Hi', text: 'Hello' }
  expect((await viewer.post('/dev', typed)).status).toBe(303)
  expect((await viewer.post('/dev', { raw: 'Subject: pasted\n\nHello again' })).status).toBe(303)
  const rows = await door.context.db.selectFrom('submission').select('stage').execute()
  expect(rows).toEqual([{ stage: 'received' }, { stage: 'received' }])
  const source = Buffer.from((await door.parts.readMail.source(1))!).toString()
  expect(source).not.toMatch(/^Bcc:/m)
})
