// The rules that feed validators go by, each after its source: the W3C Feed Validation Service (RFC 4287, RFC 5005,
// RFC 6721, the RSS Advisory Board's profile), JSON Feed 1.1, ninjs 2.1. A document's faults, a line each.
import { create } from 'xmlbuilder2'

type Element = {
  nodeName: string
  textContent: string | null
  childNodes: Iterable<Element>
  getAttribute: (name: string) => string | null
  namespaceURI: string | null
}

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const language = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i
const isAddress = (text: string) => /^https?:/.test(text) && URL.canParse(text)
const isUri = (text: string) => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text)

const root = (xml: string) => create(xml).root().node as unknown as Element
const children = (of: Element, name: string) => [...of.childNodes].filter(each => each.nodeName === name)
const textOf = (of: Element, name: string) => children(of, name)[0]?.textContent ?? ''

/** What a reader's program may run or fetch from a relative address (SecurityRisk, ContainsRelRef). */
function htmlFaults(where: string, html: string): string[] {
  return [
    ...(/<(script|object|embed|iframe|style|form|meta|base)\b|<[^>]*\son\w+=|="javascript:/i.test(html)
      ? [`${where}: risky HTML`]
      : []),
    ...[...html.matchAll(/(?:href|src)="([^"]*)"/g)]
      .filter(([, address]) => !/^(https?:|mailto:)/.test(address!))
      .map(([, address]) => `${where}: relative address ${address}`),
  ]
}

function exactlyOne(of: Element, where: string, names: string[]): string[] {
  return names.flatMap(name => {
    const { length } = children(of, name)
    return length === 1 ? [] : [`${where}: ${length} of ${name}`]
  })
}

function repeated(where: string, values: string[]): string[] {
  return values.filter((each, at) => values.indexOf(each) !== at).map(each => `${where}: ${each} twice`)
}

/** RFC 4287 sections 4.1 and 4.2; `self` is the address that it was fetched from. */
export function atomFaults(xml: string, self: string): string[] {
  const feed = root(xml)
  const links = children(feed, 'link')
  const rel = (name: string) => links.filter(link => link.getAttribute('rel') === name)
  const entries = children(feed, 'entry')
  return [
    ...(feed.namespaceURI === 'http://www.w3.org/2005/Atom' ? [] : ['no Atom namespace']),
    ...exactlyOne(feed, 'feed', ['id', 'title', 'updated']),
    ...(children(feed, 'author').length > 0 ? [] : ['feed: no author']),
    ...(language.test(feed.getAttribute('xml:lang') ?? '') ? [] : ['feed: no language']),
    ...(rel('self')[0]?.getAttribute('href') === self && rel('self').length === 1
      ? []
      : ['feed: self is not where it was found']),
    ...links.filter(link => !isAddress(link.getAttribute('href') ?? '')).map(() => 'feed: a link leads nowhere'),
    ...[textOf(feed, 'updated')].filter(when => !rfc3339.test(when)).map(when => `feed: updated ${when}`),
    ...entries.flatMap(atomEntryFaults),
    ...repeated(
      'entry id',
      entries.map(entry => textOf(entry, 'id')),
    ),
    // RFC 6721 section 3: what is deleted is not there as an entry as well.
    ...children(feed, 'at:deleted-entry').flatMap(gone => [
      ...(rfc3339.test(gone.getAttribute('when') ?? '') ? [] : ['deleted-entry: no time']),
      ...(entries.some(entry => textOf(entry, 'id') === gone.getAttribute('ref'))
        ? ['deleted-entry: it is there']
        : []),
    ]),
  ]
}

function atomEntryFaults(entry: Element): string[] {
  const where = textOf(entry, 'id')
  const [published, updated] = [textOf(entry, 'published'), textOf(entry, 'updated')]
  const [author] = children(entry, 'author')
  return [
    ...exactlyOne(entry, where, ['id', 'title', 'updated', 'published', 'content']),
    ...(isUri(where) ? [] : [`${where}: not a URI`]),
    ...(author && textOf(author, 'name') === '' ? [`${where}: an author without a name`] : []),
    ...[published, updated].filter(when => !rfc3339.test(when)).map(when => `${where}: date ${when}`),
    ...(Date.parse(updated) < Date.parse(published) ? [`${where}: updated before it was published`] : []),
    ...(textOf(entry, 'title') === '' ? [`${where}: an empty title`] : []),
    ...htmlFaults(where, textOf(entry, 'content')),
  ]
}

