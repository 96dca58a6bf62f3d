// JSON Feed 1.1, with what it has no words for under `_postbag`.
import { rfc3339 } from '../time.ts'
import { entryHtml, entryParagraphs, picturesOf } from './body.ts'
import { addresses, allEntries, type Feed, ownAddress, tagOf, titleOf } from './feed.ts'
import { toJson } from './json.ts'
import { feedLinks, nextAddress } from './links.ts'
import { pictureType } from './picture.ts'
import { authorsOf, changedAt, entryTitle, type FeedEntry, type FeedWords } from './public-entry.ts'

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
  key_points: feed.story.keyPoints.map(point => point.text),
})

/** One entry as an item of JSON Feed; `changes.json` and the entry's own events use the same form. */
export const jsonItem = (feed: Feed, entry: FeedEntry) => ({
  id: tagOf(feed, 'entry', entry.id),
  url: addresses(feed).entry(entry.id),
  external_url: entry.url || undefined,
  title: entryTitle(entry),
  content_html: entryHtml(entry, feed),
  content_text: entryParagraphs(entry).join('\n\n'),
  date_published: rfc3339(entry.publishedAt),
  date_modified: rfc3339(changedAt(entry)),
  authors: authorsOf(entry).length > 0 ? authorsOf(entry).map(name => ({ name })) : undefined,
  image: picturesOf(entry).map(picture => addresses(feed).picture(picture.id))[0],
  attachments:
    picturesOf(entry).length > 0
      ? picturesOf(entry).map(picture => ({
          url: addresses(feed).picture(picture.id),
          mime_type: pictureType,
          title: picture.alt,
        }))
      : undefined,
  tags: entry.tags.length > 0 ? entry.tags : undefined,
  language: entry.language || undefined,
  _postbag: {
    kind: entry.kind,
    revision: entry.revision,
    headline: entry.headline || undefined,
    ...jsonWords(entry),
    correction: entry.correction ? { note: entry.correction.note, when: rfc3339(entry.correction.at) } : undefined,
    members:
      entry.kind === 'group'
        ? entry.members.map(member => ({ id: member.id, ...jsonWords(member), text: member.text }))
        : undefined,
    pinned: entry.pinned,
    key_point: entry.keyPoint,
  },
})

/** Who speaks, in parts; those that are not known are left out. */
const jsonWords = (words: FeedWords) => ({
  line: words.line,
  name: words.name,
  name_form: words.nameForm || undefined,
  role: words.role || undefined,
  place: words.place,
  town: words.town || undefined,
  region: words.region || undefined,
  country: words.country || undefined,
  verb: words.verb,
  programme: words.programme || undefined,
  service: words.service || undefined,
  picture: words.picture ?? undefined,
})
