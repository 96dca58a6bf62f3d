// Many rows in one prepared statement, without the query builder: building 50 rows of 10 columns node by node costs more
// than writing them, and a burst of mail does nothing else.
import { CompiledQuery } from 'kysely'
import type { Trx } from './database.ts'
import type { NewRow, Schema } from './schema.ts'

type Tail = {
  /** What follows the rows: `on conflict …`, `returning …`. Written here in the code, never made of data. */
  tail?: string
}

/**
 * Inserts `rows`, whose values stand in the order of `columns`; answers what `tail` returns. The text depends on the
 * number of rows alone, so that equal batches share one prepared statement.
 */
export async function insertRows<Table extends keyof Schema, Answer = unknown>(
  trx: Trx,
  table: Table,
  columns: readonly (keyof NewRow<Table> & string)[],
  rows: readonly (readonly unknown[])[],
  { tail = '' }: Tail = {},
): Promise<Answer[]> {
  if (rows.length === 0) return []
  const marks = `(${columns.map(() => '?').join(', ')})`
  const text = `insert into "${table}" ("${columns.join('", "')}") values ${rows.map(() => marks).join(', ')} ${tail}`
  const { rows: answer } = await trx.executeQuery(CompiledQuery.raw(text, rows.flat()))
  return answer as Answer[]
}
