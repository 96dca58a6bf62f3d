// Pictures at the desk: shown as our own re-encoding, downloaded as they came, folded where nobody should meet them.

import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { drawPicture } from '../../scripts/demo/pictures.ts'
import { eraseContributor } from '../../src/desk/erase.ts'
import { addStory, type Story } from '../../src/desk/stories.ts'
import { type FrontDoor, openFrontDoor, type Settings } from './front-door.ts'
import { addPictured, type File } from './pictured.ts'

let door: FrontDoor
afterEach(() => door.close())

const photo = (name = 'IMG_2041.JPG', place?: { latitude: number; longitude: number }): File => ({
  ...{ name, type: 'image/jpeg' },
  bytes: drawPicture({ kind: 'picket', name, ...(place && { place }) }).bytes,
})

async function open(settings: Settings = {}): Promise<Story> {
  door = await openFrontDoor(settings)
  const added = await addStory(door.context, 'system', { slug: 'strike', title: 'Strike' })
  if (!added.ok) throw new Error('no story')
  return added.story
}

test('a photo is shown as WebP of our own making, made at the first look and kept; the pane says that its place is taken out', async () => {
  const story = await open()
  const files = [
    photo('IMG_1.JPG', { latitude: 53.4, longitude: -2.9 }),
    { name: 'a.mp3', type: 'audio/mpeg', bytes: Buffer.from('ID3') },
  ]
  const number = await addPictured({ context: door.context, story }, files)
  const viewer = await door.signedIn('viewer')
  const pane = await viewer.get(`/s/strike/submissions/${number}`)
  expect(pane.text).toContain('Location data removed')
  expect(pane.text).toMatch(/audio\/mpeg\. Listed, not opened\./)
  // A viewer looks, and downloads nothing.
  expect(pane.text).not.toContain('/attachments/')
  const kept = () => door.context.db.selectFrom('rendition').select(['width', 'height', 'aspect', 'large']).execute()
  expect(await kept()).toEqual([])
  const address = `/s/strike/submissions/${number}/pictures/0`
  const answer = await viewer.get(address)
  expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
    200,
    'image/webp',
    'no-store',
  ])
  expect(answer.headers['content-security-policy']).toBe("sandbox; default-src 'none'; frame-ancestors 'none'")
  expect(answer.headers['cross-origin-resource-policy']).toBe('same-origin')
  expect(answer.body.subarray(8, 12).toString()).toBe('WEBP')
  expect(await kept()).toMatchObject([{ width: 320, height: 240, aspect: 'original' }])
  expect((await viewer.get(address)).body.equals(answer.body)).toBe(true)
  const cut = await viewer.get(`${address}?aspect=16:9&focal=1&size=small`)
  expect(cut.status).toBe(200)
  expect(await kept()).toHaveLength(2)
  expect((await viewer.get(`${address}?aspect=5:1`)).status).toBe(400)
  expect((await viewer.get(`/s/strike/submissions/${number}/pictures/1`)).status).toBe(422)
  expect((await viewer.get(`/s/strike/submissions/${number}/pictures/7`)).status).toBe(404)
})

test('a file that is no picture whatever its name says is tried once, and the pane says why it cannot be shown', async () => {
  const story = await open()
  const broken = Buffer.concat([photo().bytes.subarray(0, 300), Buffer.alloc(50, 1)])
  const number = await addPictured({ context: door.context, story }, [
    { name: 'a.jpg', type: 'image/jpeg', bytes: broken },
    { name: 'b.heic', type: 'image/heic', bytes: Buffer.from('\0\0\0\x18ftypheic') },
  ])
  const moderator = await door.signedIn('moderator')
  const page = `/s/strike/submissions/${number}`
  expect((await moderator.get(page)).text).toMatch(/image\/heic\. This kind of picture can’t be shown here\./)
  expect((await moderator.get(`${page}/pictures/0`)).status).toBe(422)
  expect((await moderator.get(page)).text).toContain('Can’t be shown. It could not be read as a picture.')
  // Two photos all the same: the row's tag and the filter count what readers meant as pictures.
  const row = await door.context.db.selectFrom('submission').select('photos').executeTakeFirstOrThrow()
  expect(row.photos).toBe(2)
  expect((await moderator.get('/s/strike/queue?photo=1')).text).toContain('2 photos')
})

test('the same picture from another address is doubted; from the same reader it is not', async () => {
  const story = await open()
  const desk = { context: door.context, story }
  const person = async (id: string) =>
    door.context.db
      .insertInto('contributor')
      .values({ id, address: `${id}@example.org`, created_at: 0 })
      .execute()
  await person('isobel')
  await person('jerome')
  const first = await addPictured(desk, [photo()], { contributor_id: 'isobel' })
  const again = await addPictured(desk, [photo('renamed.jpg')], { contributor_id: 'isobel' })
  const other = await addPictured(desk, [photo('placard.jpg')], { contributor_id: 'jerome' })
  const moderator = await door.signedIn('moderator')
  const doubt = async (number: number) =>
    /Might not be theirs:<\/b> it came before, with <a href="[^"]*">#(\d+)/.exec(
      (await moderator.get(`/s/strike/submissions/${number}`)).text,
    )?.[1]
  expect([await doubt(first), await doubt(again), await doubt(other)]).toEqual([undefined, undefined, String(first)])
})

