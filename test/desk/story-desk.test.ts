import { expect, test } from '@jest/globals'
import { closeDue, openDue } from '../../src/desk/closing.ts'
import { addStory, changeStory, findStory } from '../../src/desk/stories.ts'
import { changeStoryDesk, readStoryDesk } from '../../src/desk/story-desk.ts'
import { mergeStories } from '../../src/desk/succession.ts'
import { loadRoutes, routeOf } from '../../src/intake/index.ts'
import { openDesk } from './cast.ts'

const own = { subjects: ['Junior  Doctors', 'junior doctors', ' '], pinMax: 5, showBalance: false }
const leads = async (context: Awaited<ReturnType<typeof openDesk>>['context'], subject: string) =>
  routeOf(await loadRoutes(context), { to: [], subject }, [])

test('a story that is closing takes mail for fifteen minutes and is then closed by itself, once', async () => {
  const { context, story, editor } = await openDesk()
  let now = context.now()
  context.now = () => now
  await changeStory(context, editor.id, story.id, { status: 'closing' })
  expect((await readStoryDesk(context.db, story.id)).closesAt).toBe(now + 15 * 60_000)
  const status = async () => (await findStory(context, 'strike'))!.story!.status
  now += 14 * 60_000
  await closeDue(context)
  expect(await status()).toBe('closing')
  // Something else about it is changed meanwhile: the time stays what it was.
  await changeStory(context, editor.id, story.id, { byline: 'Ruth' })
  now += 60_000
  await Promise.all([closeDue(context), closeDue(context)])
  expect(await status()).toBe('closed')
  const closed = await context.db
    .selectFrom('event')
    .select('data')
    .where('actor', '=', 'system')
    .where('kind', '=', 'story-changed')
    .execute()
  expect(closed).toEqual([{ data: '{"status":"closed"}' }])
  await context.close()
})

test('a scheduled story opens itself when its time comes, once; one without a time waits for somebody', async () => {
  const { context, story, editor } = await openDesk()
  let now = context.now()
  context.now = () => now
  const other = await addStory(context, 'system', { slug: 'budget', title: 'Budget' })
  if (!other.ok) throw new Error('no story')
  await changeStory(context, editor.id, other.story.id, { status: 'scheduled' })
  await changeStory(context, editor.id, story.id, { status: 'scheduled', opensAt: now + 3_600_000 })
  const status = async (slug: string) => (await findStory(context, slug))!.story!.status
  now += 3_599_000
  await openDue(context)
  expect(await status('strike')).toBe('scheduled')
  // Something else about it is changed meanwhile: the time stays what it was.
  await changeStory(context, editor.id, story.id, { byline: 'Ruth' })
  now += 1000
  await Promise.all([openDue(context), openDue(context)])
  expect([await status('strike'), await status('budget')]).toEqual(['open', 'scheduled'])
  expect((await findStory(context, 'strike'))!.story!.opensAt).toBeNull()
  const opened = await context.db
    .selectFrom('event')
    .select('data')
    .where('actor', '=', 'system')
    .where('kind', '=', 'story-changed')
    .execute()
  expect(opened).toEqual([{ data: '{"status":"open"}' }])
  await context.close()
})

test('what is no time is refused, and a story that is opened by hand has no time any more', async () => {
  const { context, story, editor } = await openDesk()
  const odd = await changeStory(context, editor.id, story.id, { status: 'scheduled', opensAt: Number.NaN })
  expect(odd).toMatchObject({ ok: false, faults: { opensAt: expect.any(String) } })
  await changeStory(context, editor.id, story.id, { status: 'scheduled', opensAt: context.now() + 1000 })
  const open = await changeStory(context, editor.id, story.id, { status: 'open', opensAt: context.now() + 1000 })
  expect(open).toMatchObject({ ok: true, story: { status: 'open', opensAt: null } })
  await context.close()
})

test('a story that is opened again before its time stays open', async () => {
  const { context, story, editor } = await openDesk()
  let now = context.now()
  context.now = () => now
  await changeStory(context, editor.id, story.id, { status: 'closing' })
  await changeStory(context, editor.id, story.id, { status: 'open' })
  now += 3_600_000
  await closeDue(context)
  expect((await findStory(context, 'strike'))!.story!.status).toBe('open')
  await context.close()
})

test('subjects lead to the story while it is open, each once, and to the other story after a merge', async () => {
  const { context, story, editor } = await openDesk()
  expect(await changeStoryDesk(context, editor.id, story.id, own)).toBeNull()
  expect(await readStoryDesk(context.db, story.id)).toMatchObject({
    subjects: ['junior doctors'],
    pinMax: 5,
    showBalance: false,
  })
  expect(await leads(context, 'Re: JUNIOR DOCTORS')).toMatchObject({ storyId: story.id, rule: 'subject' })
  const other = await addStory(context, 'system', { slug: 'nhs', title: 'NHS' })
  if (!other.ok) throw new Error()
  await changeStoryDesk(context, editor.id, other.story.id, { ...own, subjects: ['hospital food'] })
  await mergeStories(context, editor.id, story.id, other.story.id)
  expect(await readStoryDesk(context.db, other.story.id)).toMatchObject({
    subjects: ['hospital food', 'junior doctors'],
  })
  expect(await leads(context, 'junior doctors')).toMatchObject({ storyId: other.story.id })
  await changeStory(context, editor.id, other.story.id, { status: 'closed' })
  expect(await leads(context, 'junior doctors')).not.toMatchObject({ rule: 'subject' })
  await context.close()
})

test('too short a subject and too many pins are refused by field', async () => {
  const { context, story, editor } = await openDesk()
  const faults = await changeStoryDesk(context, editor.id, story.id, {
    subjects: ['ab'],
    pinMax: 11,
    showBalance: true,
  })
  expect(Object.keys(faults!)).toEqual(['pinMax', 'subjects'])
  await context.close()
})
