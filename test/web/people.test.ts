// People: lists, searches that leave no name in an address, notes, bans, and the page of an erasure.
import { afterEach, expect, test } from '@jest/globals'
import { newId } from '../../src/id.ts'
import { type FrontDoor, openFrontDoor } from './front-door.ts'

let door: FrontDoor
afterEach(() => door?.close())

async function withReaders(): Promise<void> {
  door = await openFrontDoor()
  const { db, now } = door.context
  const people = Array.from({ length: 120 }, (_each, at) => ({
    id: newId(now()),
    address: `reader${at}@example.net`,
    name: at % 2 ? `Katherine ${String(at).padStart(3, '0')}` : '',
    created_at: now(),
  }))
  await db.insertInto('contributor').values(people).execute()
}

test('people are paged by name, every one once, those without a name too', async () => {
  await withReaders()
  const viewer = await door.signedIn('viewer')
  const seen = new Set<string>()
  let path = '/people'
  for (let pages = 0; pages < 4 && path; pages++) {
    const { text } = await viewer.get(path)
    for (const [, id] of text.matchAll(/href="\/people\/([0-9a-f-]{36})"/g)) seen.add(id!)
    const next = /href="(\?[^"]*after[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    path = next ? `/people${next}` : ''
  }
  expect(seen.size).toBe(120)
  const byLetter = await viewer.get('/people?letter=K')
  expect(byLetter.text).toContain('Katherine 001')
  expect(byLetter.text).not.toContain('No name given')
  expect((await viewer.get('/people?letter=%25')).status).toBe(400)
})

test('searching by address is posted, recorded without the address, and not for viewers [ASVS 14.2.1]', async () => {
  await withReaders()
  const moderator = await door.signedIn('moderator')
  const found = await moderator.post('/people/search', { address: ' READER7@example.net ' })
  expect(found.status).toBe(303)
  expect(found.headers.location).toMatch(/^\/people\/[0-9a-f-]{36}$/)
  expect((await moderator.get(found.headers.location!)).text).toContain('reader7@example.net')
  expect((await moderator.post('/people/search', { address: 'nobody@example.net' })).status).toBe(404)
  const access = await door.context.db.selectFrom('access').selectAll().execute()
  expect(access.map(row => [row.actor, row.what])).toEqual([
    [door.staff.moderator, 'searched by address: found'],
    [door.staff.moderator, 'searched by address: not found'],
  ])
  expect(JSON.stringify(access)).not.toContain('example.net')
  const looked = await (await door.signedIn('admin')).get('/admin/access')
  expect(looked.text.match(/searched by address/g)).toHaveLength(2)
  expect(looked.text).toContain('<td>The moderator</td>')
  const viewer = await door.signedIn('viewer')
  expect((await viewer.post('/people/search', { address: 'reader7@example.net' })).status).toBe(403)
  const person = await viewer.get(found.headers.location!)
  expect(person.status).toBe(200)
  expect(person.text).not.toContain('reader7@example.net')
  expect((await viewer.get('/people')).text).not.toContain('Search by address')
})

test('a name is searched for by post, and stands in no address, not of the next page either [ASVS 14.2.1]', async () => {
  await withReaders()
  const viewer = await door.signedIn('viewer')
  const found = await viewer.post('/people/search', { name: 'Katherine 007' })
  expect(found.text.match(/href="\/people\/[0-9a-f-]{36}"/g)).toHaveLength(1)
  const many = await viewer.post('/people/search', { name: 'Katherine' })
  expect(many.text).not.toMatch(/(href|action)="[^"]*Katherine/)
  const after = /name="after" value="([^"]+)"/.exec(many.text)![1]!
  const rest = await viewer.post('/people/search', { name: 'Katherine', after })
  expect(rest.text.match(/href="\/people\/[0-9a-f-]{36}"/g)).toHaveLength(10)
  expect((await viewer.post('/people/search', { name: '%' })).status).toBe(200)
  expect((await viewer.get('/people?q=Katherine')).text).toContain('No name given')
})

test('“first letters” are those who have written once', async () => {
  await withReaders()
  const { db, now } = door.context
  const people = await db.selectFrom('contributor').select(['id', 'name']).where('name', '!=', '').limit(2).execute()
  const email = (contributor_id: string) => ({
    ...{ id: newId(now()), stage: 'read' as const, state: 'waiting' as const },
    ...{ received_at: now(), kept_at: now(), contributor_id },
  })
  const [once, often] = [people[0]!, people[1]!]
  await db
    .insertInto('submission')
    .values([email(once.id), email(often.id), email(often.id)])
    .execute()
  const { text } = await (await door.signedIn('viewer')).get('/people?first=1')
  expect(text).toContain(once.name)
  expect(text).not.toContain(often.name)
})

