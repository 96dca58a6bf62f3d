// The desk's screen of consumers, over real pages and a real consumer that is down and comes back.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { addToken } from '../../src/desk/tokens.ts'
import { noteReceipt, publishDue, withdrawEntry } from '../../src/feed/index.ts'
import { deliverDue } from '../feed/deliver-due.ts'
import { addTestStory, approveLetter } from '../feed/strike.ts'
import { type FrontDoor, openFrontDoor } from './front-door.ts'

let door: FrontDoor
let program: Server
let url: string
let status: number
let taken: number
beforeEach(async () => {
  door = await openFrontDoor()
  status = 204
  taken = 0
  program = createServer((request, response) => {
    taken++
    request.resume().on('end', () => response.writeHead(status).end())
  })
  await new Promise<void>(resolve => program.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(program.address() as AddressInfo).port}/`
})
afterEach(async () => {
  program.closeAllConnections()
  program.close()
  await door.close()
})

const deliver = () =>
  deliverDue(door.context, {
    keys: door.parts.keys,
    baseUrl: 'https://x.example',
    signal: new AbortController().signal,
    mayGoOn: async () => true,
  })
const words = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('added by an admin, its secret shown once; red with its next try while it is down; green when it has taken it', async () => {
  const storyId = await addTestStory(door.context, 'strike')
  let admin = await door.signedIn('admin')
  const bad = await admin.post('/admin/consumers', { name: '', url: 'http://example.org', kind: 'webhook', story: '' })
  expect([bad.status, bad.text.includes('Give it a name.')]).toEqual([400, true])
  const insecure = await admin.post('/admin/consumers', {
    name: 'CMS',
    url: 'http://example.org',
    kind: 'webhook',
    story: '',
  })
  expect(insecure.text).toContain('must begin with https://')
  const added = await admin.post('/admin/consumers', { name: 'CMS', url, kind: 'webhook', story: 'strike' })
  expect(added.text).toMatch(/value="whsec_[^"]+"/)
  let editor = await door.signedIn('editor')
  const screen = async () => words((await editor.get('/admin/consumers')).text)
  expect(await screen()).not.toContain('whsec_')
  expect(await screen()).not.toContain('Add a consumer')

  const story = Object.assign(door.context, { storyId })
  const { id } = await approveLetter(story, {}, 0)
  await publishDue(door.context)
  await withdrawEntry(door.context, 'editor', id, 'legal')
  status = 500
  await deliver()
  expect(await screen()).toContain('Not reached')
  expect(await screen()).toMatch(/It answered 500\. 2 changes to send\. Next try at \d\d:\d\d BST\./)
  const live = words((await editor.get('/s/strike/live')).text)
  expect(live).toContain('1 consumer is not reached')
  expect(live).toMatch(/The withdrawal was taken by 0 of 1 consumers\. Not yet by: CMS : it answered 500\. Next try at/)
  for (let tries = 0; tries < 9; tries++) {
    door.context.clock.at += 11 * 3_600_000
    await deliver()
  }
  // Four days later nobody's session is left.
  editor = await door.signedIn('editor')
  admin = await door.signedIn('admin')
  expect(await screen()).toContain('Given up after a day')
  status = 200
  const { id: hook } = await door.context.db.selectFrom('webhook').select('id').executeTakeFirstOrThrow()
  const replayed = await editor.post(`/admin/consumers/${hook}/replay`, { from: '' })
  expect(replayed.headers.location).toBe('/admin/consumers')
  await deliver()
  expect(await screen()).toContain('Has everything')
  expect(words((await editor.get('/s/strike/live')).text)).toContain('The withdrawal was taken by every consumer: CMS.')

  const before = taken
  await editor.post(`/admin/consumers/${hook}/replay`, { from: '1' })
  await deliver()
  expect(taken - before).toBe(1)
  await editor.post(`/admin/consumers/${hook}/replay`, { from: '999' })
  expect(await deliver()).toBe(false)
  expect((await editor.post(`/admin/consumers/${hook}/removal`)).status).toBe(403)
  await admin.post(`/admin/consumers/${hook}/removal`)
  expect((await admin.get('/admin/consumers')).text).toContain('CMS is told nothing any more.')
  expect((await admin.post(`/admin/consumers/${hook}/removal`)).status).toBe(404)
})

test('a token that reads changes is listed with how far it has come', async () => {
  const storyId = await addTestStory(door.context, 'strike')
  await approveLetter(Object.assign(door.context, { storyId }), {}, 0)
  await publishDue(door.context)
  await addToken(door.context, 'system', { name: 'Reader app', role: 'viewer' })
  const { id } = await door.context.db.selectFrom('token').select('id').executeTakeFirstOrThrow()
  const editor = await door.signedIn('editor')
  await noteReceipt(door.context, id, storyId, 0)
  expect(words((await editor.get('/admin/consumers')).text)).toMatch(/Reader app Junior doctors’ strike all but 1/)
  await noteReceipt(door.context, id, storyId, 1)
  expect(words((await editor.get('/admin/consumers')).text)).toMatch(/Reader app Junior doctors’ strike everything/)
})
