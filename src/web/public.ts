// The public pages: a story's live page and the permanent page of each entry. Rendered once per change of the rows.
import { resolve } from 'node:path'
import ejs from 'ejs'
import {
  addresses,
  blogPosting,
  type Feed,
  type FeedEntry,
  liveBlogPosting,
  picturesOf,
  readArchiveFeed,
  readFeed,
  readPublicEntry,
  type Tombstone,
  titleOf,
  toJson,
} from '../feed/index.ts'
import { type Row, readInstallation } from '../store/index.ts'
import { clock, clockInWords, day, rfc3339 } from '../time.ts'
import type { Document } from './document.ts'
import { feedPolicy, pagePolicy } from './headers.ts'
import { type EntryView, entryView, type TimeView, timeView } from './live-entry.ts'
import type { DocumentPlan, Material, PublicParts } from './material.ts'

const views = resolve(import.meta.dirname, '../../views/live')
const html = 'text/html; charset=utf-8'

/** `/live/:story`: the newest entries, the pinned ones on top. */
export async function pageDocument(material: Material): Promise<Document> {
  const feed = await readFeed(material.context.db, material.story, material.config.baseUrl)
  const show = shownIn(feed)
  const body = await render(material, 'page', {
    ...pageWords(feed),
    pins: feed.pins.map(show),
    items: itemsOf(feed, show),
    onPage: new Set([...feed.pins, ...feed.arranged].map(entry => entry.id)),
    archive: feed.archive,
    callOut: callOutParts(feed.story.callOut),
    data: liveBlogPosting(feed),
    image: imageOf(feed, feed.entries),
  })
  return pageAnswer(material, feed, body)
}

/** `/live/:story/archive/:number`: fifty older entries, newest first; which they are never changes. */
export function archivePageDocument(number: number) {
  return async (material: Material): Promise<Document | null> => {
    const feed = await readArchiveFeed(material.context.db, material.story, material.config.baseUrl, number)
    if (!feed) return null
    const body = await render(material, 'archive', {
      ...pageWords(feed),
      archive: feed.archive,
      items: itemsOf(feed, entry => entryView(entry, { zone: feed.story.zone, today: null, ...whereIn(feed) })),
    })
    return pageAnswer(material, feed, body)
  }
}

/** Links to entries are whole; pictures are asked of wherever the page stands, an export on another host too. */
const whereIn = (feed: Feed) => {
  const { entry, picture } = addresses(feed)
  return { href: entry, picture: (id: string, size: 'large' | 'small') => picture(id, size).slice(feed.baseUrl.length) }
}

/** Entries as the page of today shows them: the clock alone, where it is of the same day. */
export const shownIn = (feed: Feed) => (entry: FeedEntry) =>
  entryView(entry, { zone: feed.story.zone, today: feed.updatedAt, ...whereIn(feed) })

type Item = { entry: EntryView; removed: null } | { entry: null; removed: TimeView }

/** The list below the pins; where the story says so, with a word in the place of each entry that was removed. */
export function itemsOf(feed: Feed, show: (entry: FeedEntry) => EntryView): Item[] {
  const pinned = new Set(feed.pins.map(entry => entry.id))
  const listed = feed.archive.number === null ? feed.arranged : feed.entries
  const oldest = feed.archive.number === null ? (listed.at(-1)?.pageAt ?? 0) : 0
  const place = (each: FeedEntry | Tombstone) => (feed.archive.number === null ? each.pageAt : each.publishedAt)
  const gone = feed.story.showWithdrawn ? feed.withdrawn.filter(each => each.pageAt >= oldest) : []
  const placed: { at: number; item: Item }[] = [
    ...listed
      .filter(entry => !pinned.has(entry.id))
      .map(entry => ({ at: place(entry), item: { entry: show(entry), removed: null } })),
    ...gone.map(each => ({
      at: place(each),
      item: { entry: null, removed: timeView(each.publishedAt, feed.story.zone, feed.updatedAt) },
    })),
  ]
  return placed.sort((one, other) => other.at - one.at).map(each => each.item)
}

