import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { decideMany, moveMany, moveManyBack } from '../../src/desk/bulk.ts'
import { approve, hold, reject } from '../../src/desk/decisions.ts'
import { readDraft, saveDraft } from '../../src/desk/draft.ts'
import { withdraw } from '../../src/desk/entries.ts'
import { history } from '../../src/desk/history.ts'
import { addStory, changeStory, findStory, listStories } from '../../src/desk/stories.ts'
import { mergeStories, rollOver } from '../../src/desk/succession.ts'
import { countViews } from '../../src/desk/view.ts'
import { findPublicStory, publishDue, readFeed } from '../../src/feed/index.ts'
import { loadRoutes, routeOf } from '../../src/intake/route.ts'
import { addEmail, type Desk, openDesk } from './cast.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.context.close())

async function secondStory(slug = 'flood') {
  const added = await addStory(desk.context, desk.editor.id, { slug, title: 'Flood' })
  if (!added.ok) throw new Error(JSON.stringify(added.faults))
  return added.story
}

const storyOf = async (number: number) =>
  (await desk.context.db.selectFrom('submission').select('story_id').where('number', '=', number).executeTakeFirst())
    ?.story_id

const faultsOfStore = async () => {
  const rows = await desk.context.db.selectFrom('tally').selectAll().where('count', '<', 0).execute()
  return rows
}

test('tomorrow’s page takes over what waits and is held, with drafts, addresses and rules; the rest stays', async () => {
  const { context, story, rob, editor } = desk
  await changeStory(context, editor.id, story.id, { addresses: ['haveyoursay@example.org'], graceSeconds: 25 })
  await context.db.insertInto('barred').values({ story_id: story.id, position: 0, words: 'Jane Doe' }).execute()
  const [waiting, held, rejected] = [await addEmail(desk), await addEmail(desk), await addEmail(desk)]
  await hold(context, rob, held, { version: 1 })
  await reject(context, rob, rejected, { version: 1 })
  await saveDraft(context, rob, waiting, { name: 'K', place: '', verb: 'emails', text: 'Typed' })
  const result = await rollOver(context, editor.id, story.id, { slug: 'strike-2', title: 'Day two', close: true })
  if (!result?.ok) throw new Error()
  const next = result.story
  expect(next).toMatchObject({
    slug: 'strike-2',
    graceSeconds: 25,
    addresses: ['haveyoursay@example.org'],
    isDefault: true,
  })
  expect(await Promise.all([waiting, held, rejected].map(storyOf))).toEqual([next.id, next.id, story.id])
  expect(await countViews(context, next.id)).toMatchObject({ waiting: 1, held: 1, rejected: 0 })
  expect(await countViews(context, story.id)).toMatchObject({ waiting: 0, held: 0, rejected: 1 })
  expect(await readDraft(context, rob, waiting)).toMatchObject({ text: 'Typed' })
  expect((await history(context, waiting)).at(-1)?.words).toBe('Moved to another story by Edith')
  expect(await context.db.selectFrom('barred').select('words').where('story_id', '=', next.id).execute()).toHaveLength(
    1,
  )
  expect((await findStory(context, 'strike'))?.story?.status).toBe('closed')
  const routes = await loadRoutes(context)
  expect(routeOf(routes, { to: ['haveyoursay+strike@example.org'], subject: '' }, []).storyId).toBe(next.id)
  expect(routeOf(routes, { to: ['somebody@example.org'], subject: '' }, []).storyId).toBe(next.id)
})

test('a page with a name that is taken is not rolled over to, and nothing has moved', async () => {
  const flood = await secondStory()
  const number = await addEmail(desk)
  const wish = { slug: flood.slug, title: 'Day two', close: true }
  expect(await rollOver(desk.context, desk.editor.id, desk.story.id, wish)).toMatchObject({ ok: false })
  expect(await storyOf(number)).toBe(desk.story.id)
})

