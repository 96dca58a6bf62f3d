// The loop that makes entries live: it sleeps until the next one is due, and is woken by whatever is committed.
import { type Context, LeaseLost, takeLease } from '../store/index.ts'
import { nextDue, publishDue } from './publish.ts'

/** Looks again by itself this often (ms), because another process may have scheduled something. */
const patience = 500
const leaseLength = 5_000
/** How soon to try again when another process holds the lease (ms). */
const leaseRetry = 50

/** Publishes due entries until told to stop. `holder` names this process in the lease. */
export function startDueWork(context: Context, holder = `publish-${process.pid}`): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  let wake = () => {}
  const stopWaking = context.signal.onWake(() => wake())
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

  async function run() {
    while (!stopping.signal.aborted) {
      // Set before the look, so that a commit between the look and the sleep is not slept through.
      let woken = false
      wake = () => {
        woken = true
      }
      const wait = await round(context, holder)
      if (!woken) await sleep(wait)
    }
  }

  const running = run()
  return {
    async stop() {
      stopping.abort()
      stopWaking()
      wake()
      await running
    },
  }
}

/** Publishes what is due; answers how long to sleep (ms). A fault is logged and tried again, never thrown. */
async function round(context: Context, holder: string): Promise<number> {
  try {
    const wait = (await nextDue(context)) - context.now()
    if (wait > 0) return Math.min(wait, patience)
    const lease = await takeLease(context, 'publish', holder, leaseLength)
    if (!lease) return leaseRetry
    try {
      const count = await publishDue(context, lease)
      context.log.debug({ count }, 'published')
    } finally {
      await lease.release()
    }
    return 0
  } catch (error) {
    if (!(error instanceof LeaseLost)) context.log.error({ error }, 'publishing failed; trying again')
    return patience
  }
}
