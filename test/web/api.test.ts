import { afterEach, beforeEach, expect, test } from '@jest/globals'
import supertest from 'supertest'
import { readConfig } from '../../src/config.ts'
import { hold } from '../../src/desk/decisions.ts'
import { changeStory } from '../../src/desk/stories.ts'
import { addToken } from '../../src/desk/tokens.ts'
import { publishDue } from '../../src/feed/index.ts'
import { keysFrom } from '../../src/secret.ts'
import { createApp } from '../../src/web/app.ts'
import { bundleAssets } from '../../src/web/assets.ts'
import type { WebParts } from '../../src/web/route.ts'
import { addEmail, type Desk, openDesk } from '../desk/cast.ts'

let desk: Desk
let call: (method: 'get' | 'post' | 'put' | 'delete', path: string, role?: string) => supertest.Test

beforeEach(async () => {
  desk = await openDesk()
  const tokens: Record<string, string> = {}
  for (const role of ['viewer', 'moderator', 'editor'] as const) {
    const made = await addToken(desk.context, 'system', { name: role, role })
    if (made.ok) tokens[role] = made.secret
  }
  const parts = { context: desk.context, config: readConfig({}), keys: keysFrom(Buffer.alloc(32, 1)), dev: false }
  // The API asks for neither mailboxes nor stored bytes.
  const rest = { assets: await bundleAssets(), setupToken: '', intake: {}, readMail: {} } as unknown as WebParts
  const app = createApp({ ...rest, ...parts })
  call = (method, path, role = 'moderator') =>
    supertest(app)
      [method](`/api/v1${path}`)
      .set('Authorization', `Bearer ${tokens[role] ?? role}`)
})

afterEach(() => desk.context.close())

