// schema.org LiveBlogPosting, for search engines, from the same feed as everything else.
import { rfc3339 } from '../time.ts'
import { entryParagraphs, picturesOf } from './body.ts'
import { addresses, type Feed, titleOf } from './feed.ts'
import { toJson } from './json.ts'
import { authorsOf, changedAt, entryTitle, type FeedEntry, isReaders } from './public-entry.ts'

/** The page's data block, safe inside a script element. */
export function liveBlogPosting(feed: Feed): string {
  const { page } = addresses(feed)
  const { story } = feed
  const oldest = feed.entries.at(-1)?.publishedAt ?? story.createdAt
  return toJson({
    '@context': 'https://schema.org',
    '@type': 'LiveBlogPosting',
    '@id': page,
    url: page,
    headline: titleOf(story),
    description: story.standfirst || undefined,
    inLanguage: feed.language,
    datePublished: rfc3339(Math.min(story.createdAt, oldest)),
    dateModified: rfc3339(feed.updatedAt),
    coverageStartTime: rfc3339(story.createdAt),
    coverageEndTime: story.closedAt === null ? undefined : rfc3339(story.closedAt),
    about: { '@type': 'Event', name: story.title, startDate: rfc3339(story.createdAt) },
    author: editorsOf(story.byline) ?? { '@type': 'Organization', name: feed.newsroom },
    publisher: { '@type': 'Organization', name: feed.newsroom },
    liveBlogUpdate: feed.entries.map(entry => blogPosting(feed, entry)),
  })
}

/** “By Tom Moseley and Nick Eardley” as persons; undefined without a byline. */
const editorsOf = (byline: string) =>
  byline === ''
    ? undefined
    : byline
        .replace(/^by\s+/i, '')
        .split(/\s*,\s*|\s+and\s+/)
        .map(name => ({ '@type': 'Person', name }))

/** One entry, also the data block of its own page. */
export const blogPosting = (feed: Feed, entry: FeedEntry) => ({
  '@type': 'BlogPosting',
  '@id': addresses(feed).entry(entry.id),
  url: addresses(feed).entry(entry.id),
  headline: entryTitle(entry),
  datePublished: rfc3339(entry.publishedAt),
  dateModified: rfc3339(changedAt(entry)),
  articleBody: entryParagraphs(entry).join('\n\n'),
  author: authorOf(feed, entry),
  image: imageOf(feed, entry),
  inLanguage: entry.language || undefined,
  keywords: entry.tags.length > 0 ? entry.tags.join(', ') : undefined,
  correction: entry.correction
    ? { '@type': 'CorrectionComment', text: entry.correction.note, datePublished: rfc3339(entry.correction.at) }
    : undefined,
})

function imageOf(feed: Feed, entry: FeedEntry) {
  const images = picturesOf(entry).map(({ id, width, height, alt, credit }) => ({
    ...{ '@type': 'ImageObject', url: addresses(feed).picture(id), width, height, caption: alt },
    creditText: credit || undefined,
  }))
  return images.length > 1 ? images : images[0]
}

/** The persons who speak, by name only; of our own words the newsroom; of a reader who is not named nobody. */
function authorOf(feed: Feed, entry: FeedEntry) {
  const persons = authorsOf(entry).map(name => ({ '@type': 'Person', name }))
  if (persons.length > 0) return persons.length === 1 ? persons[0] : persons
  return isReaders(entry) ? undefined : { '@type': 'Organization', name: feed.newsroom }
}
