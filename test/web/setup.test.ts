import { afterEach, expect, test } from '@jest/globals'
import { generate } from 'otplib'
import { readPending } from '../../src/intake/read-pending.ts'
import { createReader } from '../../src/mail/pool.ts'
import { readInstallation } from '../../src/store/index.ts'
import type { Intake, Step } from '../../src/web/route.ts'
import { presetFor } from '../../src/web/setup-mailbox.ts'
import { type Browser, type FrontDoor, openFrontDoor, password } from './front-door.ts'

let door: FrontDoor
afterEach(() => door?.close())

const owner = { token: 'the-token-of-the-log', name: 'Rob Carter', email: 'rob@example.org', password }
const box = {
  name: 'Readers’ emails',
  username: 'haveyoursay@example.org',
  password: 'the mailbox’s own',
  host: 'imap.example.org',
  security: 'tls',
  port: '993',
  folder: 'INBOX',
}

async function begun(parts: { intake?: Intake } = {}): Promise<Browser> {
  door = await openFrontDoor({ nobody: true, parts })
  const browser = door.browser()
  const answer = await browser.post('/setup', owner)
  expect([answer.status, answer.headers.location]).toEqual([303, '/setup/newsroom'])
  return browser
}

test('before anybody has an account every way leads to set-up, and set-up opens with the token alone [ASVS 6.3.2] [ASVS 13.2.3]', async () => {
  door = await openFrontDoor({ nobody: true })
  const browser = door.browser()
  expect((await browser.get('/')).headers.location).toBe('/setup')
  expect((await browser.get('/sign-in')).headers.location).toBe('/setup')
  const closed = await browser.get('/setup')
  expect(closed.text).toContain('Token from the server’s log')
  expect(closed.text).not.toContain('name="password"')
  expect((await browser.get('/setup?token=wrong')).text).not.toContain('name="password"')
  expect((await browser.get('/setup?token=the-token-of-the-log')).text).toContain('name="password"')
  const forged = await browser.post('/setup', { ...owner, token: 'wrong' })
  expect(forged.status).toBe(403)
  expect(await door.context.db.selectFrom('staff').selectAll().execute()).toEqual([])
})

test('what is wrong is listed above the form with a link to its field, and nothing typed is lost', async () => {
  door = await openFrontDoor({ nobody: true })
  const answer = await door.browser().post('/setup', { ...owner, email: 'rob at home', password: 'password' })
  expect(answer.status).toBe(400)
  expect(answer.text).toMatch(/<title>Error: Set-up/)
  expect(answer.text).toMatch(/role="alert"[\s\S]*<a href="#email">Give an email address/)
  expect(answer.text).toMatch(/<a href="#password">Choose another password/)
  expect(answer.text).toContain('value="Rob Carter"')
  expect(answer.text).toContain('value="rob at home"')
  expect(answer.text).toMatch(/aria-describedby="email-hint email-fault"/)
})

test('of two people who begin at once, one becomes the administrator and set-up closes for good', async () => {
  door = await openFrontDoor({ nobody: true })
  const answers = await Promise.all([
    door.browser().post('/setup', owner),
    door.browser().post('/setup', { ...owner, email: 'sara@example.org', name: 'Sara' }),
  ])
  expect(answers.filter(answer => answer.headers.location === '/setup/newsroom')).toHaveLength(1)
  expect(await door.context.db.selectFrom('staff').selectAll().execute()).toHaveLength(1)
  const late = await door.browser().post('/setup', { ...owner, email: 'late@example.org' })
  expect(late.headers.location).toBe('/sign-in')
  expect((await door.browser().get('/setup?token=the-token-of-the-log')).headers.location).toBe('/sign-in')
})

test('the newsroom’s facts are kept, and the authority of permanent ids is fixed once', async () => {
  const browser = await begun()
  const wrong = await browser.post('/setup/newsroom', {
    newsroom: '',
    zone: 'Mars/Olympus',
    language: 'nonsense language',
  })
  expect(wrong.status).toBe(400)
  expect(wrong.text).toContain('href="#zone"')
  const facts = { newsroom: 'The Ruislip Post', zone: 'Europe/London', language: 'en-GB' }
  expect((await browser.post('/setup/newsroom', facts)).headers.location).toBe('/setup/mailbox')
  expect(await readInstallation(door.context.db)).toMatchObject({
    ...facts,
    tagAuthority: 'localhost',
    tagDate: '2016',
  })
  expect((await browser.get('/setup/newsroom')).text).toContain('value="The Ruislip Post"')
})

test('providers are known by the domain of the address', () => {
  expect(presetFor('haveyoursay@gmail.com').host).toBe('imap.gmail.com')
  expect(presetFor('haveyoursay@EXAMPLE.org').host).toBe('imap.example.org')
  expect(presetFor('nonsense').host).toBe('')
})

