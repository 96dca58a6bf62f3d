// A window of a feed for those who ask for fewer entries at a time (RFC 5005 section 3): `?limit=10`, and on from there.
import type { Db, Row } from '../store/index.ts'
import { type Feed, feedLength } from './feed.ts'
import { entriesFrom, liveRows } from './public-rows.ts'
import { readFeed } from './read.ts'

export type FeedWindow = {
  /** 1 to 50. */
  limit: number
  /** Only entries published before the story's how-many-th; null: from the newest on. */
  before: number | null
}

/**
 * The newest `limit` entries, or those before one. No more than was asked for: an older entry that was changed lately
 * is in the whole feed and in changes.json. Tombstones stand on the first page.
 */
export async function readFeedWindow(
  db: Db,
  story: Row<'story'>,
  baseUrl: string,
  { limit, before }: FeedWindow,
): Promise<Feed> {
  const around = await readFeed(db, story, baseUrl, 0)
  const length = Math.min(limit, feedLength)
  const rows = await liveRows(db, story.id)
    .select('entry.ordinal')
    .where('entry.ordinal', '<', before ?? Number.MAX_SAFE_INTEGER)
    .limit(length + 1)
    .execute()
  const shown = rows.slice(0, length)
  const next = rows.length > length ? shown.at(-1)!.ordinal : null
  return {
    ...around,
    entries: await entriesFrom(db, shown),
    withdrawn: before === null ? around.withdrawn : [],
    window: { limit: length, before, next },
  }
}
