// `poll --once`: one pass over every mailbox, and what the ledger then says against the server.
import type { Reader } from '../mail/pool.ts'
import type { Keys } from '../secret.ts'
import type { Context } from '../store/index.ts'
import { faultOf } from './failure.ts'
import { type Sums, sumsOf } from './ledger.ts'
import { listMailboxes, type Mailbox } from './mailboxes.ts'
import { fullPass } from './pass.ts'
import { readPending } from './read-pending.ts'
import { connect, createIntake, type Given, type Intake, openRun, underLease } from './session.ts'
import { noteFailure, noteWell } from './state.ts'

/**
 * Totals for the mailbox's current UIDVALIDITY. `seen` = `pending` + `ingested` + `duplicate` + `ignored` + `parked` +
 * `erased` + `unaccounted`; `new` came in this pass; `gone` is counted apart. With `error` there are no totals.
 * `countedOnly`: another process fetches from this mailbox, and this pass only compared.
 */
export type MailboxReport = {
  mailbox: string
  seen: number
  new: number
  error?: string
  countedOnly?: true
} & Sums

const nothing: Sums = {
  pending: 0,
  ingested: 0,
  duplicate: 0,
  ignored: 0,
  parked: 0,
  erased: 0,
  gone: 0,
  unaccounted: 0,
}

/** One pass over every mailbox that is not paused, then everything kept is read. One failing disturbs no other. */
export async function pollOnce(
  context: Context,
  keys: Keys,
  reader: Reader,
  options: Given & { signal?: AbortSignal } = {},
): Promise<MailboxReport[]> {
  const { signal = new AbortController().signal, ...given } = options
  const intake = createIntake({ ...given, context, keys })
  const mailboxes = (await listMailboxes(intake.context)).filter(mailbox => mailbox.paused_at === null)
  const looks = await Promise.all(mailboxes.map(mailbox => look(intake, mailbox, signal)))
  await intake.keeper.close()
  const { holder, timings, point } = intake
  const failed = await readPending(context, reader, {
    holder,
    leaseMs: timings.lease,
    signal,
    point,
    alone: true,
  }).then(
    () => null,
    error => faultOf(error, { host: 'the database' }).message,
  )
  const reports = await Promise.all(looks.map(finish => finish()))
  return reports.map(report => (failed !== null && report.pending > 0 ? { error: failed, ...report } : report))
}

type Finish = () => Promise<MailboxReport>

/** Answers how to count afterwards, when reading has settled what was pending. */
async function look(intake: Intake, mailbox: Mailbox, signal: AbortSignal): Promise<Finish> {
  const { context } = intake
  try {
    const done = await underLease(intake, mailbox, signal, async (lease, held) => {
      const run = await openRun(intake, mailbox, lease, held)
      try {
        const { listed, fresh } = await fullPass(run, 0)
        await noteWell(context, mailbox.id)
        return { listed, fresh, uidvalidity: run.session.uidvalidity }
      } finally {
        await run.session.close()
      }
    })
    const { listed, fresh, uidvalidity } = done?.result ?? (await count(intake, mailbox, signal))
    return async () => {
      const sums = await sumsOf(context, { mailboxId: mailbox.id, uidvalidity }, listed)
      const held = done === null ? { countedOnly: true as const } : {}
      return { mailbox: mailbox.name, seen: listed, new: fresh, ...sums, ...held }
    }
  } catch (error) {
    const failure = faultOf(error, mailbox)
    await noteFailure(context, mailbox.id, failure)
    return async () => ({ mailbox: mailbox.name, seen: 0, new: 0, ...nothing, error: failure.message })
  }
}

/** Another process fetches from this mailbox: only look at what the server lists. */
async function count(intake: Intake, mailbox: Mailbox, signal: AbortSignal) {
  const session = await connect(intake, mailbox, signal, { quiet: true })
  try {
    const listed = await session.search()
    return { listed: listed.length, fresh: 0, uidvalidity: session.uidvalidity }
  } finally {
    await session.close()
  }
}
