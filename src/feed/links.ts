// Where a feed document stands among the others: itself, its hubs, its next page, its archives. Said in the XML formats
// as Atom links and over HTTP in the Link header (RFC 8288), so that the formats without links have them too.
import { addresses, type Feed, type FeedEnding, ownAddress } from './feed.ts'

export type FeedLink = { rel: string; href: string }

/** The links of a document, itself first. An archive has no hub: nobody subscribes to what never grows. */
export function feedLinks(feed: Feed, ending: FeedEnding): FeedLink[] {
  const { number, previous, next } = feed.archive
  const { archive, feed: address } = addresses(feed)
  const links: (FeedLink | false)[] = [
    { rel: 'self', href: ownAddress(feed, ending) },
    ...(number === null && !feed.window?.before ? feed.hubs.map(href => ({ rel: 'hub', href })) : []),
    number !== null && { rel: 'current', href: address(ending) },
    feed.window !== null && { rel: 'first', href: address(`${ending}?limit=${feed.window.limit}`) },
    feed.window?.next != null && { rel: 'next', href: nextAddress(feed, ending)! },
    previous !== null && { rel: 'prev-archive', href: archive(previous, ending) },
    next !== null && { rel: 'next-archive', href: archive(next, ending) },
  ]
  return links.filter(link => link !== false)
}

/** Where the next older entries of a window are; null at the end, and for a whole feed. */
export const nextAddress = (feed: Feed, ending: FeedEnding): string | null =>
  feed.window?.next == null
    ? null
    : addresses(feed).feed(`${ending}?limit=${feed.window.limit}&before=${feed.window.next}`)
