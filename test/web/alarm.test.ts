// The alarm out of band, to a real receiver that checks the signature, and the page that shows the same conditions.
import { createHmac, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { newId } from '../../src/id.ts'
import { noteBackup } from '../../src/store/index.ts'
import { alarmTimings, lookOnce } from '../../src/web/alarm.ts'
import { conditionsOf } from '../../src/web/condition.ts'
import { newFolder } from '../commands/postbag.ts'
import { type FrontDoor, openFrontDoor } from './front-door.ts'

type Taken = { headers: IncomingHttpHeaders; body: string }

const secret = `whsec_${randomBytes(32).toString('base64')}`
let door: FrontDoor
let receiver: Server
let address: { url: string; secret: string }
let taken: Taken[]
let status: number
beforeEach(async () => {
  taken = []
  status = 204
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', piece => {
      body += piece
    })
    request.on('end', () => {
      if (status < 300) taken.push({ headers: request.headers, body })
      response.writeHead(status).end()
    })
  })
  await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
  address = { url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`, secret }
  door = await openFrontDoor({ parts: { alarm: address } })
  const { db, now } = door.context
  const box = { host: 'imap.example.org', port: 993, security: 'tls' as const, username: 'reader', secret: 'x' }
  await db
    .insertInto('mailbox')
    .values({ ...box, id: 'box', name: 'Letters', folder: 'INBOX', created_at: now(), checked_at: now() })
    .execute()
})
afterEach(async () => {
  receiver.closeAllConnections()
  receiver.close()
  await door.close()
})

const minute = 60_000
const config = { database: ':memory:', backupFolder: null as string | null }
const watched = () => ({ context: door.context, config })
const look = () => lookOnce({ watched: watched(), address }, door.context.clock.at, new AbortController().signal)
const types = () => taken.map(({ body }) => JSON.parse(body).type)
const setMail = (at: number) => door.context.db.updateTable('mailbox').set({ checked_at: at }).execute()
const not = async (since = 0) => (await conditionsOf(watched(), since)).filter(({ ok }) => !ok).map(({ name }) => name)

test('mail that stops is told once, signed, again after an hour, and once more when it has been well for a while', async () => {
  const { clock } = door.context
  const began = clock.at
  await look()
  clock.at += 3 * minute
  await look()
  expect(types()).toEqual([])
  clock.at += alarmTimings.raise
  for (let again = 0; again < 3; again++) await look()
  expect(types()).toEqual(['alarm.raised'])
  const [{ headers, body }] = taken as [Taken]
  const signedText = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signedText).digest('base64')}`)
  expect(JSON.parse(body)).toMatchObject({
    text: expect.stringMatching(/^Postbag: No contact with “Letters” for 4 min\. Open Mailboxes/),
    data: { alarm: 'mail', since: new Date(began + 3 * minute).toISOString().replace('.000Z', 'Z') },
  })
  clock.at += alarmTimings.remind
  await look()
  expect(types()).toEqual(['alarm.raised', 'alarm.reminder'])
  await setMail(clock.at)
  await look()
  clock.at += alarmTimings.recover
  await setMail(clock.at)
  await look()
  expect(types()).toEqual(['alarm.raised', 'alarm.reminder', 'alarm.recovered'])
  await look()
  expect(taken).toHaveLength(3)
})

test('what comes and goes is one alarm, not one a minute; what lasts a moment is none', async () => {
  const { clock } = door.context
  for (let flutter = 0; flutter < 20; flutter++) {
    clock.at += 3 * minute
    if (flutter % 2 === 0) await setMail(clock.at)
    await look()
  }
  expect(types()).toEqual([])
  clock.at += minute
  await look()
  for (let flutter = 0; flutter < 10; flutter++) {
    await setMail(clock.at)
    await look()
    clock.at += 3 * minute
    await look()
  }
  expect(types()).toEqual(['alarm.raised'])
})

test('an alarm that is not taken is sent again at the next look, and a restart neither forgets one nor repeats it', async () => {
  const { clock } = door.context
  status = 500
  clock.at += 3 * minute
  await look()
  clock.at += minute
  await look()
  expect(taken).toEqual([])
  status = 204
  await look()
  await look()
  expect(types()).toEqual(['alarm.raised'])
})

