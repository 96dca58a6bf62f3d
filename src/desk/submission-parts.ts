// What belongs to one email in tables of its own.
import type { Selectable } from 'kysely'
import { type FeedPicture, pictureFrom } from '../feed/index.ts'
import type { Candidate, Evidence, FoldKind, PictureKind } from '../mail/reading.ts'
import type { Db, EntryState, Row, Schema } from '../store/index.ts'
import type { EntryFields } from './decide.ts'
import { type EntryRow, entryRows } from './entries.ts'
import { foldWords } from './fold-words.ts'

export const ownStory = ['id', 'slug', 'title', 'zone', 'legal_notice', 'words_soft', 'words_hard', 'verbs'] as const
export type OwnStory = Pick<Selectable<Schema['story']>, (typeof ownStory)[number]>

export type ListedAttachment = {
  position: number
  filename: string
  contentType: string
  size: number
  /** What its first bytes say it is; null when it is no picture that can be shown. */
  kind: PictureKind | null
  /** The file says where it was taken. */
  placed: boolean
}

export type ShownFold = {
  position: number
  kind: FoldKind
  start: number
  end: number
  words: string
  /** “Quoted text cut · 14 lines”. */
  label: string
}

export type ShownEntry = EntryFields & {
  picture: FeedPicture | null
  id: string
  state: EntryState
  revision: number
  line: string
  publishAt: number
  publishedAt: number | null
  updatedAt: number | null
  withdrawnAt: number | null
  withdrawnWhy: string | null
}

export async function storyOf(db: Db, row: Row<'submission'>): Promise<OwnStory | null> {
  if (row.story_id === null) return null
  const story = await db.selectFrom('story').select(ownStory).where('id', '=', row.story_id).executeTakeFirst()
  return story ?? null
}

export async function foldsOf(db: Db, row: Row<'submission'>): Promise<ShownFold[]> {
  const folds = await db
    .selectFrom('fold')
    .selectAll()
    .where('submission_number', '=', row.number)
    .orderBy('position')
    .execute()
  return folds.map(({ position, kind, start, end }) => {
    const words = row.original.slice(start, end)
    return { position, kind: kind as FoldKind, start, end, words, label: foldWords(kind as FoldKind, words) }
  })
}

export async function candidatesOf(db: Db, number: number): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('candidate')
    .selectAll()
    .where('submission_number', '=', number)
    .orderBy('position')
    .execute()
  return rows.map(({ field, value, kind, start, end, words, confidence }) => ({
    field,
    value,
    from: { kind: kind as Evidence['kind'], start, end, words, confidence },
  }))
}

export async function attachmentsOf(db: Db, number: number): Promise<ListedAttachment[]> {
  const rows = await db
    .selectFrom('attachment')
    .selectAll()
    .where('submission_number', '=', number)
    .orderBy('position')
    .execute()
  return rows.map(listedAttachment)
}

export const listedAttachment = (row: Row<'attachment'>): ListedAttachment => ({
  position: row.position,
  filename: row.filename,
  contentType: row.content_type,
  size: row.size,
  kind: row.kind,
  placed: row.placed === 1,
})

export async function defectsOf(db: Db, number: number): Promise<string[]> {
  const rows = await db
    .selectFrom('defect')
    .select('defect')
    .where('submission_number', '=', number)
    .orderBy('position')
    .execute()
  return rows.map(row => row.defect)
}

export async function entryOf(db: Db, number: number): Promise<ShownEntry | null> {
  const row = await entryRows(db).where('entry.submission_number', '=', number).executeTakeFirst()
  return row ? shownEntry(row) : null
}

/** An entry as the desk shows it beside its email. */
export const shownEntry = (row: EntryRow): ShownEntry => ({
  id: row.id,
  state: row.state,
  revision: row.revision,
  name: row.name,
  place: row.place,
  verb: row.verb,
  text: row.text,
  line: row.line,
  picture: pictureFrom(row),
  publishAt: row.publish_at,
  publishedAt: row.published_at,
  updatedAt: row.updated_at,
  withdrawnAt: row.withdrawn_at,
  withdrawnWhy: row.withdrawn_why,
})

export async function deliveriesOf(db: Db, number: number): Promise<number> {
  const { count } = await db
    .selectFrom('ledger')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('submission_number', '=', number)
    .executeTakeFirstOrThrow()
  return Math.max(1, count)
}
