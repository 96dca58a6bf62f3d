// WebSub (W3C Recommendation of 23 January 2018): a hub is told that a feed has changed, fetches it and passes it on.
import type { Outgoing } from '../outgoing.ts'
import { addresses, feedEndings } from './feed.ts'
import { post } from './post.ts'

/**
 * Tells a hub of every format of a story's feed. How a publisher speaks to its hub is left open by the Recommendation
 * (section 6.1); all public hubs understand a form with `hub.mode=publish`, the older ones name the feed `hub.url`, the
 * newer ones `hub.topic`. Null when each was taken; otherwise why not, in words.
 */
export async function pingHub(
  hub: string,
  { baseUrl, slug, outgoing }: { baseUrl: string; slug: string; outgoing: Outgoing },
  signal: AbortSignal,
): Promise<string | null> {
  const answers = await Promise.all(
    feedEndings.map(ending => {
      const topic = addresses({ baseUrl, story: { slug } }).feed(ending)
      const body = new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': topic, 'hub.topic': topic }).toString()
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
      return post(hub, { body, headers, outgoing }, signal)
    }),
  )
  return answers.find(answer => answer !== null) ?? null
}
