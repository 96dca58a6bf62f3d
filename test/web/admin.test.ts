import { afterEach, expect, test } from '@jest/globals'
import { appendEvents, commit, noteBackup } from '../../src/store/index.ts'
import { type FrontDoor, openFrontDoor } from './front-door.ts'

let door: FrontDoor
afterEach(() => door?.close())

const box = {
  name: 'Have your say',
  username: 'haveyoursay@example.org',
  password: 'secret words of the box',
  host: 'imap.example.org',
  security: 'tls',
  port: '993',
  folder: 'INBOX',
  do: 'save',
}

test('a mailbox is added, shown in words with its sums, paused, changed, and its password never comes back', async () => {
  door = await openFrontDoor()
  const admin = await door.signedIn('admin')
  const bad = await admin.post('/admin/mailboxes', { ...box, host: 'imap.example.org', security: 'none', name: '' })
  expect(bad.status).toBe(400)
  expect(bad.text).toContain('href="#name"')
  const inClear = await admin.post('/admin/mailboxes', { ...box, security: 'none' })
  expect(inClear.text).toMatch(/<a href="#security">Security “none” would send the password in clear/)
  expect((await admin.post('/admin/mailboxes', { ...box, password: '' })).headers.location).toBe('/admin/mailboxes')
  const listed = await admin.get('/admin/mailboxes')
  expect(listed.text).toContain('haveyoursay@example.org on imap.example.org, port 993')
  expect(listed.text).toContain('Unaccounted')
  await admin.post('/admin/mailboxes/Have%20your%20say/pause', { paused: 'yes' })
  expect((await admin.get('/admin/mailboxes')).text).toContain('Go on fetching')
  const form = await admin.get('/admin/mailboxes/Have%20your%20say')
  expect(form.text).toContain('Leave it empty to keep the password there is')
  expect(form.text).not.toContain(box.password)
  const saved = await admin.post('/admin/mailboxes/Have%20your%20say', { ...box, password: '', port: '1993' })
  expect(saved.status).toBe(303)
  const rows = await door.context.db.selectFrom('mailbox').selectAll().execute()
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ port: 1993, paused_at: expect.any(Number) })
  expect(JSON.parse(door.parts.keys.unseal(rows[0]!.secret))).toEqual({ password: box.password })
  expect((await admin.get('/admin/mailboxes/nothing')).status).toBe(404)
})

test('the ledger shows every outcome, searched and paged without skipping any', async () => {
  door = await openFrontDoor()
  const admin = await door.signedIn('admin')
  await admin.post('/admin/mailboxes', box)
  const { id } = await door.context.db.selectFrom('mailbox').select('id').executeTakeFirstOrThrow()
  const outcomes = ['pending', 'ingested', 'duplicate', 'ignored', 'gone', 'parked', 'erased'] as const
  const rows = Array.from({ length: 250 }, (_each, at) => ({
    mailbox_id: id,
    uidvalidity: at < 20 ? 1 : 2,
    uid: at + 1,
    size: 1000 + at,
    internal_date: at,
    outcome: outcomes[at % 7]!,
    why: at === 123 ? 'the charset nobody knows' : null,
    at: 0,
  }))
  await door.context.db.insertInto('ledger').values(rows).execute()
  const seen: number[] = []
  let path = '/admin/mailboxes/Have%20your%20say/ledger'
  for (let pages = 0; pages < 5 && path; pages++) {
    const { text } = await admin.get(path)
    seen.push(...[...text.matchAll(/<td class="number">(\d+)<\/td>\s*<td>(?:<time|not)/g)].map(each => Number(each[1])))
    const next = /href="(\?[^"]*after[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    path = next ? `/admin/mailboxes/Have%20your%20say/ledger${next}` : ''
  }
  expect(seen).toEqual(Array.from({ length: 250 }, (_each, at) => 250 - at))
  const parked = await admin.get('/admin/mailboxes/Have%20your%20say/ledger?outcome=parked&q=charset')
  expect(parked.text).toContain('No message matches')
  expect((await admin.get('/admin/mailboxes/Have%20your%20say/ledger?q=charset')).text).toContain('nobody knows')
  expect((await admin.get('/admin/mailboxes/Have%20your%20say/ledger?after=x')).status).toBe(400)
  expect((await admin.get('/admin/mailboxes/Have%20your%20say/ledger?outcome=stolen')).status).toBe(400)
})

test('a colleague chooses a password by a link that works once and ends after its time [T31] [ASVS 6.4.3] [ASVS 6.4.1]', async () => {
  door = await openFrontDoor()
  const admin = await door.signedIn('admin')
  const made = await admin.post('/admin/staff', { name: 'Sara Webb', email: 'sara@example.org', role: 'moderator' })
  const link = new URL(/value="(http[^"]*\/invitation\/[\w-]{43})"/.exec(made.text)![1]!).pathname
  const weak = await door.browser().post(link, { password: 'password' })
  expect(weak.status).toBe(400)
  const sara = door.browser()
  expect((await sara.get(link)).text).toContain('Sara Webb')
  expect((await sara.post(link, { password: 'four words of Sara' })).headers.location).toBe('/')
  expect((await sara.get('/account')).text).toContain('sara@example.org')
  expect((await door.browser().get(link)).status).toBe(410)
  expect((await door.browser().post(link, { password: 'four words of Eve' })).status).toBe(410)
  const id = (await door.context.db
    .selectFrom('staff')
    .select('id')
    .where('email', '=', 'sara@example.org')
    .executeTakeFirst())!.id
  const lost = await admin.post(`/admin/staff/${id}/access`, { do: 'link' })
  const recovery = new URL(/value="(http[^"]*\/invitation\/[\w-]{43})"/.exec(lost.text)![1]!).pathname
  door.context.clock.at += 30 * 60_000 + 1
  expect((await door.browser().get(recovery)).status).toBe(410)
  const kept = await door.context.db.selectFrom('invitation').select('hash').execute()
  expect(kept.map(row => row.hash)).not.toContain(recovery.split('/').at(-1))
})

