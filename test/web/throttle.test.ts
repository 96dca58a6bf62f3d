import { afterEach, expect, test } from '@jest/globals'
import request from 'supertest'
import { beginAttempt, networkOf } from '../../src/web/throttle.ts'
import { type FrontDoor, openFrontDoor, password } from './front-door.ts'

let door: FrontDoor
afterEach(() => door?.close())

test('five wrong tries are free, then each one waits twice as long, up to a quarter of an hour [T6]', async () => {
  door = await openFrontDoor({ nobody: true })
  const { context, parts } = door
  const attempt = () => beginAttempt(parts, 'rob@example.org', '192.0.2.1')
  for (let count = 0; count < 5; count++) expect((await attempt()).ok).toBe(true)
  const waits: number[] = []
  for (let count = 0; count < 8; count++) {
    const refused = await attempt()
    if (refused.ok) throw new Error('looked at too early')
    waits.push(refused.wait)
    context.clock.at += refused.wait * 1000
    expect((await attempt()).ok).toBe(true)
  }
  expect(waits).toEqual([15, 30, 60, 120, 240, 480, 900, 900])
})

test('of a thousand wrong tries at once at most twenty reach the hash [T6] [ASVS 6.3.1]', async () => {
  door = await openFrontDoor({ nobody: true })
  const tries = Array.from({ length: 1000 }, () => beginAttempt(door.parts, 'rob@example.org', '192.0.2.1'))
  const reached = (await Promise.all(tries)).filter(attempt => attempt.ok).length
  expect(reached).toBeGreaterThanOrEqual(5)
  expect(reached).toBeLessThanOrEqual(20)
})

test('one address that tries many accounts is stopped after thirty failures in ten minutes [ASVS 2.4.1]', async () => {
  door = await openFrontDoor({ nobody: true })
  const { context, parts } = door
  let reached = 0
  for (let count = 0; count < 40; count++)
    if ((await beginAttempt(parts, `person-${count}@example.org`, '192.0.2.1')).ok) reached++
  expect(reached).toBe(30)
  context.clock.at += 10 * 60_000 + 1
  expect((await beginAttempt(parts, 'person-41@example.org', '192.0.2.1')).ok).toBe(true)
})

test('an outsider who guesses does not keep the person out elsewhere: no account is ever locked', async () => {
  door = await openFrontDoor({ environment: { POSTBAG_TRUST_PROXY: '127.0.0.1' } })
  const from = (ip: string, given: string) =>
    request(door.app)
      .post('/sign-in')
      .set({ 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-For': ip, Accept: 'text/html' })
      .type('form')
      .send({ email: 'editor@example.org', password: given })
  const outside = []
  for (let count = 0; count < 8; count++) outside.push((await from('203.0.113.9', `guess ${count}`)).status)
  expect(outside).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
  const stopped = await from('203.0.113.9', password)
  expect(stopped.status).toBe(429)
  expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0)
  expect(stopped.text).toMatch(/Too many tries\. Wait \d+ seconds, then try again\./)
  expect((await from('198.51.100.7', password)).status).toBe(303)
})

test('the right password clears what was counted', async () => {
  door = await openFrontDoor()
  for (let round = 0; round < 3; round++) {
    for (let count = 0; count < 4; count++)
      expect((await door.browser().post('/sign-in', { email: 'viewer@example.org', password: 'no' })).status).toBe(401)
    const right = await door.browser().post('/sign-in', { email: 'viewer@example.org', password })
    expect(right.status).toBe(303)
  }
})

test('addresses of one household count together', () => {
  expect(networkOf('192.0.2.7')).toBe(networkOf('192.0.2.200'))
  expect(networkOf('192.0.2.7')).not.toBe(networkOf('192.0.3.7'))
  expect(networkOf('::ffff:192.0.2.7')).toBe(networkOf('192.0.2.9'))
  expect(networkOf('2001:db8:0:12aa::1')).toBe(networkOf('2001:db8:0:12ff::9'))
  expect(networkOf('2001:db8:0:12aa::1')).not.toBe(networkOf('2001:db8:0:13aa::1'))
})

test('when too many passwords are being checked, people are asked to try again, with their address kept [T7] [ASVS 15.2.2] [ASVS 16.5.3]', async () => {
  door = await openFrontDoor({ environment: { POSTBAG_TRUST_PROXY: '127.0.0.1' } })
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_each, count) =>
      request(door.app)
        .post('/sign-in')
        .set({ 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-For': `198.51.${count}.1`, Accept: 'text/html' })
        .type('form')
        .send({ email: 'editor@example.org', password: 'no' }),
    ),
  )
  const busy = answers.filter(answer => answer.status === 503)
  expect(busy.length).toBeGreaterThan(0)
  expect(answers.every(answer => answer.status === 401 || answer.status === 503)).toBe(true)
  expect(busy[0]!.headers['retry-after']).toBe('5')
  expect(busy[0]!.text).toContain('value="editor@example.org"')
})
