// What an erasure needs of the engine: answers that pass by, deleted words in the index, pages in the write-ahead log.
import { sql } from 'kysely'
import type { Db, Trx } from './database.ts'

/** Removes answers kept for repeated requests and sentences waiting for a next page that may hold a reader's words. */
export async function forgetPassing(
  trx: Trx,
  about: { numbers: number[]; entryIds: string[]; address: string },
): Promise<{ answers: number; sentences: number }> {
  const marks = [
    ...about.numbers.flatMap(number => [`"number":${number},`, `"number":${number}}`]),
    ...about.entryIds,
    ...(about.address === '' ? [] : [about.address]),
  ]
  let answers = 0n
  for (const mark of marks) {
    const gone = await trx
      .deleteFrom('idempotency')
      .where(sql<number>`instr(lower(answer), ${mark})`, '>', 0)
      .executeTakeFirst()
    answers += gone.numDeletedRows
  }
  const sentences = await trx
    .updateTable('session')
    .set({ data: sql<string>`json_remove(data, '$.flash')` })
    .where(sql`json_extract(data, '$.flash')`, 'is not', null)
    .executeTakeFirst()
  return { answers: Number(answers), sentences: Number(sentences.numUpdatedRows) }
}

/** Numbers of submissions that hold the address somewhere in what was read from them. */
export async function submissionsNaming(db: Db, address: string): Promise<number[]> {
  const found = await sql<{ number: number }>`select number from submission
    where instr(lower(original), ${address}) or instr(lower(subject), ${address}) or instr(lower(to_address), ${address})
      or instr(lower(from_name), ${address}) or instr(lower(from_address), ${address})
    order by number`.execute(db)
  return found.rows.map(row => row.number)
}

/** Ids of entries that hold the address in any revision. */
export async function entriesNaming(db: Db, address: string): Promise<string[]> {
  const found = await sql<{ id: string }>`select distinct entry_id as id from revision
    where instr(lower(text), ${address}) or instr(lower(line), ${address})`.execute(db)
  return found.rows.map(row => row.id)
}

/**
 * Makes deletions final: merges the search index until no segment holds a deleted word, and empties the write-ahead
 * log into the database, whose freed pages `secure_delete` has zeroed. False when a reader of another process held the
 * log for too long; then it empties with that process's next checkpoint.
 */
export async function purgeDeleted(db: Db): Promise<boolean> {
  await mergeIndex(db)
  for (let attempt = 0; attempt < 3; attempt++) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)
    if (rows[0]?.busy === 0) return true
  }
  return false
}

/** In steps, as the documentation of FTS5 asks ("The 'merge' command"): a whole optimisation would hold every page up. */
async function mergeIndex(db: Db): Promise<void> {
  await sql`insert into search (search, rank) values ('merge', -500)`.execute(db)
  for (;;) {
    const before = await changes(db)
    await sql`insert into search (search, rank) values ('merge', 500)`.execute(db)
    if ((await changes(db)) - before < 2) return
    await new Promise(resolve => setImmediate(resolve))
  }
}

async function changes(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select total_changes() as n`.execute(db)
  return rows[0]!.n
}
