import { afterEach, expect, test } from '@jest/globals'
import { type FrontDoor, openFrontDoor, password } from './front-door.ts'

let door: FrontDoor
afterEach(() => door?.close())

test('a quarter of an hour after signing in, accounts and secrets ask for the password again [ASVS 7.5.1]', async () => {
  door = await openFrontDoor()
  const admin = await door.signedIn('admin')
  expect((await admin.get('/admin/staff/new')).text).toContain('Add a colleague')
  door.context.clock.at += 15 * 60_000 + 1
  const asked = await admin.get('/admin/staff/new')
  expect(asked.text).toContain('Confirm it’s you')
  expect(asked.text).toContain('value="/admin/staff/new"')
  const wrong = await admin.post('/confirm', { next: '/admin/staff/new', 'confirm-password': 'not it' })
  expect([wrong.status, wrong.text.includes('This is not your password.')]).toEqual([400, true])
  const right = await admin.post('/confirm', { next: '/admin/staff/new', 'confirm-password': password })
  expect([right.status, right.headers.location]).toEqual([303, '/admin/staff/new'])
  expect(right.headers['set-cookie']).toBeDefined()
  expect((await admin.get('/admin/staff/new')).text).toContain('Add a colleague')
})

test('a form that was filled in meanwhile is sent again with what was typed, once it is confirmed', async () => {
  door = await openFrontDoor()
  const admin = await door.signedIn('admin')
  door.context.clock.at += 3_600_000
  const typed = { name: 'Sara “S” Webb', email: 'sara@example.org', role: 'editor' }
  const asked = await admin.post('/admin/staff', typed)
  expect(asked.text).toContain('action="/admin/staff"')
  expect(asked.text).toContain('value="Sara “S” Webb"')
  expect(await door.context.db.selectFrom('staff').selectAll().execute()).toHaveLength(4)
  const made = await admin.post('/admin/staff', { ...typed, 'confirm-password': password })
  expect(made.text).toContain('A link for Sara “S” Webb')
})

test('a mailbox’s password is not carried through the question, and the way back stays on our site', async () => {
  door = await openFrontDoor()
  const admin = await door.signedIn('admin')
  door.context.clock.at += 3_600_000
  const asked = await admin.post('/admin/mailboxes', { name: 'A', password: 'of the mailbox' })
  expect(asked.text).not.toContain('of the mailbox')
  const away = await admin.post('/confirm', { next: '//evil.example/', 'confirm-password': password })
  expect(away.headers.location).toBe('/')
})

test('a stolen open screen cannot guess: tries are slowed down', async () => {
  door = await openFrontDoor()
  const admin = await door.signedIn('admin')
  door.context.clock.at += 3_600_000
  const statuses = []
  for (let count = 0; count < 6; count++)
    statuses.push((await admin.post('/confirm', { next: '/', 'confirm-password': `guess ${count}` })).status)
  expect(statuses).toEqual([400, 400, 400, 400, 400, 429])
})
