import { afterEach, expect, test } from '@jest/globals'
import request from 'supertest'
import { safeNext } from '../../src/web/input.ts'
import { cookieOf, type FrontDoor, openFrontDoor, password } from './front-door.ts'

let door: FrontDoor
afterEach(() => door?.close())

const right = { email: 'editor@example.org', password }

test('the right password opens the page one was on the way to, and signing out closes it [ASVS 14.3.1]', async () => {
  door = await openFrontDoor()
  const browser = door.browser()
  const away = await browser.get('/people')
  expect(away.status).toBe(303)
  expect(away.headers.location).toBe('/sign-in?next=%2Fpeople')
  const answer = await browser.post('/sign-in', { ...right, next: '/people' })
  expect([answer.status, answer.headers.location]).toEqual([303, '/people'])
  expect((await browser.get('/people')).status).toBe(200)
  const out = await browser.post('/sign-out')
  expect([out.status, out.headers.location]).toEqual([303, '/sign-in'])
  expect(out.headers['clear-site-data']).toContain('"storage"')
  expect((await browser.get('/people')).status).toBe(303)
})

test('a wrong password and an unknown address get the same answer, and the address typed stays', async () => {
  door = await openFrontDoor()
  const wrong = await door.browser().post('/sign-in', { ...right, password: 'nothing like it' })
  const unknown = await door.browser().post('/sign-in', { email: 'nobody@example.org', password })
  expect([wrong.status, unknown.status]).toEqual([401, 401])
  expect(wrong.text.replaceAll('editor@', 'nobody@')).toBe(unknown.text)
  expect(wrong.text).toContain('value="editor@example.org"')
  expect(wrong.text).not.toContain('nothing like it')
})

test('the session gets a new id at sign-in, and an id from before opens nothing [ASVS 7.2.4] [ASVS 7.2.2]', async () => {
  door = await openFrontDoor()
  const planted = 'postbag=s%3Aplanted.signature'
  const answer = await request(door.app)
    .post('/sign-in')
    .set({ Cookie: planted, 'Sec-Fetch-Site': 'same-origin' })
    .type('form')
    .send(right)
  expect(cookieOf(answer)).not.toBe('')
  expect(cookieOf(answer)).not.toBe(planted)
  const replay = await request(door.app).get('/account').set('Cookie', planted)
  expect(replay.status).toBe(303)
})

test('the cookie is for our pages alone, and __Host- and Secure over https [ASVS 3.3.1] [ASVS 3.3.3] [ASVS 3.3.2] [ASVS 3.3.4]', async () => {
  door = await openFrontDoor()
  const plain = await door.browser().post('/sign-in', right)
  expect(plain.headers['set-cookie']![0]).toMatch(/^postbag=.*; Path=\/; .*HttpOnly; SameSite=Lax$/)
  await door.close()
  door = await openFrontDoor({ environment: { POSTBAG_BASE_URL: 'https://desk.example.org' } })
  const secure = await door.browser().post('/sign-in', right)
  expect(secure.headers['set-cookie']![0]).toMatch(/^__Host-postbag=.*; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/)
  expect(secure.headers['set-cookie']![0]).not.toContain('Domain')
})

test('a session that was ended stays dead, however slow a request of it is [T4] [ASVS 7.2.1] [ASVS 7.4.1]', async () => {
  door = await openFrontDoor()
  const answer = await door.browser().post('/sign-in', right)
  const cookie = cookieOf(answer)
  const get = () => request(door.app).get('/account').set('Cookie', cookie)
  const out = () => request(door.app).post('/sign-out').set({ Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' })
  await Promise.all([get(), get(), get(), out(), get(), get(), get()])
  for (let again = 0; again < 10; again++) expect((await get()).status).toBe(303)
  const rows = await door.context.db.selectFrom('session').selectAll().where('staff_id', 'is not', null).execute()
  expect(rows).toEqual([])
})

test('a session ends after twelve idle hours, and after seven days whatever happens [ASVS 7.3.1] [ASVS 7.3.2]', async () => {
  door = await openFrontDoor()
  const browser = await door.signedIn('viewer')
  door.context.clock.at += 12 * 3_600_000 - 1000
  expect((await browser.get('/account')).status).toBe(200)
  for (let day = 0; day < 14; day++) {
    door.context.clock.at += 11 * 3_600_000
    const { status } = await browser.get('/account')
    if (door.context.clock.at - Date.UTC(2016, 3, 26, 7, 45) < 7 * 24 * 3_600_000) expect(status).toBe(200)
    else expect(status).toBe(303)
  }
})

test('a closed account is out at its next request [ASVS 7.4.2]', async () => {
  door = await openFrontDoor()
  const browser = await door.signedIn('editor')
  const admin = await door.signedIn('admin')
  expect((await admin.post(`/admin/staff/${door.staff.editor}/access`, { do: 'close' })).status).toBe(303)
  expect((await browser.get('/account')).status).toBe(303)
  expect((await door.browser().post('/sign-in', right)).status).toBe(401)
})

test('the way on after signing in never leads off our site [ASVS 3.7.2]', () => {
  const bad = ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example']
  const more = [
    '/%0d%0aSet-Cookie:a',
    '\\\\evil',
    ' //evil',
    'evil',
    '',
    '/\n/evil.example',
    '/..//evil.example',
    '///evil',
  ]
  for (const next of [...bad, ...more]) {
    const path = safeNext(next)
    expect(new URL(path, 'https://desk.example.org').origin).toBe('https://desk.example.org')
    expect(path).toMatch(/^\/(?![/\\])/)
  }
  expect(safeNext('/s/strike/queue?view=held')).toBe('/s/strike/queue?view=held')
  expect(safeNext(['/a', '/b'])).toBe('/')
})
