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
