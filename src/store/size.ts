// How large the database is, as the engine itself counts.
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Bytes of the database file, also of one in memory. */
export async function databaseSize(db: Db): Promise<number> {
  const { rows } = await sql<{
    bytes: number
  }>`select page_count * page_size as bytes from pragma_page_count, pragma_page_size`.execute(db)
  return rows[0]!.bytes
}
