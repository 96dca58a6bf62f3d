// Published entries as staff see them, and the right to withdraw one.
import { type EntryChanged, type EntryRefusal, type WithdrawalReason, withdrawEntry } from '../feed/index.ts'
import type { Context, Db, EntryState, Row } from '../store/index.ts'
import { loadItem } from './item.ts'
import { type Actor, actorId, may } from './policy.ts'
import { type Refusal, refuse } from './refusal.ts'

export type StaffEntry = {
  id: string
  number: number | null
  state: EntryState
  revision: number
  name: string
  place: string
  verb: string
  line: string
  text: string
  publishAt: number
  publishedAt: number | null
  updatedAt: number | null
  withdrawnAt: number | null
  withdrawnWhy: string | null
  pinned: boolean
}

export type EntriesQuery = {
  storyId: string
  state?: EntryState
  limit?: number
  /** Id of the last entry already shown. */
  after?: string
}

/** A story's entries, the youngest first (an entry is made when it is approved; its id tells when). */
export async function listEntries(
  { db }: Pick<Context, 'db'>,
  query: EntriesQuery,
): Promise<{ entries: StaffEntry[]; next: string | null }> {
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 200)
  const rows = await entryRows(db)
    .where('entry.story_id', '=', query.storyId)
    .$if(query.state !== undefined, select => select.where('entry.state', '=', query.state!))
    .$if(query.after !== undefined, select => select.where('entry.id', '<', query.after!))
    .orderBy('entry.id', 'desc')
    .limit(limit + 1)
    .execute()
  const entries = rows.slice(0, limit).map(entryOf)
  return { entries, next: rows.length > limit ? entries.at(-1)!.id : null }
}

export async function readEntry({ db }: Pick<Context, 'db'>, id: string): Promise<StaffEntry | null> {
  const row = await entryRows(db).where('entry.id', '=', id).executeTakeFirst()
  return row ? entryOf(row) : null
}

/** Withdraws a live entry: an editor any, a moderator what they approved themselves. */
export async function withdraw(
  context: Context,
  actor: Actor,
  id: string,
  why: WithdrawalReason,
): Promise<EntryChanged | EntryRefusal | Refusal> {
  const entry = await readEntry(context, id)
  if (!entry) return { ok: false, why: 'not-found' }
  if (!(await mayWithdraw(context, actor, entry))) return refuse('not-allowed')
  return withdrawEntry(context, actorId(actor), id, why)
}

async function mayWithdraw({ db }: Context, actor: Actor, { number }: StaffEntry): Promise<boolean> {
  if (may(actor.role, 'withdraw')) return true
  const item = number === null ? null : await loadItem(db, number)
  const approval = item?.decisions.findLast(decision => decision.kind === 'approved')
  return may(actor.role, 'withdraw-own') && approval?.by === actorId(actor)
}

export const entryRows = (db: Db) =>
  db
    .selectFrom('entry')
    .innerJoin('revision', join =>
      join.onRef('revision.entry_id', '=', 'entry.id').onRef('revision.revision', '=', 'entry.revision'),
    )
    .selectAll('entry')
    .select(['revision.name', 'revision.place', 'revision.verb', 'revision.line', 'revision.text'])

export type EntryRow = Row<'entry'> & Pick<Row<'revision'>, 'name' | 'place' | 'verb' | 'line' | 'text'>

export const entryOf = (row: EntryRow): StaffEntry => ({
  id: row.id,
  number: row.submission_number,
  state: row.state,
  revision: row.revision,
  name: row.name,
  place: row.place,
  verb: row.verb,
  line: row.line,
  text: row.text,
  publishAt: row.publish_at,
  publishedAt: row.published_at,
  updatedAt: row.updated_at,
  withdrawnAt: row.withdrawn_at,
  withdrawnWhy: row.withdrawn_why,
  pinned: row.pinned === 1,
})
