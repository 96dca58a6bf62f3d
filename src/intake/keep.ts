// Transaction A: the bytes of messages, their place in the ledger and a submission each become durable, all or none.
// Nothing is said to the mail server before this has been committed.
import { newId } from '../id.ts'
import {
  appendEvents,
  type Context,
  checkFence,
  commit,
  insertRows,
  type Lease,
  type Outcome,
  type Trx,
} from '../store/index.ts'
import { type Arrival, type Packed, packAll } from './pack.ts'

export type Source =
  | { kind: 'mailbox'; mailboxId: string; uidvalidity: number }
  /** A file on disk: the story is known, and there is no UID to account for. */
  | { kind: 'import'; storyId: string | null }

export type Keeping = {
  source: Source
  /** Of the mailbox: a process that lost it writes nothing. */
  lease?: Pick<Lease, 'name' | 'fence'>
  /** HMAC under the installation's key, by which erased messages are known. */
  fingerprint: (sha256: string) => string
}

/** `pending`: new, to be read. `submissions`: the numbers given to them. */
export type Kept = { pending: number; duplicate: number; erased: number; submissions: number[] }

/** `id` names the bytes, and the submission too: they come and are known together. */
type Prepared = Packed & { id: string }
type Place = { outcome: Outcome; rawId: string | null; number: number | null }

/** Keeps a batch of messages in one durable commit. Messages already kept are noted as duplicates. */
export async function keepMessages(context: Context, keeping: Keeping, arrivals: Arrival[]): Promise<Kept> {
  return await keepPacked(context, keeping, await packAll(arrivals))
}

/** The same for messages that are packed already. */
export async function keepPacked(context: Context, keeping: Keeping, packed: Packed[]): Promise<Kept> {
  const now = context.now()
  const prepared = packed.map(each => ({ ...each, id: newId(now) }))
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
  await insertRows(
    trx,
    'raw',
    ['id', 'sha256', 'size', 'whole', 'bytes', 'kept_at'],
    fresh.map(each => [each.id, each.sha, each.size, each.whole ? 1 : 0, each.packed, now]),
  )
  const storyId = keeping.source.kind === 'import' ? keeping.source.storyId : null
  const rows = await insertRows<'submission', { number: number; id: string }>(
    trx,
    'submission',
    ['id', 'raw_id', 'story_id', 'stage', 'received_at', 'kept_at'],
    // A server's clock may run ahead of ours, and a message without a date is as old as our knowledge of it.
    fresh.map(({ id, internalDate: told }) => [id, id, storyId, 'received', told > 0 ? Math.min(told, now) : now, now]),
    { tail: 'returning "number", "id"' },
  )
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
  const rows = prepared.map(each => {
    const { outcome, rawId, number } = written.places.get(each.sha)!
    // A second copy in the same batch shares the first one's place, which says pending.
    const own = outcome === 'pending' && !written.fresh.has(each) ? 'duplicate' : outcome
    const { mailboxId, uidvalidity } = source
    return [mailboxId, uidvalidity, each.uid!, each.size, each.internalDate, own, null, rawId, number, written.now]
  })
  await insertRows(trx, 'ledger', ledgerColumns, rows, { tail: onlyEmptyPlaces })
}

const ledgerColumns = [
  ...(['mailbox_id', 'uidvalidity', 'uid', 'size', 'internal_date'] as const),
  ...(['outcome', 'why', 'raw_id', 'submission_number', 'at'] as const),
]

/** A place that is taken keeps its message, unless it holds none yet: one had vanished, or was not handed over. */
const onlyEmptyPlaces = `on conflict (mailbox_id, uidvalidity, uid) do update set
  outcome = excluded.outcome, why = null, size = excluded.size, internal_date = excluded.internal_date,
  raw_id = excluded.raw_id, submission_number = excluded.submission_number, listed = 1, at = excluded.at
  where ledger.outcome in ('gone', 'parked') and ledger.raw_id is null`
