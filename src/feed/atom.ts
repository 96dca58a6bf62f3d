// Atom (RFC 4287) with tombstones (RFC 6721) and archives (RFC 5005).
import { rfc3339 } from '../time.ts'
import { entryHtml, picturesOf } from './body.ts'
import { addresses, allEntries, type Feed, type FeedEnding, tagOf, titleOf } from './feed.ts'
import { feedLinks } from './links.ts'
import { pictureType } from './picture.ts'
import { authorsOf, changedAt, entryTitle, type FeedEntry, isReaders } from './public-entry.ts'
import { toXml, type XmlTree } from './xml.ts'

/** Names elements of our own in the XML formats. */
export const postbagNamespace = 'urn:x-postbag:feed:1'

/** What a source calls a reader whose name is not known: Atom wants every entry to have an author. */
export const unnamedReader = 'A reader'

export const atomType = 'application/atom+xml; charset=utf-8'

/** Of RFC 5005. */
export const historyNamespace = 'http://purl.org/syndication/history/1.0'

/** Of Media RSS. */
export const mediaNamespace = 'http://search.yahoo.com/mrss/'

/** The links of a document as attributes of `link` elements; `type` is the media type of the document itself. */
export const linkElements = (feed: Feed, ending: FeedEnding, type: string): XmlTree[] =>
  feedLinks(feed, ending).map(({ rel, href }) => ({
    '@rel': rel,
    ...(rel === 'self' && { '@type': type }),
    '@href': href,
  }))

export function atom(feed: Feed): string {
  const { page } = addresses(feed)
  return toXml({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xmlns:at': 'http://purl.org/atompub/tombstones/1.0',
      '@xmlns:fh': historyNamespace,
      '@xmlns:media': mediaNamespace,
      '@xmlns:postbag': postbagNamespace,
      '@xml:lang': feed.language,
      id: tagOf(feed, 'story', feed.story.id),
      title: titleOf(feed.story),
      ...(feed.story.standfirst && { subtitle: feed.story.standfirst }),
      updated: rfc3339(feed.updatedAt),
      author: { name: feed.newsroom },
      ...(feed.archive.number !== null && { 'fh:archive': {} }),
      link: [
        ...linkElements(feed, '.atom', 'application/atom+xml'),
        { '@rel': 'alternate', '@type': 'text/html', '@href': page },
      ],
      generator: 'Postbag',
      entry: allEntries(feed).map(entry => atomEntry(feed, entry)),
      'at:deleted-entry': feed.withdrawn.map(gone => ({
        '@ref': tagOf(feed, 'entry', gone.id),
        '@when': rfc3339(gone.withdrawnAt),
      })),
    },
  })
}

/** Who an entry is by, as the formats want it that know no entry without an author. */
export const namedAuthors = (feed: Feed, entry: FeedEntry): string[] => {
  const names = authorsOf(entry)
  return names.length > 0 ? names : [isReaders(entry) ? unnamedReader : feed.newsroom]
}

/** The pictures as Media RSS has them, for readers that show one beside the text. */
export const mediaOf = (feed: Feed, entry: FeedEntry): XmlTree[] =>
  picturesOf(entry).map(({ id, width, height, alt, credit }) => ({
    '@url': addresses(feed).picture(id),
    '@type': pictureType,
    '@medium': 'image',
    '@width': String(width),
    '@height': String(height),
    'media:description': { '@type': 'plain', '#': alt },
    ...(credit && { 'media:credit': credit }),
  }))

const atomEntry = (feed: Feed, entry: FeedEntry): XmlTree => ({
  ...(entry.language && { '@xml:lang': entry.language }),
  id: tagOf(feed, 'entry', entry.id),
  title: entryTitle(entry),
  published: rfc3339(entry.publishedAt),
  updated: rfc3339(changedAt(entry)),
  author: namedAuthors(feed, entry).map(name => ({ name })),
  category: entry.tags.map(tag => ({ '@term': tag })),
  link: [
    { '@rel': 'alternate', '@type': 'text/html', '@href': addresses(feed).entry(entry.id) },
    ...picturesOf(entry).map(picture => ({
      '@rel': 'enclosure',
      '@type': pictureType,
      '@href': addresses(feed).picture(picture.id),
    })),
  ],
  'media:content': mediaOf(feed, entry),
  content: { '@type': 'html', '#': entryHtml(entry, feed) },
  'postbag:revision': String(entry.revision),
  'postbag:kind': entry.kind,
  ...(entry.keyPoint && { 'postbag:keyPoint': 'true' }),
  ...(entry.pinned && { 'postbag:pinned': 'true' }),
})
