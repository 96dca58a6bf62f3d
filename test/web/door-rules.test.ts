// Small rules of the front door, each asked of every page or of the raw line.

import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import request from 'supertest'
import type { Facts, Log } from '../../src/log.ts'
import { beginAttempt } from '../../src/web/throttle.ts'
import { type House, openHouse, table } from './every-route.ts'
import { cookieOf, type FrontDoor, openFrontDoor, password } from './front-door.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.shut())

let door: FrontDoor | undefined
afterEach(async () => {
  await door?.close()
  door = undefined
})

test('every answer with words says what they are, and in which charset [ASVS 4.1.1]', async () => {
  const wrong: string[] = []
  for (const route of table.filter(({ method, path }) => method === 'GET' && !/events$/.test(path))) {
    const { headers, status } = await house.ask(route, 'admin')
    const type = headers.get('content-type') ?? ''
    if (status >= 300 && status < 400) continue
    if (!/^(?:text\/[\w+-]+|application\/(?:[\w.+-]*json|[\w.+-]*xml)|image\/svg\+xml)/.test(type))
      wrong.push(`${route.path}: ${type}`)
    if (/^text\//.test(type) && !/charset=utf-8/i.test(type)) wrong.push(`${route.path}: ${type}`)
  }
  expect(wrong).toEqual([])
}, 60_000)

test('every page of somebody who is signed in has the way out [ASVS 7.4.4]', async () => {
  const without: string[] = []
  for (const route of table.filter(
    ({ method, room, path }) =>
      method === 'GET' && room === 'desk' && !/rows|panes|balance|preview|frame|source|events$/.test(path),
  )) {
    const answer = await house.ask(route, 'admin')
    const page = await answer.text()
    if (answer.status === 200 && page.includes('<html') && !page.includes('action="/sign-out"'))
      without.push(route.path)
  }
  expect(without.filter(path => !path.startsWith('/setup'))).toEqual([])
}, 60_000)

test('nothing of the workshop is served, no folder is listed, and TRACE is not answered [ASVS 13.4.1] [ASVS 13.4.3] [ASVS 13.4.4]', async () => {
  door = await openFrontDoor()
  const paths = [
    '.git/config',
    '.git/HEAD',
    '.env',
    'package.json',
    'package-lock.json',
    'src/main.ts',
    'views/',
    'assets/',
    'assets',
    'db/migrations/',
    'data/postbag.db',
    'assets/..%2f..%2fpackage.json',
    'assets/%2e%2e/package.json',
    'node_modules/',
  ]
  for (const path of paths) {
    const answer = await request(door.app).get(`/${path}`)
    expect([
      path,
      answer.status === 404 || answer.status === 400,
      /dependencies|Index of|\[core\]/.test(answer.text),
    ]).toEqual([path, true, false])
  }
  const traced = await request(door.app).trace('/sign-in').set('X-Secret', 'echo-me')
  expect([traced.status >= 400, traced.text?.includes('echo-me') ?? false]).toEqual([true, false])
})

test('no session begins before somebody signs in, and its id is 256 random bits [ASVS 7.2.3] [ASVS 7.6.2]', async () => {
  door = await openFrontDoor()
  for (const path of ['/sign-in', '/people', '/nowhere', '/live/strike'])
    expect([path, cookieOf(await request(door.app).get(path))]).toEqual([path, ''])
  expect(await door.context.db.selectFrom('session').selectAll().execute()).toEqual([])
  const ids = new Set<string>()
  for (let count = 0; count < 3; count++) {
    const cookie = cookieOf(await door.browser().post('/sign-in', { email: 'editor@example.org', password }))
    ids.add(/s:([\w-]+)\./.exec(decodeURIComponent(cookie))![1]!)
  }
  for (const id of ids) expect(Buffer.from(id, 'base64url')).toHaveLength(32)
  expect(ids.size).toBe(3)
})

test('who tries from one network cannot be many by a header [ASVS 15.3.4]', async () => {
  door = await openFrontDoor({ nobody: true })
  for (let count = 0; count < 30; count++) await beginAttempt(door.parts, `person-${count}@example.org`, '127.0.0.1')
  for (const forged of ['X-Forwarded-For', 'X-Real-IP', 'Forwarded', 'True-Client-IP', 'CF-Connecting-IP']) {
    const sent = request(door.app)
      .post('/sign-in')
      .set({ 'Sec-Fetch-Site': 'same-origin', [forged]: forged === 'Forwarded' ? 'for=203.0.113.9' : '203.0.113.9' })
    const { status } = await sent.type('form').send({ email: `${forged}@example.org`, password: 'whatever it is' })
    expect([forged, status]).toEqual([forged, 429])
  }
})

test('a request whose end can be told in two ways is refused, and nothing after it is read as another [ASVS 4.2.1]', async () => {
  door = await openFrontDoor()
  const server = createServer(door.app)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const inner = 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n'
  for (const headers of [
    `Content-Length: ${inner.length}\r\nTransfer-Encoding: chunked`,
    'Content-Length: 4\r\nContent-Length: 5',
    'Transfer-Encoding: chunked, identity',
    'Transfer-Encoding : chunked',
    'Content-Length: 0x10',
  ]) {
    const answers = await raw(server, `POST /sign-in HTTP/1.1\r\nHost: a\r\n${headers}\r\n\r\n0\r\n\r\n${inner}`)
    expect([headers, answers.match(/HTTP\/1\.1 \d+/g)]).toEqual([headers, ['HTTP/1.1 400']])
  }
  server.closeAllConnections()
  await new Promise(resolve => server.close(resolve))
})

/** What comes back for these bytes until the other side hangs up. */
const raw = (server: Server, bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(bytes))
    let answer = ''
    socket.setEncoding('utf8').on('data', part => {
      answer += part
    })
    socket.on('close', () => resolve(answer)).on('error', reject)
  })

test('sign-ins, good and bad, and refusals are log lines with ids and no address [ASVS 16.2.5] [ASVS 16.3.1] [ASVS 16.3.2] [ASVS 16.3.3]', async () => {
  door = await openFrontDoor()
  const said: { level: string; facts: Facts; message: string }[] = []
  const at = (level: string) => (facts: Facts, message: string) => void said.push({ level, facts, message })
  const log: Log = { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
  Object.assign(door.context, { log })
  door.app.locals.log = log
  const browser = door.browser()
  await browser.post('/sign-in', { email: 'viewer@example.org', password: 'not the right one' })
  await browser.post('/sign-in', { email: 'viewer@example.org', password })
  await browser.get('/admin/staff')
  await browser.post('/admin/newsroom', {}, { 'Sec-Fetch-Site': 'cross-site' })
  await request(door.app).get('/api/v1/submissions/1').set('Authorization', 'Bearer nothing')
  expect(said.map(({ level, message }) => `${level}: ${message}`)).toEqual([
    'warn: a sign-in was refused',
    'info: somebody signed in',
    'warn: a request was refused',
    'warn: a request was refused',
    'warn: a request was refused',
  ])
  expect(said[2]!.facts).toMatchObject({
    method: 'GET',
    route: '/admin/staff',
    status: 403,
    why: 'change-staff',
    staff: door.staff.viewer,
  })
  expect(said[3]!.facts).toMatchObject({ method: 'POST', status: 403 })
  expect(said[4]!.facts).toMatchObject({ method: 'GET', status: 401 })
  expect(JSON.stringify(said)).not.toMatch(/@|not the right one|Bearer nothing/)
})
