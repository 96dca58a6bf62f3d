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

export async function removeFromIndex(trx: Trx, number: number): Promise<void> {
  await sql`delete from search where rowid = ${number}`.execute(trx)
}

/** A person's words as an FTS5 query: each word quoted, all of them wanted, the last one as a beginning. */
export function matchExpression(query: string): string {
  const words = query.slice(0, 200).match(/[\p{L}\p{N}]+/gu) ?? []
  return words.map((word, at) => `"${word}"${at === words.length - 1 ? '*' : ''}`).join(' ')
}

/** Numbers of the submissions that hold every word, newest first, below `before`, at most `limit`. */
export async function searchNumbers(db: Db, query: string, limit: number, before = Number.MAX_SAFE_INTEGER) {
  const match = matchExpression(query)
  if (match === '') return []
  const found = await sql<{ number: number }>`select rowid as number from search
    where search match ${match} and rowid < ${before} order by rowid desc limit ${limit}`.execute(db)
  return found.rows.map(row => row.number)
}