/** A reader with one email, and the address of their page. */
async function oneReader(): Promise<{ id: string; path: string; number: number }> {
  door = await openFrontDoor()
  const editor = await door.signedIn('editor')
  await editor.post('/stories', {
    title: 'Strike',
    slug: 'strike',
    addresses: '',
    graceSeconds: '0',
    zone: 'Europe/London',
    callOut: '',
  })
  const { db, now } = door.context
  const story = await db.selectFrom('story').select('id').executeTakeFirstOrThrow()
  const id = newId(now())
  await db
    .insertInto('contributor')
    .values({ id, address: 'kate@example.net', name: 'Kate', created_at: now() })
    .execute()
  const { number } = await db
    .insertInto('submission')
    .values({
      ...{ id: newId(now()), stage: 'read', state: 'waiting', story_id: story.id, contributor_id: id },
      ...{
        received_at: now(),
        kept_at: now(),
        from_address: 'kate@example.net',
        name: 'Kate',
        text: 'Hello',
        original: 'Hello',
      },
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  return { id, path: `/people/${id}`, number }
}

test('a note is seen beside each email of the reader, and only who wrote it takes it away', async () => {
  const { path, number } = await oneReader()
  const moderator = await door.signedIn('moderator')
  expect((await (await door.signedIn('viewer')).post(`${path}/notes`, { words: 'x' })).status).toBe(403)
  await moderator.post(`${path}/notes`, { words: '  ' })
  await moderator.post(`${path}/notes`, { words: 'Rang twice: <i>very</i> kind.' })
  expect((await moderator.get(path)).text).toContain('Rang twice: &lt;i&gt;very&lt;/i&gt; kind.')
  expect((await moderator.get(`/s/strike/submissions/${number}`)).text).toContain('The moderator noted:')
  const note = await door.context.db.selectFrom('note').select('id').executeTakeFirstOrThrow()
  await (await door.signedIn('editor')).post(`${path}/notes/${note.id}/removal`)
  expect((await moderator.get(path)).text).toContain('Rang twice')
  await moderator.post(`${path}/notes/${note.id}/removal`)
  expect((await moderator.get(path)).text).not.toContain('Rang twice')
})

test('a ban needs a reason and a colleague’s rights, says where and until when, and is lifted', async () => {
  const { path } = await oneReader()
  const moderator = await door.signedIn('moderator')
  expect((await (await door.signedIn('viewer')).post(`${path}/bans`, { reason: 'x' })).status).toBe(403)
  await moderator.post(`${path}/bans`, { reason: ' ', story: '', until: 'week' })
  expect((await moderator.get(path)).text).toContain('give a reason')
  await moderator.post(`${path}/bans`, { reason: 'Abuse', story: 'strike', until: 'week' })
  const shown = (await moderator.get(path)).text
  expect(shown).toMatch(/Banned from Strike until .*: Abuse/)
  await moderator.post(`${path}/bans`, { reason: 'Again', story: 'strike', until: '' })
  expect((await moderator.get(path)).text).toContain('They are banned there already.')
  const ban = await door.context.db.selectFrom('ban').select('id').executeTakeFirstOrThrow()
  await moderator.post(`${path}/bans/${ban.id}/lifting`)
  expect((await moderator.get(path)).text).not.toContain('Banned from')
  const audit = (await (await door.signedIn('admin')).get('/admin/audit')).text
  for (const words of ['Contributor banned', 'Ban lifted']) expect(audit).toContain(words)
  expect(audit).not.toContain('Abuse')
})

test('an erasure shows what goes, wants the address typed, and answers a certificate', async () => {
  const { path, number } = await oneReader()
  const admin = await door.signedIn('admin')
  const shown = (await admin.get(`${path}/erasure`)).text
  expect(shown).toContain(`one email as they came`)
  expect(shown).toContain(`#${number}`)
  expect((await (await door.signedIn('moderator')).get(`${path}/erasure`)).status).toBe(403)
  expect((await (await door.signedIn('editor')).post(`${path}/erasure`, { address: 'kate@example.net' })).status).toBe(
    403,
  )
  expect((await admin.post(`${path}/erasure`, { address: 'kate@example.org' })).status).toBe(400)
  const done = await admin.post(`${path}/erasure`, { address: ' Kate@example.net ' })
  expect([done.status, done.text.includes('Certificate of erasure')]).toEqual([200, true])
  expect((await admin.get(path)).status).toBe(404)
  const row = await door.context.db.selectFrom('submission').select(['stage', 'text']).executeTakeFirstOrThrow()
  expect(row).toEqual({ stage: 'erased', text: '' })
})

test('where words of a reader are live a second person must agree to an erasure', async () => {
  const { path, number } = await oneReader()
  const moderator = await door.signedIn('moderator')
  await moderator.post(`/s/strike/submissions/${number}/approval`, {
    version: '1',
    as: door.staff.moderator,
    without: '1',
  })
  await door.context.db.updateTable('entry').set({ state: 'live', published_at: 1, ordinal: 1 }).execute()
  const admin = await door.signedIn('admin')
  const wish = { address: 'kate@example.net', published: 'keep-as-a-reader' }
  expect((await admin.post(`${path}/erasure`, { address: wish.address })).status).toBe(400)
  expect((await admin.post(`${path}/erasure`, wish)).status).toBe(303)
  expect((await admin.get(`${path}/erasure`)).text).toContain('You asked for this.')
  // Asking twice does not make two people of one.
  expect((await admin.post(`${path}/erasure`, wish)).status).toBe(303)
  expect((await admin.get(path)).status).toBe(200)
  const editor = await door.signedIn('editor')
  expect((await editor.get(path)).text).toContain('The admin asked for everything of this reader to be erased.')
  const done = await editor.post(`${path}/erasure`, { address: wish.address })
  expect(done.text).toContain('still live, without name and place')
  const revision = await door.context.db
    .selectFrom('revision')
    .select(['name', 'line'])
    .orderBy('revision', 'desc')
    .executeTakeFirstOrThrow()
  expect(revision).toEqual({ name: '', line: 'One reader emails:' })
})
