// The loop that delivers to webhooks: one process at a time, by lease; woken by whatever is committed.
import { type Context, takeLease } from '../store/index.ts'
import { deliverDue, nextDelivery, type Sending } from './deliver.ts'

const patience = 1_000
/** Renewed before each message, and a consumer has ten seconds for one. */
const leaseLength = 15_000

/** Delivers until told to stop; a message on its way is broken off then, and sent again at the next start. */
export function startDeliveries(
  context: Context,
  sending: Pick<Sending, 'keys' | 'baseUrl'>,
  holder = `webhooks-${process.pid}`,
): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  let wake = () => {}
  const stopWaking = context.signal.onWake(() => wake())

  async function round(): Promise<number> {
    const due = (await nextDelivery(context)) - context.now()
    if (due > 0) return Math.min(due, patience)
    const lease = await takeLease(context, 'webhooks', holder, leaseLength)
    if (!lease) return patience
    try {
      await deliverDue(context, { ...sending, signal: stopping.signal, mayGoOn: lease.renew })
    } finally {
      await lease.release()
    }
    return 0
  }

  async function run() {
    while (!stopping.signal.aborted) {
      let woken = false
      wake = () => {
        woken = true
      }
      const wait = await round().catch(error => {
        context.log.error({ error }, 'delivering to webhooks failed; trying again')
        return patience
      })
      if (woken || stopping.signal.aborted) continue
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, wait)
        timer.unref()
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
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