test('a backlog, an overdue entry, a backup too old or never made, are not well, and each says what to do', async () => {
  const { context } = door
  const { db, clock } = context
  await setMail(clock.at)
  expect(await not()).toEqual([])
  await db
    .insertInto('submission')
    .values({ id: newId(clock.at), stage: 'received', received_at: clock.at, kept_at: clock.at - 6 * minute })
    .execute()
  const story = { id: 'story', slug: 'strike', title: 'Strike', zone: 'Europe/London', created_at: 0, updated_at: 0 }
  await db.insertInto('story').values(story).execute()
  const entry = { id: newId(clock.at), story_id: 'story', state: 'scheduled' as const, revision: 1, created_at: 0 }
  await db
    .insertInto('entry')
    .values({ ...entry, publish_at: clock.at - 4 * minute })
    .execute()
  config.backupFolder = '/backups'
  try {
    expect(await not(clock.at - 31 * minute)).toEqual(['reading', 'publishing', 'backup'])
    await noteBackup(db, { at: clock.at - 20 * minute, ms: 40_000, bytes: 5e9, error: '' })
    const found = await conditionsOf(watched(), 0)
    expect(found.find(each => each.name === 'backup')).toMatchObject({
      ok: true,
      words: 'Last backup 20 min ago, 5.0 GB in 40.0 s. With the disk at most 7 min of work would be lost.',
    })
    await noteBackup(db, { at: clock.at - 20 * minute, error: 'no room' })
    clock.at += 20 * minute
    await setMail(clock.at)
    expect(await not()).toContain('backup')
    for (const { ok, action } of await conditionsOf(watched(), 0)) expect(action === '').toBe(ok)
  } finally {
    config.backupFolder = null
  }
})

test('the status page shows every condition and the backups’ real step to editors; an admin sends a test alarm', async () => {
  const { clock } = door.context
  clock.at += 10 * minute
  await noteBackup(door.context.db, { at: clock.at, ms: 60_000, bytes: 12_400_000, error: '' })
  const editor = await door.signedIn('editor')
  const text = (await editor.get('/admin/status')).text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  expect(text).toContain('One thing is not well.')
  expect(text).toContain('No contact with “Letters” for 10 min.')
  expect(text).toContain('12.4 MB, made in 1 min')
  expect(text).toContain('127.0.0.1')
  expect((await editor.post('/admin/status/alarm')).status).toBe(403)
  const admin = await door.signedIn('admin')
  await admin.post('/admin/status/alarm')
  expect(types()).toEqual(['alarm.test'])
  expect((await admin.get('/admin/status')).text).toContain('The test alarm was taken.')
  status = 404
  await admin.post('/admin/status/alarm')
  expect((await admin.get('/admin/status')).text).toContain('The test alarm was not taken. It answered 404.')
  expect((await (await door.signedIn('moderator')).get('/admin/status')).status).toBe(403)
})

test('alarm test, from the command line, is taken or says why not; a missing or weak secret is told at once', async () => {
  const folder = newFolder()
  const secrets = mkdtempSync(join(tmpdir(), 'postbag-alarm-'))
  const file = join(secrets, 'alarm')
  writeFileSync(file, `${secret}\n`)
  await folder.run(['story', 'add', 'strike', '--title', 'Strike'])
  const settings = { POSTBAG_ALARM_URL: address.url, POSTBAG_ALARM_SECRET_FILE: file }
  expect((await folder.run(['alarm', 'test'], { settings })).out).toMatch(/^127\.0\.0\.1:\d+ took the test alarm\.\n$/)
  expect(types()).toEqual(['alarm.test'])
  expect((await folder.run(['alarm', 'test'])).err).toMatch(/^postbag: No address is set\./)
  const half = await folder.run(['alarm', 'test'], { settings: { POSTBAG_ALARM_URL: address.url } })
  expect(half.err).toContain('POSTBAG_ALARM_SECRET_FILE must name the file')
  writeFileSync(file, 'short\n')
  expect((await folder.run(['alarm', 'test'], { settings })).err).toContain('is too short')
  folder.remove()
  rmSync(secrets, { recursive: true })
}, 60_000)
