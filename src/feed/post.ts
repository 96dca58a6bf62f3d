// One message to a consumer of the feed, over HTTP.
import { mayCall, notOnTheList, type Outgoing } from '../outgoing.ts'

/** A consumer has this long to answer (ms). */
const patience = 10_000

/** Null when it was taken (2xx); otherwise why not, in words. Redirects are not followed: only the address given is told. */
export async function post(
  url: string,
  message: { body: string; headers: Record<string, string>; outgoing: Outgoing },
  signal: AbortSignal,
): Promise<string | null> {
  const { hostname } = new URL(url)
  if (!mayCall(message.outgoing, hostname)) return notOnTheList(hostname)
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body: message.body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
      headers: { 'User-Agent': 'Postbag', ...message.headers },
    })
    await answer.body?.cancel()
    return answer.ok ? null : `It answered ${answer.status}.`
  } catch (error) {
    if ((error as Error).name === 'TimeoutError') return `It did not answer within ${patience / 1000} s.`
    const cause = (error as { cause?: { code?: string } }).cause?.code
    return `It could not be reached${cause ? ` (${cause})` : ''}.`
  }
}
