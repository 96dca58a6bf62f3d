// One round of what is due, waited for: what the loop does when it is woken.
import { deliver, type Sending, waitingDeliveries } from '../../src/feed/deliver.ts'
import type { Context } from '../../src/store/index.ts'

/** Tells every consumer what is due now; answers whether there was anything. */
export async function deliverDue(context: Context, sending: Sending): Promise<boolean> {
  const due = (await waitingDeliveries(context)).filter(each => each.next_at <= context.now())
  await Promise.all(due.map(each => deliver(context, each, sending)))
  return due.length > 0
}

/** When the next attempt is due (epoch milliseconds); Infinity when nothing waits. */
export const nextDelivery = async (context: Context): Promise<number> =>
  (await waitingDeliveries(context))[0]?.next_at ?? Number.POSITIVE_INFINITY