test('a mailbox is added once its test has passed; the password typed is kept through a failed one, and never shown', async () => {
  const tried: string[] = []
  const steps: Step[] = [{ name: 'sign-in', ok: false, words: 'The server refused the password.' }]
  const added: string[] = []
  const intake: Intake = {
    list: async () => [],
    test: async typed => {
      tried.push(typed.password)
      return steps
    },
    add: async (_by, typed) => {
      added.push(typed.password)
      return { ok: true }
    },
    change: async () => ({ ok: true }),
    routeOf: async () => ({ storyId: null, rule: 'unrouted', words: '', to: [] }),
    takeIn: async () => {},
    explain: async () => [],
  }
  const browser = await begun({ intake })
  const chosen = await browser.post('/setup/mailbox/address', { address: 'haveyoursay@gmail.com' })
  expect(chosen.text).toContain('value="imap.gmail.com"')
  const failed = await browser.post('/setup/mailbox', { ...box, do: 'save' })
  expect(failed.status).toBe(400)
  expect(failed.text).toContain('The server refused the password.')
  expect(failed.text).toContain('value="imap.example.org"')
  expect(failed.text).not.toContain(box.password)
  expect(added).toEqual([])
  steps[0] = { name: 'sign-in', ok: true, words: 'Signed in.' }
  const passed = await browser.post('/setup/mailbox', { ...box, password: '', do: 'save' })
  expect([passed.status, passed.headers.location]).toEqual([303, '/setup/story'])
  expect(tried).toEqual([box.password, box.password])
  expect(added).toEqual([box.password])
  const rows = await door.context.db.selectFrom('session').select('data').execute()
  expect(JSON.stringify(rows)).not.toContain('mailbox’s own')
})

test('the first story takes the mail, and the test email is seen to arrive', async () => {
  const browser = await begun()
  await door.parts.intake.add('system', { ...box, security: 'tls', port: 993, quiet: false, storyId: null })
  expect((await browser.get('/setup/story')).text).toContain('haveyoursay@example.org')
  const story = { title: 'Junior doctors’ strike', addresses: 'haveyoursay@example.org', zone: 'Europe/London' }
  expect((await browser.post('/setup/story', story)).headers.location).toBe('/setup/test')
  expect((await browser.get('/setup/test')).text).toContain('Waiting for it to arrive')
  const asked = { Accept: 'application/json' }
  expect((await browser.get('/setup/test', asked)).body).toEqual({ arrived: false })
  door.context.clock.at += 3000
  await door.parts.intake.takeIn(Buffer.from('From: a@example.org\r\nTo: haveyoursay@example.org\r\n\r\nHello\r\n'))
  expect((await browser.get('/setup/test', asked)).body).toEqual({ arrived: true })
  const done = await browser.get('/setup/test')
  expect(done.text).toContain('Arrived in 3 s')
  expect(done.text).toContain('/s/junior-doctors-strike/queue')
})

test('where a second factor is required, the first administrator sets one up before going on', async () => {
  door = await openFrontDoor({ nobody: true, environment: { POSTBAG_SECOND_FACTOR: 'required' } })
  const browser = door.browser()
  expect((await browser.post('/setup', owner)).headers.location).toBe('/sign-in/code')
  expect((await browser.get('/setup/newsroom')).status).toBe(303)
  const shown = await browser.get('/sign-in/code')
  const secret = /<p class="key"><code>([A-Z2-7 ]+)</.exec(shown.text)![1]!.replaceAll(' ', '')
  const code = await generate({ secret, epoch: Math.floor(door.context.clock.at / 1000) })
  expect((await browser.post('/sign-in/second-factor', { code })).text).toContain('href="/setup/newsroom"')
  expect((await browser.get('/setup/newsroom')).status).toBe(200)
})

test('with sample emails instead of a mailbox set-up ends in a queue with three of them and the first steps above it', async () => {
  const browser = await begun()
  expect((await browser.post('/setup/samples')).headers.location).toBe('/setup/story')
  const story = { title: 'Strike', addresses: 'haveyoursay@example.org', zone: 'Europe/London' }
  expect((await browser.post('/setup/story', story)).headers.location).toBe('/s/strike/queue')
  const reader = createReader({ threads: 1 })
  await readPending(door.context, reader, { holder: 'test', leaseMs: 60_000 })
  await reader.close()
  const queue = (await browser.get('/s/strike/queue')).text
  for (const who of ['Katherine', 'Chris Boshell', 'David']) expect(queue).toContain(`<b class="who">${who}</b>`)
  expect(queue).toContain('Ruislip in Middlesex')
  expect(queue).toContain('Phone number')
  expect(queue).toMatch(/class="coach"[\s\S]*press <kbd>A<\/kbd> to approve/)
  expect((await browser.post('/account/coached', { back: '/s/strike/queue' })).headers.location).toBe('/s/strike/queue')
  expect((await browser.get('/s/strike/queue')).text).not.toContain('class="coach"')
  // Samples come to an empty house only.
  await browser.post('/s/strike/samples')
  expect((await browser.get('/s/strike/queue')).text).toContain('There is mail here already')
}, 60_000)

test('a story that never had an email offers the samples to who may change stories', async () => {
  const browser = await begun()
  await browser.post('/setup/story', { title: 'Strike', addresses: '', zone: 'Europe/London' })
  expect((await browser.get('/s/strike/queue')).text).toContain('Load sample emails')
  await browser.post('/s/strike/samples')
  expect(await door.context.db.selectFrom('submission').select('number').execute()).toHaveLength(3)
})
