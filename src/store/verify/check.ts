// What a check of the stored data is: a question, and the faults it finds in words.
import type { Keys } from '../../secret.ts'
import type { Store } from '../database.ts'

/** `found`: what was looked at, in words. `faults`: a sentence each; none when all is well. */
export type Answer = { found: string; faults: string[] }

export type DataCheck = { name: string; look: (store: Store, keys: Keys | null) => Promise<Answer> | Answer }

/** More of one kind of fault than this are counted, not listed. */
const listed = 10

/** Rows of a query that must answer none, each as a sentence. */
export function rowsThatShouldNotBe<Row>(store: Store, query: string, words: (row: Row) => string): string[] {
  const rows = store.engine.prepare(query).all() as Row[]
  const sentences = rows.slice(0, listed).map(words)
  return rows.length > listed ? [...sentences, `and ${rows.length - listed} more of the same`] : sentences
}

export function countOf(store: Store, query: string): number {
  return (store.engine.prepare(query).get() as { n: number }).n
}
