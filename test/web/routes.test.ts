import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { may } from '../../src/desk/policy.ts'
import { devRoutes } from '../../src/web/routes.ts'
import { bodies } from './bodies.ts'
import { type Caller, callers, type House, type Listed, openHouse, rowsHash, table, walk } from './every-route.ts'
import { openFrontDoor } from './front-door.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.shut())

const named = ({ method, path }: Listed) => `${method} ${path}`
const unsafe = table.filter(route => route.room === 'desk' && route.method !== 'GET')

const mayPass = ({ access }: Listed, caller: Caller): boolean => {
  if (access === 'anyone') return true
  if (caller === 'nobody') return false
  return access === 'signed-in' || may(caller, access)
}

/** Turned away for who asks: to the sign-in page, 401, or the policy's 403. */
const turnedAway = ({ status, headers }: Response): boolean =>
  status === 401 || status === 403 || (status === 303 && (headers.get('location') ?? '').startsWith('/sign-in?next='))

test('the running router holds the table and nothing else', () => {
  const written = table.map(route => `${route.method} ${route.path.replace(/^\/api\/v1/, '')}`).sort()
  expect(walk(house.app)).toEqual(written)
  expect(new Set(table.map(named)).size).toBe(table.length)
  expect(table.length).toBeGreaterThan(100)
})

test('the developer’s pages are in the router only under npm run dev [ASVS 13.4.2] [ASVS 15.2.3]', async () => {
  expect((await house.ask({ method: 'GET', path: '/dev', access: 'signed-in', room: 'desk' }, 'admin')).status).toBe(
    404,
  )
  const dev = await openFrontDoor({ dev: true, nobody: true })
  const more = walk(dev.app).filter(route => !walk(house.app).includes(route))
  expect(more).toEqual(devRoutes.map(([method, path]) => `${method} ${path}`))
  await dev.close()
})

test('every route lets in exactly whom its access names: nobody, viewer, moderator, editor, admin [T5] [ASVS 8.3.1] [ASVS 8.2.1]', async () => {
  const own = await openHouse()
  const holes: string[] = []
  // Signing out ends the session that the other routes are asked with, so it comes last.
  const ordered = [...table].sort((one, other) => Number(one.path === '/sign-out') - Number(other.path === '/sign-out'))
  for (const route of ordered)
    for (const caller of callers) {
      const answer = await own.ask(route, caller)
      const passed = !turnedAway(answer)
      // These judge what is sent or what the session owes, and have tests of their own.
      if (['GET /metrics', 'POST /sign-in', 'POST /sign-in/passkey/options'].includes(named(route))) continue
      if (passed !== mayPass(route, caller)) holes.push(`${named(route)} ${caller}: ${answer.status}`)
      if (answer.status >= 500) holes.push(`${named(route)} ${caller}: ${answer.status}`)
    }
  await own.shut()
  expect(holes).toEqual([])
}, 120_000)

test('what changes something is refused unless it comes from our own page [T3] [ASVS 3.5.1] [ASVS 3.5.2]', async () => {
  const forged: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' },
    { origin: 'null' },
    { origin: 'http://localhost:3001' },
    { origin: 'https://localhost:3000' },
    { origin: 'http://evil.example' },
    { origin: '' },
  ]
  const passed: string[] = []
  for (const route of unsafe)
    for (const headers of forged) {
      const { status } = await house.ask(route, 'nobody', headers)
      if (status !== 403) passed.push(`${named(route)} ${JSON.stringify(headers)}: ${status}`)
    }
  expect(passed).toEqual([])
}, 120_000)

test('no GET changes the database [T3] [ASVS 3.5.3]', async () => {
  const again = await openHouse()
  const before = rowsHash(again)
  for (const route of table.filter(each => each.method === 'GET')) await again.ask(route, 'admin')
  expect(rowsHash(again)).toBe(before)
  await again.shut()
}, 60_000)

test('a cookie never opens the API, and a token never a page', async () => {
  const queue: Listed = { method: 'GET', path: '/s/:story/queue', access: 'read-queue', room: 'desk' }
  const api = table.find(route => route.room === 'api' && route.method === 'GET')!
  expect((await house.ask({ ...api, room: 'desk' }, 'admin')).status).toBe(401)
  expect(turnedAway(await house.ask({ ...queue, room: 'api' }, 'admin'))).toBe(true)
})

