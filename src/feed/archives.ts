// Archived feeds (RFC 5005 section 4): every full run of fifty first publications is a document of its own. Which
// entries belong to it never changes; a withdrawn one is replaced there by its tombstone. A pin is a thing of the day
// and stays out of them.
import type { Db, Row } from '../store/index.ts'
import { type Feed, feedLength } from './feed.ts'
import { changedAt } from './public-entry.ts'
import { entriesFrom, liveRows } from './public-rows.ts'
import { newestArchive, readFeed } from './read.ts'

/** The archive document with this number as a feed of its own, or null when there is none. */
export async function readArchiveFeed(
  db: Db,
  story: Row<'story'>,
  baseUrl: string,
  number: number,
): Promise<Feed | null> {
  const newest = await newestArchive(db, story.id)
  if (number < 1 || number > newest) return null
  const first = (number - 1) * feedLength + 1
  const last = number * feedLength
  const around = await readFeed(db, story, baseUrl, 0)
  const rows = await liveRows(db, story.id)
    .where('entry.ordinal', '>=', first)
    .where('entry.ordinal', '<=', last)
    .execute()
  const entries = (await entriesFrom(db, rows)).map(entry => ({ ...entry, pinned: false, keyPoint: false }))
  const gone = await db
    .selectFrom('entry')
    .select(['id', 'revision', 'published_at', 'withdrawn_at', 'page_at'])
    .where('story_id', '=', story.id)
    .where('ordinal', '>=', first)
    .where('ordinal', '<=', last)
    .where('state', '!=', 'live')
    .orderBy('ordinal', 'desc')
    .execute()
  const withdrawn = gone.map(row => ({
    id: row.id,
    revision: row.revision,
    publishedAt: row.published_at ?? 0,
    withdrawnAt: row.withdrawn_at ?? 0,
    pageAt: row.page_at ?? row.published_at ?? 0,
  }))
  return {
    ...around,
    entries,
    late: [],
    pins: [],
    arranged: [],
    withdrawn,
    // An archive is as old as its members' last change: what happens elsewhere in the story does not touch it.
    updatedAt: Math.max(...entries.map(changedAt), ...withdrawn.map(each => each.withdrawnAt)),
    archive: { number, previous: number > 1 ? number - 1 : null, next: number < newest ? number + 1 : null },
  }
}