/** `/live/:story/entries/:id`: the entry alone; 410 with a sentence once it is withdrawn. */
export function entryDocument(id: string) {
  return async (material: Material): Promise<Document> => {
    const { db } = material.context
    const feed = await readFeed(db, material.story, material.config.baseUrl, 0)
    const found = await readPublicEntry(db, material.story.id, id)
    if (!found) return missingDocument(material, `/live/${material.story.slug}`)
    if ('withdrawnAt' in found) {
      const at = `${clock(found.withdrawnAt, feed.story.zone)} on ${day(found.withdrawnAt, feed.story.zone)}`
      const words = `This entry was removed at ${at}.`
      const body = await render(material, 'gone', { ...pageWords(feed), words })
      return { ...pageAnswer(material, feed, body), status: 410 }
    }
    // A page that stands alone always says the date, and a pin means nothing to it.
    const alone = { ...found.entry, pinned: false }
    const entry = entryView(alone, { zone: feed.story.zone, today: null, ...whereIn(feed) })
    const data = toJson({ '@context': 'https://schema.org', ...blogPosting(feed, found.entry) })
    const image = imageOf(feed, [found.entry])
    return pageAnswer(material, feed, await render(material, 'entry-page', { ...pageWords(feed), entry, data, image }))
  }
}

/** What a link to the page shows elsewhere: the newest picture; null where there is none. */
function imageOf(feed: Feed, entries: FeedEntry[]) {
  const newest = entries.flatMap(picturesOf)[0]
  return newest ? { ...newest, url: addresses(feed).picture(newest.id) } : null
}

/** The call-out in pieces, so that the page can make its address a link. */
export function callOutParts(text: string): { words: string; address: boolean }[] {
  return text
    .split(/([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/)
    .map((words, at) => ({ words, address: at % 2 === 1 }))
    .filter(part => part.words !== '')
}

/** 404 in the form that the asker of this address can read. */
export async function missingDocument(parts: PublicParts, path = ''): Promise<Document> {
  if (path.startsWith('/feeds/')) return plainAnswer(404, 'There is no such feed.\n')
  const words = 'There is nothing at this address. It may have been moved, or never published.'
  const body = await render(parts, 'missing', { words, heading: 'Not found', language: 'en-GB' })
  return { status: 404, type: html, body, policy: pagePolicy, version: null, modifiedAt: null }
}

/**
 * What stands at every address of a story that was taken down: the editor's sentence, for now (RFC 9110 section
 * 15.6.4), and in no cache.
 */
export async function downDocument(parts: PublicParts, story: Row<'story'>, path: string): Promise<Document> {
  const headers = { 'Cache-Control': 'no-store', 'Retry-After': '60' }
  const words = story.stopped_words
  if (path.startsWith('/feeds/')) return { ...plainAnswer(503, `${words}\n`), headers }
  const { language } = await readInstallation(parts.context.db)
  const body = await render(parts, 'missing', { words, heading: story.headline || story.title, language })
  return { status: 503, type: html, body, policy: pagePolicy, version: null, modifiedAt: null, headers }
}

/** A story keeps the addresses it once had. */
export const movedDocument = (plan: DocumentPlan, slug: string): Document => ({
  ...plainAnswer(301, `This has moved to ${plan.key.replace(plan.slug, slug)}\n`),
  headers: { Location: plan.key.replace(plan.slug, slug) },
})

const plainAnswer = (status: number, body: string): Document => ({
  status,
  type: 'text/plain; charset=utf-8',
  body,
  policy: feedPolicy,
  version: null,
  modifiedAt: null,
})

export const pageAnswer = (material: Material, feed: Feed, body: string): Document => ({
  status: 200,
  type: html,
  body,
  policy: pagePolicy,
  version: material.version,
  modifiedAt: Math.max(feed.updatedAt, material.modifiedAt),
})

/** What every public view says of its story. */
export const pageWords = (feed: Feed) => ({
  newsroom: feed.newsroom,
  language: feed.language,
  story: feed.story,
  heading: titleOf(feed.story),
  links: addresses(feed),
  clockWords: clockInWords(feed.updatedAt, feed.story.zone),
  dayWords: day(feed.updatedAt, feed.story.zone),
  updatedIso: rfc3339(feed.updatedAt),
})

export const render = (parts: PublicParts, view: string, model: Record<string, unknown>): Promise<string> =>
  ejs.renderFile(
    resolve(views, `${view}.ejs`),
    { asset: parts.assets.url, safeHtml: (made: string) => made, ...model },
    { cache: !parts.dev },
  )
