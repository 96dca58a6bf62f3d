// A mailbox in our hands: its lease held and renewed, the server connected, the ledger's UIDs known.
import { performance } from 'node:perf_hooks'
import { newSecret } from '../id.ts'
import type { Keys } from '../secret.ts'
import { type Context, type Lease, LeaseLost, takeLease } from '../store/index.ts'
import { MailFailure } from './failure.ts'
import type { Run } from './fetch.ts'
import { openMailSession } from './imap.ts'
import { createKeeper, type Keeper, type OwnThread } from './keeper.ts'
import { loadKnown } from './ledger.ts'
import type { MailSession } from './mail-session.ts'
import { type Mailbox, settingsOf } from './mailboxes.ts'
import { type Tokens, withToken } from './oauth.ts'
import { noteCertificate, noteWell } from './state.ts'
import { type Timings, timings } from './timings.ts'

/** What all mailboxes of a process share. */
export type Intake = {
  context: Context
  keys: Keys
  timings: Timings
  /** This process, as its leases name it. */
  holder: string
  /** 0 to 1, for the jitter of waits. */
  random: () => number
  /** Names a moment, for the drills that stop the process there. */
  point: (name: string) => void
  /** While something happens the server is asked for news this often (ms) in place of IDLE; 0: never. */
  livePace: number
  /** Makes what has been fetched durable. */
  keeper: Keeper
  /** Access tokens of the mailboxes that have them. */
  tokens: Tokens
  /** A certificate authority of one's own, PEM. */
  ca?: string
}

/** What may be given instead of a default. `ownThread`: bursts are kept by a thread of its own. */
export type Given = Partial<Intake> & { ownThread?: OwnThread }

/** The intake of this process; what is left out takes its default. */
export const createIntake = ({ ownThread, ...given }: Given & Pick<Intake, 'context' | 'keys'>): Intake => ({
  timings,
  holder: newSecret(),
  random: Math.random,
  point: () => {},
  livePace: 0,
  keeper: createKeeper(given.context, ownThread ?? null),
  tokens: new Map(),
  ...given,
})

const leaseName = (mailboxId: string) => `mailbox:${mailboxId}`

/**
 * Takes the mailbox's lease and keeps it for as long as `work` lasts; null when another process has it. `work` gets a
 * signal that aborts when `signal` does or when the lease is lost.
 */
export async function underLease<Result>(
  intake: Intake,
  mailbox: Mailbox,
  signal: AbortSignal,
  work: (lease: Lease, signal: AbortSignal) => Promise<Result>,
): Promise<{ result: Result } | null> {
  const { context, timings, holder } = intake
  const lease = await takeLease(context, leaseName(mailbox.id), holder, timings.lease)
  if (!lease) return null
  const lost = new AbortController()
  const renewal = setInterval(() => {
    lease.renew().then(
      held => void (held || lost.abort(new LeaseLost(`another process has taken over “${mailbox.name}”`))),
      // A database that is busy now is asked again in time; a lease that really ran out is found by its fence.
      error => context.log.warn({ mailbox: mailbox.name, error }, 'The lease could not be renewed'),
    )
  }, timings.lease / 4)
  try {
    return { result: await work(lease, AbortSignal.any([signal, lost.signal])) }
  } finally {
    clearInterval(renewal)
    await lease.release().catch(() => {})
  }
}

/** Signs in to a mailbox. A token that is refused before its time is thrown away, and a new one is tried at once. */
export async function connect(intake: Intake, mailbox: Mailbox, signal: AbortSignal, change: { quiet?: boolean } = {}) {
  const { context, keys, tokens, timings, ca } = intake
  const wish = { context, keys, tokens, mailboxId: mailbox.id }
  const settings = { ...settingsOf(mailbox, keys), ...change, ca, outgoing: context.outgoing }
  const stale = tokens.has(mailbox.id)
  try {
    return await openMailSession(await withToken(wish, settings), timings, signal)
  } catch (error) {
    const refused = error instanceof MailFailure && error.kind === 'credentials'
    if (refused) tokens.delete(mailbox.id)
    if (!refused || !stale) throw error
    return await openMailSession(await withToken(wish, settings), timings, signal)
  }
}

/** Connects to the mailbox and makes ready for passes over it. Throws MailFailure. */
export async function openRun(
  intake: Intake,
  mailbox: Mailbox,
  lease: Lease,
  signal: AbortSignal,
): Promise<Run & { session: MailSession }> {
  const session = await connect(intake, mailbox, signal)
  const place = { mailboxId: mailbox.id, uidvalidity: session.uidvalidity }
  await noteCertificate(intake.context, mailbox.id, session.certificateUntil)
  return {
    context: intake.context,
    session,
    lease,
    mailboxId: mailbox.id,
    keeper: intake.keeper,
    known: await loadKnown(intake.context, place),
    suspects: new Map(),
    reflagged: new Set(),
    underWay: [],
    fingerprint: intake.keys.fingerprint,
    point: intake.point,
    progress: everySoOften(intake.timings.list, () => noteWell(intake.context, mailbox.id)),
    signal,
  }
}

/** `work`, but at most once in `ms` milliseconds. */
function everySoOften(ms: number, work: () => Promise<void>): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY
  return async () => {
    if (performance.now() - last < ms) return
    last = performance.now()
    await work()
  }
}