test('a graphic picture stays folded until asked for: when the writer warns, or a moderator spares the others', async () => {
  const story = await open()
  const desk = { context: door.context, story }
  const warned = await addPictured(desk, [photo()], {
    words: 'Warning, graphic photo of my injury attached.\n\nIsobel',
  })
  const plain = await addPictured(desk, [photo()])
  const moderator = await door.signedIn('moderator')
  const folded = async (number: number) =>
    /<details class="cut graphic"><summary>([^<]*)/.exec(
      (await moderator.get(`/s/strike/submissions/${number}`)).text,
    )?.[1]
  expect(await folded(warned)).toBe('Picture folded: the checks say “Graphic”')
  expect(await folded(plain)).toBeUndefined()
  expect((await moderator.post(`/s/strike/submissions/${plain}/graphic`)).status).toBe(303)
  expect(await folded(plain)).toBe('Picture folded: a moderator marked this email as graphic')
  expect((await moderator.get(`/s/strike/submissions/${plain}`)).text).toContain(
    'Pictures folded as graphic by The moderator',
  )
  await moderator.post(`/s/strike/submissions/${plain}/graphic/undo`)
  expect(await folded(plain)).toBeUndefined()
})

test('a download is recorded and carries a warning; with a scanner nothing is handed out that it finds, or that it cannot look at [ASVS 5.4.3]', async () => {
  let answer = 'stream: OK'
  let seen = 0
  // A daemon that speaks clamd's INSTREAM: chunks with their length before them, an empty one at the end.
  const scanner = createServer(socket => {
    let bytes = Buffer.alloc(0)
    socket.on('data', piece => {
      bytes = Buffer.concat([bytes, piece])
      let at = 'zINSTREAM\0'.length
      while (at + 4 <= bytes.length && bytes.readUInt32BE(at) > 0) at += 4 + bytes.readUInt32BE(at)
      if (at + 4 !== bytes.length || bytes.readUInt32BE(at) !== 0) return
      seen = bytes.length
      socket.end(`${answer}\0`)
    })
  })
  await new Promise<void>(resolve => scanner.listen(0, '127.0.0.1', resolve))
  const at = `127.0.0.1:${(scanner.address() as AddressInfo).port}`
  const story = await open({ environment: { POSTBAG_SCANNER: at } })
  const number = await addPictured({ context: door.context, story }, [photo()])
  const moderator = await door.signedIn('moderator')
  expect((await moderator.get(`/s/strike/submissions/${number}`)).text).toContain('Each is checked for viruses')
  const file = `/s/strike/submissions/${number}/attachments/0`
  const looks = async () => (await door.context.db.selectFrom('access').select('what').execute()).map(each => each.what)
  answer = 'stream: Eicar-Signature FOUND'
  const infected = await moderator.get(file)
  expect([infected.status, infected.text.includes('found Eicar-Signature in this file')]).toEqual([403, true])
  answer = 'INSTREAM size limit exceeded. ERROR'
  expect((await moderator.get(file)).status).toBe(503)
  expect(await looks()).toEqual([])
  answer = 'stream: OK'
  const clean = await moderator.get(file)
  expect([clean.status, clean.headers['content-type']]).toEqual([200, 'application/octet-stream'])
  expect(clean.body.equals(photo().bytes)).toBe(true)
  expect(seen).toBeGreaterThan(photo().bytes.length)
  expect(await looks()).toEqual(['downloaded attachment 1'])
  await new Promise(resolve => scanner.close(resolve))
  const unreachable = await moderator.get(file)
  expect([unreachable.status, unreachable.text.includes('could not be reached')]).toEqual([503, true])
  const viewer = await door.signedIn('viewer')
  expect((await viewer.get(file)).status).toBe(403)
})

test('without a scanner the download says that nobody checked it; erasing the reader takes the picture and its copies', async () => {
  const story = await open()
  const { context } = door
  const number = await addPictured({ context, story }, [photo()])
  const moderator = await door.signedIn('moderator')
  expect((await moderator.get(`/s/strike/submissions/${number}`)).text).toContain('are not checked for viruses')
  await moderator.get(`/s/strike/submissions/${number}/pictures/0`)
  const folder = mkdtempSync(join(tmpdir(), 'postbag-pictures-'))
  const wish = {
    address: 'isobel@example.org',
    published: 'withdraw' as const,
    actor: 'system',
    database: join(folder, 'postbag.db'),
  }
  const erased = await eraseContributor(context, door.parts.keys, wish)
  expect(erased).toMatchObject({ ok: true, certificate: { places: { renditions: 1, attachments: 1, messages: 1 } } })
  expect(await context.db.selectFrom('rendition').selectAll().execute()).toEqual([])
  expect((await moderator.get(`/s/strike/submissions/${number}/pictures/0`)).status).toBe(410)
  rmSync(folder, { recursive: true })
})
