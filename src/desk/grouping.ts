// The loop that groups letters as they arrive. It is woken by whatever is committed, and never in a hurry: the desk and
// the intake come first.
import { performance } from 'node:perf_hooks'
import { type Context, LeaseLost, takeLease } from '../store/index.ts'
import { batch, groupNew, isBehind } from './campaign.ts'

/** Looks again by itself this often (ms), because another process may have read something. */
const patience = 2_000
const leaseLength = 10_000
/** After a batch the others have their turn: so long at least (ms), and twice as long as the batch took. */
const breath = 5
/** What arrives within this time is grouped together: each round waits for the disk three times (ms). */
const gathering = 250

/** Groups until told to stop. `holder` names this process in the lease. */
export function startGrouping(context: Context, holder = `grouping-${process.pid}`): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  let wake = () => {}
  let woken = false
  const stopWaking = context.signal.onWake(() => {
    woken = true
    wake()
  })
  const sleep = (length: number, lightly = true) =>
    new Promise<void>(resolve => {
      if (stopping.signal.aborted) return resolve()
      const timer = setTimeout(resolve, length)
      timer.unref()
      wake = () => {
        if (!lightly && !stopping.signal.aborted) return
        clearTimeout(timer)
        resolve()
      }
    })
  const running = (async () => {
    while (!stopping.signal.aborted) {
      woken = false
      const began = performance.now()
      const more = await round(context, holder)
      const pause = Math.max(more ? breath : gathering, 2 * (performance.now() - began))
      if (more) await sleep(pause)
      else {
        if (!woken) await sleep(patience)
        // Its own commit wakes it too, and more may be on its way: whatever woke it, it gathers first.
        await sleep(pause, false)
      }
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

/** One batch; whether there is more. A fault is logged and tried again, never thrown. */
async function round(context: Context, holder: string): Promise<boolean> {
  try {
    if (!(await isBehind(context))) return false
    const lease = await takeLease(context, 'grouping', holder, leaseLength)
    if (!lease) return false
    try {
      return (await groupNew(context, lease)) === batch
    } finally {
      await lease.release()
    }
  } catch (error) {
    if (!(error instanceof LeaseLost)) context.log.error({ error }, 'grouping failed; trying again')
    return false
  }
}
