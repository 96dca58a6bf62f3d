import { afterEach, expect, test } from '@jest/globals'
import { generate } from 'otplib'
import { type Browser, type FrontDoor, openFrontDoor, password } from './front-door.ts'

let door: FrontDoor
afterEach(() => door?.close())

const required = { environment: { POSTBAG_SECOND_FACTOR: 'required' } }
const codeNow = (secret: string) => generate({ secret, epoch: Math.floor(door.context.clock.at / 1000) })
const half = async (role: string): Promise<Browser> => {
  const browser = door.browser()
  const answer = await browser.post('/sign-in', { email: `${role}@example.org`, password, next: '/stories' })
  expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in/code'])
  return browser
}

/** Sets up a second factor on the way in; answers its key and the recovery codes. */
async function enrolled(role: string): Promise<{ browser: Browser; secret: string; codes: string[] }> {
  const browser = await half(role)
  const shown = await browser.get('/sign-in/code')
  const secret = /<p class="key"><code>([A-Z2-7 ]+)</.exec(shown.text)![1]!.replaceAll(' ', '')
  const answer = await browser.post('/sign-in/second-factor', { code: await codeNow(secret) })
  expect(answer.status).toBe(200)
  const codes = [...answer.text.matchAll(/<li><code>([a-z2-9-]{14})<\/code>/g)].map(each => each[1]!)
  expect(codes).toHaveLength(10)
  return { browser, secret, codes }
}

test('who can publish sets up a second factor before anything else opens [ASVS 6.3.3] [ASVS 2.3.1]', async () => {
  door = await openFrontDoor(required)
  const browser = await half('moderator')
  for (const path of ['/people', '/account', '/stories']) expect((await browser.get(path)).status).toBe(303)
  const shown = await browser.get('/sign-in/code')
  expect(shown.text).toContain('Set up one-time codes')
  expect(shown.text).toContain('otpauth://totp/')
  const wrong = await browser.post('/sign-in/second-factor', { code: '000000' })
  expect(wrong.status).toBe(400)
  expect(wrong.text).toContain(/<p class="key"><code>([A-Z2-7 ]+)</.exec(shown.text)![1]!)
})

test('a viewer, who publishes nothing, signs in with the password alone', async () => {
  door = await openFrontDoor(required)
  expect((await (await door.signedIn('viewer')).get('/people')).status).toBe(200)
})

test('a one-time code works once, also when it comes twice at the same time [ASVS 6.5.1]', async () => {
  door = await openFrontDoor(required)
  const { browser, secret } = await enrolled('editor')
  expect((await browser.get('/stories')).status).toBe(200)
  door.context.clock.at += 60_000
  const code = await codeNow(secret)
  const [one, other] = [await half('editor'), await half('editor')]
  const answers = await Promise.all([one.post('/sign-in/code', { code }), other.post('/sign-in/code', { code })])
  expect(answers.map(answer => answer.status).sort()).toEqual([303, 401])
  expect(answers.find(answer => answer.status === 303)!.headers.location).toBe('/stories')
  const third = await half('editor')
  expect((await third.post('/sign-in/code', { code })).status).toBe(401)
})

test('a code of the step before or after fits, an older one does not [ASVS 6.5.5]', async () => {
  door = await openFrontDoor(required)
  const { secret } = await enrolled('editor')
  const at = door.context.clock.at + 600_000
  for (const [offset, status] of [
    [-60_000, 401],
    [-30_000, 303],
    [30_000, 303],
  ] as const) {
    door.context.clock.at = at + offset
    const code = await codeNow(secret)
    door.context.clock.at = at
    expect((await (await half('editor')).post('/sign-in/code', { code })).status).toBe(status)
  }
})

test('a recovery code works once, typed with or without its hyphens [ASVS 6.5.2] [ASVS 6.5.4]', async () => {
  door = await openFrontDoor(required)
  const { codes } = await enrolled('admin')
  // Twelve signs of thirty-one each are 59 bits; the database holds none of them as it is typed.
  for (const code of codes) expect(code).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
  const kept = JSON.stringify(await door.context.db.selectFrom('recovery_code').selectAll().execute())
  for (const code of codes) expect(kept.includes(code) || kept.includes(code.replaceAll('-', ''))).toBe(false)
  const typed = codes[0]!.replaceAll('-', ' ').toUpperCase()
  expect((await (await half('admin')).post('/sign-in/code', { code: typed })).status).toBe(303)
  expect((await (await half('admin')).post('/sign-in/code', { code: codes[0]! })).status).toBe(401)
  expect((await (await half('admin')).post('/sign-in/code', { code: codes[1]! })).status).toBe(303)
})

test('guessing codes is slowed down like guessing passwords', async () => {
  door = await openFrontDoor(required)
  await enrolled('editor')
  const browser = await half('editor')
  const statuses = []
  for (let count = 0; count < 7; count++)
    statuses.push((await browser.post('/sign-in/code', { code: String(100_000 + count) })).status)
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
})

test('the password opens the door to the code for ten minutes only [ASVS 6.3.4]', async () => {
  door = await openFrontDoor(required)
  const { secret } = await enrolled('editor')
  const browser = await half('editor')
  door.context.clock.at += 10 * 60_000 + 1
  const answer = await browser.post('/sign-in/code', { code: await codeNow(secret) })
  expect([answer.status, answer.headers.location]).toEqual([303, '/sign-in'])
})

test('an administrator can turn a lost second factor off, and the key is never kept in clear [ASVS 6.4.4]', async () => {
  door = await openFrontDoor(required)
  const { secret } = await enrolled('editor')
  const { browser: admin } = await enrolled('admin')
  const row = await door.context.db.selectFrom('staff').selectAll().where('role', '=', 'editor').executeTakeFirst()
  expect(row!.totp).not.toContain(secret)
  await admin.post(`/admin/staff/${door.staff.editor}/access`, { do: 'second-factor' })
  expect((await (await half('editor')).get('/sign-in/code')).text).toContain('Set up one-time codes')
})

test('where it is optional, one turns it on and off oneself; off only with a code', async () => {
  door = await openFrontDoor()
  const browser = await door.signedIn('moderator')
  const shown = await browser.get('/account/second-factor')
  const secret = /<p class="key"><code>([A-Z2-7 ]+)</.exec(shown.text)![1]!.replaceAll(' ', '')
  expect((await browser.post('/account/second-factor', { code: await codeNow(secret) })).status).toBe(200)
  await browser.post('/account/second-factor/removal', { code: '123456' })
  expect((await browser.get('/account')).text).toContain('10 of 10 recovery codes')
  door.context.clock.at += 30_000
  await browser.post('/account/second-factor/removal', { code: await codeNow(secret) })
  expect((await browser.get('/account')).text).toContain('the password alone signs you in')
})
