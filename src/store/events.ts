// The append-only, hash-chained log. Its rows hold ids, states and hashes, never readers' words.
import { sql } from 'kysely'
import { sha256 } from '../id.ts'
import { type Context, commit } from './context.ts'
import type { Db, Trx } from './database.ts'
import { insertRows } from './insert.ts'
import type { Row } from './schema.ts'

export const eventKinds = [
  'received',
  'read',
  'aside',
  'parked',
  'retried',
  'rerouted',
  'queued',
  'approved',
  'held',
  'rejected',
  'spam',
  'undone',
  'point-of-view',
  'assigned',
  'consent',
  'verified',
  'scheduled',
  'published',
  'amended',
  'withdrawn',
  'restored',
  'pinned',
  'unpinned',
  'banned',
  'ban-lifted',
  'noted',
  'erasure-asked',
  'key-point',
  'no-key-point',
  'moved',
  'publishing-stopped',
  'publishing-resumed',
  'story-added',
  'story-changed',
  'story-rolled-over',
  'story-merged',
  'mailbox-added',
  'mailbox-changed',
  'staff-added',
  'staff-changed',
  'token-added',
  'token-revoked',
  'webhook-added',
  'webhook-removed',
  'webhook-replayed',
  'signed-in',
  'signed-out',
  'erased',
  'cleared',
  'legal-hold',
  'graphic',
  'retention-changed',
] as const

export type EventKind = (typeof eventKinds)[number]

export type NewEvent = {
  at: number
  kind: EventKind
  /** A staff id, `token:ID`, or `system`. */
  actor: string
  storyId?: string | null
  submission?: number | null
  entryId?: string | null
  /** Ids, states and numbers only. */
  data?: Record<string, string | number | boolean | null>
}

type Chained = Omit<Row<'event'>, 'hash'>

const first = '0'.repeat(64)

const columns = [
  'seq',
  'at',
  'kind',
  'actor',
  'story_id',
  'submission_number',
  'entry_id',
  'data',
  'previous',
  'hash',
] as const
const valuesOf = (row: Row<'event'>) => columns.map(column => row[column])

/** The hash of an event: SHA-256 over its columns in order, the hash before it among them. */
export function eventHash(event: Chained): string {
  const { seq, at, kind, actor, story_id, submission_number, entry_id, data, previous } = event
  return sha256(JSON.stringify([seq, at, kind, actor, story_id, submission_number, entry_id, data, previous]))
}

/** Appends events, in order, in the transaction of what they tell of. Answers the last sequence number. */
export async function appendEvents(trx: Trx, events: NewEvent[]): Promise<number> {
  const last = await trx.selectFrom('event').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  let seq = last?.seq ?? 0
  let previous = last?.hash ?? first
  const rows: Row<'event'>[] = events.map(event => {
    const chained: Chained = {
      seq: ++seq,
      at: event.at,
      kind: event.kind,
      actor: event.actor,
      story_id: event.storyId ?? null,
      submission_number: event.submission ?? null,
      entry_id: event.entryId ?? null,
      data: JSON.stringify(event.data ?? {}),
      previous,
    }
    previous = eventHash(chained)
    return { ...chained, hash: previous }
  })
  await insertRows(trx, 'event', columns, rows.map(valuesOf))
  return seq
}

export const appendEvent = (trx: Trx, event: NewEvent) => appendEvents(trx, [event])

/** An actor's own decisions before sequence number `before`, newest first. */
export const decisionsBy = (db: Db, actor: string, before: number) =>
  db
    .selectFrom('event')
    .select(['seq', 'at', 'story_id', 'submission_number as number', 'data'])
    .where('actor', '=', actor)
    .where('seq', '<', before)
    // As the index has it, letter by letter: only then is it read instead of the whole log.
    .where(sql<boolean>`kind in ('approved', 'held', 'rejected', 'spam')`)
    .orderBy('seq', 'desc')

/** Keeps today's head of the log (UTC); null when today has one, or nothing has happened yet. */
export const anchorEvents = (context: Context): Promise<Row<'anchor'> | null> =>
  commit(context, async trx => {
    const at = context.now()
    const day = new Date(at).toISOString().slice(0, 10)
    const last = await trx
      .selectFrom('event')
      .select(['seq', 'hash'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!last) return null
    const anchor = { day, ...last, at }
    const kept = await trx
      .insertInto('anchor')
      .values(anchor)
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    return kept.numInsertedOrUpdatedRows ? anchor : null
  })

/** Walks the chain and compares it with its anchors; answers the first sequence number that does not fit, or null when all do. */
export async function brokenEvent(db: Db): Promise<number | null> {
  const anchors = new Map(
    (await db.selectFrom('anchor').select(['seq', 'hash']).execute()).map(anchor => [anchor.seq, anchor.hash]),
  )
  let previous = first
  let expected = 1
  for (;;) {
    const rows = await db
      .selectFrom('event')
      .selectAll()
      .where('seq', '>=', expected)
      .orderBy('seq')
      .limit(1000)
      .execute()
    // What an anchor speaks of cannot be gone: the end of a log that was cut off fits its chain.
    if (rows.length === 0) return Math.max(0, ...anchors.keys()) >= expected ? expected : null
    for (const row of rows) {
      if (row.seq !== expected || row.previous !== previous || row.hash !== eventHash(row)) return expected
      if (anchors.has(row.seq) && anchors.get(row.seq) !== row.hash) return expected
      previous = row.hash
      expected++
    }
  }
}