test('every answer carries its policy; pages are framed by nobody, kept by nobody and sniffed by nobody [T13] [ASVS 3.4.3] [ASVS 3.4.6] [ASVS 14.3.2] [ASVS 3.4.4] [ASVS 3.4.5] [ASVS 14.2.2]', async () => {
  const wrong: string[] = []
  for (const route of table)
    for (const caller of ['nobody', 'admin'] as const) {
      if (route.path === '/sign-out') continue
      const { headers, status } = await house.ask(route, caller)
      const say = (words: string) => wrong.push(`${named(route)} ${caller} ${status}: ${words}`)
      const policy = headers.get('content-security-policy') ?? ''
      if (headers.get('x-content-type-options') !== 'nosniff') say('can be sniffed')
      if (headers.get('referrer-policy') !== 'same-origin') say('tells others where one was')
      if (headers.has('x-powered-by')) say('names its framework')
      if (!policy.includes("default-src 'none'")) say(`policy ${policy}`)
      if (/unsafe-inline|unsafe-eval|https:|data:|\*/.test(policy)) say(`policy ${policy}`)
      const framable = !policy.includes("frame-ancestors 'none'") && !/^\/(feeds|live|embed)\b/.test(route.path)
      if (framable && !/html\/frame$/.test(route.path)) say(`can be framed: ${policy}`)
      if (route.room !== 'public' && headers.get('cache-control') !== 'no-store') say('can be cached')
      if (route.room === 'public' && headers.has('set-cookie')) say('sets a cookie')
    }
  expect(wrong).toEqual([])
}, 120_000)

test('forged host and proxy headers change no answer [T18] [ASVS 4.1.2] [ASVS 4.1.3]', async () => {
  const forged = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '8443',
    'x-original-url': '/admin/staff',
    'x-rewrite-url': '/admin/staff',
    'x-http-method-override': 'DELETE',
    forwarded: 'host=evil.example;proto=https',
    'x-host': 'evil.example',
  }
  const differing: string[] = []
  for (const route of table.filter(each => each.method === 'GET' && !/events$/.test(each.path))) {
    if (['/readyz', '/metrics', '/healthz', '/account', '/setup/test'].includes(route.path)) continue
    const [plain, bent] = [await house.ask(route, 'viewer'), await house.ask(route, 'viewer', forged)]
    const same = plain.status === bent.status && plain.headers.get('location') === bent.headers.get('location')
    const text = await bent.text()
    if (!same || text.includes('evil.example')) differing.push(named(route))
  }
  expect(differing).toEqual([])
}, 60_000)

test('a field that a form does not have is refused, so that nobody slips in a role [T24]', async () => {
  const taken: string[] = []
  for (const route of unsafe) {
    if (route.path === '/sign-out' || route.path.startsWith('/s/')) continue
    const again = await house.ask(route, 'editor', {}, 'role=admin&__proto__[admin]=1&is_admin=1')
    if (again.status < 400) taken.push(`${named(route)}: ${again.status}`)
  }
  expect(taken).toEqual([])
}, 60_000)

test('below a story too: what a form sends is taken, and the same with a field that it does not have is refused [T24] [ASVS 15.3.3] [ASVS 2.2.1]', async () => {
  const desk = await openDesk('strike-day')
  const taken: string[] = []
  const refusedAll: string[] = []
  for (const route of unsafe.filter(each => each.path.startsWith('/s/'))) {
    const body = bodies[route.path.replace('/s/:story/', '')]
    if (body === undefined) throw new Error(`say what the form of ${route.path} sends`)
    for (const more of ['&role=admin', '&__proto__[admin]=1', '&state=approved&decided_by=x']) {
      const before = rowsHash(desk)
      const { status } = await desk.ask(route, 'admin', {}, body + more)
      if (status !== 400 || rowsHash(desk) !== before) taken.push(`${named(route)} ${more}: ${status}`)
    }
    const { status } = await desk.ask(route, 'admin', {}, body)
    if (status === 400) refusedAll.push(`${named(route)}: ${status}`)
  }
  await desk.shut()
  expect(taken).toEqual([])
  expect(refusedAll).toEqual([])
}, 60_000)

/** A house whose story has an email. */
async function openDesk(subject: string): Promise<House> {
  const desk = await openHouse()
  const id = '01890a5d-ac96-774b-bcce-b302099a8058'
  const times = { received_at: 0, kept_at: 0 }
  await desk.context.db
    .insertInto('submission')
    .values({ id, story_id: 'story', stage: 'read', state: 'waiting', subject, text: 'Words', ...times })
    .execute()
  return desk
}
