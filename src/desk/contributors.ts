// The readers who write. Their address is shown to staff beside their email and never published.
import type { Db } from '../store/index.ts'
import { type Note, notesOf } from './notes.ts'

export type Contributor = {
  id: string
  /** Emails from this address, this one among them. */
  written: number
  /** Of those, how many are on a live page now. */
  published: number
  /** Those of their entries that are live, or about to be, the last first; at most five. */
  entries: { id: string; number: number; line: string; slug: string }[]
  /** Names that stood beside the address in earlier emails, the last first; at most three. */
  earlierNames: string[]
  /** What the staff noted, the last first. */
  notes: Note[]
  /** The email before this one. */
  last: { number: number; receivedAt: number } | null
}

/** What we know of a contributor, seen from one of their emails. */
export async function contributorOf(db: Db, id: string, number: number): Promise<Contributor> {
  const { written } = await db
    .selectFrom('submission')
    .select(eb => eb.fn.countAll<number>().as('written'))
    .where('contributor_id', '=', id)
    .executeTakeFirstOrThrow()
  const { published } = await db
    .selectFrom('submission')
    .innerJoin('entry', 'entry.submission_number', 'submission.number')
    .select(eb => eb.fn.countAll<number>().as('published'))
    .where('submission.contributor_id', '=', id)
    .where('entry.state', '=', 'live')
    .executeTakeFirstOrThrow()
  const last = await db
    .selectFrom('submission')
    .select(['number', 'received_at'])
    .where('contributor_id', '=', id)
    .where('number', '<', number)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const entries = await db
    .selectFrom('submission')
    .innerJoin('entry', 'entry.submission_number', 'submission.number')
    .innerJoin('story', 'story.id', 'entry.story_id')
    .innerJoin('revision', join =>
      join.onRef('revision.entry_id', '=', 'entry.id').onRef('revision.revision', '=', 'entry.revision'),
    )
    .select(['entry.id', 'submission.number', 'revision.line', 'story.slug'])
    .where('submission.contributor_id', '=', id)
    .where('submission.number', '!=', number)
    .where('entry.state', 'in', ['live', 'scheduled'])
    .orderBy('submission.number', 'desc')
    .limit(5)
    .execute()
  const named = await db
    .selectFrom('submission')
    .select('from_name')
    .where('contributor_id', '=', id)
    .where('number', '<', number)
    .where('from_name', '!=', '')
    .orderBy('number', 'desc')
    .limit(50)
    .execute()
  const earlierNames = [...new Set(named.map(row => row.from_name))].slice(0, 3)
  return {
    id,
    entries,
    notes: await notesOf(db, id),
    earlierNames,
    written,
    published,
    last: last ? { number: last.number, receivedAt: last.received_at } : null,
  }
}
