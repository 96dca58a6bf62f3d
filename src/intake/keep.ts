// Transaction A: the bytes of messages, their place in the ledger and a submission each become durable, all or none.
// Nothing is said to the mail server before this has been committed.
import { newId } from '../id.ts'
import {
  appendEvents,
  type Context,
  checkFence,
  commit,
  compress,
  identityOf,
  type Lease,
  type NewRow,
  type Outcome,
  type Trx,
} from '../store/index.ts'
import { breathe } from './waiting.ts'

export type Source =
  | { kind: 'mailbox'; mailboxId: string; uidvalidity: number }
  /** A file on disk: the story is known, and there is no UID to account for. */
  | { kind: 'import'; storyId: string | null }

export type Keeping = {
  source: Source
  /** Of the mailbox: a process that lost it writes nothing. */
  lease?: Lease
  /** HMAC under the installation's key, by which erased messages are known. */
  fingerprint: (sha256: string) => string
}

/** `size` is what the server told; `raw` is all of it when `whole`. `internalDate` in epoch milliseconds, 0: unknown. */
export type Arrival = { uid?: number; size: number; internalDate: number; raw: Uint8Array; whole: boolean }

/** `pending`: new, to be read. `submissions`: the numbers given to them. */
export type Kept = { pending: number; duplicate: number; erased: number; submissions: number[] }

/** `id` names the bytes, and the submission too: they come and are known together. */
type Prepared = Arrival & { sha: string; packed: Uint8Array; id: string }
type Place = { outcome: Outcome; rawId: string | null; number: number | null }

/** Keeps up to some fifty messages in one durable commit. Messages already kept are noted as duplicates. */
export async function keepMessages(context: Context, keeping: Keeping, arrivals: Arrival[]): Promise<Kept> {
  const now = context.now()
  const prepared = await prepare(arrivals, now)
  return await commit(context, async trx => {
    if (keeping.lease) await checkFence(trx, keeping.lease)
    const places = await knownPlaces(trx, keeping, prepared)
    const fresh = prepared.filter(each => {
      if (places.has(each.sha)) return false
      places.set(each.sha, { outcome: 'pending', rawId: each.id, number: null })
      return true
    })
    const submissions = await insertFresh(trx, { keeping, fresh, places, now })
    const kept: Kept = { pending: fresh.length, duplicate: 0, erased: 0, submissions }
    for (const each of prepared) {
      if (fresh.includes(each)) continue
      if (places.get(each.sha)!.outcome === 'erased') kept.erased++
      else kept.duplicate++
    }
    await writeLedger(trx, keeping.source, prepared, { places, fresh: new Set(fresh), now })
    return kept
  })
}

/** Fingerprint and compression, letting others have the thread after every half megabyte. */
async function prepare(arrivals: Arrival[], now: number): Promise<Prepared[]> {
  const prepared: Prepared[] = []
  let bytes = 0
  for (const arrival of arrivals) {
    const { raw, whole, size } = arrival
    prepared.push({ ...arrival, sha: identityOf(raw, whole, size), packed: compress(raw), id: newId(now) })
    bytes += raw.length
    if (bytes < 512 * 1024) continue
    bytes = 0
    await breathe()
  }
  return prepared
}

/** Where messages with these bytes already are: with a submission, or erased and not to come back. */
async function knownPlaces(trx: Trx, keeping: Keeping, prepared: Prepared[]): Promise<Map<string, Place>> {
  const places = new Map<string, Place>()
  const shas = [...new Set(prepared.map(each => each.sha))]
  for (const sha of await erasedAmong(trx, keeping, shas))
    places.set(sha, { outcome: 'erased', rawId: null, number: null })
  const rows = await trx
    .selectFrom('raw')
    .leftJoin('submission', 'submission.raw_id', 'raw.id')
    .select(['raw.sha256', 'raw.id', 'submission.number'])
    .where('raw.sha256', 'in', shas)
    .execute()
  for (const row of rows) places.set(row.sha256, { outcome: 'duplicate', rawId: row.id, number: row.number })
  return places
}

