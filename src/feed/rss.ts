// RSS 2.0. It has no tombstone: a withdrawn item keeps its guid for 30 days, with a title that says so and no text.
import { rfc822 } from '../time.ts'
import { historyNamespace, linkElements, mediaNamespace, mediaOf, namedAuthors, postbagNamespace } from './atom.ts'
import { entryHtml } from './body.ts'
import { addresses, allEntries, type Feed, type Tombstone, tagOf, titleOf } from './feed.ts'
import { entryTitle, type FeedEntry } from './public-entry.ts'
import { toXml, type XmlTree } from './xml.ts'

export const rssType = 'application/rss+xml; charset=utf-8'

export function rss(feed: Feed): string {
  const { page } = addresses(feed)
  return toXml({
    rss: {
      '@version': '2.0',
      '@xmlns:atom': 'http://www.w3.org/2005/Atom',
      '@xmlns:fh': historyNamespace,
      '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      '@xmlns:media': mediaNamespace,
      '@xmlns:postbag': postbagNamespace,
      channel: {
        title: titleOf(feed.story),
        link: page,
        description: feed.story.standfirst || `${titleOf(feed.story)}: what our readers write`,
        language: feed.language.toLowerCase(),
        lastBuildDate: rfc822(feed.updatedAt),
        generator: 'Postbag',
        docs: 'https://www.rssboard.org/rss-specification',
        ...(feed.archive.number !== null && { 'fh:archive': {} }),
        'atom:link': linkElements(feed, '.rss', 'application/rss+xml'),
        item: [
          ...allEntries(feed).map(entry => rssItem(feed, entry)),
          ...feed.withdrawn.map(gone => withdrawnItem(feed, gone)),
        ],
      },
    },
  })
}

const guid = (feed: Feed, id: string): XmlTree => ({ '@isPermaLink': 'false', '#': tagOf(feed, 'entry', id) })

const rssItem = (feed: Feed, entry: FeedEntry): XmlTree => ({
  title: entryTitle(entry),
  link: addresses(feed).entry(entry.id),
  guid: guid(feed, entry.id),
  pubDate: rfc822(entry.publishedAt),
  'dc:creator': namedAuthors(feed, entry),
  category: entry.tags,
  ...(entry.language && { 'dc:language': entry.language }),
  description: entryHtml(entry, feed),
  'media:content': mediaOf(feed, entry),
  'postbag:kind': entry.kind,
  ...(entry.keyPoint && { 'postbag:keyPoint': 'true' }),
  ...(entry.pinned && { 'postbag:pinned': 'true' }),
})

const withdrawnItem = (feed: Feed, gone: Tombstone): XmlTree => ({
  title: 'Withdrawn',
  guid: guid(feed, gone.id),
  pubDate: rfc822(gone.publishedAt),
  'postbag:withdrawn': rfc822(gone.withdrawnAt),
})
