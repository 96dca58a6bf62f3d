// The mailbox's ledger: one row and one outcome for every UID. Counting it against the server shows that nothing is missing.
import { type Context, checkFence, commit, type Lease, type NewRow, type Outcome } from '../store/index.ts'
import { breathe } from './waiting.ts'

export type Sums = Record<Exclude<Outcome, 'gone'>, number> & { unaccounted: number; gone: number }

/** What the ledger holds for one UIDVALIDITY of a mailbox. `unlisted`: those the server no longer lists. */
export type Known = { uidvalidity: number; uids: Set<number>; unlisted: Set<number> }

export type Place = { mailboxId: string; uidvalidity: number }

const page = 5000

/** Reads which UIDs have a row, a page at a time, so that a large mailbox stops nobody. */
export async function loadKnown(context: Context, place: Place): Promise<Known> {
  const known: Known = { uidvalidity: place.uidvalidity, uids: new Set(), unlisted: new Set() }
  let after = -1
  for (;;) {
    const rows = await context.db
      .selectFrom('ledger')
      .select(['uid', 'listed'])
      .where('mailbox_id', '=', place.mailboxId)
      .where('uidvalidity', '=', place.uidvalidity)
      .where('uid', '>', after)
      .orderBy('uid')
      .limit(page)
      .execute()
    for (const row of rows) {
      known.uids.add(row.uid)
      if (!row.listed) known.unlisted.add(row.uid)
    }
    if (rows.length < page) return known
    after = rows.at(-1)!.uid
    await breathe()
  }
}

/** Outcomes of the UIDs the server listed at the last look, counted; `seen` is how many it listed. */
export async function sumsOf(context: Context, place: Place, seen: number): Promise<Sums> {
  const rows = await context.db
    .selectFrom('ledger')
    .select(({ fn }) => ['outcome', 'listed', fn.countAll<number>().as('count')])
    .where('mailbox_id', '=', place.mailboxId)
    .where('uidvalidity', '=', place.uidvalidity)
    .groupBy(['listed', 'outcome'])
    .execute()
  const sums: Sums = {
    pending: 0,
    ingested: 0,
    duplicate: 0,
    ignored: 0,
    parked: 0,
    erased: 0,
    gone: 0,
    unaccounted: 0,
  }
  let accounted = 0
  for (const row of rows) {
    if (row.outcome === 'gone') sums.gone += row.count
    else if (row.listed) {
      sums[row.outcome] += row.count
      accounted += row.count
    }
  }
  return { ...sums, unaccounted: Math.max(0, seen - accounted) }
}

type Change = { lease: Lease; place: Place; vanished?: number[]; returned?: number[] }

/** Notes which UIDs the server lists no longer, and which it lists again. Nothing else about them changes. */
export async function noteListing(context: Context, { lease, place, vanished = [], returned = [] }: Change) {
  for (const [uids, listed] of [
    [vanished, 0],
    [returned, 1],
  ] as const) {
    for (let start = 0; start < uids.length; start += 1000) {
      await commit(context, async trx => {
        await checkFence(trx, lease)
        const rows = trx
          .updateTable('ledger')
          .where('mailbox_id', '=', place.mailboxId)
          .where('uidvalidity', '=', place.uidvalidity)
          .where('uid', 'in', uids.slice(start, start + 1000))
        await rows.set({ listed }).execute()
        // A message that was listed but never handed over, and now is not listed either, is gone.
        if (!listed)
          await rows
            .where('outcome', '=', 'parked')
            .where('raw_id', 'is', null)
            .set({ outcome: 'gone', why: 'gone before it could be read' })
            .execute()
      })
      await breathe()
    }
  }
}

type Absent = { lease: Lease; place: Place; gone: number[]; withheld: number[] }

export const withheldWhy = 'The mail server lists this message but does not hand it over.'

/** Records messages without a body: `gone` when the server lists them no longer, else `parked`, to be asked for again. */
export async function noteAbsent(context: Context, { lease, place, gone, withheld }: Absent): Promise<void> {
  const now = context.now()
  const row = (uid: number, outcome: Outcome, why: string): NewRow<'ledger'> => ({
    mailbox_id: place.mailboxId,
    uidvalidity: place.uidvalidity,
    uid,
    size: 0,
    internal_date: 0,
    outcome,
    why,
    raw_id: null,
    submission_number: null,
    listed: outcome === 'gone' ? 0 : 1,
    at: now,
  })
  const rows = [
    ...gone.map(uid => row(uid, 'gone', 'gone before it could be read')),
    ...withheld.map(uid => row(uid, 'parked', withheldWhy)),
  ]
  for (let start = 0; start < rows.length; start += 500)
    await commit(context, async trx => {
      await checkFence(trx, lease)
      await trx
        .insertInto('ledger')
        .values(rows.slice(start, start + 500))
        .onConflict(conflict =>
          conflict
            .columns(['mailbox_id', 'uidvalidity', 'uid'])
            .doUpdateSet(eb => ({
              outcome: eb.ref('excluded.outcome'),
              why: eb.ref('excluded.why'),
              listed: eb.ref('excluded.listed'),
              at: eb.ref('excluded.at'),
            }))
            .where('ledger.raw_id', 'is', null),
        )
        .execute()
    })
}

/** UIDs the server did not hand over when last asked, before `before`. */
export async function withheldBefore(context: Context, place: Place, before: number): Promise<number[]> {
  const rows = await context.db
    .selectFrom('ledger')
    .select('uid')
    .where('mailbox_id', '=', place.mailboxId)
    .where('uidvalidity', '=', place.uidvalidity)
    .where('listed', '=', 1)
    .where('outcome', '=', 'parked')
    .where('raw_id', 'is', null)
    .where('at', '<=', before)
    .execute()
  return rows.map(row => row.uid)
}

/** Notes that our keyword was set. Only a note: the next search for messages without it is the proof. */
export async function noteAcknowledged(context: Context, place: Place, uids: number[]): Promise<void> {
  for (let start = 0; start < uids.length; start += 1000)
    await context.db
      .updateTable('ledger')
      .set({ acknowledged: 1 })
      .where('mailbox_id', '=', place.mailboxId)
      .where('uidvalidity', '=', place.uidvalidity)
      .where('uid', 'in', uids.slice(start, start + 1000))
      .execute()
}
