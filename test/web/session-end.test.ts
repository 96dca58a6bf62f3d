// When a session ends, as the page that warns of it is told; and signing in from a page that stays open.
import { afterEach, expect, test } from '@jest/globals'
import { generate } from 'otplib'
import { enrol, newTotpSecret } from '../../src/desk/second-factor.ts'
import { type Browser, type FrontDoor, openFrontDoor, password } from './front-door.ts'

let door: FrontDoor
afterEach(() => door?.close())

const hour = 3_600_000
const json = { Accept: 'application/json' }
const left = async (browser: Browser) => (await browser.get('/account/session', json)).body

test('to ask when a session ends does not keep it open; to stay does, but not beyond a week [ASVS 7.3.1]', async () => {
  door = await openFrontDoor()
  const browser = await door.signedIn('editor')
  expect(await left(browser)).toEqual({ idle: 12 * hour, whole: 7 * 24 * hour })
  door.context.clock.at += 11 * hour
  expect(await left(browser)).toEqual({ idle: hour, whole: (7 * 24 - 11) * hour })
  expect(await left(browser)).toMatchObject({ idle: hour })
  const stayed = await browser.post('/account/session', {}, json)
  expect(stayed.body).toEqual({ idle: 12 * hour, whole: (7 * 24 - 11) * hour })
  door.context.clock.at += 13 * hour
  expect((await browser.get('/account/session', json)).status).toBe(401)
})

test('a page that stays open signs in by JSON, and is told of a code that is still owed, a wrong one, and the right one', async () => {
  door = await openFrontDoor()
  const browser = door.browser()
  const who = { email: 'editor@example.org', password }
  expect((await browser.post('/sign-in', { ...who, password: 'nothing like it' }, json)).body).toMatchObject({
    status: 401,
    detail: 'That email address and password do not go together. Check both and try again.',
  })
  expect((await browser.post('/sign-in', who, json)).body).toEqual({ asks: null })
  expect((await browser.get('/stories')).status).toBe(200)
  const secret = newTotpSecret()
  const code = () => generate({ secret, epoch: Math.floor(door.context.clock.at / 1000) })
  await enrol(door.context, door.parts.keys, door.staff.editor, { secret, code: await code() })
  door.context.clock.at += 60_000
  const again = door.browser()
  expect((await again.post('/sign-in', who, json)).body).toEqual({ asks: 'code' })
  expect((await again.get('/stories')).status).toBe(303)
  expect((await again.post('/sign-in/code', { code: '000000' }, json)).body).toMatchObject({ status: 401 })
  expect((await again.post('/sign-in/code', { code: await code() }, json)).body).toEqual({ asks: null })
  expect((await again.get('/stories')).status).toBe(200)
  const late = door.browser()
  await late.post('/sign-in', who, json)
  door.context.clock.at += 11 * 60_000
  const tooLate = await late.post('/sign-in/code', { code: await code() }, json)
  expect(tooLate.body).toMatchObject({ status: 401, why: 'password' })
})
