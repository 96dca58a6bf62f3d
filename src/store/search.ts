// Full-text search: FTS5, newest first by the integer key. The only place that writes its SQL.
import { sql } from 'kysely'
import type { Db, Trx } from './database.ts'

export type SearchText = { subject: string; original: string; published: string; sender: string }

/** Puts a submission's words into the index, in place of what was there. */
export async function indexSubmission(trx: Trx, number: number, text: SearchText): Promise<void> {
  await removeFromIndex(trx, number)
  await sql`insert into search (rowid, subject, original, published, sender)
    values (${number}, ${text.subject}, ${text.original}, ${text.published}, ${text.sender})`.execute(trx)
}

/** Puts the words an entry was published with beside its email's own; '' when it is published no more. */
export async function indexPublished(trx: Trx, number: number, published: string): Promise<void> {
  const row = await trx
    .selectFrom('submission')
    .select(['subject', 'original', 'from_name', 'from_address'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  const { subject, original } = row
  await indexSubmission(trx, number, { subject, original, published, sender: `${row.from_name} ${row.from_address}` })
}

export async function removeFromIndex(trx: Trx, number: number): Promise<void> {
  await sql`delete from search where rowid = ${number}`.execute(trx)
}

/** A person's words as an FTS5 query: each word quoted, all of them wanted, the last one as a beginning. */
export function matchExpression(query: string): string {
  const words = query.slice(0, 200).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`).join(' ')
}

/**
 * The submissions that hold every word, as a query to be narrowed: newest first by number, all below `before`. Rows
 * stream out of the index in that order, so a window ends as soon as it is full. Null: there is no word to look for.
 */
export function searchSubmissions(db: Db, query: string, before = Number.MAX_SAFE_INTEGER) {
  const match = matchExpression(query)
  if (match === '') return null
  const found = sql<{
    hit: number
  }>`(select rowid as hit from search where search match ${match} and rowid < ${before})`
  return db
    .selectFrom(found.as('found'))
    .innerJoin('submission', 'submission.number', 'found.hit')
    .orderBy('found.hit', 'desc')
}

/** Numbers of the submissions that hold every word, newest first, below `before`, at most `limit`. */
export async function searchNumbers(db: Db, query: string, limit: number, before = Number.MAX_SAFE_INTEGER) {
  const rows = await searchSubmissions(db, query, before)?.select('submission.number').limit(limit).execute()
  return rows?.map(row => row.number) ?? []
}
