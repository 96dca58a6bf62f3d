// What readers get of an entry, as a type of its own: it has no place for an address, a raw mail, a point of view or a
// staff id. It is built column by column, never by a spread of a row, so private data cannot reach a feed by mistake.
import type { EntryKind, NameForm, Row } from '../store/index.ts'
import { lineAsTitle, nameWithheld, runsOn } from './line.ts'
import { type FeedPicture, pictureFrom } from './picture.ts'
import { textToParagraphs } from './text.ts'

/** Somebody's words and what stands around them, as approved. */
export type FeedWords = {
  /** The attribution line, or the credit of a quotation; '' where there is none. */
  line: string
  /** As printed, never more. */
  name: string
  nameForm: NameForm
  place: string
  town: string
  region: string
  country: string
  role: string
  verb: string
  /** The two lines of a source. */
  programme: string
  service: string
  /** Where somebody else's post stands; nothing of it is ever loaded. */
  url: string
  picture: FeedPicture | null
  /** The published form: paragraphs, emphasis, links. */
  text: string
  /** BCP 47; '' is the feed's own. */
  language: string
}

/** One letter of a group. */
export type FeedMember = FeedWords & { id: string }

export type FeedEntry = FeedWords & {
  /** UUID, for ever; `tagOf` makes the permanent id on the wire. */
  id: string
  kind: EntryKind
  revision: number
  /** Fixed at first publication (epoch milliseconds). */
  publishedAt: number
  /** The last change that was not minor; null when there was none. */
  amendedAt: number | null
  /** What readers are told of a correction. */
  correction: { note: string; at: number } | null
  /** '' when it has none; of a group what its letters stand under. */
  headline: string
  tags: string[]
  /** The letters of a group that are live, in their order. */
  members: FeedMember[]
  pinned: boolean
  /** Its place on the page: the higher, the further up. The feeds keep the order of publication. */
  pageAt: number
  /** Stands among the key points of the page. */
  keyPoint: boolean
}

/** The columns of `wordColumns`. */
export type WordColumns = Pick<
  Row<'revision'>,
  | 'line'
  | 'name'
  | 'name_form'
  | 'place'
  | 'town'
  | 'region'
  | 'country'
  | 'role'
  | 'verb'
  | 'programme'
  | 'service'
  | 'url'
  | 'text'
  | 'language'
  | 'picture_id'
  | 'picture_width'
  | 'picture_height'
  | 'picture_alt'
  | 'picture_credit'
>

/** A row of `entry` joined with its current revision, column by column. */
export type EntryRow = Pick<
  Row<'entry'>,
  'id' | 'kind' | 'revision' | 'published_at' | 'updated_at' | 'pinned' | 'key_point' | 'page_at'
> &
  WordColumns &
  Pick<Row<'revision'>, 'headline' | 'note' | 'noted_at'>

/** The columns of a revision that readers may see, for a `select`. */
export const wordColumns = [
  ...(['revision.line', 'revision.name', 'revision.name_form', 'revision.place', 'revision.town'] as const),
  ...(['revision.region', 'revision.country', 'revision.role', 'revision.verb', 'revision.programme'] as const),
  ...(['revision.service', 'revision.url', 'revision.text', 'revision.language'] as const),
  ...(['revision.picture_id', 'revision.picture_width', 'revision.picture_height'] as const),
  ...(['revision.picture_alt', 'revision.picture_credit'] as const),
] as const

export const wordsFrom = (row: WordColumns): FeedWords => ({
  line: row.line,
  name: row.name,
  nameForm: row.name_form,
  place: row.place,
  town: row.town,
  region: row.region,
  country: row.country,
  role: row.role,
  verb: row.verb,
  programme: row.programme,
  service: row.service,
  url: row.url,
  picture: pictureFrom(row),
  text: row.text,
  language: row.language,
})

export const memberFrom = (row: WordColumns & { id: string }): FeedMember => ({ id: row.id, ...wordsFrom(row) })

export const entryFrom = (row: EntryRow, parts: { tags: string[]; members: FeedMember[] }): FeedEntry => ({
  id: row.id,
  kind: row.kind,
  revision: row.revision,
  publishedAt: row.published_at ?? 0,
  amendedAt: row.updated_at,
  correction: row.note === '' ? null : { note: row.note, at: row.noted_at ?? 0 },
  headline: row.headline,
  ...wordsFrom(row),
  tags: parts.tags,
  members: parts.members,
  pinned: row.pinned === 1,
  pageAt: row.page_at ?? row.published_at ?? 0,
  keyPoint: row.key_point === 1,
})

/** When an entry last changed in a way that readers are told of. */
export const changedAt = (entry: FeedEntry) => entry.amendedAt ?? entry.publishedAt

/** Names of those who speak in an entry, each once; none when nobody is to be named. */
export function authorsOf(entry: Pick<FeedEntry, 'kind' | 'name' | 'members'>): string[] {
  const names = entry.kind === 'group' ? entry.members.map(member => member.name) : [entry.name]
  return [...new Set(names.filter(name => name !== '' && name !== nameWithheld))]
}

/** Whether a reader speaks in it, even one who is not named. */
export const isReaders = (entry: Pick<FeedEntry, 'kind'>) => entry.kind === 'letter' || entry.kind === 'group'

/** What an entry is called in a list: its headline, its line, or how it begins. */
export function entryTitle({ kind, headline, line, text }: Pick<FeedEntry, 'kind' | 'headline' | 'line' | 'text'>) {
  if (headline !== '') return headline
  if (kind === 'letter') return lineAsTitle(line)
  return (kind === 'quote' || kind === 'post') && line !== '' ? line : beginningOf(text, 100)
}

/** An entry as one of the key points: its headline, or its first sentence. */
export function keyPointOf({ kind, headline, line, text }: Pick<FeedEntry, 'kind' | 'headline' | 'line' | 'text'>) {
  if (headline !== '') return headline
  const [begin = ''] = textToParagraphs(text)
  const first = kind === 'letter' && runsOn(line) ? `${line} ${begin}` : begin
  return beginningOf(/^.+?[.!?](?=\s|$)/u.exec(first)?.[0] ?? first, 200)
}

/** The first words of a text, cut between two of them. */
function beginningOf(text: string, most: number): string {
  const [first = ''] = textToParagraphs(text)
  if (first.length <= most) return first
  return `${first
    .slice(0, most)
    .replace(/\s+\S*$/u, '')
    .toWellFormed()} …`
}
