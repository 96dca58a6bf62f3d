// How each mailbox does, for the head of every page, the mailbox page, /metrics and the command line.
import type { Context, Row } from '../store/index.ts'
import { type Sums, sumsOf } from './ledger.ts'

export type MailboxHealth = {
  id: string
  name: string
  host: string
  folder: string
  /** `ok`; `amber`: no contact for a minute; `red`: no contact for three, or a fault; `paused` by a person. */
  state: 'ok' | 'amber' | 'red' | 'paused'
  /** A sentence: the fault and what to do, or when the mailbox was last looked at. */
  words: string
  /** The last look that went through, epoch milliseconds; null: none yet. */
  checkedAt: number | null
  /** When the server's certificate ends, epoch milliseconds; null without TLS. */
  certificateUntil: number | null
  /** What will go wrong if nobody acts, in a sentence; null: nothing known. */
  warning: string | null
  error: string | null
  errorSince: number | null
  /** UIDs the server listed at the last look. */
  seen: number | null
}

const amberAfter = 60_000
const redAfter = 180_000

/** Every mailbox by name. One small query: fit for each page. */
export async function mailboxHealth(context: Context): Promise<MailboxHealth[]> {
  const rows = await context.db.selectFrom('mailbox').selectAll().orderBy('name').execute()
  return rows.map(row => healthOf(row, context.now()))
}

/** The same with the ledger's sums for the current UIDVALIDITY; counts the ledger, so not for every page. */
export async function mailboxAccounts(context: Context): Promise<(MailboxHealth & { sums: Sums })[]> {
  const rows = await context.db.selectFrom('mailbox').selectAll().orderBy('name').execute()
  return await Promise.all(
    rows.map(async row => ({
      ...healthOf(row, context.now()),
      sums: await sumsOf(context, { mailboxId: row.id, uidvalidity: row.uidvalidity ?? 0 }, row.seen ?? 0),
    })),
  )
}

function healthOf(row: Row<'mailbox'>, now: number): MailboxHealth {
  const state = stateOf(row, now)
  return {
    id: row.id,
    name: row.name,
    host: row.host,
    folder: row.folder,
    state,
    words: wordsOf(row, now, state),
    checkedAt: row.checked_at,
    certificateUntil: row.certificate_until,
    warning: warningOf(row, now),
    error: row.error,
    errorSince: row.error_since,
    seen: row.seen,
  }
}

function stateOf(row: Row<'mailbox'>, now: number): MailboxHealth['state'] {
  if (row.paused_at !== null) return 'paused'
  if (row.error !== null) return 'red'
  const silent = now - (row.checked_at ?? row.created_at)
  if (silent > redAfter) return 'red'
  return silent > amberAfter ? 'amber' : 'ok'
}

/** A certificate is warned of this long before it ends. */
const certificateWarning = 14 * 86_400_000

function warningOf({ host, certificate_until: until }: Row<'mailbox'>, now: number): string | null {
  if (until === null || until - now > certificateWarning) return null
  const days = Math.max(0, Math.floor((until - now) / 86_400_000))
  const when = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`
  return `The certificate of ${host} ends ${when}. No mail comes in after that: ask whoever runs the mail server to renew it.`
}

function wordsOf(row: Row<'mailbox'>, now: number, state: MailboxHealth['state']): string {
  if (state === 'paused') return `“${row.name}” is paused: nothing is fetched from it.`
  if (row.error !== null) return row.error
  if (row.checked_at === null) return `“${row.name}” has not been looked at yet.`
  const seconds = Math.max(0, Math.round((now - row.checked_at) / 1000))
  const ago = seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
  return state === 'ok' ? `Mail checked ${ago} ago` : `No contact with “${row.name}” for ${ago}.`
}
