// The loop that tells consumers: one process at a time, by lease; woken by whatever is committed. Each consumer has a
// line of its own, so that one which does not answer keeps no other waiting.
import { setTimeout as pause } from 'node:timers/promises'
import { type Context, type Lease, takeLease } from '../store/index.ts'
import { deliver, type Sending, type Waiting, waitingDeliveries } from './deliver.ts'

const patience = 1_000
/** Renewed before each message, and a consumer has ten seconds for one. */
const leaseLength = 15_000

const lineOf = (each: Waiting) => `${each.webhook_id} ${each.story_id}`

/** Delivers until told to stop; a message on its way is broken off then, and sent again at the next start. */
export function startDeliveries(
  context: Context,
  sending: Pick<Sending, 'keys' | 'baseUrl'>,
  holder = `webhooks-${process.pid}`,
): { stop: () => Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const busy = new Map<string, Promise<void>>()
  let lease: Lease | null = null
  let wake = () => {}
  const stopWaking = context.signal.onWake(() => wake())

  /** Begins what is due and not under way; answers how long to sleep (ms). */
  async function round(): Promise<number> {
    const waiting = (await waitingDeliveries(context)).filter(each => !busy.has(lineOf(each)))
    const now = context.now()
    const due = waiting.filter(each => each.next_at <= now)
    if (due.length === 0) return Math.min(patience, ...waiting.map(each => each.next_at - now))
    lease ??= await takeLease(context, 'webhooks', holder, leaseLength)
    if (lease && !(await lease.renew())) lease = null
    if (lease) for (const each of due) begin(each, lease)
    return patience
  }

  function begin(due: Waiting, held: Lease): void {
    const work = deliver(context, due, { ...sending, signal, mayGoOn: held.renew })
      .catch(async error => {
        context.log.error({ error }, 'telling a consumer failed; trying again')
        await pause(patience, undefined, { signal, ref: false }).catch(() => {})
      })
      .finally(async () => {
        busy.delete(lineOf(due))
        if (busy.size === 0 && lease) {
          const done = lease
          lease = null
          await done
            .release()
            .catch(error => context.log.error({ error }, 'the lease of deliveries was not given back'))
        }
        wake()
      })
    busy.set(lineOf(due), work)
  }

  async function run() {
    while (!signal.aborted) {
      let woken = false
      wake = () => {
        woken = true
      }
      const wait = await round().catch(error => {
        context.log.error({ error }, 'delivering to consumers failed; trying again')
        return patience
      })
      if (woken || signal.aborted) continue
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
      await Promise.all(busy.values())
    },
  }
}
