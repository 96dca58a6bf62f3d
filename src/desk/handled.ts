// How much of a story has been handled: for the sentence that stands where the queue is empty.
import type { Context } from '../store/index.ts'
import { namesOf } from './names.ts'

const decisions = ['approved', 'held', 'rejected', 'spam'] as const
const oneDay = 24 * 3_600_000

export type Handled = { ever: boolean; today: number; last: { by: string; at: number } | null }

/** Decisions of the last 24 hours and the last one of all; `ever`: whether any email was ever there. */
export async function readHandled({ db, now }: Context, story: { id: string }): Promise<Handled> {
  const events = db.selectFrom('event').where('story_id', '=', story.id)
  const last = await events
    .select(['actor', 'at'])
    .where('kind', 'in', decisions)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { today } = await db
    .selectFrom('submission')
    .select(eb => eb.fn.countAll<number>().as('today'))
    .where('story_id', '=', story.id)
    .where('state', 'in', decisions)
    .where('decided_at', '>', now() - oneDay)
    .executeTakeFirstOrThrow()
  const any = await db
    .selectFrom('submission')
    .select('number')
    .where('story_id', '=', story.id)
    .limit(1)
    .executeTakeFirst()
  const name = await namesOf(db, [last?.actor ?? null])
  return { ever: any !== undefined, today, last: last ? { by: name(last.actor), at: last.at } : null }
}
