// What readers get, as a type of its own: it has no place for an address, a raw mail, a point of view or a staff id.
// Every serialiser takes this type and nothing else, so private data cannot reach a feed by mistake.
import type { Installation, Row } from '../store/index.ts'
import type { FeedEntry } from './public-entry.ts'

/** What stays of a withdrawn entry: never its words. */
export type Tombstone = { id: string; revision: number; publishedAt: number; withdrawnAt: number; pageAt: number }

/** A line of the summary; with the entry that it is made of, where there is one. */
export type KeyPoint = { text: string; entryId: string | null }

export type FeedStory = {
  id: string
  slug: string
  title: string
  headline: string
  standfirst: string
  byline: string
  /** '' when switched off. */
  callOut: string
  keyPoints: KeyPoint[]
  /** The call-out stands again after every so many entries; 0: only at the top. */
  callOutEvery: number
  /** IANA name. */
  zone: string
  live: boolean
  /** Whether readers see "This entry was removed". */
  showWithdrawn: boolean
  createdAt: number
  closedAt: number | null
}

export type Feed = {
  newsroom: string
  /** BCP 47. */
  language: string
  tagAuthority: string
  tagDate: string
  /** `https://host`, no slash at the end. */
  baseUrl: string
  /** Addresses of the hubs (WebSub) that tell subscribers of this feed. */
  hubs: string[]
  story: FeedStory
  /** The story's own sequence; `changes.json` goes on from it. */
  seq: number
  /** When readers were last told something; never smaller than before. */
  updatedAt: number
  /** Live entries, newest first. */
  entries: FeedEntry[]
  /** Live entries too old for `entries` that changed lately, newest first: readers of the feed see the change here. */
  late: FeedEntry[]
  /** Live entries that stand above the others on the page, newest first; they are not taken out of `entries`. */
  pins: FeedEntry[]
  /** The newest of the page in the order that editors gave it; the feeds keep the order of publication. */
  arranged: FeedEntry[]
  /** Newest first, kept 30 days and more. */
  withdrawn: Tombstone[]
  /** The document's own number where it is an archive (RFC 5005), and the archives beside it. */
  archive: { number: number | null; previous: number | null; next: number | null }
  /** Where fewer entries were asked for: how many, before which ordinal, and before which to go on. Null: the whole feed. */
  window: { limit: number; before: number | null; next: number | null } | null
}

/** The formats of a feed, as their addresses end. */
export const feedEndings = ['.atom', '.rss', '.json', '.ninjs.json', '.txt'] as const
export type FeedEnding = (typeof feedEndings)[number]

/** How many entries a feed holds; older ones are in its archives. */
export const feedLength = 50

/** Tombstones stay this long, counted back from the last change, so that a feed is a function of its rows alone. */
export const tombstoneLife = 30 * 24 * 3_600_000

export const storyFrom = (row: Row<'story'>, keyPoints: KeyPoint[]): FeedStory => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  headline: row.headline,
  standfirst: row.standfirst,
  byline: row.byline,
  callOut: row.call_out_shown ? row.call_out : '',
  keyPoints,
  callOutEvery: row.call_out_every,
  zone: row.zone,
  live: row.status === 'open' || row.status === 'closing',
  showWithdrawn: row.show_withdrawn === 1,
  createdAt: row.created_at,
  closedAt: row.closed_at,
})

type Tagged = Pick<Installation, 'tagAuthority' | 'tagDate'>

/** The permanent id (RFC 4151), which outlives slug, host and text. */
export const tagOf = ({ tagAuthority, tagDate }: Tagged, kind: 'entry' | 'story', id: string) =>
  `tag:${tagAuthority},${tagDate}:postbag/${kind}/${id}`

/** Where readers find things. */
export const addresses = (feed: { baseUrl: string; story: Pick<FeedStory, 'slug'> }) => ({
  page: `${feed.baseUrl}/live/${feed.story.slug}`,
  entry: (id: string) => `${feed.baseUrl}/live/${feed.story.slug}/entries/${id}`,
  picture: (id: string, size: 'large' | 'small' = 'large') =>
    `${feed.baseUrl}/live/${feed.story.slug}/pictures/${id}${size === 'small' ? '-640' : ''}.webp`,
  feed: (ending: string) => `${feed.baseUrl}/feeds/${feed.story.slug}${ending}`,
  archive: (number: number, ending: string) => `${feed.baseUrl}/feeds/${feed.story.slug}/archive/${number}${ending}`,
  archivePage: (number: number) => `${feed.baseUrl}/live/${feed.story.slug}/archive/${number}`,
})

/** The address of the document itself: the feed, a window of it, or one of its archives. */
export function ownAddress(feed: Feed, ending: FeedEnding): string {
  const { archive, window } = feed
  if (archive.number !== null) return addresses(feed).archive(archive.number, ending)
  if (window === null) return addresses(feed).feed(ending)
  const before = window.before === null ? '' : `&before=${window.before}`
  return addresses(feed).feed(`${ending}?limit=${window.limit}${before}`)
}

/** Everything that a feed document says of entries: the newest, and older ones that changed lately. */
export const allEntries = (feed: Feed) => [...feed.entries, ...feed.late]

/** The story's name as readers see it. */
export const titleOf = (story: FeedStory) => story.headline || story.title
