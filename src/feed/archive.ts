// A story's whole record: every entry that readers ever saw, oldest first, as they may see it now.
import type { Db, EntryKind } from '../store/index.ts'
import { entryParagraphs, picturesOf } from './body.ts'
import { authorsOf, type FeedEntry } from './public-entry.ts'
import { entriesFrom, liveRows } from './public-rows.ts'

/** A withdrawn entry keeps its times and loses its words, as in every feed. Times are epoch milliseconds. */
export type Archived = {
  id: string
  state: 'live' | 'withdrawn'
  revision: number
  publishedAt: number
  amendedAt: number | null
  withdrawnAt: number | null
  kind: EntryKind
  headline: string
  name: string
  place: string
  verb: string
  line: string
  text: string
  tags: string
  picture: string
  credit: string
}

export async function readArchive(db: Db, storyId: string): Promise<Archived[]> {
  const rows = await db
    .selectFrom('entry')
    .select(['id', 'kind', 'state', 'revision', 'published_at', 'updated_at', 'withdrawn_at'])
    .where('story_id', '=', storyId)
    .where('published_at', 'is not', null)
    .orderBy('published_at')
    .orderBy('id')
    .execute()
  const live = new Map(
    (await entriesFrom(db, await liveRows(db, storyId).execute())).map(entry => [entry.id, entry] as const),
  )
  return rows.map(row => ({
    id: row.id,
    state: live.has(row.id) ? 'live' : 'withdrawn',
    revision: row.revision,
    publishedAt: row.published_at!,
    amendedAt: row.updated_at,
    withdrawnAt: row.withdrawn_at,
    kind: row.kind,
    ...wordsOf(live.get(row.id)),
  }))
}

function wordsOf(entry: FeedEntry | undefined) {
  if (!entry)
    return { headline: '', name: '', place: '', verb: '', line: '', text: '', tags: '', picture: '', credit: '' }
  // The letters of a group have their lines in their text.
  const text = entry.kind === 'group' ? entryParagraphs(entry).join('\n\n') : entry.text
  const { headline, place, verb, line } = entry
  const name = entry.kind === 'group' ? authorsOf(entry).join('; ') : entry.name
  const pictures = picturesOf(entry)
  const described = {
    picture: pictures.map(each => each.alt).join('; '),
    credit: pictures
      .map(each => each.credit)
      .filter(Boolean)
      .join('; '),
  }
  return { headline, name, place, verb, line, text, tags: entry.tags.join(', '), ...described }
}