test('without a valid token every call is 401 problem+json, and a cookie does not help', async () => {
  for (const role of ['', 'pb_wrong']) {
    const answer = await call('get', '/stories/strike/submissions', role).set('Cookie', 'postbag=x')
    expect(answer.status).toBe(401)
    expect(answer.type).toBe('application/problem+json')
    expect(answer.headers['www-authenticate']).toContain('Bearer')
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
})

test('a token narrowed to reading reads, and decides and publishes nothing', async () => {
  const number = await addEmail(desk)
  const wish = { name: 'archive', role: 'editor' as const, scopes: ['read'] }
  const made = await addToken(desk.context, 'system', wish)
  if (!made.ok) throw new Error()
  expect((await call('get', `/submissions/${number}`, made.secret)).status).toBe(200)
  for (const path of ['hold', 'approval', 'rejection']) {
    const answer = await call('post', `/submissions/${number}/${path}`, made.secret).send({ version: 1 })
    expect([answer.status, answer.body.detail]).toEqual([403, 'This token was not given the scope for that.'])
  }
})

test('the list is windows of one state, with the proposal, the text and the checks, and no address [ASVS 15.3.1]', async () => {
  const numbers = []
  for (let index = 0; index < 3; index++)
    numbers.push(await addEmail(desk, { findings: [['phone', 'warn', '07700 900123']] }))
  const first = await call('get', '/stories/strike/submissions?limit=2', 'viewer').expect(200)
  expect(first.body.items).toMatchObject([
    {
      number: numbers[0],
      version: 1,
      state: 'waiting',
      receivedAt: '2016-04-26T07:45:00.000Z',
      subject: 'The strike',
      text: 'I support the doctors.',
      name: 'Katherine',
      place: 'Ruislip in Middlesex',
      checks: [{ check: 'phone', level: 'warn', words: '07700 900123' }],
    },
    { number: numbers[1] },
  ])
  expect(first.body.next).toBe(numbers[1])
  const second = await call('get', `/stories/strike/submissions?limit=2&after=${first.body.next}`)
  expect(second.body.items.map((item: { number: number }) => item.number)).toEqual([numbers[2]])
  expect(second.body.next).toBeNull()
  expect(first.text).not.toContain('katherine@example.org')
})

test('one email comes with its original, folds and history; unknown is 404, erased is 410', async () => {
  const number = await addEmail(desk)
  const one = await call('get', `/submissions/${number}`).expect(200)
  expect(one.body).toMatchObject({ number, original: 'I support the doctors.\n\nKatherine\nRuislip', folded: [] })
  expect(one.body.history.map((line: { words: string }) => line.words)).toEqual(['Arrived', 'Read'])
  await call('get', '/submissions/999').expect(404)
  await desk.context.db.updateTable('submission').set({ stage: 'erased', state: null }).execute()
  const gone = await call('get', `/submissions/${number}`).expect(410)
  expect(gone.type).toBe('application/problem+json')
})

test('a reader’s address in their own words is dots for a viewer’s token, of the same length', async () => {
  const number = await addEmail(desk, {
    original: 'Ask kate@example.net, please.',
    text: 'Ask kate@example.net, please.',
  })
  const seen = await call('get', `/submissions/${number}`, 'viewer').expect(200)
  expect(seen.body.original).toBe('Ask ••••••••••••••••, please.')
  expect(seen.text).not.toContain('example.net')
  expect((await call('get', '/stories/strike/submissions', 'viewer')).text).not.toContain('example.net')
  expect((await call('get', `/submissions/${number}`)).body.original).toContain('kate@example.net')
})

test('an approval takes the proposal for what is left out and answers the entry', async () => {
  const number = await addEmail(desk)
  const answer = await call('post', `/submissions/${number}/approval`).send({ version: 1, place: '', grace: 5 })
  expect(answer.status).toBe(200)
  expect(answer.body.entry).toEqual({
    id: expect.any(String),
    state: 'scheduled',
    publishAt: '2016-04-26T07:45:05.000Z',
  })
  expect(answer.body.submission).toMatchObject({ number, version: 2, state: 'approved', decidedBy: 'moderator' })
  expect(answer.body.submission.entry.line).toBe('Katherine emails:')
})

test('the same key and body decides once and answers the same; with another body it is 422', async () => {
  const number = await addEmail(desk)
  const send = (body: object, key = 'k1') =>
    call('post', `/submissions/${number}/approval`).set('Idempotency-Key', key).send(body)
  const [one, two] = await Promise.all([send({ version: 1 }), send({ version: 1 })])
  expect([one.status, two.status]).toEqual([200, 200])
  expect(two.body).toEqual(one.body)
  const other = await send({ version: 1, name: 'Kate' })
  expect(other.status).toBe(422)
  expect(await desk.context.db.selectFrom('revision').selectAll().execute()).toHaveLength(1)
  desk.context.clock.at += 25 * 3_600_000
  expect((await send({ version: 1 })).status).toBe(409)
})

test('a stale version is 409 with who, when and the state now', async () => {
  const number = await addEmail(desk)
  await hold(desk.context, desk.rob, number, { version: 1 })
  const answer = await call('post', `/submissions/${number}/rejection`).send({ version: 1 })
  expect(answer.status).toBe(409)
  expect(answer.body).toMatchObject({
    status: 409,
    why: 'stale',
    by: 'Rob',
    at: '2016-04-26T07:45:00.000Z',
    submission: { number, version: 2, state: 'held' },
  })
})

test('a bad finding is 403 needs-editor for a moderator’s token, and a viewer’s token decides nothing', async () => {
  const number = await addEmail(desk, { findings: [['accusation', 'bad']] })
  const refused = await call('post', `/submissions/${number}/approval`).send({ version: 1 })
  expect([refused.status, refused.body.why]).toEqual([403, 'needs-editor'])
  await call('post', `/submissions/${number}/approval`, 'viewer').send({ version: 1 }).expect(403)
  await call('post', `/submissions/${number}/approval`, 'editor').send({ version: 1 }).expect(200)
})

test('what was sent to an editor is never approved by a program', async () => {
  const number = await addEmail(desk)
  await call('post', `/submissions/${number}/hold`).send({ version: 1, needs: 'editor', reason: 'see' }).expect(200)
  const answer = await call('post', `/submissions/${number}/approval`, 'editor').send({ version: 2 })
  expect([answer.status, answer.body.why]).toEqual([403, 'second-person'])
})

test('each decision is taken back by DELETE with the version', async () => {
  const number = await addEmail(desk)
  let version = 1
  for (const noun of ['approval', 'hold', 'rejection', 'spam']) {
    const done = await call('post', `/submissions/${number}/${noun}`).send({ version }).expect(200)
    version = done.body.submission.version
    const back = await call('delete', `/submissions/${number}/${noun}?version=${version}`).expect(200)
    expect(back.body.submission.state).toBe('waiting')
    version = back.body.submission.version
  }
  await call('delete', `/submissions/${number}/hold?version=${version}`).expect(409)
  await call('delete', `/submissions/${number}/hold`).expect(400)
})

test('bodies that no contract knows are 400, never 500', async () => {
  const number = await addEmail(desk)
  const path = `/submissions/${number}/approval`
  for (const body of [
    {},
    { version: '1' },
    { version: 1, role: 'admin' },
    { version: 1, text: ['x'] },
    [1],
    { version: 1, grace: 61 },
  ])
    await call('post', path)
      .send(body)
      .expect(400)
      .expect('Content-Type', /^application\/problem\+json/)
  const wrong = await call('post', path).send({ version: 'one' })
  expect(wrong.body.detail).toMatch(/^version: Invalid input: expected number/)
  const odd = await call('get', '/submissions/twelve')
  expect([odd.status, odd.body.detail]).toEqual([400, 'An email is asked for by its number.'])
  const cut = await call('post', path).type('json').send('{"version":')
  expect([cut.status, cut.type]).toEqual([400, 'application/problem+json'])
  const huge = await call('post', path).send({ version: 1, text: 'x'.repeat(200_000) })
  expect([huge.status, huge.type]).toEqual([413, 'application/problem+json'])
  const none = await call('get', '/nothing/here')
  expect([none.status, none.type]).toEqual([404, 'application/problem+json'])
  expect((await call('post', path).type('text').send('hello')).status).toBe(400)
  expect((await call('get', '/stories/strike/submissions?state=all')).status).toBe(400)
  expect((await call('get', '/submissions/1%27')).status).toBe(400)
  expect((await call('post', path).send({ version: 1, text: ' ' })).status).toBe(422)
})

test('an old slug redirects, an unknown story is 404', async () => {
  await changeStory(desk.context, 'system', desk.story.id, { slug: 'doctors' })
  const moved = await call('get', '/stories/strike/submissions?limit=5')
  expect([moved.status, moved.headers.location]).toEqual([301, '/api/v1/stories/doctors/submissions?limit=5'])
  await call('get', '/stories/nothing/submissions').expect(404)
})

test('an entry is listed, amended against its revision, withdrawn and restored', async () => {
  const number = await addEmail(desk)
  const made = await call('post', `/submissions/${number}/approval`, 'editor').send({ version: 1, grace: 0 })
  await publishDue(desk.context)
  const { id } = made.body.entry
  const list = await call('get', '/stories/strike/entries?state=live', 'viewer').expect(200)
  expect(list.body.items).toMatchObject([{ id, number, state: 'live', revision: 1, text: 'I support the doctors.' }])
  const amended = await call('put', `/entries/${id}`, 'editor').send({ revision: 1, text: 'I back the doctors.' })
  expect(amended.body.entry).toMatchObject({ revision: 2, text: 'I back the doctors.', name: 'Katherine' })
  await call('put', `/entries/${id}`, 'editor').send({ revision: 1, text: 'Late' }).expect(409)
  await call('put', `/entries/${id}`, 'moderator').send({ revision: 2, text: 'No' }).expect(403)
  await call('post', `/entries/${id}/withdrawal`, 'moderator').send({}).expect(403)
  await call('post', `/entries/${id}/withdrawal`, 'editor').send({ why: 'asked' }).expect(200)
  await call('post', `/entries/${id}/withdrawal`, 'editor').send({}).expect(409)
  const back = await call('delete', `/entries/${id}/withdrawal`, 'editor').expect(200)
  expect(back.body.entry.state).toBe('scheduled')
  await call('put', '/entries/01a20362-c455-7729-8291-f5a63a246944', 'editor').send({ revision: 1 }).expect(404)
  await call('put', '/entries/none', 'editor').send({ revision: 1 }).expect(400)
})

test('a moderator withdraws what the same token approved', async () => {
  const number = await addEmail(desk)
  const made = await call('post', `/submissions/${number}/approval`).send({ version: 1, grace: 0 })
  await publishDue(desk.context)
  await call('post', `/entries/${made.body.entry.id}/withdrawal`).send({ why: 'error' }).expect(200)
})
