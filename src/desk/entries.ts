// Published entries as staff see them, and the right to withdraw one.
import {
  type Amendment,
  amendEntry,
  type EntryChanged,
  type EntryRefusal,
  type FeedWords,
  nameInForm,
  readTags,
  type WithdrawalReason,
  type WordColumns,
  withdrawEntry,
  wordColumns,
  wordsFrom,
} from '../feed/index.ts'
import { cleanLine } from '../safe.ts'
import type { Context, Db, EntryKind, EntryState, Row } from '../store/index.ts'
import { isFullName, nameAllowed } from './consent.ts'
import { loadItem } from './item.ts'
import { namesOf } from './names.ts'
import { type Actor, actorId, may } from './policy.ts'
import { type Refusal, refuse } from './refusal.ts'

export type StaffEntry = FeedWords & {
  id: string
  kind: EntryKind
  number: number | null
  state: EntryState
  revision: number
  headline: string
  /** A line written by hand; '' where it is made of the parts. */
  ownLine: string
  /** What readers are told of a correction. */
  note: string
  notedAt: number | null
  tags: string[]
  /** The group it stands in. */
  group: string | null
  keyPoint: boolean
  publishAt: number
  /** Nobody may publish it sooner. */
  embargoAt: number | null
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
  const entries = await entriesOf(db, rows.slice(0, limit))
  return { entries, next: rows.length > limit ? entries.at(-1)!.id : null }
}

export async function readEntry({ db }: Pick<Context, 'db'>, id: string): Promise<StaffEntry | null> {
  const row = await entryRows(db).where('entry.id', '=', id).executeTakeFirst()
  return row ? (await entriesOf(db, [row]))[0]! : null
}

export type ListedRevision = { revision: number; line: string; text: string; by: string; at: number }

/** Every version of an entry, the first first. */
export async function listRevisions(db: Db, id: string): Promise<ListedRevision[]> {
  const rows = await db
    .selectFrom('revision')
    .select(['revision', 'line', 'text', 'made_by', 'made_at'])
    .where('entry_id', '=', id)
    .orderBy('revision')
    .execute()
  const name = await namesOf(
    db,
    rows.map(row => row.made_by),
  )
  return rows.map(row => ({
    revision: row.revision,
    line: row.line,
    text: row.text,
    by: name(row.made_by),
    at: row.made_at,
  }))
}

/** A new revision of an entry; no full name against what its reader allowed. */
export async function amend(
  context: Context,
  actor: Actor,
  id: string,
  amendment: Amendment,
): Promise<EntryChanged | EntryRefusal | { ok: false; why: 'full-name' }> {
  const name = nameInForm(cleanLine(amendment.name ?? '', 120), amendment.nameForm ?? '')
  if (isFullName(name) && (await fullNameForbidden(context.db, id, name))) return { ok: false, why: 'full-name' }
  return amendEntry(context, actorId(actor), id, amendment)
}

/** Whether the reader forbade the full name; a name that stands already is not forbidden anew. */
async function fullNameForbidden(db: Db, id: string, name: string): Promise<boolean> {
  const row = await db
    .selectFrom('entry')
    .innerJoin('submission', 'submission.number', 'entry.submission_number')
    .innerJoin('revision', join =>
      join.onRef('revision.entry_id', '=', 'entry.id').onRef('revision.revision', '=', 'entry.revision'),
    )
    .select([
      'submission.number',
      'submission.story_id',
      'submission.received_at',
      'submission.anonymous',
      'revision.name',
    ])
    .where('entry.id', '=', id)
    .executeTakeFirst()
  if (!row || row.name === name) return false
  const facts = {
    number: row.number,
    storyId: row.story_id,
    receivedAt: row.received_at,
    anonymous: row.anonymous === 1,
  }
  return (await nameAllowed(db, facts)) !== 'yes'
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
    .select(wordColumns)
    .select(['revision.headline', 'revision.own_line', 'revision.note', 'revision.noted_at'])

export type EntryRow = Row<'entry'> & WordColumns & Pick<Row<'revision'>, 'headline' | 'own_line' | 'note' | 'noted_at'>

export async function entriesOf<Each extends EntryRow>(db: Db, rows: Each[]): Promise<StaffEntry[]> {
  const tags = await readTags(db, rows)
  return rows.map(row => ({
    ...entryOf(row),
    tags: tags.filter(each => each.entry_id === row.id).map(each => each.tag),
  }))
}

const entryOf = (row: EntryRow): StaffEntry => ({
  ...wordsFrom(row),
  id: row.id,
  kind: row.kind,
  number: row.submission_number,
  state: row.state,
  revision: row.revision,
  headline: row.headline,
  ownLine: row.own_line,
  note: row.note,
  notedAt: row.noted_at,
  tags: [],
  group: row.group_id,
  keyPoint: row.key_point === 1,
  embargoAt: row.embargo_at,
  publishAt: row.publish_at,
  publishedAt: row.published_at,
  updatedAt: row.updated_at,
  withdrawnAt: row.withdrawn_at,
  withdrawnWhy: row.withdrawn_why,
  pinned: row.pinned === 1,
})
