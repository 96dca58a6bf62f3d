// Reads a story's feed from the rows: same rows, same feed.
import { type Db, type Row, readInstallation } from '../store/index.ts'
import { type Feed, feedLength, type KeyPoint, storyFrom, type Tombstone, tombstoneLife } from './feed.ts'
import { type FeedEntry, keyPointOf } from './public-entry.ts'
import { arrangedRows, entriesFrom, liveRows } from './public-rows.ts'

/** The story at a public address: itself, the slug it has moved to, or null. */
export async function findPublicStory(
  db: Db,
  slug: string,
): Promise<{ story: Row<'story'> } | { moved: string } | null> {
  const story = await db
    .selectFrom('story')
    .selectAll()
    .where('slug', '=', slug)
    .where('merged_at', 'is', null)
    .executeTakeFirst()
  if (story) return { story }
  const old = await db
    .selectFrom('story_slug')
    .innerJoin('story', 'story.id', 'story_slug.story_id')
    .select('story.slug')
    .where('story_slug.slug', '=', slug)
    .executeTakeFirst()
  return old ? { moved: old.slug } : null
}

/** A story's feed with its newest `length` entries, as readers may see it. */
export async function readFeed(db: Db, story: Row<'story'>, baseUrl: string, length = feedLength): Promise<Feed> {
  const { newsroom, language, tagAuthority, tagDate } = await readInstallation(db)
  const last = await db
    .selectFrom('feed_change')
    .select('at')
    .where('story_id', '=', story.id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const updatedAt = last?.at ?? story.created_at
  const entries = await entriesFrom(db, await liveRows(db, story.id).limit(length).execute())
  return {
    newsroom,
    language,
    tagAuthority,
    tagDate,
    baseUrl,
    hubs: await readHubs(db, story.id),
    story: storyFrom(story, await readKeyPoints(db, story.id)),
    seq: story.feed_seq,
    updatedAt,
    entries,
    late: length === 0 ? [] : await readLate(db, story, entries),
    pins: await entriesFrom(db, await arrangedRows(db, story.id).where('entry.pinned', '=', 1).execute()),
    arranged: await entriesFrom(db, await arrangedRows(db, story.id).limit(length).execute()),
    withdrawn: await readTombstones(db, story.id, updatedAt - tombstoneLife),
    window: null,
    archive: { number: null, previous: (await newestArchive(db, story.id)) || null, next: null },
  }
}

/** At most so many key points stand at the top. */
export const mostKeyPoints = 6

/** The lines that staff wrote, then those of entries, the newest first: withdrawn or corrected, an entry's follows it. */
async function readKeyPoints(db: Db, storyId: string): Promise<KeyPoint[]> {
  const typed = await db
    .selectFrom('key_point')
    .select('text')
    .where('story_id', '=', storyId)
    .orderBy('position')
    .execute()
  const rows = await liveRows(db, storyId).where('entry.key_point', '=', 1).limit(mostKeyPoints).execute()
  return [
    ...typed.map(({ text }) => ({ text, entryId: null })),
    ...rows.map(row => ({ text: keyPointOf(row), entryId: row.id })),
  ].slice(0, mostKeyPoints)
}

/** The hubs of a story's feeds (WebSub section 4), those of every story among them. */
async function readHubs(db: Db, storyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('webhook')
    .select('url')
    .where('kind', '=', 'hub')
    .where(hub => hub.or([hub('story_id', 'is', null), hub('story_id', '=', storyId)]))
    .orderBy('name')
    .execute()
  return rows.map(row => row.url)
}

/** Live entries older than these that the last changes were about. */
async function readLate(db: Db, story: Row<'story'>, entries: FeedEntry[]): Promise<FeedEntry[]> {
  const oldest = entries.at(-1)?.publishedAt ?? 0
  const rows = await liveRows(db, story.id)
    .where('entry.published_at', '<', oldest)
    .where('entry.id', 'in', changed =>
      changed
        .selectFrom('feed_change')
        .select('entry_id')
        .where('story_id', '=', story.id)
        .where('seq', '>', story.feed_seq - feedLength),
    )
    .execute()
  return entriesFrom(db, rows)
}

/** The number of the newest archive of a story; 0 when there is none yet. */
export async function newestArchive(db: Db, storyId: string): Promise<number> {
  const last = await db
    .selectFrom('entry')
    .select('ordinal')
    .where('story_id', '=', storyId)
    .where('ordinal', 'is not', null)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
  return Math.floor((last?.ordinal ?? 0) / feedLength)
}

/** One entry at its permanent address: live, withdrawn, or null when readers never saw it. */
export async function readPublicEntry(
  db: Db,
  storyId: string,
  id: string,
): Promise<{ entry: FeedEntry } | { withdrawnAt: number } | null> {
  const row = await liveRows(db, storyId).where('entry.id', '=', id).executeTakeFirst()
  if (row) return { entry: (await entriesFrom(db, [row]))[0]! }
  const gone = await db
    .selectFrom('entry')
    .select('withdrawn_at')
    .where('id', '=', id)
    .where('story_id', '=', storyId)
    .where('published_at', 'is not', null)
    .executeTakeFirst()
  return gone ? { withdrawnAt: gone.withdrawn_at ?? 0 } : null
}

/** Once published entries that are not live now, also those approved again and still in their grace. */
async function readTombstones(db: Db, storyId: string, since: number): Promise<Tombstone[]> {
  const rows = await db
    .selectFrom('entry')
    .select(['id', 'revision', 'published_at', 'withdrawn_at', 'page_at'])
    .where('story_id', '=', storyId)
    .where('state', '!=', 'live')
    .where('published_at', 'is not', null)
    .where('withdrawn_at', '>=', since)
    .orderBy('withdrawn_at', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    revision: row.revision,
    publishedAt: row.published_at ?? 0,
    withdrawnAt: row.withdrawn_at ?? 0,
    pageAt: row.page_at ?? row.published_at ?? 0,
  }))
}
