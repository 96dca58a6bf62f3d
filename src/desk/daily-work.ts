// What is done once a day: the rules of retention, and the anchor of the event log.
import type { Keys } from '../secret.ts'
import { anchorEvents, type Context, dropOldCopies, LeaseLost, takeLease } from '../store/index.ts'
import { runRetention } from './retention.ts'

/** Looks this often whether a day has passed (ms). */
const patience = 10 * 60_000
const leaseLength = 5 * 60_000

/** Looks at once, and then until told to stop. */
export function startDailyWork(context: Context, keys: Keys, database: string): { stop: () => Promise<void> } {
  let stopped = false
  let running = Promise.resolve()
  const look = () => {
    if (!stopped) running = running.then(() => doDailyWork(context, keys, database))
  }
  const timer = setInterval(look, patience)
  timer.unref()
  look()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}

/** One look. A fault is logged and tried again at the next, never thrown. */
export async function doDailyWork(context: Context, keys: Keys, database: string): Promise<void> {
  try {
    const lease = await takeLease(context, 'daily', `daily-${process.pid}`, leaseLength)
    if (!lease) return
    try {
      await runRetention(context, keys, database)
      await dropOldCopies(database, context.now())
      const anchor = await anchorEvents(context)
      if (anchor) context.log.info({ event: anchor.seq, hash: anchor.hash }, 'the event log is anchored')
    } finally {
      await lease.release()
    }
  } catch (error) {
    if (!(error instanceof LeaseLost)) context.log.error({ error }, 'the work of the day failed; trying again')
  }
}
