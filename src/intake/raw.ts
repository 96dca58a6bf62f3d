// The bytes of a message as they came, by the number of its submission.
import { type Db, decompress } from '../store/index.ts'

/** The bytes of a submission's message; null when there is no such submission or its bytes are gone. */
export async function rawOf(context: { db: Db }, number: number): Promise<Uint8Array | null> {
  const row = await context.db
    .selectFrom('submission')
    .innerJoin('raw', 'raw.id', 'submission.raw_id')
    .select('raw.bytes')
    .where('submission.number', '=', number)
    .executeTakeFirst()
  return row ? decompress(row.bytes) : null
}
