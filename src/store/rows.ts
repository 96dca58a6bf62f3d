// Whole tables, read row by row at one moment of the database's history, while others write.
import type { Store } from './database.ts'
import type { Schema } from './schema.ts'

/** Everything read inside `work` is of one moment; writers are not held up. `work` must not write. */
export async function atOneMoment<Result>(store: Store, work: () => Promise<Result>): Promise<Result> {
  store.engine.exec('begin')
  try {
    return await work()
  } finally {
    store.engine.exec('rollback')
  }
}

/** Rows of a table in the order of its first columns, as plain objects. Holds one row at a time. */
export function* rowsOf<Table extends keyof Schema & string>(
  store: Store,
  table: Table,
  columns: readonly string[],
): Generator<Record<string, unknown>> {
  const names = columns.map(name => `"${name}"`)
  const query = `select ${names.join(', ')} from "${table}" order by ${names.slice(0, 2).join(', ')}`
  yield* store.engine.prepare(query).iterate() as IterableIterator<Record<string, unknown>>
}

/**
 * Puts rows into an empty table, as they are; `more` fills columns that they do not have. Inside `asOneMove`, so that
 * rows may point to others that come later.
 */
export async function putRows(
  { engine }: Store,
  table: keyof Schema & string,
  rows: AsyncIterable<Record<string, unknown>>,
  more: Record<string, unknown> = {},
): Promise<number> {
  let count = 0
  // What a trigger made of an earlier table comes again with its own.
  engine.prepare(`delete from "${table}"`).run()
  for await (const row of rows) {
    const whole = { ...row, ...more }
    const names = Object.keys(whole)
    engine
      .prepare(`insert into "${table}" (${names.map(name => `"${name}"`).join(', ')}) values (${names.map(() => '?')})`)
      .run(Object.values(whole))
    count++
  }
  return count
}

/** All of `work` or nothing; what rows point to is asked for at the end. */
export async function asOneMove<Result>({ engine }: Store, work: () => Promise<Result>): Promise<Result> {
  engine.exec('begin immediate')
  try {
    engine.pragma('defer_foreign_keys = on')
    const result = await work()
    engine.exec('commit')
    return result
  } catch (error) {
    if (engine.inTransaction) engine.exec('rollback')
    throw error
  }
}
