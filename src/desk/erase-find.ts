// Which emails are a person's: by contributor, by sender, and, where no machine has read them yet, by their own header.
import type { Keys } from '../secret.ts'
import { type Db, decompress, type Erasure, type Trx } from '../store/index.ts'

export type Found = {
  numbers: number[]
  contributors: string[]
  entries: { id: string; submission: number; state: 'scheduled' | 'live' | 'withdrawn' }[]
}

/** Everything from `address` (lower case), with the emails in `unread` added. */
export async function findByAddress(db: Db | Trx, address: string, unread: number[]): Promise<Found> {
  const contributors = await db.selectFrom('contributor').select('id').where('address', '=', address).execute()
  const ids = contributors.map(row => row.id)
  const rows = await db
    .selectFrom('submission')
    .select('number')
    .where(eb =>
      eb.or([
        eb('contributor_id', 'in', ids),
        eb(eb.fn<string>('lower', ['from_address']), '=', address),
        eb('number', 'in', unread),
      ]),
    )
    .where('stage', '!=', 'erased')
    .orderBy('number')
    .execute()
  return withEntries(
    db,
    rows.map(row => row.number),
    ids,
  )
}

/** The emails that a log of erasures names, in a database that does not know of them (an older copy). */
export async function findByFingerprint(db: Db, keys: Keys, log: Erasure[]): Promise<Map<number, Erasure>> {
  const erasures = new Map(log.map(each => [each.fingerprint, each]))
  const found = new Map<number, Erasure>()
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('submission')
      .innerJoin('raw', 'raw.id', 'submission.raw_id')
      .select(['submission.number', 'raw.sha256'])
      .where('submission.number', '>', after)
      .orderBy('submission.number')
      .limit(5000)
      .execute()
    for (const row of rows) {
      const erasure = erasures.get(keys.fingerprint(row.sha256))
      if (erasure) found.set(row.number, erasure)
    }
    if (rows.length === 0) return found
    after = rows.at(-1)!.number
  }
}

/** The contributors of these emails who have no other, and the entries made of them. */
export async function findByNumbers(db: Db | Trx, numbers: number[]): Promise<Found> {
  const rows = await db
    .selectFrom('submission')
    .select('contributor_id as id')
    .distinct()
    .where('number', 'in', numbers)
    .where('contributor_id', 'is not', null)
    .where('contributor_id', 'not in', eb =>
      eb
        .selectFrom('submission')
        .select('contributor_id')
        .where('contributor_id', 'is not', null)
        .where('number', 'not in', numbers)
        .$castTo<{ contributor_id: string }>(),
    )
    .execute()
  return withEntries(
    db,
    numbers,
    rows.map(row => row.id!),
  )
}

/** Emails whose sender is not known (waiting for the reader, parked, or odd) and whose own header names the address. */
export async function findUnread(db: Db, address: string): Promise<number[]> {
  const found: number[] = []
  for (let after = 0; ; ) {
    const row = await db
      .selectFrom('submission')
      .innerJoin('raw', 'raw.id', 'submission.raw_id')
      .select(['submission.number', 'raw.bytes'])
      .where('submission.number', '>', after)
      .where(eb => eb.or([eb('stage', 'in', ['received', 'parked']), eb('from_address', '=', '')]))
      .orderBy('submission.number')
      .limit(1)
      .executeTakeFirst()
    if (!row) return found
    if (senderHeaders(decompress(row.bytes)).includes(address)) found.push(row.number)
    after = row.number
  }
}

/** The From, Sender and Reply-To fields of a message (RFC 5322 section 3.6.2), unfolded, lower case. */
function senderHeaders(raw: Uint8Array): string {
  const head = Buffer.from(raw.subarray(0, 256 * 1024)).toString('latin1')
  const fields = head.split(/\r?\n\r?\n/, 1)[0]!.replace(/\r?\n[ \t]+/g, ' ')
  return (fields.match(/^(from|sender|reply-to)\s*:.*$/gim) ?? []).join('\n').toLowerCase()
}

/**
 * With every entry ever made of these emails. The log is asked, not the entry: one that stayed behind as another story's
 * tombstone no longer names its email, but still holds the reader's words.
 */
async function withEntries(db: Db | Trx, numbers: number[], contributors: string[]): Promise<Found> {
  const rows = await db
    .selectFrom('event')
    .innerJoin('entry', 'entry.id', 'event.entry_id')
    .select(['entry.id', 'event.submission_number', 'entry.state'])
    .distinct()
    .where('event.submission_number', 'in', numbers)
    .orderBy('entry.id')
    .execute()
  const entries = rows.map(row => ({ id: row.id, submission: row.submission_number!, state: row.state }))
  return { numbers, contributors, entries }
}
