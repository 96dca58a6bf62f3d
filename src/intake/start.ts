// The standing service: one loop a mailbox, one that reads, one that watches the list of mailboxes. All stop when told.
import { performance } from 'node:perf_hooks'
import type { Reader } from '../mail/pool.ts'
import type { Keys } from '../secret.ts'
import { type Context, type Lease, LeaseLost } from '../store/index.ts'
import { leftOfWait, nextWait } from './back-off.ts'
import { faultOf } from './failure.ts'
import type { Run } from './fetch.ts'
import type { MailSession } from './mail-session.ts'
import { listMailboxes, type Mailbox } from './mailboxes.ts'
import { fullPass, quickPass } from './pass.ts'
import { readPending } from './read-pending.ts'
import { createIntake, type Given, type Intake, openRun, underLease } from './session.ts'
import { noteFailure, noteWell } from './state.ts'
import { pause } from './waiting.ts'

/**
 * Starts taking in mail from every mailbox, also from those added later. `stop` ends within seconds: connections are
 * closed, work in hand is finished or left whole. `options` replaces defaults, above all `timings`.
 */
export function startIntake(
  context: Context,
  keys: Keys,
  reader: Reader,
  options: Given = {},
): { stop: () => Promise<void> } {
  const intake = createIntake({ ...options, context, keys })
  const stopping = new AbortController()
  const loops = [watchMailboxes(intake, stopping.signal), readLoop(intake, reader, stopping.signal)]
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all(loops)
      await intake.keeper.close()
    },
  }
}

type Watched = { settings: string; stop: AbortController; ended: Promise<void> }

/** Keeps a loop running for each mailbox as it is set up now; a changed one is begun anew. */
async function watchMailboxes(intake: Intake, signal: AbortSignal): Promise<void> {
  const watched = new Map<string, Watched>()
  while (!signal.aborted) {
    try {
      await adjust(intake, watched, signal)
    } catch (error) {
      intake.context.log.error({ error }, 'The list of mailboxes could not be read')
    }
    await pause(intake.timings.list, signal)
  }
  await Promise.all([...watched.values()].map(each => each.ended))
}

async function adjust(intake: Intake, watched: Map<string, Watched>, signal: AbortSignal): Promise<void> {
  const wanted = (await listMailboxes(intake.context)).filter(mailbox => mailbox.paused_at === null)
  for (const [id, each] of watched) {
    const mailbox = wanted.find(other => other.id === id)
    if (mailbox && settingsKey(mailbox) === each.settings) continue
    each.stop.abort()
    await each.ended
    watched.delete(id)
  }
  for (const mailbox of wanted) {
    if (watched.has(mailbox.id) || signal.aborted) continue
    const stop = new AbortController()
    const ended = mailboxLoop(intake, mailbox, AbortSignal.any([signal, stop.signal]))
    watched.set(mailbox.id, { settings: settingsKey(mailbox), stop, ended })
  }
}

const settingsKey = ({ host, port, security, username, secret, folder, quiet, asked_at }: Mailbox) =>
  JSON.stringify([host, port, security, username, secret, folder, quiet, asked_at])

/** Connects, watches, and connects again after every failure, as long as `signal` lets it. Never rejects. */
async function mailboxLoop(intake: Intake, mailbox: Mailbox, signal: AbortSignal): Promise<void> {
  const { context, timings } = intake
  const suspects: Run['suspects'] = new Map()
  let passing = 0
  await pause(leftOfWait(mailbox, context.now(), timings) ?? forever, signal)
  while (!signal.aborted) {
    const started = performance.now()
    try {
      const held = await underLease(intake, mailbox, signal, (lease, heldSignal) =>
        watch(intake, mailbox, { lease, suspects, signal: heldSignal }),
      )
      if (held === null) await pause(timings.look, signal)
    } catch (error) {
      if (signal.aborted) break
      if (error instanceof LeaseLost) {
        context.log.warn({ mailbox: mailbox.name }, error.message)
        continue
      }
      if (performance.now() - started > timings.healthy) passing = 0
      const failure = faultOf(error, mailbox)
      const refusals = await noteFailure(context, mailbox.id, failure).catch(() => 1)
      const wait = nextWait(failure, { passing: passing++, refusals }, timings, intake.random())
      context.log.warn({ mailbox: mailbox.name, why: failure.kind, ms: wait ?? -1, error }, failure.message)
      await pause(wait ?? forever, signal)
    }
  }
}

/** As long as a timer can wait; a change of the mailbox ends it. */
const forever = 2 ** 31 - 1

type Held = { lease: Lease; suspects: Run['suspects']; signal: AbortSignal }

/** A full look every minute for the truth, a quick one whenever the server announces something. Ends by throwing. */
async function watch(intake: Intake, mailbox: Mailbox, { lease, suspects, signal }: Held): Promise<never> {
  const { context, timings } = intake
  const run = { ...(await openRun(intake, mailbox, lease, signal)), suspects }
  try {
    for (;;) {
      let { listed } = await fullPass(run, timings.withheld)
      await noteWell(context, mailbox.id)
      const looked = performance.now()
      const left = () => timings.search - (performance.now() - looked)
      while (left() > 0) {
        await news(intake, run.session, Math.min(timings.glance, left()), signal)
        signal.throwIfAborted()
        listed = (await quickPass(run, listed)).listed
        await noteWell(context, mailbox.id)
      }
    }
  } finally {
    await run.session.close()
  }
}

/** Waits for the server's word, at most `ms`. A server may hold it back, so that while a story is live it is asked. */
async function news(intake: Intake, session: MailSession, ms: number, signal: AbortSignal): Promise<void> {
  const { context, livePace } = intake
  if (livePace === 0 || !(await isLive(context))) return session.idle(ms, signal)
  for (const end = performance.now() + ms; performance.now() < end && !signal.aborted; ) {
    await session.hurry()
    if (session.stirred()) return
    await pause(livePace, signal)
  }
}

/** Something happens: an email came, or somebody at the desk did something, within the last quarter of an hour. */
async function isLive({ db, now }: Context): Promise<boolean> {
  const last = await db.selectFrom('event').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return last !== undefined && now() - last.at < 15 * 60_000
}

/** Reads what was kept, by this process or another. */
async function readLoop(intake: Intake, reader: Reader, signal: AbortSignal): Promise<void> {
  const { context, timings, holder, point } = intake
  // Woken by every commit, also those made while it reads; the flag keeps a call that came in between.
  const state = { due: true, wake: () => {} }
  const off = context.signal.onWake(() => {
    state.due = true
    state.wake()
  })
  while (!signal.aborted) {
    try {
      state.due = false
      if (await anyPending(intake))
        await readPending(context, reader, { holder, leaseMs: timings.lease, signal, point })
    } catch (error) {
      context.log.error({ error }, 'Reading what was kept failed; it is tried again')
      await pause(timings.backOff, signal)
    }
    if (state.due || signal.aborted) continue
    const woken = new AbortController()
    state.wake = () => woken.abort()
    await pause(timings.backOff, AbortSignal.any([signal, woken.signal]))
  }
  off()
}

async function anyPending({ context }: Intake): Promise<boolean> {
  const row = await context.db
    .selectFrom('submission')
    .select('number')
    .where('stage', '=', 'received')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
