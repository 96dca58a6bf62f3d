// A story's whole record: every entry that readers ever saw, oldest first, as they may see it now.
import type { Db } from '../store/index.ts'

/** A withdrawn entry keeps its times and loses its words, as in every feed. Times are epoch milliseconds. */
export type Archived = {
  id: string
  state: 'live' | 'withdrawn'
  revision: number
  publishedAt: number
  amendedAt: number | null
  withdrawnAt: number | null
  name: string
  place: string
  verb: string
  line: string
  text: string
}

export async function readArchive(db: Db, storyId: string): Promise<Archived[]> {
  const rows = await db
    .selectFrom('entry')
    .innerJoin('revision', join =>
      join.onRef('revision.entry_id', '=', 'entry.id').onRef('revision.revision', '=', 'entry.revision'),
    )
    .select(['entry.id', 'state', 'entry.revision', 'published_at', 'updated_at', 'withdrawn_at'])
    .select(['name', 'place', 'verb', 'line', 'text'])
    .where('story_id', '=', storyId)
    .where('published_at', 'is not', null)
    .orderBy('published_at')
    .orderBy('entry.id')
    .execute()
  return rows.map(row => {
    const live = row.state === 'live'
    const words = live ? row : { name: '', place: '', verb: '', line: '', text: '' }
    return {
      id: row.id,
      state: live ? 'live' : 'withdrawn',
      revision: row.revision,
      publishedAt: row.published_at!,
      amendedAt: row.updated_at,
      withdrawnAt: row.withdrawn_at,
      name: words.name,
      place: words.place,
      verb: words.verb,
      line: words.line,
      text: words.text,
    }
  })
}
