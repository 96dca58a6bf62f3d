// Live entries read from the rows with all that readers may see of them. A member of a group is never read by itself.
import type { Db, Row } from '../store/index.ts'
import { type EntryRow, entryFrom, type FeedEntry, memberFrom, wordColumns } from './public-entry.ts'

/** Live entries with their current words, newest first; the order is total, since no two share a moment. */
export const liveRows = (db: Db, storyId: string) =>
  liveRowsUnordered(db, storyId).orderBy('entry.published_at', 'desc')

/** The same in the order that editors gave the page. */
export const arrangedRows = (db: Db, storyId: string) =>
  liveRowsUnordered(db, storyId).orderBy('entry.page_at', 'desc').orderBy('entry.id', 'desc')

const liveRowsUnordered = (db: Db, storyId: string) =>
  db
    .selectFrom('entry')
    .innerJoin('revision', join =>
      join.onRef('revision.entry_id', '=', 'entry.id').onRef('revision.revision', '=', 'entry.revision'),
    )
    .select(['entry.id', 'entry.kind', 'entry.revision', 'entry.published_at', 'entry.updated_at'])
    .select([
      'entry.pinned',
      'entry.key_point',
      'entry.page_at',
      'revision.headline',
      'revision.note',
      'revision.noted_at',
    ])
    .select(wordColumns)
    .where('entry.story_id', '=', storyId)
    .where('entry.state', '=', 'live')
    .where('entry.group_id', 'is', null)

/** Rows as entries, with their tags, and groups with their letters. */
export async function entriesFrom(db: Db, rows: EntryRow[]): Promise<FeedEntry[]> {
  const tags = await readTags(db, rows)
  const members = await readMembers(
    db,
    rows.filter(row => row.kind === 'group').map(row => row.id),
  )
  return rows.map(row =>
    entryFrom(row, {
      tags: tags.filter(each => each.entry_id === row.id).map(each => each.tag),
      members: members.filter(each => each.group_id === row.id).map(memberFrom),
    }),
  )
}

/** The tags of these entries' current revisions, in their order. */
export async function readTags(
  db: Db,
  rows: { id: string }[],
): Promise<Pick<Row<'revision_tag'>, 'entry_id' | 'tag'>[]> {
  if (rows.length === 0) return []
  return inParts(rows, part =>
    db
      .selectFrom('revision_tag')
      .innerJoin('entry', join =>
        join.onRef('entry.id', '=', 'revision_tag.entry_id').onRef('entry.revision', '=', 'revision_tag.revision'),
      )
      .select(['revision_tag.entry_id', 'revision_tag.tag'])
      .where(
        'entry.id',
        'in',
        part.map(row => row.id),
      )
      .orderBy('revision_tag.position')
      .execute(),
  )
}

/** The live letters of these groups, in their order. */
async function readMembers(db: Db, groups: string[]) {
  if (groups.length === 0) return []
  return inParts(groups, part =>
    db
      .selectFrom('entry')
      .innerJoin('revision', join =>
        join.onRef('revision.entry_id', '=', 'entry.id').onRef('revision.revision', '=', 'entry.revision'),
      )
      .select(['entry.id', 'entry.group_id'])
      .select(wordColumns)
      .where('entry.group_id', 'in', part)
      .where('entry.state', '=', 'live')
      .orderBy('entry.group_position')
      .orderBy('entry.id')
      .execute(),
  )
}

/** A statement takes so many parameters and no more. */
async function inParts<Each, Found>(all: Each[], read: (part: Each[]) => Promise<Found[]>): Promise<Found[]> {
  const found: Found[] = []
  for (let start = 0; start < all.length; start += 500) found.push(...(await read(all.slice(start, start + 500))))
  return found
}
