import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { addStory, findStory } from '../../src/desk/stories.ts'
import { newId } from '../../src/id.ts'
import { type Browser, type FrontDoor, openFrontDoor } from './front-door.ts'

let door: FrontDoor
let editor: Browser
beforeAll(async () => {
  door = await openFrontDoor()
  editor = await door.signedIn('editor')
  for (const slug of ['strike', 'flood']) await addStory(door.context, 'system', { slug, title: `The ${slug}` })
})
afterAll(() => door.close())

async function addWaiting(slug: string): Promise<number> {
  const { story } = (await findStory(door.context, slug))!
  const at = door.context.now()
  const row = {
    id: newId(at),
    story_id: story!.id,
    stage: 'read',
    state: 'waiting',
    received_at: at,
    kept_at: at,
  } as const
  const added = await door.context.db.insertInto('submission').values(row).returning('number').executeTakeFirstOrThrow()
  return added.number
}

test('ticked emails are moved to another story by a plain form, and the undo of its notice brings them back', async () => {
  const number = await addWaiting('strike')
  const queue = await editor.get('/s/strike/queue')
  expect(queue.text).toContain('Move ticked')
  const moved = await editor.post('/s/strike/bulk', { decision: 'move', to: 'flood', pick: `${number}:1` })
  expect(moved.status).toBe(303)
  const told = await editor.get('/s/strike/queue')
  expect(told.text).toContain('Moved: 1 email.')
  expect((await editor.get('/s/flood/queue')).text).toContain(`value="${number}:2"`)
  await editor.post('/s/strike/bulk/undo', { decision: 'move', pick: `${number}:2` })
  expect((await editor.get('/s/strike/queue')).text).toContain(`value="${number}:3"`)
  expect((await editor.post('/s/strike/bulk', { decision: 'move', to: 'nowhere', pick: `${number}:3` })).status).toBe(
    422,
  )
})

test('a story is rolled over from its settings: a name is proposed, a taken one is said to be taken', async () => {
  const form = await editor.get('/stories/strike/roll-over')
  expect(form.text).toContain('value="strike-2"')
  const taken = await editor.post('/stories/strike/roll-over', { title: 'Day two', slug: 'flood', close: 'yes' })
  expect(taken.status).toBe(400)
  expect(taken.text).toContain('Another story has, or once had, the slug flood.')
  expect(taken.text).toContain('value="Day two"')
  const done = await editor.post('/stories/strike/roll-over', { title: 'Day two', slug: 'strike-2', close: 'yes' })
  expect(done.headers.location).toBe('/s/strike-2/queue')
  expect((await editor.get('/stories')).text).toContain('Day two')
})

test('a merge asks to be confirmed; afterwards page, feeds, desk and API of the old address lead to the other', async () => {
  const unsure = await editor.post('/stories/flood/merge', { into: 'strike-2' })
  expect(unsure.status).toBe(400)
  expect(unsure.text).toContain('a merge cannot be undone')
  const done = await editor.post('/stories/flood/merge', { into: 'strike-2', sure: 'yes' })
  expect(done.headers.location).toBe('/s/strike-2/queue')
  for (const path of ['/live/flood', '/feeds/flood.atom', '/s/flood/queue', '/stories/flood']) {
    const answer = await editor.get(path)
    expect([path, answer.status]).toEqual([path, 301])
    expect(answer.headers.location).toContain('strike-2')
  }
  expect((await editor.get('/stories')).text).not.toContain('/s/flood/queue')
})

test('who may not change stories may neither roll over nor merge', async () => {
  const moderator = await door.signedIn('moderator')
  expect((await moderator.get('/stories/strike-2/roll-over')).status).toBe(403)
  expect((await moderator.post('/stories/strike-2/merge', { into: 'strike', sure: 'yes' })).status).toBe(403)
})
