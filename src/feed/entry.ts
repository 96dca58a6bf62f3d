// What the functions that change entries share: the words of an entry, refusals, and the story's own sequence.
import { appendEvent, type EntryKind, type EventKind, type FeedChangeType, type Row, type Trx } from '../store/index.ts'
import { pictureColumns, pictureFrom } from './picture.ts'
import { type FullWords, lineOf } from './words.ts'

/** The longest text of one entry, in UTF-16 units. */
export const longestText = 20_000

export const withdrawalReasons = {
  error: 'An error',
  asked: 'The contributor asked',
  legal: 'Legal reasons',
  duplicate: 'A duplicate',
} as const
export type WithdrawalReason = keyof typeof withdrawalReasons

export type EntryRefusal = {
  ok: false
  why:
    | 'not-found'
    | 'stale'
    | 'no-text'
    | 'too-long'
    | 'withdrawn'
    | 'not-live'
    | 'not-scheduled'
    | 'not-withdrawn'
    | 'not-approved'
    | 'too-many-pins'
    | 'too-many-key-points'
    | 'embargoed'
    | 'stopped'
    | 'barred'
  /** The entry as it is now, where there is one. */
  entry?: Row<'entry'>
  /** What may not be published in this story. */
  words?: string[]
}

export type EntryChanged = { ok: true; entry: Row<'entry'> }

export const refuse = (why: EntryRefusal['why'], entry?: Row<'entry'>): EntryRefusal => ({ ok: false, why, entry })

export const findEntry = (trx: Trx, id: string) =>
  trx.selectFrom('entry').selectAll().where('id', '=', id).executeTakeFirst()

/** The words of the entry's revision. */
export async function wordsOf(trx: Trx, entry: Pick<Row<'entry'>, 'id' | 'revision'>): Promise<FullWords> {
  const row = await trx
    .selectFrom('revision')
    .selectAll()
    .where('entry_id', '=', entry.id)
    .where('revision', '=', entry.revision)
    .executeTakeFirstOrThrow()
  const tags = await trx
    .selectFrom('revision_tag')
    .select('tag')
    .where('entry_id', '=', entry.id)
    .where('revision', '=', entry.revision)
    .orderBy('position')
    .execute()
  const { name, place, verb, text, headline, town, region, country, role, programme, service, url, language } = row
  return {
    ...{ name, place, verb, text, headline, town, region, country, role, programme, service, url, language },
    nameForm: row.name_form,
    ownLine: row.own_line,
    note: row.note,
    notedAt: row.noted_at,
    tags: Array.from(tags, each => each.tag),
    picture: pictureFrom(row),
  }
}

type Revising = { entryId: string; kind: EntryKind; revision: number; actor: string; at: number; minor?: boolean }

/** Writes a revision with its line; `words` must be tidy. */
export async function addRevision(trx: Trx, words: FullWords, of: Revising): Promise<void> {
  const { nameForm, ownLine, notedAt, tags, picture, ...columns } = words
  const key = { entry_id: of.entryId, revision: of.revision }
  await trx
    .insertInto('revision')
    .values({
      ...key,
      ...columns,
      ...pictureColumns(picture),
      name_form: nameForm,
      own_line: ownLine,
      noted_at: notedAt,
      line: lineOf(of.kind, words),
      minor: of.minor ? 1 : 0,
      made_by: of.actor,
      made_at: of.at,
    })
    .execute()
  if (tags.length > 0)
    await trx
      .insertInto('revision_tag')
      .values(tags.map((tag, position) => ({ ...key, position, tag })))
      .execute()
}

/** Changes columns of an entry and answers it as it then is. */
export const changeEntry = (trx: Trx, id: string, columns: Partial<Row<'entry'>>): Promise<Row<'entry'>> =>
  trx.updateTable('entry').set(columns).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/**
 * The next number of the story's sequence and its time: `now`, but always after the change before it, so that no
 * clock set back makes a feed grow older and no two changes share a moment.
 */
export async function nextChange(trx: Trx, storyId: string, now: number): Promise<{ seq: number; at: number }> {
  const { feed_seq: seq } = await trx
    .updateTable('story')
    .set(story => ({ feed_seq: story('feed_seq', '+', 1) }))
    .where('id', '=', storyId)
    .returning('feed_seq')
    .executeTakeFirstOrThrow()
  const before = await trx
    .selectFrom('feed_change')
    .select('at')
    .where('story_id', '=', storyId)
    .where('seq', '=', seq - 1)
    .executeTakeFirst()
  return { seq, at: Math.max(now, (before?.at ?? 0) + 1) }
}

/** Writes down what readers of the feed must hear of. */
export async function recordChange(
  trx: Trx,
  entry: Row<'entry'>,
  type: FeedChangeType,
  change: { seq: number; at: number },
): Promise<void> {
  await trx
    .insertInto('feed_change')
    .values({ story_id: entry.story_id, entry_id: entry.id, type, revision: entry.revision, ...change })
    .execute()
}

/** What surrounds the entries changed (a pin, a headline): every stored answer of the story is out of date. */
export const turnPage = (trx: Trx, storyId: string, at: number) =>
  trx
    .updateTable('story')
    .set(story => ({ page_seq: story('page_seq', '+', 1), updated_at: at }))
    .where('id', '=', storyId)
    .execute()

/** The event that tells of a change of an entry. */
export const tell = (
  trx: Trx,
  entry: Row<'entry'>,
  kind: EventKind,
  by: { actor: string; now: number; data?: Record<string, string | number | boolean | null> },
) =>
  appendEvent(trx, {
    at: by.now,
    kind,
    actor: by.actor,
    storyId: entry.story_id,
    submission: entry.submission_number,
    entryId: entry.id,
    data: by.data,
  })