/** The RSS Advisory Board's profile; dates by RFC 822 with the true day of the week. */
export function rssFaults(xml: string, self: string): string[] {
  const rss = root(xml)
  const channel = children(rss, 'channel')[0]!
  const items = children(channel, 'item')
  const own = children(channel, 'atom:link').filter(link => link.getAttribute('rel') === 'self')
  const guids = items.map(item => textOf(item, 'guid'))
  return [
    ...(rss.getAttribute('version') === '2.0' ? [] : ['no version']),
    ...exactlyOne(channel, 'channel', ['title', 'link', 'description', 'language', 'lastBuildDate']),
    ...(language.test(textOf(channel, 'language')) ? [] : ['channel: no language']),
    ...(own.length === 1 && own[0]!.getAttribute('href') === self ? [] : ['channel: self is not where it was found']),
    ...dateFaults('channel', textOf(channel, 'lastBuildDate')),
    ...repeated('guid', guids),
    ...items.flatMap(item => {
      const where = textOf(item, 'guid')
      const permanent = children(item, 'guid')[0]?.getAttribute('isPermaLink')
      return [
        ...exactlyOne(item, where, ['title', 'guid', 'pubDate']),
        ...(permanent === 'false' || isAddress(where) ? [] : [`${where}: a permanent link that is none`]),
        ...dateFaults(where, textOf(item, 'pubDate')),
        ...htmlFaults(where, textOf(item, 'description')),
        ...children(item, 'link')
          .filter(link => !isAddress(link.textContent ?? ''))
          .map(() => `${where}: no link`),
      ]
    }),
  ]
}

const dateFaults = (where: string, when: string) =>
  Number.isNaN(Date.parse(when)) || new Date(when).toUTCString() !== when ? [`${where}: date ${when}`] : []

type Item = Record<string, unknown> & { id?: unknown; authors?: { name?: string }[] }

/** jsonfeed.org/version/1.1 */
export function jsonFeedFaults(text: string, self: string): string[] {
  const feed = JSON.parse(text)
  const items: Item[] = feed.items ?? []
  const address = (where: string, value: unknown) =>
    value === undefined || isAddress(String(value)) ? [] : [`${where}: address ${value}`]
  return [
    ...(feed.version === 'https://jsonfeed.org/version/1.1' ? [] : ['no version']),
    ...(typeof feed.title === 'string' && feed.title !== '' ? [] : ['no title']),
    ...(Array.isArray(feed.items) ? [] : ['no items']),
    ...(feed.feed_url === self ? [] : ['feed_url is not where it was found']),
    ...(feed.next_url === feed.feed_url ? ['next_url leads in a circle'] : []),
    ...address('home_page_url', feed.home_page_url),
    ...address('next_url', feed.next_url),
    ...(language.test(feed.language) ? [] : ['no language']),
    ...repeated(
      'id',
      items.map(item => String(item.id)),
    ),
    ...(feed.hubs ?? []).flatMap((hub: { type?: string; url?: string }) =>
      hub.type && isAddress(hub.url ?? '') ? [] : ['a hub without type or address'],
    ),
    ...items.flatMap(item => {
      const where = String(item.id)
      return [
        ...(typeof item.id === 'string' && item.id !== '' ? [] : ['an item without id']),
        ...(typeof item.content_html === 'string' || typeof item.content_text === 'string'
          ? []
          : [`${where}: no content`]),
        ...[item.date_published, item.date_modified]
          .filter(when => !rfc3339.test(String(when)))
          .map(when => `${where}: date ${when}`),
        ...address(where, item.url),
        ...(item.authors ?? []).filter(author => !author.name).map(() => `${where}: an author without a name`),
        ...htmlFaults(where, String(item.content_html)),
      ]
    }),
  ]
}

type News = Record<string, unknown> & { associations?: News[] }

/** ninjs 2.1: its required properties, and the words that it gives for some. */
export function ninjsFaults(text: string): string[] {
  const check = (item: News): string[] => {
    const where = String(item.uri)
    const dates = [item.firstcreated, item.versioncreated]
    const lists = ['headlines', 'bodies', 'descriptions', 'altids'].flatMap(
      name => (item[name] as { value?: unknown }[] | undefined) ?? [],
    )
    return [
      ...(isUri(where) ? [] : [`${where}: not a URI`]),
      ...(['text', 'composite', 'picture'].includes(String(item.type)) ? [] : [`${where}: type ${item.type}`]),
      ...(['usable', 'withheld', 'canceled'].includes(String(item.pubstatus))
        ? []
        : [`${where}: pubstatus ${item.pubstatus}`]),
      ...dates.filter(when => !rfc3339.test(String(when))).map(when => `${where}: date ${when}`),
      ...lists.filter(each => typeof each.value !== 'string').map(() => `${where}: a value that is no text`),
      ...(item.associations ?? []).flatMap(each => [
        ...(each.name ? [] : [`${where}: an association without a name`]),
        ...check(each),
      ]),
    ]
  }
  const item = JSON.parse(text) as News
  return [
    ...check(item),
    ...repeated(
      'uri',
      (item.associations ?? []).map(each => String(each.uri)),
    ),
  ]
}
