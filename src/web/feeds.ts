// The feeds as documents: one serialiser each, from the one type that cannot hold private data.
import type { IncomingMessage } from 'node:http'
import Negotiator from 'negotiator'
import { addresses, changesJson, type Feed, readArchiveFeed, readChangesWithEntries, readFeed } from '../feed/index.ts'
import { sha256 } from '../id.ts'
import type { Document } from './document.ts'
import { feedPolicy } from './headers.ts'
import type { Material } from './material.ts'

/** A builder of feed documents from a serialiser. */
export function feedDocument(serialise: (feed: Feed) => string, type: string) {
  return async (material: Material): Promise<Document> => {
    const feed = await readFeed(material.context.db, material.story, material.config.baseUrl)
    return feedAnswer(material, feed, { type, body: serialise(feed) })
  }
}

/**
 * A builder of archive documents. Their ETag is made of their bytes, so that a consumer is not told of news elsewhere
 * in the story; null where there is no such archive.
 */
export function archiveDocument(serialise: (feed: Feed) => string, type: string) {
  return (number: number) =>
    async (material: Material): Promise<Document | null> => {
      const feed = await readArchiveFeed(material.context.db, material.story, material.config.baseUrl, number)
      if (!feed) return null
      const body = serialise(feed)
      const answer = feedAnswer(material, feed, { type, body })
      return { ...answer, version: sha256(body).slice(0, 24), modifiedAt: feed.updatedAt }
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
}

/** The ending of the format that the asker likes best; JSON Feed for those who like anything. */
export function chooseFormat(request: Pick<IncomingMessage, 'headers'>): string {
  const chosen = new Negotiator({ headers: request.headers }).mediaType(Object.keys(endings))
  return endings[chosen ?? ''] ?? '.json'
}
