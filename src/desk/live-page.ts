// The live page as staff work on it: what is about to go live, what is live, what was withdrawn.
import { type Receipt, readReceipts } from '../feed/index.ts'
import type { Context } from '../store/index.ts'
import { entryOf, entryRows, type StaffEntry } from './entries.ts'
import { type Actor, actorId, may } from './policy.ts'

/** An entry with what its buttons need. */
export type LiveEntry = StaffEntry & {
  /** The submission's version, for the undo of its approval; null when the entry has no submission any more. */
  version: number | null
  /** Whether this actor may withdraw it: an editor any, a moderator what they approved. */
  mayWithdraw: boolean
  /** Consumers that have taken its last change, and those that still have what was before; null: never published. */
  recall: { taken: Receipt[]; missing: Receipt[] } | null
}

export type LivePage = {
  /** In their grace or scheduled, the next to go live first. */
  scheduled: LiveEntry[]
  /** Live and withdrawn ones in their places, newest first; entries that were never published do not appear. */
  entries: LiveEntry[]
  /** Consumers that could not be told of the last change. */
  failing: number
  /** First publication of the last one shown, where there are more. */
  next: number | null
}

/** How many entries the page shows at a time. */
const window = 50

/** A window of the live page; `before` (epoch milliseconds) goes on below an earlier one. */
export async function readLivePage(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  storyId: string,
  before = Number.MAX_SAFE_INTEGER,
): Promise<LivePage> {
  const rows = entryRows(db)
    .leftJoin('submission', 'submission.number', 'entry.submission_number')
    .select(['submission.version', 'submission.decided_by'])
    .select(select =>
      select
        .selectFrom('feed_change')
        .select(change => change.fn.max('feed_change.seq').as('seq'))
        .whereRef('feed_change.entry_id', '=', 'entry.id')
        .whereRef('feed_change.story_id', '=', 'entry.story_id')
        .as('last_change'),
    )
    .where('entry.story_id', '=', storyId)
  const receipts = await readReceipts(db, storyId)
  const seen = (row: Awaited<ReturnType<typeof rows.execute>>[number]): LiveEntry => ({
    ...entryOf(row),
    version: row.version,
    mayWithdraw: may(actor.role, 'withdraw') || (may(actor.role, 'withdraw-own') && row.decided_by === actorId(actor)),
    recall: row.last_change === null ? null : recallOf(receipts, Number(row.last_change)),
  })
  const scheduled = await rows.where('entry.state', '=', 'scheduled').orderBy('entry.publish_at').limit(200).execute()
  const published = await rows
    .where('entry.state', '!=', 'scheduled')
    .where('entry.published_at', '<', before)
    .orderBy('entry.published_at', 'desc')
    .limit(window + 1)
    .execute()
  const shown = published.slice(0, window)
  return {
    scheduled: scheduled.map(seen),
    entries: shown.map(seen),
    failing: receipts.filter(receipt => receipt.failing !== null).length,
    next: published.length > window ? (shown.at(-1)?.published_at ?? null) : null,
  }
}

const recallOf = (receipts: Receipt[], change: number) => ({
  taken: receipts.filter(receipt => receipt.seq >= change),
  missing: receipts.filter(receipt => receipt.seq < change),
})
