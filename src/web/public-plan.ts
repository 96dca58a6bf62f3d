// Which document a public address asks for. Parameters that mean nothing here never become part of an answer.
import type { IncomingMessage } from 'node:http'
import {
  atom,
  atomType,
  jsonFeed,
  jsonFeedType,
  ninjs,
  ninjsType,
  plain,
  plainType,
  rss,
  rssType,
} from '../feed/index.ts'
import { archiveDocument, changesDocument, chooseFormat, feedDocument } from './feeds.ts'
import type { Build, DocumentPlan, Plan } from './material.ts'
import { archivePageDocument, entryDocument, pageDocument } from './public.ts'

const formats = {
  '.atom': feedDocument(atom, atomType),
  '.rss': feedDocument(rss, rssType),
  '.json': feedDocument(jsonFeed, jsonFeedType),
  '.ninjs.json': feedDocument(ninjs, ninjsType),
  '.txt': feedDocument(plain, plainType),
}

const archives = {
  '.atom': archiveDocument(atom, atomType),
  '.rss': archiveDocument(rss, rssType),
  '.json': archiveDocument(jsonFeed, jsonFeedType),
}

const slug = '([a-z0-9][a-z0-9-]{0,62})'
const feedPath = new RegExp(`^/feeds/${slug}(\\.atom|\\.rss|\\.json|\\.ninjs\\.json|\\.txt)$`)
const anyFeedPath = new RegExp(`^/feeds/${slug}$`)
const changesPath = new RegExp(`^/feeds/${slug}/changes\\.json$`)
const eventsPath = new RegExp(`^/feeds/${slug}/events$`)
const pagePath = new RegExp(`^/live/${slug}/?$`)
const archivePath = new RegExp(`^/feeds/${slug}/archive/([1-9]\\d{0,6})(\\.atom|\\.rss|\\.json)$`)
const archivePagePath = new RegExp(`^/live/${slug}/archive/([1-9]\\d{0,6})$`)
const entryPath = new RegExp(`^/live/${slug}/entries/([0-9a-f-]{36})$`)

/** The plan for a request, or null when there is nothing at its address. */
export function planFor(request: Pick<IncomingMessage, 'url' | 'headers'>): Plan | null {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2)
  const document = (found: RegExpExecArray, build: Build, key = path): DocumentPlan => ({
    kind: 'document',
    slug: found[1]!,
    key,
    build,
  })
  let found = feedPath.exec(path)
  if (found) return document(found, formats[found[2] as keyof typeof formats])
  found = pagePath.exec(path)
  if (found) return document(found, pageDocument, `/live/${found[1]}`)
  found = entryPath.exec(path)
  if (found) return document(found, entryDocument(found[2]!))
  found = archivePath.exec(path)
  if (found) return document(found, archives[found[3] as keyof typeof archives](Number(found[2])))
  found = archivePagePath.exec(path)
  if (found) return document(found, archivePageDocument(Number(found[2])))
  found = changesPath.exec(path)
  if (found) {
    const since = wholeNumber(new URLSearchParams(query).get('since')) ?? 0
    return { ...document(found, changesDocument(since), `${path}?since=${since}`), since }
  }
  found = anyFeedPath.exec(path)
  if (found) return { kind: 'format', to: `${path}${chooseFormat(request)}` }
  found = eventsPath.exec(path)
  if (!found) return null
  const asked = request.headers['last-event-id'] ?? new URLSearchParams(query).get('since')
  return { kind: 'events', slug: found[1]!, since: wholeNumber(asked) }
}

const wholeNumber = (text: unknown): number | null =>
  typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : null
