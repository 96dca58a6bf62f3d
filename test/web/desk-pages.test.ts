import { afterEach, expect, test } from '@jest/globals'
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
  const empty = await editor.post('/stories', { ...strike, slug: '', title: '' })
  expect(empty.text).toContain('Give the story a title.')
  expect(empty.text).not.toContain('A slug is')
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

test('one’s own settings are kept, a session of one’s own elsewhere is ended, one of somebody else is not [ASVS 7.5.2]', async () => {
  door = await openFrontDoor()
  const viewer = await door.signedIn('viewer')
  await door.signedIn('editor')
  await viewer.post('/account/preferences', { keys: 'alt', theme: 'dark' })
  const page = await viewer.get('/account')
  expect(page.text).toContain('data-theme="dark"')
  expect(page.text).toContain('data-keys="alt"')
  // A box that was not ticked is off: arrivals are not spoken, and there is no tone.
  expect(page.text).toContain('data-unspoken')
  expect(page.text).not.toContain('data-sound')
  await viewer.post('/account/preferences', { keys: 'alt', theme: 'dark', spoken: 'yes', sound: 'yes' })
  const changed = (await viewer.get('/account')).text
  expect(changed).not.toContain('data-unspoken')
  expect(changed).toContain('data-sound')
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

test('a new password asks for the present one, ends every other session and goes on under a new id [ASVS 6.2.2] [ASVS 6.2.3] [ASVS 7.4.3]', async () => {
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

test('alive and ready are told to anyone, details and figures to a token alone [T34] [ASVS 13.4.5]', async () => {
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

test('under npm run dev every step of reading an email stands side by side, and nothing is taken in', async () => {
  door = await openFrontDoor({ dev: true })
  const viewer = await door.signedIn('viewer')
  const raw =
    'From: Kate Jones <kate@example.org>\nTo: haveyoursay@example.org\nSubject: Hi\nContent-Type: text/html; charset=utf-8\n\n<p>I rang 07700 900123 at the caf\u00e9 &lt;b&gt;.</p><p>Regards<br>Kate<br>Ruislip</p>'
  const { status, text } = await viewer.post('/dev/reading', { raw })
  expect(status).toBe(200)
  const steps = [...text.matchAll(/<h2>([^<]*)<\/h2>/g)].map(match => match[1])
  expect(steps).toEqual(
    'Structure,Header,Part 1 as text,Body,Folds,Own words,Automatic mail,Byline,Checks,Proposed'.split(','),
  )
  for (const words of ['text/html, charset utf-8', 'sign-off', 'Ruislip in Middlesex', 'phone (warn)', '&lt;b&gt;'])
    expect(text).toContain(words)
  expect(await door.context.db.selectFrom('submission').select('stage').execute()).toEqual([])
  expect((await viewer.post('/dev', { raw })).status).toBe(303)
  expect((await viewer.get('/dev/reading/1')).text).toContain('Ruislip in Middlesex')
  expect((await viewer.get('/dev/reading/2')).status).toBe(404)
})

test('the desk of a story: its call-out as readers see it, subjects, pins, and whether points of view are shown', async () => {
  door = await openFrontDoor()
  const editor = await door.signedIn('editor')
  await editor.post('/stories', { ...strike, slug: 'strike' })
  const shown = (await editor.get('/stories/strike/desk')).text
  expect(shown).toContain('<a href="mailto:haveyoursay@example.org">')
  expect((await editor.get('/s/strike/queue')).text).toContain('class="balance"')
  const wrong = await editor.post('/stories/strike/desk', { subjects: 'ab', pinMax: '11' })
  expect([wrong.status, wrong.text.includes('href="#pinMax"'), wrong.text.includes('href="#subjects"')]).toEqual([
    400,
    true,
    true,
  ])
  await editor.post('/stories/strike/desk', { subjects: 'Junior doctors\r\nBMA vote', pinMax: '5' })
  expect((await editor.get('/stories/strike/desk')).text).toContain('junior doctors\nbma vote')
  expect((await editor.get('/s/strike/queue')).text).not.toContain('class="balance"')
  expect((await editor.get('/s/strike/balance')).status).toBe(204)
  const answer = await editor.post('/routing', { email: 'To: x@example.net\nSubject: the BMA vote\n\nHello' })
  expect(answer.text).toContain('Words of the subject')
  expect((await (await door.signedIn('moderator')).get('/stories/strike/desk')).status).toBe(403)
})

test('what arrives for a closed story is kept in a view of that name', async () => {
  door = await openFrontDoor()
  const editor = await door.signedIn('editor')
  await editor.post('/stories', { ...strike, slug: 'strike' })
  await door.context.db.updateTable('story').set({ status: 'closed', closed_at: 1 }).execute()
  const { text } = await editor.get('/s/strike/queue')
  expect(text).toContain('<title>Closed (0)')
  expect(text).toMatch(/data-view-name="waiting"[^>]*>Closed </)
})

test('a scheduled story is given its time by its own clocks, and the list says when; what is no time is said at the field', async () => {
  door = await openFrontDoor()
  const editor = await door.signedIn('editor')
  await editor.post('/stories', { ...strike, slug: 'strike', zone: 'America/New_York' })
  const settings = { ...strike, slug: 'strike', zone: 'America/New_York', status: 'scheduled' }
  const wrong = await editor.post('/stories/strike', { ...settings, opensAt: 'tomorrow' })
  expect(wrong.status).toBe(400)
  expect(wrong.text).toContain('<a href="#opensAt">')
  expect(wrong.text).toContain('value="tomorrow"')
  await editor.post('/stories/strike', { ...settings, opensAt: '2030-07-01T09:00' })
  const { opens_at } = await door.context.db.selectFrom('story').select('opens_at').executeTakeFirstOrThrow()
  expect(new Date(opens_at!).toISOString()).toBe('2030-07-01T13:00:00.000Z')
  expect((await editor.get('/stories/strike')).text).toContain('value="2030-07-01T09:00"')
  expect((await editor.get('/stories')).text).toMatch(/scheduled until 1 July 2030, 09:00/)
})
