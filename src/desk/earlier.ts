// One's own decisions, walked back: what undo goes on with when a page no longer knows what it did.
import { type Context, decisionsBy } from '../store/index.ts'
import { type DecisionName, decisionKinds, loadItem } from './item.ts'
import { namesOf } from './names.ts'
import { type Actor, actorId } from './policy.ts'

export type Earlier = {
  seq: number
  number: number
  decision: DecisionName
  /** What an undo is made against. */
  version: number
  /** Readers can see it: an undo withdraws it, and asks first. */
  live: boolean
  /** Somebody else has decided since: there is nothing of one's own to take back. */
  overtaken: { by: string; at: number } | null
}

export type EarlierWish = {
  storyId: string
  /** Decisions before this moment are of an earlier session. */
  since: number
  /** Sequence number: only what was decided before it. */
  before?: number
}

/** A person decides some hundred an hour; so many are looked at in one go. */
const batch = 50

/** The last decision of `actor` in the story that was not taken back; null when there is none (any more). */
export async function earlierDecision(context: Context, actor: Actor, wish: EarlierWish): Promise<Earlier | null> {
  for (let before = wish.before ?? Number.MAX_SAFE_INTEGER; ; ) {
    const events = await decisionsBy(context.db, actorId(actor), before).limit(batch).execute()
    for (const event of events) {
      if (event.at < wish.since) return null
      if (event.story_id !== wish.storyId || event.number === null) continue
      const found = await standing(context, actor, { seq: event.seq, number: event.number, storyId: wish.storyId })
      if (found) return found
    }
    if (events.length < batch) return null
    before = events.at(-1)!.seq
  }
}

type Made = { seq: number; number: number; storyId: string }

/** The decision made by this event, if it stands in this story still. */
async function standing({ db }: Context, actor: Actor, { seq, number, storyId }: Made): Promise<Earlier | null> {
  const item = await loadItem(db, number)
  if (!item || item.row.stage === 'erased' || item.row.story_id !== storyId) return null
  const made = item.decisions.find(each => each.seq === seq)
  const last = item.decisions.at(-1)
  if (!made || !last) return null
  const others = last.by !== actorId(actor)
  // One's own later decision on the same email stands above this one, and was met before it.
  if (last !== made && !others) return null
  const decision = (Object.keys(decisionKinds) as DecisionName[]).find(name => decisionKinds[name] === made.kind)!
  const live = made.kind === 'approved' && item.entry?.state === 'live'
  const overtaken = others ? { by: (await namesOf(db, [last.by]))(last.by), at: last.at } : null
  return { seq, number, decision, version: item.row.version, live, overtaken }
}
