import { afterEach, expect, test } from '@jest/globals'
import request from 'supertest'
import { addStory } from '../../src/desk/stories.ts'
import { compress } from '../../src/store/index.ts'
import { addEmail } from '../desk/cast.ts'
import { type FrontDoor, openFrontDoor } from './front-door.ts'

let door: FrontDoor
afterEach(() => door?.close())

const kate = '01890a5d-ac96-774b-bcce-b302099a8057'

async function openWithKatherine() {
  door = await openFrontDoor()
  const { context } = door
  await context.db
    .insertInto('contributor')
    .values({ id: kate, address: 'katherine@example.org', name: 'Katherine', created_at: 0 })
    .execute()
  const added = await addStory(context, 'system', { slug: 'strike', title: 'Strike' })
  if (!added.ok) throw new Error('no story')
  const raw = Buffer.from('Subject: The strike\r\n\r\nI support the doctors.\r\n')
  const bytes = compress(raw)
  const kept = { id: 'raw-1', sha256: 'a', size: raw.length, bytes, kept_at: 0 }
  await context.db.insertInto('raw').values(kept).execute()
  const desk = { context, story: added.story } as Parameters<typeof addEmail>[0]
  return addEmail(desk, { contributor_id: kate, raw_id: 'raw-1' })
}

const days = { waiting: '30', held: '30', rejected: '7', spam: '0', aside: '30', published: '30' }

test('the rules show what their next run reaches, are changed by an administrator, and refuse what is no number', async () => {
  await openWithKatherine()
  door.context.clock.at += 40 * 24 * 3_600_000
  const admin = await door.signedIn('admin')
  expect((await admin.get('/admin/retention')).text).toMatch(/it reaches <b>1 email<\/b>/)
  expect((await admin.post('/admin/retention', { ...days, waiting: '-1' })).status).toBe(400)
  expect((await admin.post('/admin/retention', { ...days, waiting: '0' })).status).toBe(303)
  expect((await admin.get('/admin/retention')).text).toContain('nothing is old enough')
  expect((await admin.get('/admin/audit?what=retention-changed')).text).toContain('Retention changed')
  expect((await (await door.signedIn('editor')).get('/admin/retention')).status).toBe(403)
})

test('an editor puts an email under legal hold and lets it go, and both are in its history', async () => {
  const number = await openWithKatherine()
  const editor = await door.signedIn('editor')
  const at = `/s/strike/submissions/${number}`
  await editor.post(`${at}/legal-hold`)
  expect((await editor.get(`${at}/why`)).text).toContain('Put under legal hold by The editor')
  await editor.post(`${at}/legal-hold/undo`)
  expect((await editor.get(`${at}/why`)).text).toContain('Legal hold ended by The editor')
  expect((await (await door.signedIn('moderator')).post(`${at}/legal-hold`)).status).toBe(403)
})

test('what we hold of a reader is handed over as a ZIP file, only with a reason, and the export is written down', async () => {
  await openWithKatherine()
  const admin = await door.signedIn('admin')
  expect((await admin.post(`/people/${kate}/export`, { reason: ' ' })).status).toBe(303)
  const answer = await request(door.app)
    .post(`/people/${kate}/export`)
    .set({ Cookie: await door.sessionOf('admin'), 'Sec-Fetch-Site': 'same-origin' })
    .type('form')
    .send({ reason: 'She asked on 26 April' })
    .buffer(true)
    .parse((stream, done) => {
      const parts: Buffer[] = []
      stream.on('data', part => parts.push(part))
      stream.on('end', () => done(null, Buffer.concat(parts)))
    })
  expect(answer.headers['content-type']).toBe('application/zip')
  const zip = answer.body as Buffer
  expect(zip.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  expect(zip.toString('latin1')).toContain('about.json')
  expect(zip.toString('latin1')).toContain('mails/1.eml')
  expect((await admin.get('/admin/access')).text).toContain('exported everything of one reader: She asked on 26 April')
  expect((await (await door.signedIn('editor')).post(`/people/${kate}/export`, { reason: 'x' })).status).toBe(403)
})
