// Reads a story's feed from the rows: same rows, same feed.
import { type Db, type Row, readInstallation } from '../store/index.ts'
import { entryFrom, type Feed, type FeedEntry, feedLength, storyFrom, type Tombstone, tombstoneLife } from './feed.ts'

/** The story at a public address: itself, the slug it has moved to, or null. */
export async function findPublicStory(
  db: Db,
  slug: string,
): Promise<{ story: Row<'story'> } | { moved: string } | null> {
  const story = await db.selectFrom('story').selectAll().where('slug', '=', slug).executeTakeFirst()
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
  const points = await db
    .selectFrom('key_point')
    .select('text')
    .where('story_id', '=', story.id)
    .orderBy('position')
    .execute()
  const last = await db
    .selectFrom('feed_change')
    .select('at')
    .where('story_id', '=', story.id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const updatedAt = last?.at ?? story.created_at
  return {
    newsroom,
    language,
    tagAuthority,
    tagDate,
    baseUrl,
    story: storyFrom(
      story,
      points.map(point => point.text),
    ),
    seq: story.feed_seq,
    updatedAt,
    entries: (await liveRows(db, story.id).limit(length).execute()).map(entryFrom),
    pins: (await liveRows(db, story.id).where('entry.pinned', '=', 1).execute()).map(entryFrom),
    withdrawn: await readTombstones(db, story.id, updatedAt - tombstoneLife),
  }
}

/** One entry at its permanent address: live, withdrawn, or null when readers never saw it. */
export async function readPublicEntry(
  db: Db,
  storyId: string,
  id: string,
): Promise<{ entry: FeedEntry } | { withdrawnAt: number } | null> {
  const row = await liveRows(db, storyId).where('entry.id', '=', id).executeTakeFirst()
  if (row) return { entry: entryFrom(row) }
  const gone = await db
    .selectFrom('entry')
    .select('withdrawn_at')
    .where('id', '=', id)
    .where('story_id', '=', storyId)
    .where('published_at', 'is not', null)
    .executeTakeFirst()
  return gone ? { withdrawnAt: gone.withdrawn_at ?? 0 } : null
}

/** Live entries with their current words, newest first; the order is total, since no two share a moment. */
export const liveRows = (db: Db, storyId: string) =>
  db
    .selectFrom('entry')
    .innerJoin('revision', join =>
      join.onRef('revision.entry_id', '=', 'entry.id').onRef('revision.revision', '=', 'entry.revision'),
    )
    .select([
      'entry.id',
      'entry.revision',
      'entry.published_at',
      'entry.updated_at',
      'entry.pinned',
      'revision.line',
      'revision.name',
      'revision.place',
      'revision.verb',
      'revision.text',
    ])
    .where('entry.story_id', '=', storyId)
    .where('entry.state', '=', 'live')
    .orderBy('entry.published_at', 'desc')

/** Once published entries that are not live now, also those approved again and still in their grace. */
async function readTombstones(db: Db, storyId: string, since: number): Promise<Tombstone[]> {
  const rows = await db
    .selectFrom('entry')
    .select(['id', 'revision', 'published_at', 'withdrawn_at'])
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
  }))
}