test('two stories become one: emails, entries with their ids, rules; the old address leads on for ever', async () => {
  const { context, story, rob, editor } = desk
  const flood = await secondStory()
  const published = await addEmail(desk)
  const gone = await addEmail(desk)
  const there = await addEmail(desk, { story_id: flood.id })
  for (const number of [published, gone, there]) await approve(context, editor, number, { version: 1, grace: 0 })
  await publishDue(context)
  const entryOf = (number: number) =>
    context.db.selectFrom('entry').selectAll().where('submission_number', '=', number).executeTakeFirstOrThrow()
  const before = await entryOf(published)
  await withdraw(context, editor, (await entryOf(gone)).id, 'legal')
  const waiting = await addEmail(desk)
  await context.db.insertInto('barred').values({ story_id: story.id, position: 0, words: 'Jane Doe' }).execute()

  const result = await mergeStories(context, editor.id, story.id, flood.id)
  expect(result).toMatchObject({ ok: true, story: { slug: 'flood', isDefault: true } })
  expect((await listStories(context)).map(each => each.slug)).toEqual(['flood'])
  expect(await findStory(context, 'strike')).toEqual({ moved: 'flood' })
  expect(await findPublicStory(context.db, 'strike')).toEqual({ moved: 'flood' })
  expect(await findPublicStory(context.db, story.id)).toBeNull()
  expect(await storyOf(waiting)).toBe(flood.id)
  const after = await entryOf(published)
  expect(after).toMatchObject({ id: before.id, published_at: before.published_at, state: 'live', ordinal: 2 })
  const found = await findPublicStory(context.db, 'flood')
  if (!found || 'moved' in found) throw new Error()
  const feed = await readFeed(context.db, found.story, 'https://live.example.org')
  expect(feed.entries.map(entry => entry.id).sort()).toEqual([before.id, (await entryOf(there)).id].sort())
  expect(feed.withdrawn.map(each => each.id)).toEqual([(await entryOf(gone)).id])
  const told = await context.db
    .selectFrom('feed_change')
    .select(['seq', 'type'])
    .where('story_id', '=', flood.id)
    .execute()
  expect(told).toEqual([
    { seq: 1, type: 'published' },
    { seq: 2, type: 'published' },
    { seq: 3, type: 'withdrawn' },
  ])
  expect(await faultsOfStore()).toEqual([])
  // Work goes on: a decision on what was moved, against the version the move made.
  expect(
    await decideMany(context, rob, {
      ...{ decision: 'approval', items: [{ number: waiting, version: 2 }], storyId: flood.id },
    }),
  ).toMatchObject({
    done: [{ number: waiting, state: 'approved' }],
  })
})

test('a merged story is merged into no other, nor into itself', async () => {
  const flood = await secondStory()
  expect(await mergeStories(desk.context, desk.editor.id, flood.id, flood.id)).toBeNull()
  await mergeStories(desk.context, desk.editor.id, flood.id, desk.story.id)
  expect(await mergeStories(desk.context, desk.editor.id, flood.id, desk.story.id)).toBeNull()
  expect(await rollOver(desk.context, desk.editor.id, flood.id, { slug: 'x', title: 'X', close: false })).toBeNull()
})

test('many emails move to another story at once, and one undo brings each back to where it was', async () => {
  const { context, story, rob } = desk
  const flood = await secondStory()
  const [here, nowhere, approved] = [
    await addEmail(desk),
    await addEmail(desk, { story_id: null }),
    await addEmail(desk),
  ]
  await approve(context, rob, approved, { version: 1 })
  const items = [
    { number: here, version: 1 },
    { number: nowhere, version: 1 },
    { number: approved, version: 2 },
  ]
  const moved = await moveMany(context, rob, { items, from: story.id, to: flood.id })
  expect(moved.refused).toMatchObject([{ number: approved, why: 'decided' }])
  expect(await Promise.all([here, nowhere].map(storyOf))).toEqual([flood.id, flood.id])
  expect((await moveManyBack(context, rob, { items: moved.done, storyId: flood.id })).refused).toMatchObject([
    { number: here, why: 'elsewhere' },
  ])
  expect(await Promise.all([here, nowhere].map(storyOf))).toEqual([flood.id, null])
  const back = await moveManyBack(context, rob, { items: moved.done.slice(0, 1), storyId: story.id })
  expect(back.refused).toEqual([])
  expect(await Promise.all([here, nowhere].map(storyOf))).toEqual([story.id, null])
  // What somebody has decided since is not pulled from under them.
  const again = await moveMany(context, rob, { items: [{ number: here, version: 3 }], from: story.id, to: flood.id })
  await hold(context, rob, here, { version: 4 })
  expect((await moveManyBack(context, rob, { items: again.done, storyId: story.id })).refused).toMatchObject([
    { why: 'stale' },
  ])
})
