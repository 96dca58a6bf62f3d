// Which document a public address asks for. Parameters that mean nothing here never become part of an answer.
import type { IncomingMessage } from 'node:http'
import { type FeedEnding, type FeedWindow, feedEndings, feedLength } from '../feed/index.ts'
import { embedDocument, embedTheme } from './embed.ts'
import { archiveDocument, changesDocument, chooseFormat, csvDocument, feedDocument } from './feeds.ts'
import type { Build, DocumentPlan, Plan } from './material.ts'
import { archivePageDocument, entryDocument, pageDocument } from './public.ts'
import { pictureDocument } from './public-picture.ts'

const endings = feedEndings.map(ending => ending.replaceAll('.', '\\.')).join('|')
const slug = '([a-z0-9][a-z0-9-]{0,62})'
const feedPath = new RegExp(`^/feeds/${slug}(${endings})$`)
const csvPath = new RegExp(`^/feeds/${slug}\\.csv$`)
const anyFeedPath = new RegExp(`^/feeds/${slug}$`)
const changesPath = new RegExp(`^/feeds/${slug}/changes\\.json$`)
const embedPath = new RegExp(`^/embed/${slug}/?$`)
const embedThemePath = new RegExp(`^/embed/${slug}/theme\\.css$`)
const eventsPath = new RegExp(`^/feeds/${slug}/events$`)
const pagePath = new RegExp(`^/live/${slug}/?$`)
const archivePath = new RegExp(`^/feeds/${slug}/archive/([1-9]\\d{0,6})(${endings})$`)
const archivePagePath = new RegExp(`^/live/${slug}/archive/([1-9]\\d{0,6})$`)
const picturePath = new RegExp(`^/live/${slug}/pictures/([0-9a-f-]{36})(-640)?\\.webp$`)
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
  if (found) {
    const window = windowOf(new URLSearchParams(query))
    const before = window?.before ? `&before=${window.before}` : ''
    const key = window ? `${path}?limit=${window.limit}${before}` : path
    return document(found, feedDocument(found[2] as FeedEnding, window), key)
  }
  found = csvPath.exec(path)
  if (found) return document(found, csvDocument)
  found = pagePath.exec(path)
  if (found) return document(found, pageDocument, `/live/${found[1]}`)
  found = entryPath.exec(path)
  if (found) return document(found, entryDocument(found[2]!))
  found = picturePath.exec(path)
  if (found) return document(found, pictureDocument(found[2]!, found[3] ? 'small' : 'large'))
  found = embedPath.exec(path)
  if (found) return document(found, embedDocument, `/embed/${found[1]}`)
  found = embedThemePath.exec(path)
  if (found) return document(found, embedTheme)
  found = archivePath.exec(path)
  if (found) return document(found, archiveDocument(found[3] as FeedEnding, Number(found[2])))
  found = archivePagePath.exec(path)
  if (found) return document(found, archivePageDocument(Number(found[2])))
  found = changesPath.exec(path)
  if (found) {
    const since = wholeNumber(new URLSearchParams(query).get('since')) ?? 0
    return { ...document(found, changesDocument(since), `${path}?since=${since}`), since }
  }
  found = anyFeedPath.exec(path)
  if (found) return { kind: 'format', to: `${path}${chooseFormat(request)}${query && `?${query}`}` }
  found = eventsPath.exec(path)
  if (!found) return null
  const asked = request.headers['last-event-id'] ?? new URLSearchParams(query).get('since')
  return { kind: 'events', slug: found[1]!, since: wholeNumber(asked) }
}

/** `?limit=10`, `?limit=10&before=41`; null for the whole feed. */
function windowOf(query: URLSearchParams): FeedWindow | null {
  const limit = wholeNumber(query.get('limit'))
  const before = wholeNumber(query.get('before'))
  if (!limit && !before) return null
  return { limit: Math.min(limit || feedLength, feedLength), before: before || null }
}

const wholeNumber = (text: unknown): number | null =>
  typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : null
