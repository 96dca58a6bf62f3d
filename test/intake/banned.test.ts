import { afterAll, expect, test } from '@jest/globals'
import { ban, liftBan } from '../../src/desk/bans.ts'
import { history } from '../../src/desk/history.ts'
import { rowsFor } from '../../src/desk/queue-row.ts'
import { readSubmission } from '../../src/desk/submission.ts'
import { rollOver } from '../../src/desk/succession.ts'
import { undo } from '../../src/desk/undo.ts'
import { createReader } from '../../src/mail/pool.ts'
import { verifyStore } from '../../src/store/index.ts'
import { letter, openPost, type Post } from '../post.ts'

const reader = createReader({ threads: 1 })
afterAll(() => reader.close())

const same = (message: string) => message.replace(/katherine\d+@/g, 'katherine1@')
const read = async (post: Post, number: number) => (await readSubmission(post.context, number))!

test('what a banned reader sends is rejected as it arrives with a tag, stays readable, and a person may take it back', async () => {
  const post = await openPost(reader)
  const [first] = await post.take([letter(1)])
  const contributorId = (await read(post, first!)).contributor!.id
  const wish = { contributorId, storyId: null, reason: 'Abuse', until: null }
  expect(await ban(post.context, post.editor, wish)).toEqual({ ok: true })
  const [second, other] = await post.take([same(letter(2)), letter(3)], 2)
  const rejected = await read(post, second!)
  expect([rejected.state, rejected.decidedBy, rejected.text.includes('Letter 2')]).toEqual([
    'rejected',
    'Postbag',
    true,
  ])
  expect((await rowsFor(post.context, [second!]))[0]!.tags.map(tag => tag.label)).toContain('Banned sender')
  expect((await history(post.context, second!)).at(-1)!.words).toBe('Rejected, since the sender is banned')
  expect((await read(post, other!)).state).toBe('waiting')
  const back = await undo(post.context, post.editor, second!, { decision: 'rejection', version: rejected.version })
  expect(back).toMatchObject({ ok: true, submission: { state: 'waiting' } })
  const { id } = await post.context.db.selectFrom('ban').select('id').executeTakeFirstOrThrow()
  expect(await liftBan(post.context, post.editor, contributorId, id)).toBe(true)
  const [third] = await post.take([same(letter(4))], 4)
  expect((await read(post, third!)).state).toBe('waiting')
  expect((await verifyStore(post.context.store, post.keys)).flatMap(check => check.faults)).toEqual([])
  await post.remove()
})

test('a ban never hides a word that somebody may be in danger', async () => {
  const post = await openPost(reader)
  const [first] = await post.take([letter(1)])
  const contributorId = (await read(post, first!)).contributor!.id
  await ban(post.context, post.editor, { contributorId, storyId: post.storyId, reason: 'Abuse', until: null })
  const [danger] = await post.take([same(letter(2, 'I want to die.\n\nKatherine\n'))], 2)
  expect(await read(post, danger!)).toMatchObject({ state: 'waiting', urgent: 'safety' })
  const tags = (await rowsFor(post.context, [danger!]))[0]!.tags.map(tag => tag.label)
  expect(tags).toEqual(expect.arrayContaining(['Safety', 'Banned sender']))
  await post.remove()
})

test('a ban ends on its day, holds in its story only, and goes along when the story rolls over', async () => {
  const post = await openPost(reader)
  const [first] = await post.take([letter(1)])
  const contributorId = (await read(post, first!)).contributor!.id
  const until = post.context.now() + 60_000
  expect(await ban(post.context, post.editor, { contributorId, storyId: null, reason: 'x', until: 1 })).toMatchObject({
    why: 'past',
  })
  await ban(post.context, post.editor, { contributorId, storyId: post.storyId, reason: 'Abuse', until })
  await rollOver(post.context, post.editor.id, post.storyId, { slug: 'strike-2', title: 'Day two', close: true })
  const [second] = await post.take([same(letter(2))], 2)
  expect(await read(post, second!)).toMatchObject({ state: 'rejected', story: { slug: 'strike-2' } })
  const clock = post.context.now
  post.context.now = () => clock() + 120_000
  const [third] = await post.take([same(letter(3))], 3)
  expect((await read(post, third!)).state).toBe('waiting')
  await post.remove()
})
