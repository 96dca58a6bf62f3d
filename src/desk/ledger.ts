// A mailbox's ledger for people: what became of every message the server listed.
import type { Context, Outcome } from '../store/index.ts'

export type LedgerFilter = {
  outcome?: Outcome
  /** A UID, `#412` for a submission, or words of the reason. */
  q?: string
  /** Where the page before ended. */
  after?: { uidvalidity: number; uid: number }
}

export type LedgerLine = {
  uidvalidity: number
  uid: number
  size: number
  internalDate: number
  outcome: Outcome
  why: string | null
  submission: number | null
  slug: string | null
  listed: boolean
  acknowledged: boolean
  at: number
}

const page = 100

/** Newest first, a page of 100; `next` names where the following one begins, or is null. */
export async function readLedger(
  { db }: Context,
  mailboxId: string,
  filter: LedgerFilter,
): Promise<{ lines: LedgerLine[]; next: string | null }> {
  let query = db
    .selectFrom('ledger')
    .leftJoin('submission', 'submission.number', 'ledger.submission_number')
    .leftJoin('story', 'story.id', 'submission.story_id')
    .select(['ledger.uidvalidity', 'ledger.uid', 'ledger.size', 'ledger.internal_date', 'ledger.outcome', 'ledger.why'])
    .select(['ledger.submission_number', 'ledger.listed', 'ledger.acknowledged', 'ledger.at', 'story.slug'])
    .where('ledger.mailbox_id', '=', mailboxId)
    .orderBy('ledger.uidvalidity', 'desc')
    .orderBy('ledger.uid', 'desc')
    .limit(page + 1)
  const { outcome, after, q = '' } = filter
  if (outcome) query = query.where('ledger.outcome', '=', outcome)
  if (after)
    query = query.where(where =>
      where.or([
        where('ledger.uidvalidity', '<', after.uidvalidity),
        where.and([where('ledger.uidvalidity', '=', after.uidvalidity), where('ledger.uid', '<', after.uid)]),
      ]),
    )
  if (/^#\d+$/.test(q)) query = query.where('ledger.submission_number', '=', Number(q.slice(1)))
  else if (/^\d+$/.test(q)) query = query.where('ledger.uid', '=', Number(q))
  else if (q) query = query.where('ledger.why', 'like', `%${q.replace(/[%_]/g, '')}%`)
  const rows = await query.execute()
  const lines = rows.slice(0, page).map(row => ({
    uidvalidity: row.uidvalidity,
    uid: row.uid,
    size: row.size,
    internalDate: row.internal_date,
    outcome: row.outcome,
    why: row.why,
    submission: row.submission_number,
    slug: row.slug,
    listed: row.listed === 1,
    acknowledged: row.acknowledged === 1,
    at: row.at,
  }))
  const last = lines.at(-1)
  return { lines, next: rows.length > page && last ? `${last.uidvalidity}.${last.uid}` : null }
}
