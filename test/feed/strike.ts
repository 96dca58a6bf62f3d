// A story with approved emails, as the desk leaves them, for the tests of what becomes of them.
import { scheduleEntry, scheduleGroup } from '../../src/feed/index.ts'
import { newId } from '../../src/id.ts'
import { commit } from '../../src/store/index.ts'
import { type TestContext, testContext } from '../context.ts'

export const editor = 'staff-editor'

export type Strike = TestContext & { storyId: string }

export async function strike(file?: string): Promise<Strike> {
  const context = await testContext(file)
  const storyId = await addTestStory(context, 'junior-doctors')
  return Object.assign(context, { storyId })
}

export async function addTestStory(context: TestContext, slug: string): Promise<string> {
  const storyId = newId(context.now())
  await context.db
    .insertInto('story')
    .values({
      id: storyId,
      slug,
      title: 'Junior doctors’ strike',
      zone: 'Europe/London',
      created_at: context.now(),
      updated_at: context.now(),
      call_out: 'Send us your views: haveyoursay@example.org',
    })
    .execute()
  return storyId
}

export const katherine = {
  name: 'Katherine',
  place: 'Ruislip in Middlesex',
  verb: 'emails',
  text: 'I fully support the junior doctors.\n\nMy operation was cancelled, and I *still* do.',
}

/** An email approved at the desk; its entry is in its grace of `grace` milliseconds. Answers number and entry id. */
export async function approveLetter(context: Strike, words: Partial<typeof katherine> = {}, grace = 10_000) {
  const number = await addApproved(context)
  const entry = await approveAgain(context, number, words, grace)
  return { number, id: entry.id }
}

async function addApproved(context: Strike): Promise<number> {
  const now = context.now()
  const { number } = await context.db
    .insertInto('submission')
    .values({
      id: newId(now),
      story_id: context.storyId,
      stage: 'read',
      state: 'approved',
      received_at: now,
      kept_at: now,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  return number
}

export const approveAgain = (
  context: Strike,
  submission: number,
  words: Partial<typeof katherine> = {},
  grace = 10_000,
) =>
  commit(context, trx =>
    scheduleEntry(trx, {
      submission,
      storyId: context.storyId,
      actor: 'staff-moderator',
      at: context.now(),
      publishAt: context.now() + grace,
      words: { ...katherine, ...words },
    }),
  )

/** Letters approved as one group under a heading; its grace is `grace` milliseconds. Answers the group and its letters. */
export const approveGroup = async (
  context: Strike,
  heading: string,
  letters: Partial<typeof katherine>[],
  grace = 10_000,
) => {
  const at = context.now()
  const common = { storyId: context.storyId, actor: 'staff-moderator', at, publishAt: at + grace }
  const numbers: number[] = []
  for (const _ of letters) numbers.push(await addApproved(context))
  return commit(context, async trx => {
    const group = await scheduleGroup(trx, { ...common, heading })
    const members = []
    for (const [position, words] of letters.entries())
      members.push(
        await scheduleEntry(trx, {
          ...common,
          submission: numbers[position]!,
          words: { ...katherine, ...words },
          group: { id: group.id, position },
        }),
      )
    return { group: group.id, members: members.map(member => ({ id: member.id, number: member.submission_number! })) }
  })
}

export const readEntry = (context: Strike, id: string) =>
  context.db.selectFrom('entry').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** The story's sequence as words: `published 1`, `withdrawn 1` … */
export async function changeWords(context: Strike): Promise<string[]> {
  const rows = await context.db.selectFrom('feed_change').selectAll().orderBy('seq').execute()
  return rows.map(row => `${row.seq} ${row.type} ${row.revision}`)
}
