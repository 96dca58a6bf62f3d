// The loop that groups letters as they arrive. It is woken by whatever is committed, and never in a hurry: the desk and
// the intake come first.
import { performance } from 'node:perf_hooks'
import { type Context, LeaseLost, takeLease } from '../store/index.ts'
import { groupNew, isBehind } from './campaign.ts'

/** Looks again by itself this often (ms), because another process may have read something. */
const patience = 2_000
const leaseLength = 10_000
/** After a batch the others have their turn: so long at least (ms), and twice as long as the batch took. */
const breath = 5

/** Groups until told to stop. `holder` names this process in the lease. */
export function startGrouping(context: Context, holder = `grouping-${process.pid}`): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  let wake = () => {}
  let woken = false
  const stopWaking = context.signal.onWake(() => {
    woken = true
    wake()
  })
  const sleep = (length: number) =>
    new Promise<void>(resolve => {
      if (stopping.signal.aborted) return resolve()
      const timer = setTimeout(resolve, length)
      timer.unref()
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const running = (async () => {
    while (!stopping.signal.aborted) {
      woken = false
      const began = performance.now()
      const more = await round(context, holder)
      // Its own commit wakes it too: after a batch there is always a breath, after nothing a real sleep.
      const pause = Math.max(breath, 2 * (performance.now() - began))
      await sleep(more || woken ? pause : patience)
    }
  })()
  return {
    async stop() {
      stopping.abort()
      stopWaking()
      wake()
      await running
    },
  }
}

/** One batch; whether there may be more. A fault is logged and tried again, never thrown. */
async function round(context: Context, holder: string): Promise<boolean> {
  try {
    if (!(await isBehind(context))) return false
    const lease = await takeLease(context, 'grouping', holder, leaseLength)
    if (!lease) return false
    try {
      await groupNew(context, lease)
      return true
    } finally {
      await lease.release()
    }
  } catch (error) {
    if (!(error instanceof LeaseLost)) context.log.error({ error }, 'grouping failed; trying again')
    return false
  }
}