test('a new role ends the person’s sessions, and the last administrator stays one', async () => {
  door = await openFrontDoor()
  const admin = await door.signedIn('admin')
  const editor = await door.signedIn('editor')
  await admin.post(`/admin/staff/${door.staff.editor}`, { name: 'The editor', role: 'viewer' })
  expect((await editor.get('/account')).status).toBe(303)
  const last = await admin.post(`/admin/staff/${door.staff.admin}`, { name: 'The admin', role: 'editor' })
  expect(last.status).toBe(400)
  expect(last.text).toContain('This is the last administrator')
  expect((await admin.post(`/admin/staff/${door.staff.viewer}`, { name: 'V', role: 'owner' })).status).toBe(400)
})

test('an administrator ends a person’s sessions [ASVS 7.4.5]', async () => {
  door = await openFrontDoor()
  const [admin, editor] = [await door.signedIn('admin'), await door.signedIn('editor')]
  await admin.post(`/admin/staff/${door.staff.editor}/access`, { do: 'end-sessions' })
  expect((await editor.get('/account')).status).toBe(303)
  expect((await admin.get('/admin/staff')).status).toBe(200)
})

test('a token is shown once, works, and works no longer once revoked', async () => {
  door = await openFrontDoor()
  const admin = await door.signedIn('admin')
  const made = await admin.post('/admin/tokens', { name: 'Website', role: 'viewer' })
  const secret = /value="(pb_[\w-]{43})"/.exec(made.text)![1]!
  expect((await admin.get('/admin/tokens')).text).not.toContain(secret)
  const bearer = { Authorization: `Bearer ${secret}` }
  const figures = await door.browser().get('/metrics', bearer)
  expect([figures.status, figures.text.includes('postbag_parked_total')]).toEqual([200, true])
  const { id } = await door.context.db.selectFrom('token').select('id').executeTakeFirstOrThrow()
  const narrow = await admin.post('/admin/tokens', { name: 'Reader', role: 'viewer', read: 'yes', days: '7' })
  const reader = /value="(pb_[\w-]{43})"/.exec(narrow.text)![1]!
  expect((await door.browser().get('/metrics', { Authorization: `Bearer ${reader}` })).status).toBe(401)
  expect((await admin.post('/admin/tokens', { name: 'X', role: 'viewer', days: 'soon' })).status).toBe(400)
  await admin.post(`/admin/tokens/${id}/revoke`)
  expect((await door.browser().get('/metrics', bearer)).status).toBe(401)
})

test('the audit log is filtered by its address, paged, and tells where its chain was broken [ASVS 16.2.1]', async () => {
  door = await openFrontDoor()
  const admin = await door.signedIn('admin')
  for (let count = 0; count < 30; count++) await admin.post('/admin/tokens', { name: `T${count}`, role: 'viewer' })
  const first = await admin.get(`/admin/audit?who=${door.staff.admin}&what=token-added`)
  expect(first.text.match(/Token added: viewer/g)).toHaveLength(30)
  expect((await admin.get('/admin/audit?what=signed-in')).text).not.toContain('Token added: viewer')
  expect((await admin.get('/admin/audit?from=2016-04-27')).text).toContain('Nothing in the log matches')
  expect((await admin.get('/admin/audit?to=2016-04-26&chain=check')).text).toMatch(/The chain holds: 30 events/)
  expect((await admin.get('/admin/audit?from=yesterday')).status).toBe(400)
  door.context.store.engine.exec("drop trigger event_is_never_changed; update event set actor = 'system' where seq = 7")
  expect((await admin.get('/admin/audit?chain=check')).text).toContain('The chain is broken at event 7')
})

test('the audit log is exported whole, with the filters of the page, and the export is written down', async () => {
  door = await openFrontDoor()
  const admin = await door.signedIn('admin')
  await commit(door.context, trx =>
    appendEvents(
      trx,
      Array.from({ length: 120 }, (_each, at) => ({ at, kind: 'signed-in' as const, actor: door.staff.editor })),
    ),
  )
  const { text, headers } = await admin.get('/admin/audit.csv?what=signed-in')
  expect(headers['content-type']).toMatch(/^text\/csv/)
  const lines = text.trim().split('\r\n')
  expect(lines[0]).toBe('event,at,who,actor,what,story,email,entry,data')
  expect(lines).toHaveLength(121)
  expect(new Set(lines).size).toBe(121)
  expect((await admin.get('/admin/audit.csv?what=erased')).text.trim()).toBe(lines[0])
  expect((await admin.get('/admin/access')).text).toContain('exported the audit log')
  expect((await (await door.signedIn('editor')).get('/admin/audit.csv')).status).toBe(403)
})

test('the page about this Postbag tells release, health and backups, and warns where none are written', async () => {
  door = await openFrontDoor()
  const admin = await door.signedIn('admin')
  const { text } = await admin.get('/admin/about')
  expect(text).toMatch(/<dt>Release<\/dt><dd>\d+\.\d+\.\d+</)
  expect(text).toContain('No backups are written by themselves')
  expect(text).toContain('takes writes')
  await noteBackup(door.context.db, { error: 'The disk is full.' })
  expect((await admin.get('/admin/about')).text).toContain('The last backup failed: The disk is full.')
  expect((await (await door.signedIn('editor')).get('/admin/about')).status).toBe(403)
})
