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

/** A word as it may stand in a text: with its plain English plural, or without it. */
export function formsOf(word: string): string[] {
  const lower = word.toLowerCase()
  if (!/^\p{L}{3,}$/u.test(lower)) return [lower]
  if (/(?:[sxz]|[cs]h)es$/.test(lower)) return [lower, lower.slice(0, -2), lower.slice(0, -1)]
  if (/[^aeiou]ies$/.test(lower)) return [lower, `${lower.slice(0, -3)}y`]
  if (/[aiou]s$/.test(lower)) return [lower, lower.slice(0, -1), `${lower}es`]
  if (/[^s]s$/.test(lower)) return [lower, lower.slice(0, -1)]
  if (/(?:[sxz]|[cs]h)$/.test(lower)) return [lower, `${lower}es`]
  if (/[^aeiou]y$/.test(lower)) return [lower, `${lower.slice(0, -1)}ies`]
  return [lower, `${lower}s`]
}

/** The words of a search; signs between them do not count. */
export const wordsIn = (query: string): string[] => query.slice(0, 200).match(/[\p{L}\p{N}]+/gu) ?? []

const anyOf = (word: string) =>
  `(${formsOf(word)
    .map(form => `"${form}"`)
    .join(' OR ')})`

/**
 * A person's words as an FTS5 query: all of them wanted, each in any of its forms. The last one may be a beginning, but
 * only where no email holds it as a word: a beginning costs as much as all emails that hold any of its words, a word as
 * much as those that are shown.
 */
async function matchExpression(db: Db, query: string): Promise<string> {
  const words = wordsIn(query)
  const last = words.at(-1)
  if (last === undefined) return ''
  const { rows } = await sql`select 1 from search where search match ${anyOf(last)} limit 1`.execute(db)
  return [...words.slice(0, -1).map(anyOf), rows.length > 0 ? anyOf(last) : `"${last}"*`].join(' AND ')
}

/**
 * The submissions that hold every word, as a query to be narrowed: newest first by number, all below `before`. Rows
 * stream out of the index in that order, so a window ends as soon as it is full. Null: there is no word to look for.
 */
export async function searchSubmissions(db: Db, query: string, before = Number.MAX_SAFE_INTEGER) {
  const match = await matchExpression(db, query)
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
  const found = await searchSubmissions(db, query, before)
  const rows = await found?.select('submission.number').limit(limit).execute()
  return rows?.map(row => row.number) ?? []
}
