// One's own decisions, walked back: what undo goes on with when a page no longer knows what it did.
import { type Context, decisionsBy } from '../store/index.ts'
import { type DecisionName, decisionKinds, loadItem } from './item.ts'
import { namesOf } from './names.ts'
import type { Seen } from './placing.ts'
import { type Actor, actorId } from './policy.ts'

export type Earlier = {
  seq: number
  number: number
  decision: DecisionName
  /** What an undo is made against. */
  version: number
  /** What was decided in the same go and still stands, this email first: one undo for the lot. */
  together: Seen[]
  /** Readers can see it, or one of those: an undo withdraws it, and asks first. */
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

/** The last decision of `actor` in the story that was not taken back; null when there is none (any more). */
export async function earlierDecision(context: Context, actor: Actor, wish: EarlierWish): Promise<Earlier | null> {
  let last: Earlier | null = null
  let batch: string | undefined
  for await (const event of madeBefore(context, actor, wish.before ?? Number.MAX_SAFE_INTEGER)) {
    if (event.at < wish.since) break
    if (event.story_id !== wish.storyId || event.number === null) continue
    const own = (JSON.parse(event.data) as { batch?: string }).batch
    // What was decided in one go lies together in the log.
    if (last && (batch === undefined || own !== batch)) break
    const found = await standing(context, actor, { seq: event.seq, number: event.number, storyId: wish.storyId })
    if (!found || (last && found.overtaken)) continue
    if (last) {
      last.together.push(...found.together)
      last.live ||= found.live
    } else {
      last = found
      batch = found.overtaken ? undefined : own
    }
  }
  return last
}

/** A person decides some hundred an hour; so many are looked at in one go. */
const page = 50

/** One's own decisions before sequence number `before`, newest first. */
async function* madeBefore({ db }: Context, actor: Actor, before: number) {
  for (let seq = before; ; ) {
    const events = await decisionsBy(db, actorId(actor), seq).limit(page).execute()
    yield* events
    if (events.length < page) return
    seq = events.at(-1)!.seq
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
  const { version } = item.row
  return { seq, number, decision, version, together: [{ number, version }], live, overtaken }
}
