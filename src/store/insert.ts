// Many rows in one prepared statement, without the query builder: building 50 rows of 10 columns node by node costs more
// than writing them, and a burst of mail does nothing else.
import { CompiledQuery } from 'kysely'
import type { Trx } from './database.ts'
import type { NewRow, Schema } from './schema.ts'

/** More would not be quicker, and every number of rows is a statement of its own to be prepared and remembered. */
const rowsAtOnce = 50

type Tail = {
  /** What follows the rows: `on conflict …`, `returning …`. Written here in the code, never made of data. */
  tail?: string
}

/**
 * Inserts `rows`, whose values stand in the order of `columns`; answers what `tail` returns.
 */
export async function insertRows<Table extends keyof Schema, Answer = unknown>(
  trx: Trx,
  table: Table,
  columns: readonly (keyof NewRow<Table> & string)[],
  rows: readonly (readonly unknown[])[],
  { tail = '' }: Tail = {},
): Promise<Answer[]> {
  const marks = `(${columns.map(() => '?').join(', ')})`
  const answers: Answer[] = []
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const some = rows.slice(start, start + rowsAtOnce)
    const text = `insert into "${table}" ("${columns.join('", "')}") values ${some.map(() => marks).join(', ')} ${tail}`
    const { rows: answer } = await trx.executeQuery(CompiledQuery.raw(text, some.flat()))
    answers.push(...(answer as Answer[]))
  }
  return answers
}
