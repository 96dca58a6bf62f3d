// What is named below a story's address must be that story's: every such route of the table, asked by way of another.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { approve, hold } from '../../src/desk/decisions.ts'
import { addNote } from '../../src/desk/notes.ts'
import { moveToStory } from '../../src/desk/placing.ts'
import type { Actor } from '../../src/desk/policy.ts'
import { saveView } from '../../src/desk/saved-views.ts'
import { addStory, changeStory, type Story } from '../../src/desk/stories.ts'
import { publishDue } from '../../src/feed/index.ts'
import { newId } from '../../src/id.ts'
import { addEmail } from '../desk/cast.ts'
import { bodies } from './bodies.ts'
import { rowsHash, table } from './every-route.ts'
import { type Browser, type FrontDoor, openFrontDoor } from './front-door.ts'

let door: FrontDoor
let admin: Browser
let editor: Actor
let strike: Story
let entry: string
const fieldsOf = (body: string) => Object.fromEntries(new URLSearchParams(body))
const email = () => addEmail({ context: door.context, story: strike } as never)

beforeAll(async () => {
  door = await openFrontDoor()
  const { context } = door
  const [one, other] = [
    await addStory(context, 'system', { slug: 'strike', title: 'Strike' }),
    await addStory(context, 'system', { slug: 'floods', title: 'Floods' }),
  ]
  if (!one.ok || !other.ok) throw new Error('no story')
  strike = one.story
  editor = { kind: 'staff', id: door.staff.editor, name: 'The editor', role: 'editor' }
  admin = await door.signedIn('admin')
  const done = await approve(context, editor, await email(), { version: 1, grace: 0 })
  if (!done.ok) throw new Error(done.why)
  entry = done.entry.id
  await publishDue(context)
})
afterAll(() => door?.close())

test('every form below a story, sent for an email or entry of another story, is 404 and changes nothing [T5] [ASVS 8.2.2]', async () => {
  const number = await email()
  const below = table.filter(
    ({ method, path }) => method === 'POST' && /^\/s\/:story\/(submissions\/:number|entries\/:id)\//.test(path),
  )
  expect(below.length).toBeGreaterThanOrEqual(30)
  const before = rowsHash(door)
  const taken: string[] = []
  for (const { path } of below)
    for (const accept of ['text/html', 'application/json']) {
      const address = path.replace(':story', 'floods').replace(':number', String(number)).replace(':id', entry)
      const body = bodies[path.replace('/s/:story/', '')]
      if (body === undefined) throw new Error(`say what the form of ${path} sends`)
      const { status } = await admin.post(address, fieldsOf(body), { Accept: accept })
      if (status !== 404 || rowsHash(door) !== before) taken.push(`${path} ${accept}: ${status}`)
    }
  expect(taken).toEqual([])
})

test('ticks and groups of another story’s emails are left as they stand', async () => {
  const [number, second] = [await email(), await email()]
  const before = rowsHash(door)
  for (const decision of ['approval', 'hold', 'rejection', 'spam', 'move']) {
    const fields = { decision, pick: `${number}:1 ${second}:1`, to: 'floods', back: '/' }
    for (const path of ['bulk', 'bulk/undo']) {
      const answer = await admin.post(`/s/floods/${path}`, fields, { Accept: 'application/json' })
      expect([decision, path, JSON.parse(answer.text).done, rowsHash(door) === before]).toEqual([
        decision,
        path,
        [],
        true,
      ])
    }
  }
  const group = await admin.post('/s/floods/group', { pick: `${number}:1`, heading: 'Nurses' })
  expect([group.status, rowsHash(door) === before]).toEqual([422, true])
})

test('pages, pictures and rows of another story are not shown by way of this one', async () => {
  const number = await email()
  for (const path of [`/live/floods/entries/${entry}`, `/s/floods/rows/${number}`, `/s/floods/pictures/${newId(1)}`])
    expect([path, (await admin.get(path)).status]).toEqual([path, 404])
  expect((await admin.get(`/s/floods/panes?numbers=${number}`)).text).not.toContain('I support the doctors')
})

test('a note, a ban and a view are reached by way of whom or what they belong to', async () => {
  const { context } = door
  const ids = [newId(context.now()), newId(context.now())]
  for (const id of ids)
    await context.db
      .insertInto('contributor')
      .values({ id, address: `${id}@example.org`, name: 'Kate', created_at: 0 })
      .execute()
  const chief: Actor = { kind: 'staff', id: door.staff.admin, name: 'The admin', role: 'admin' }
  await addNote(context, chief, ids[0]!, 'Rang back.')
  await admin.post(`/people/${ids[0]}/bans`, { reason: 'Rude', story: '', until: '' })
  await saveView(context, chief, { storyId: strike.id, name: 'Mine', query: '?view=held', team: false })
  const idOf = async (name: 'note' | 'ban' | 'saved_view') =>
    (await context.db.selectFrom(name).select('id').executeTakeFirstOrThrow()).id
  const before = rowsHash(door)
  await admin.post(`/people/${ids[1]}/notes/${await idOf('note')}/removal`)
  await admin.post(`/people/${ids[1]}/bans/${await idOf('ban')}/lifting`)
  await admin.post(`/s/floods/views/${await idOf('saved_view')}/removal`)
  expect(rowsHash(door)).toBe(before)
})

test('a moved email still tells who was quicker, an old address of the story still works, and an email of no story is anybody’s', async () => {
  const { context } = door
  const floods = (await context.db.selectFrom('story').select('id').where('slug', '=', 'floods').executeTakeFirst())!
  const moved = await email()
  await moveToStory(context, editor, moved, { version: 1, storyId: floods.id })
  const late = await admin.post(`/s/strike/submissions/${moved}/hold`, { version: '1' }, { Accept: 'application/json' })
  expect([late.status, JSON.parse(late.text).by]).toEqual([409, 'The editor'])
  await changeStory(context, editor.id, strike.id, { slug: 'doctors' })
  const renamed = await email()
  expect((await admin.post(`/s/strike/submissions/${renamed}/hold`, { version: '1', back: '/' })).status).toBe(303)
  const nobodys = await addEmail({ context, story: strike } as never, { story_id: null })
  expect((await admin.post(`/s/floods/submissions/${nobodys}/hold`, { version: '1', back: '/' })).status).toBe(303)
  expect((await hold(context, editor, nobodys, { version: 1 })).ok).toBe(false)
})
