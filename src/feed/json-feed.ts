// JSON Feed 1.1, with what it has no words for under `_postbag`.
import { rfc3339 } from '../time.ts'
import {
  addresses,
  allEntries,
  authorOf,
  changedAt,
  type Feed,
  type FeedEntry,
  ownAddress,
  tagOf,
  titleOf,
} from './feed.ts'
import { toJson } from './json.ts'
import { lineAsTitle } from './line.ts'
import { feedLinks, nextAddress } from './links.ts'
import { entryHtml, entryParagraphs } from './text.ts'

export const jsonFeedType = 'application/feed+json; charset=utf-8'

export function jsonFeed(feed: Feed): string {
  const { page, archive } = addresses(feed)
  const { previous } = feed.archive
  const hubs = feedLinks(feed, '.json').filter(({ rel }) => rel === 'hub')
  return toJson({
    version: 'https://jsonfeed.org/version/1.1',
    title: titleOf(feed.story),
    home_page_url: page,
    feed_url: ownAddress(feed, '.json'),
    // Older entries: the next window, or the archives, whose membership is fixed.
    next_url: feed.window
      ? (nextAddress(feed, '.json') ?? undefined)
      : previous === null
        ? undefined
        : archive(previous, '.json'),
    description: feed.story.standfirst || undefined,
    language: feed.language,
    authors: [{ name: feed.newsroom }],
    hubs: hubs.length > 0 ? hubs.map(({ href }) => ({ type: 'WebSub', url: href })) : undefined,
    _postbag: {
      about: page,
      id: tagOf(feed, 'story', feed.story.id),
      updated: rfc3339(feed.updatedAt),
      ...(feed.archive.number === null ? standing(feed) : { archive: feed.archive.number }),
      withdrawn: feed.withdrawn.map(gone => ({ id: tagOf(feed, 'entry', gone.id), when: rfc3339(gone.withdrawnAt) })),
    },
    items: allEntries(feed).map(entry => jsonItem(feed, entry)),
  })
}

/** What the story says today, which no archive repeats: archives change only with their members. */
const standing = (feed: Feed) => ({
  seq: feed.seq,
  live: feed.story.live,
  call_out: feed.story.callOut || undefined,
  key_points: feed.story.keyPoints,
})

/** One entry as an item of JSON Feed; `changes.json` and the entry's own events use the same form. */
export const jsonItem = (feed: Feed, entry: FeedEntry) => ({
  id: tagOf(feed, 'entry', entry.id),
  url: addresses(feed).entry(entry.id),
  title: lineAsTitle(entry.line),
  content_html: entryHtml(entry.line, entry.text),
  content_text: entryParagraphs(entry.line, entry.text).join('\n\n'),
  date_published: rfc3339(entry.publishedAt),
  date_modified: rfc3339(changedAt(entry)),
  authors: authorOf(entry) ? [{ name: authorOf(entry) }] : undefined,
  _postbag: {
    revision: entry.revision,
    line: entry.line,
    name: entry.name,
    place: entry.place,
    verb: entry.verb,
    pinned: entry.pinned,
  },
})
