// Attachments under a host name of their own: the desk decides who may, the other host hands one file out, once asked for.

import { afterEach, beforeEach, expect, test } from '@jest/globals'
import request from 'supertest'
import { readConfig } from '../../src/config.ts'
import { addStory } from '../../src/desk/stories.ts'
import { type FrontDoor, openFrontDoor } from './front-door.ts'
import { addPictured } from './pictured.ts'

const environment = { POSTBAG_BASE_URL: 'https://desk.example.org', POSTBAG_FILES_URL: 'https://files.example.net' }
let door: FrontDoor
let at: string
beforeEach(async () => {
  door = await openFrontDoor({ environment })
  const added = await addStory(door.context, 'system', { slug: 'strike', title: 'Strike' })
  if (!added.ok) throw new Error('no story')
  const file = { name: 'a.html', type: 'text/html', bytes: Buffer.from('<script>alert(1)</script>') }
  const number = await addPictured({ context: door.context, story: added.story }, [file])
  at = `/s/strike/submissions/${number}/attachments/0`
})
afterEach(() => door?.close())

const ask = (path: string, Host: string, more = {}) =>
  request(door.app)
    .get(path)
    .set({ Host, ...more })
const ticketOf = async (role: 'moderator' | 'viewer') => {
  const answer = await ask(at, 'desk.example.org', { Cookie: await door.sessionOf(role) })
  return { status: answer.status, location: answer.headers.location as string | undefined, text: answer.text }
}

test('an attachment is handed out by another host than the desk’s, to who was let through, for a minute [T11] [ASVS 3.5.4]', async () => {
  const { status, location } = await ticketOf('moderator')
  expect([status, location]).toEqual([
    303,
    expect.stringMatching(/^https:\/\/files\.example\.net\/files\/v1\.[\w.-]+$/),
  ])
  const { pathname } = new URL(location!)
  const file = await ask(pathname, 'files.example.net')
  expect([file.status, file.headers['content-type'], file.headers['set-cookie']]).toEqual([
    ...[200, 'application/octet-stream', undefined],
  ])
  expect(file.headers['content-disposition']).toMatch(/^attachment; filename="attachment"/)
  expect(file.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
  expect(file.headers['cache-control']).toBe('no-store')
  expect(Buffer.from(file.body).toString()).toContain('alert(1)')
  expect(await door.context.db.selectFrom('access').select('what').execute()).toHaveLength(1)
  door.context.clock.at += 61_000
  expect((await ask(pathname, 'files.example.net')).status).toBe(404)
})

test('a ticket of one’s own making opens nothing, and who may not download gets none', async () => {
  expect((await ticketOf('viewer')).status).toBe(403)
  const { location } = await ticketOf('moderator')
  const { pathname } = new URL(location!)
  const other = door.parts.keys.seal(JSON.stringify({ number: 1 }))
  for (const path of [`${pathname.slice(0, -2)}xx`, `/files/${other}`, '/files/x', '/files/'])
    expect([path, (await ask(path, 'files.example.net')).status]).toEqual([path, 404])
})

test('on the host of the files there is no page, no script and no sign-in, and on the desk’s no file [ASVS 3.5.4]', async () => {
  const Cookie = await door.sessionOf('admin')
  for (const path of [
    '/',
    '/sign-in',
    '/s/strike/queue',
    '/live/strike',
    '/feeds/strike.atom',
    '/assets/desk.js',
    '/api/v1/x',
  ])
    for (const Host of ['files.example.net', 'FILES.example.net'])
      expect([path, (await ask(path, Host, { Cookie })).status]).toEqual([path, 404])
  const { pathname } = new URL((await ticketOf('moderator')).location!)
  for (const Host of ['desk.example.org', '127.0.0.1:3000']) expect((await ask(pathname, Host)).status).toBe(404)
})

test('the two hosts must be two', () => {
  const same = { ...environment, POSTBAG_FILES_URL: 'https://desk.example.org:8443' }
  expect(() => readConfig(same)).toThrow('must be on another host')
})
