// changes.json: what happened to a story's entries, in the story's own gap-free sequence, withdrawals among them.
import type { Db, FeedChangeType, Row } from '../store/index.ts'
import { type Feed, tagOf } from './feed.ts'
import { toJson } from './json.ts'
import { jsonItem } from './json-feed.ts'
import type { FeedEntry } from './public-entry.ts'
import { entriesFrom, liveRows } from './public-rows.ts'

export type Change = { seq: number; type: FeedChangeType; id: string; revision: number; at: number }

export type Changes = {
  items: (Change & { entry: FeedEntry | null })[]
  /** What to ask for next as `since`. */
  next: number
}

/** The most that one answer holds. */
export const mostChanges = 500

export const readChanges = (db: Db, storyId: string, since: number, limit = mostChanges): Promise<Change[]> =>
  db
    .selectFrom('feed_change')
    .select(['seq', 'type', 'entry_id as id', 'revision', 'at'])
    .where('story_id', '=', storyId)
    .where('seq', '>', since)
    .orderBy('seq')
    .limit(limit)
    .execute()

/**
 * The changes after number `since`. An item carries the entry as it stands now, and only while it is live: a consumer
 * that reads late never gets words that were withdrawn or corrected in the meantime.
 */
export async function readChangesWithEntries(
  db: Db,
  story: Pick<Row<'story'>, 'id'>,
  since: number,
  limit = mostChanges,
): Promise<Changes> {
  const items = await readChanges(db, story.id, since, limit)
  const ids = [...new Set(items.map(item => item.id))]
  const rows = ids.length === 0 ? [] : await liveRows(db, story.id).where('entry.id', 'in', ids).execute()
  const live = new Map((await entriesFrom(db, rows)).map(entry => [entry.id, entry]))
  return {
    items: items.map(item => ({ ...item, entry: item.type === 'withdrawn' ? null : (live.get(item.id) ?? null) })),
    next: items.at(-1)?.seq ?? since,
  }
}

/** `{items:[{seq,type,id,revision,entry?}],next}`; ids are the permanent ones, entries have the form of JSON Feed. */
export const changesJson = (feed: Feed, changes: Changes): string =>
  toJson({
    items: changes.items.map(({ seq, type, id, revision, entry }) => ({
      seq,
      type,
      id: tagOf(feed, 'entry', id),
      revision,
      entry: entry ? jsonItem(feed, entry) : undefined,
    })),
    next: changes.next,
  })
