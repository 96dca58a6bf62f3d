// The feeds as documents: one serialiser each, from the one type that cannot hold private data.
import type { IncomingMessage } from 'node:http'
import Negotiator from 'negotiator'
import {
  addresses,
  atom,
  atomType,
  changesJson,
  csv,
  csvType,
  type Feed,
  type FeedEnding,
  type FeedWindow,
  feedLinks,
  jsonFeed,
  jsonFeedType,
  ninjs,
  ninjsType,
  plain,
  plainType,
  readArchive,
  readArchiveFeed,
  readChangesWithEntries,
  readFeed,
  readFeedWindow,
  rss,
  rssType,
} from '../feed/index.ts'
import { sha256 } from '../id.ts'
import type { Document } from './document.ts'
import { feedPolicy } from './headers.ts'
import type { Material } from './material.ts'

const formats: Record<FeedEnding, { serialise: (feed: Feed) => string; type: string }> = {
  '.atom': { serialise: atom, type: atomType },
  '.rss': { serialise: rss, type: rssType },
  '.json': { serialise: jsonFeed, type: jsonFeedType },
  '.ninjs.json': { serialise: ninjs, type: ninjsType },
  '.txt': { serialise: plain, type: plainType },
}

/** A builder of a feed's document: whole, or a window of it. */
export function feedDocument(ending: FeedEnding, window: FeedWindow | null) {
  return async (material: Material): Promise<Document> => {
    const { context, story, config } = material
    const feed = window
      ? await readFeedWindow(context.db, story, config.baseUrl, window)
      : await readFeed(context.db, story, config.baseUrl)
    return inFormat(material, feed, ending)
  }
}

/**
 * A builder of an archive document. Its ETag is made of its bytes, so that a consumer is not told of news elsewhere in
 * the story; null where there is no such archive.
 */
export function archiveDocument(ending: FeedEnding, number: number) {
  return async (material: Material): Promise<Document | null> => {
    const feed = await readArchiveFeed(material.context.db, material.story, material.config.baseUrl, number)
    if (!feed) return null
    const answer = inFormat(material, feed, ending)
    return { ...answer, version: sha256(answer.body).slice(0, 24), modifiedAt: feed.updatedAt }
  }
}

/** Everything that changed after number `since`. */
export function changesDocument(since: number) {
  return async (material: Material): Promise<Document> => {
    const { db } = material.context
    const feed = await readFeed(db, material.story, material.config.baseUrl, 0)
    const changes = await readChangesWithEntries(db, material.story, since)
    return feedAnswer(material, feed, { type: 'application/json; charset=utf-8', body: changesJson(feed, changes) })
  }
}

/** The story's whole record as a table, to keep. */
export async function csvDocument(material: Material): Promise<Document> {
  const { db } = material.context
  const feed = await readFeed(db, material.story, material.config.baseUrl, 0)
  const answer = feedAnswer(material, feed, { type: csvType, body: csv(await readArchive(db, material.story.id)) })
  const name = `attachment; filename="${material.story.slug}.csv"`
  return { ...answer, headers: { ...answer.headers, 'Content-Disposition': name } }
}

function inFormat(material: Material, feed: Feed, ending: FeedEnding): Document {
  const { serialise, type } = formats[ending]
  const answer = feedAnswer(material, feed, { type, body: serialise(feed) })
  const links = feedLinks(feed, ending).map(({ rel, href }) => `<${href}>; rel="${rel}"`)
  return { ...answer, headers: { Link: [...links, answer.headers?.Link].join(', ') } }
}

const feedAnswer = (material: Material, feed: Feed, made: { type: string; body: string }): Document => ({
  status: 200,
  ...made,
  policy: feedPolicy,
  version: material.version,
  modifiedAt: Math.max(feed.updatedAt, material.modifiedAt),
  headers: { Link: `<${addresses(feed).page}>; rel="alternate"; type="text/html"` },
})

const endings: Record<string, string> = {
  'application/feed+json': '.json',
  'application/atom+xml': '.atom',
  'application/rss+xml': '.rss',
  'application/json': '.json',
  'text/plain': '.txt',
  'text/csv': '.csv',
}

/** The ending of the format that the asker likes best; JSON Feed for those who like anything. */
export function chooseFormat(request: Pick<IncomingMessage, 'headers'>): string {
  const chosen = new Negotiator({ headers: request.headers }).mediaType(Object.keys(endings))
  return endings[chosen ?? ''] ?? '.json'
}