async function erasedAmong(trx: Trx, { fingerprint }: Keeping, shas: string[]): Promise<string[]> {
  // Most installations have erased nobody, and a fingerprint costs as much as the rest of a message's way in.
  const none = async (table: 'erasure' | 'cleared') =>
    (await trx.selectFrom(table).select('at').limit(1).executeTakeFirst()) === undefined
  if ((await none('erasure')) && (await none('cleared'))) return []
  const marks = new Map(shas.map(sha => [fingerprint(sha), sha]))
  const rows = await trx
    .selectFrom('erasure')
    .select('fingerprint')
    .where('fingerprint', 'in', [...marks.keys()])
    .union(
      trx
        .selectFrom('cleared')
        .select('fingerprint')
        .where('fingerprint', 'in', [...marks.keys()]),
    )
    .execute()
  return rows.map(row => marks.get(row.fingerprint)!)
}

type Fresh = { keeping: Keeping; fresh: Prepared[]; places: Map<string, Place>; now: number }

/** Raw bytes, submissions at stage `received`, and their events. Answers the numbers, in the order of arrival. */
async function insertFresh(trx: Trx, { keeping, fresh, places, now }: Fresh): Promise<number[]> {
  if (fresh.length === 0) return []
  await trx
    .insertInto('raw')
    .values(
      fresh.map(each => ({
        id: each.id,
        sha256: each.sha,
        size: each.size,
        whole: each.whole ? 1 : 0,
        bytes: each.packed,
        kept_at: now,
      })),
    )
    .execute()
  const storyId = keeping.source.kind === 'import' ? keeping.source.storyId : null
  const rows = await trx
    .insertInto('submission')
    .values(
      fresh.map(each => ({
        id: each.id,
        raw_id: each.id,
        story_id: storyId,
        stage: 'received' as const,
        // A server's clock may run ahead of ours, and a message without a date is as old as our knowledge of it.
        received_at: each.internalDate > 0 ? Math.min(each.internalDate, now) : now,
        kept_at: now,
      })),
    )
    .returning(['number', 'id'])
    .execute()
  const numbers = new Map(rows.map(row => [row.id, row.number]))
  for (const each of fresh) places.get(each.sha)!.number = numbers.get(each.id)!
  const submissions = fresh.map(each => numbers.get(each.id)!)
  const mailbox = keeping.source.kind === 'mailbox' ? keeping.source.mailboxId : null
  await appendEvents(
    trx,
    fresh.map((each, at) => ({
      at: now,
      kind: 'received' as const,
      actor: 'system',
      storyId,
      submission: submissions[at]!,
      data: { mailbox, bytes: each.size, whole: each.whole },
    })),
  )
  return submissions
}

type Written = { places: Map<string, Place>; fresh: Set<Prepared>; now: number }

async function writeLedger(trx: Trx, source: Source, prepared: Prepared[], written: Written): Promise<void> {
  if (source.kind !== 'mailbox') return
  const rows: NewRow<'ledger'>[] = prepared.map(each => {
    const place = written.places.get(each.sha)!
    return {
      mailbox_id: source.mailboxId,
      uidvalidity: source.uidvalidity,
      uid: each.uid!,
      size: each.size,
      internal_date: each.internalDate,
      // A second copy in the same batch shares the first one's place, which says pending.
      outcome: place.outcome === 'pending' && !written.fresh.has(each) ? 'duplicate' : place.outcome,
      why: null,
      raw_id: place.rawId,
      submission_number: place.number,
      at: written.now,
    }
  })
  await trx
    .insertInto('ledger')
    .values(rows)
    .onConflict(conflict =>
      conflict
        .columns(['mailbox_id', 'uidvalidity', 'uid'])
        .doUpdateSet(eb => ({
          outcome: eb.ref('excluded.outcome'),
          why: null,
          size: eb.ref('excluded.size'),
          internal_date: eb.ref('excluded.internal_date'),
          raw_id: eb.ref('excluded.raw_id'),
          submission_number: eb.ref('excluded.submission_number'),
          listed: 1,
          at: eb.ref('excluded.at'),
        }))
        // Only a place that holds no message yet: one that had vanished, or that the server did not hand over.
        .where('ledger.outcome', 'in', ['gone', 'parked'])
        .where('ledger.raw_id', 'is', null),
    )
    .execute()
}
