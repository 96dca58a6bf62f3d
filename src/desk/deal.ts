// “Deal me the next free one”: in a surge each moderator gets emails that nobody else is looking at.
import { type Context, commit } from '../store/index.ts'
import { assignedToOthers } from './assignment.ts'
import { type Actor, may } from './policy.ts'
import { type Refusal, refuse } from './refusal.ts'

/** How long an email is kept for the one it was dealt to, unless they ask for the next before (ms). */
const keptFor = 3 * 60_000

export type Dealt = { ok: true; number: number | null }

/**
 * Gives `actor` the waiting email of the story that has waited longest and is nobody else's, those that need care
 * before the others; the one dealt before goes back. Null: there is none left. `skip` passes over what they leave undecided.
 */
export const dealNext = (
  context: Context,
  actor: Actor,
  wish: { storyId: string; skip?: number[] },
): Promise<Dealt | Refusal> =>
  commit(context, async trx => {
    if (actor.kind !== 'staff' || !may(actor.role, 'decide')) return refuse('not-allowed')
    const now = context.now()
    await trx
      .deleteFrom('deal')
      .where(eb => eb.or([eb('staff_id', '=', actor.id), eb('until', '<=', now)]))
      .execute()
    const waiting = trx
      .selectFrom('submission')
      .select('number')
      .where('story_id', '=', wish.storyId)
      .where('state', '=', 'waiting')
      .where('number', 'not in', trx.selectFrom('deal').select('submission_number'))
      .where('number', 'not in', assignedToOthers(trx, actor.id))
      .$if((wish.skip?.length ?? 0) > 0, select => select.where('number', 'not in', wish.skip!.slice(-200)))
      .orderBy('received_at')
      .orderBy('number')
      .limit(1)
    const flagged = await waiting.where(eb => eb('flagged', '>', eb.lit(0))).executeTakeFirst()
    const next = flagged ?? (await waiting.executeTakeFirst())
    if (!next) return { ok: true, number: null }
    await trx
      .insertInto('deal')
      .values({ submission_number: next.number, staff_id: actor.id, until: now + keptFor })
      .execute()
    return { ok: true, number: next.number }
  })

/** Gives back what was dealt to a person who leaves. */
export const returnDeal = async ({ db }: Pick<Context, 'db'>, actor: Actor): Promise<void> =>
  void (await db.deleteFrom('deal').where('staff_id', '=', actor.id).execute())
