// The live page as staff work on it: what is about to go live, what is live, what was withdrawn.
import { composedKinds, type Receipt, readReceipts } from '../feed/index.ts'
import type { Context, Db } from '../store/index.ts'
import { entriesOf, entryRows, type StaffEntry } from './entries.ts'
import { type Actor, actorId, may } from './policy.ts'

/** An entry with what its buttons need. */
export type LiveEntry = StaffEntry & {
  /** The submission's version, for the undo of its approval; null when the entry has no submission any more. */
  version: number | null
  /** Whether this actor may withdraw it: an editor any, a moderator what they approved. */
  mayWithdraw: boolean
  /** Consumers that have taken its last change, and those that still have what was before; null: never published. */
  recall: { taken: Receipt[]; missing: Receipt[] } | null
  /** The letters of a group in their order, withdrawn ones too. */
  members: LiveEntry[]
}

export type LivePage = {
  /** In their grace or scheduled, the next to go live first. */
  scheduled: LiveEntry[]
  /** What staff wrote and stopped before anybody saw it. */
  stopped: LiveEntry[]
  /** Live and withdrawn ones in the order of the page; entries that were never published do not appear. */
  entries: LiveEntry[]
  /** Consumers that could not be told of the last change. */
  failing: number
  /** The place of the last one shown, where there are more. */
  next: number | null
}

/** How many entries the page shows at a time. */
const window = 50

/** A window of the live page; `before` (a place) goes on below an earlier one. */
export async function readLivePage(
  { db }: Pick<Context, 'db'>,
  actor: Actor,
  storyId: string,
  before = Number.MAX_SAFE_INTEGER,
): Promise<LivePage> {
  const receipts = await readReceipts(db, storyId)
  const whole = (rows: LiveRow[]) => withMembers(db, actor, receipts, rows)
  const top = liveRows(db, storyId).where('entry.group_id', 'is', null)
  const scheduled = await top.where('entry.state', '=', 'scheduled').orderBy('entry.publish_at').limit(200).execute()
  const published = await top
    .where('entry.state', '!=', 'scheduled')
    .where('entry.page_at', '<', before)
    .orderBy('entry.page_at', 'desc')
    .limit(window + 1)
    .execute()
  const stopped = await top
    .where('entry.state', '=', 'withdrawn')
    .where('entry.published_at', 'is', null)
    .where('entry.submission_number', 'is', null)
    .where('entry.kind', 'in', composedKinds)
    .orderBy('entry.id', 'desc')
    .limit(20)
    .execute()
  const shown = published.slice(0, window)
  return {
    scheduled: await whole(scheduled),
    stopped: await whole(stopped),
    entries: await whole(shown),
    failing: receipts.filter(receipt => receipt.failing !== null).length,
    next: published.length > window ? (shown.at(-1)?.page_at ?? null) : null,
  }
}

const liveRows = (db: Db, storyId: string) =>
  entryRows(db)
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

type LiveRow = Awaited<ReturnType<ReturnType<typeof liveRows>['execute']>>[number]

/** Entries with what their buttons need; groups with their letters. */
async function withMembers(db: Db, actor: Actor, receipts: Receipt[], rows: LiveRow[]): Promise<LiveEntry[]> {
  const groups = rows.filter(row => row.kind === 'group')
  const members =
    groups.length === 0
      ? []
      : await liveRows(db, groups[0]!.story_id)
          .where(
            'entry.group_id',
            'in',
            groups.map(row => row.id),
          )
          .orderBy('entry.group_position')
          .execute()
  const seen = await entriesOf(db, [...rows, ...members])
  const live = [...rows, ...members].map(
    (row, at): LiveEntry => ({
      ...seen[at]!,
      version: row.version,
      mayWithdraw:
        may(actor.role, 'withdraw') || (may(actor.role, 'withdraw-own') && row.decided_by === actorId(actor)),
      recall: row.last_change === null ? null : recallOf(receipts, Number(row.last_change)),
      members: [],
    }),
  )
  const letters = live.slice(rows.length)
  return live.slice(0, rows.length).map(entry => ({
    ...entry,
    members: letters.filter(letter => letter.group === entry.id),
  }))
}

const recallOf = (receipts: Receipt[], change: number) => ({
  taken: receipts.filter(receipt => receipt.seq >= change),
  missing: receipts.filter(receipt => receipt.seq < change),
})
