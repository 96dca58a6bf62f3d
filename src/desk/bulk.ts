// Many emails decided or moved in one call, and one undo for the lot. Each stands or falls alone.
import { newId } from '../id.ts'
import type { Context } from '../store/index.ts'
import { type AssignmentWish, assign } from './assignment.ts'
import { approve, type Decided, hold, markSpam, reject } from './decisions.ts'
import type { DecisionName } from './item.ts'
import { moveBack, moveToStory, type Placed, type Seen } from './placing.ts'
import type { Actor } from './policy.ts'
import { type Refusal, refuse, type Standing } from './refusal.ts'
import { undo } from './undo.ts'

export type { Seen } from './placing.ts'

/** `storyId`: whose queue it is done in; what stands in another story's is left. Emails of no story are anybody's. */
export type BulkWish = {
  decision: DecisionName
  items: Seen[]
  storyId: string
  reason?: string
  needs?: 'editor' | null
}

export type BulkResult = {
  /** What was done, with the versions it made: this list is the undo token. */
  done: Standing[]
  refused: (Refusal & { number: number })[]
}

/** Decides every item against the version seen. Approval takes only what carries no `warn` or `bad` finding. */
export async function decideMany(context: Context, actor: Actor, wish: BulkWish): Promise<BulkResult> {
  const flagged = wish.decision === 'approval' ? await flaggedAmong(context, wish.items) : new Set<number>()
  const batch = wish.items.length > 1 ? newId(context.now()) : undefined
  return eachIn(context, wish, seen => {
    if (flagged.has(seen.number)) return Promise.resolve(refuse('flagged'))
    return decide(context, actor, seen, { ...wish, batch })
  })
}

/** Takes back, last first, what `decideMany` did. */
export const undoMany = (
  context: Context,
  actor: Actor,
  wish: { decision: DecisionName; items: Seen[]; storyId: string; withdraw?: boolean },
): Promise<BulkResult> =>
  eachIn(context, { ...wish, items: wish.items.toReversed() }, ({ number, version }) =>
    undo(context, actor, number, { decision: wish.decision, version, withdraw: wish.withdraw }),
  )

/** Moves every item of a story, or of none, to another story's queue. */
export const moveMany = (
  context: Context,
  actor: Actor,
  { items, from, to }: { items: Seen[]; from: string; to: string },
): Promise<BulkResult> =>
  eachIn(context, { items, storyId: from }, ({ number, version }) =>
    moveToStory(context, actor, number, { version, storyId: to }),
  )

/** Gives every item that is nobody's yet to one person; with `to` null, back from `seen`. */
export const assignMany = (
  context: Context,
  actor: Actor,
  { items, storyId, ...wish }: { items: Seen[]; storyId: string } & AssignmentWish,
): Promise<BulkResult> => eachIn(context, { items, storyId }, ({ number }) => assign(context, actor, number, wish))

/** Moves every item back to where `moveMany` took it from: into this story, or into none. */
export const moveManyBack = (
  context: Context,
  actor: Actor,
  { items, storyId }: { items: Seen[]; storyId: string },
): Promise<BulkResult> => each(items.toReversed(), seen => moveBack(context, actor, seen, storyId))

function decide(
  context: Context,
  actor: Actor,
  { number, version }: Seen,
  { decision, reason, needs, batch }: BulkWish & { batch: string | undefined },
): Promise<Decided | Refusal> {
  if (decision === 'approval') return approve(context, actor, number, { version, batch })
  if (decision === 'hold') return hold(context, actor, number, { version, reason, needs, batch })
  if (decision === 'rejection') return reject(context, actor, number, { version, reason, batch })
  return markSpam(context, actor, number, { version, reason, batch })
}

/** Only what stands in the story, or in none. */
async function eachIn(
  { db }: Context,
  { items, storyId }: { items: Seen[]; storyId: string },
  act: (seen: Seen) => Promise<Decided | Placed | Refusal>,
): Promise<BulkResult> {
  const numbers = items.map(item => item.number)
  const rows =
    numbers.length === 0
      ? []
      : await db.selectFrom('submission').select(['number', 'story_id']).where('number', 'in', numbers).execute()
  const elsewhere = new Set(
    rows.filter(row => row.story_id !== null && row.story_id !== storyId).map(row => row.number),
  )
  return each(items, seen => (elsewhere.has(seen.number) ? Promise.resolve(refuse('elsewhere')) : act(seen)))
}

async function each(items: Seen[], act: (seen: Seen) => Promise<Decided | Placed | Refusal>): Promise<BulkResult> {
  const result: BulkResult = { done: [], refused: [] }
  for (const seen of items) {
    const answer = await act(seen)
    if (answer.ok) result.done.push(answer.submission)
    else result.refused.push({ ...answer, number: seen.number })
  }
  return result
}

async function flaggedAmong({ db }: Context, items: Seen[]): Promise<Set<number>> {
  if (items.length === 0) return new Set()
  const rows = await db
    .selectFrom('submission')
    .select('number')
    .where(
      'number',
      'in',
      items.map(item => item.number),
    )
    .where('flagged', '=', 1)
    .execute()
  return new Set(rows.map(row => row.number))
}
