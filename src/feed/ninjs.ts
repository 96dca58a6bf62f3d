// ninjs 2.1 (IPTC): the story as one composite item whose associations are its entries, withdrawn ones as cancelled.
import { rfc3339 } from '../time.ts'
import { entryHtml, entryParagraphs, picturesOf } from './body.ts'
import { addresses, allEntries, type Feed, ownAddress, type Tombstone, tagOf, titleOf } from './feed.ts'
import { toJson } from './json.ts'
import { type FeedPicture, pictureType, smallOf } from './picture.ts'
import { authorsOf, changedAt, entryTitle, type FeedEntry } from './public-entry.ts'

export const ninjsType = 'application/json; charset=utf-8'

const standard = {
  name: 'ninjs',
  version: '2.1',
  schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_2.1.json',
}

export function ninjs(feed: Feed): string {
  const archive = feed.archive.number !== null
  return toJson({
    uri: uriOf(feed),
    standard,
    type: 'composite',
    representationtype: 'complete',
    firstcreated: rfc3339(feed.story.createdAt),
    versioncreated: rfc3339(feed.updatedAt),
    version: archive ? undefined : String(feed.seq),
    pubstatus: 'usable',
    language: feed.language,
    by: feed.story.byline || undefined,
    headlines: [{ role: 'main', value: titleOf(feed.story) }],
    descriptions: feed.story.standfirst
      ? [{ role: 'summary', contenttype: 'text/plain', value: feed.story.standfirst }]
      : undefined,
    altids: [{ role: 'url', value: archive ? ownAddress(feed, '.ninjs.json') : addresses(feed).page }],
    associations: [
      ...allEntries(feed).map(entry => ninjsEntry(feed, entry)),
      ...feed.withdrawn.map(gone => ninjsTombstone(feed, gone)),
    ],
  })
}

/** A window or an archive is no version of the story's item, but an item of its own. */
function uriOf(feed: Feed): string {
  const story = tagOf(feed, 'story', feed.story.id)
  if (feed.archive.number !== null) return `${story}/archive/${feed.archive.number}`
  return feed.window === null ? story : `${story}/limit/${feed.window.limit}/${feed.window.before ?? 'newest'}`
}

const ninjsEntry = (feed: Feed, entry: FeedEntry) => ({
  name: entry.id,
  uri: tagOf(feed, 'entry', entry.id),
  standard,
  type: 'text',
  representationtype: 'complete',
  firstcreated: rfc3339(entry.publishedAt),
  versioncreated: rfc3339(changedAt(entry)),
  version: String(entry.revision),
  pubstatus: 'usable',
  language: entry.language || feed.language,
  by: authorsOf(entry).join(', ') || undefined,
  located: entry.place || undefined,
  headlines: [{ role: 'main', value: entryTitle(entry) }],
  bodies: [
    { role: 'main', contenttype: 'text/plain', value: entryParagraphs(entry).join('\n\n') },
    { role: 'richtext', contenttype: 'text/html', value: entryHtml(entry, feed) },
  ],
  ednote: entry.correction ? `Correction: ${entry.correction.note}` : undefined,
  subjects: entry.tags.length > 0 ? entry.tags.map(name => ({ name })) : undefined,
  altids: [{ role: 'url', value: addresses(feed).entry(entry.id) }],
  associations:
    picturesOf(entry).length > 0 ? picturesOf(entry).map(picture => ninjsPicture(feed, entry, picture)) : undefined,
})

const ninjsPicture = (feed: Feed, entry: FeedEntry, picture: FeedPicture) => ({
  name: 'picture',
  uri: addresses(feed).picture(picture.id),
  standard,
  type: 'picture',
  representationtype: 'complete',
  versioncreated: rfc3339(changedAt(entry)),
  pubstatus: 'usable',
  by: picture.credit || undefined,
  descriptions: [{ role: 'caption', contenttype: 'text/plain', value: picture.alt }],
  renditions: (['large', 'small'] as const).map(size => ({
    name: size,
    href: addresses(feed).picture(picture.id, size),
    contenttype: pictureType,
    ...(size === 'small' ? smallOf(picture) : { width: picture.width, height: picture.height }),
  })),
})

const ninjsTombstone = (feed: Feed, gone: Tombstone) => ({
  name: gone.id,
  uri: tagOf(feed, 'entry', gone.id),
  standard,
  type: 'text',
  firstcreated: rfc3339(gone.publishedAt),
  versioncreated: rfc3339(gone.withdrawnAt),
  version: String(gone.revision),
  pubstatus: 'canceled',
})
