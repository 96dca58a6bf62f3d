// An entry as the public page and the desk's preview show it: both use views/live/entry.ejs with this model.
import {
  entryTitle,
  type FeedEntry,
  type FeedPicture,
  type FeedWords,
  kickerOf,
  reportedHtml,
  runsOn,
  smallOf,
  textToHtml,
} from '../feed/index.ts'
import type { SafeHtml } from '../safe.ts'
import type { EntryKind } from '../store/index.ts'
import { clock, day, rfc3339 } from '../time.ts'

export type TimeView = {
  /** UTC, for the `datetime` attribute. */
  iso: string
  /** `08:52 BST`, and the day where it is another than the page's. */
  words: string
  /** The same moment in UTC, in words. */
  utc: string
}

/** Somebody's words: a letter, a quotation, one letter of a group. */
export type WordsView = {
  /** The element's id; its heading's is this with `-line`. */
  domId: string
  line: string
  /** Reported speech: the words run on from the line as one sentence. */
  reported: boolean
  html: SafeHtml
  /** BCP 47 where it is another than the page's. */
  language: string
  picture: PictureView | null
}

export type PictureView = {
  src: string
  /** For narrow windows; '' when there is one size only. */
  srcset: string
  width: number
  height: number
  alt: string
  credit: string
}

export type EntryView = WordsView & {
  kind: EntryKind
  title: string
  headline: string
  /** The one or two lines that name a source. */
  kicker: string[]
  /** Where somebody's post stands. */
  url: string
  members: WordsView[]
  correction: { note: string; when: TimeView | null } | null
  revision: number
  pinned: boolean
  /** The permanent address; '' in a preview. */
  href: string
  published: TimeView | null
  amended: TimeView | null
}

/** What an entry says, whether it is published already or only about to be. */
export type Shown = FeedWords & Pick<FeedEntry, 'kind' | 'headline' | 'members' | 'correction'>

/** A moment as the page shows it; `today` is any moment of the day that needs no date, null when every day does. */
export function timeView(at: number, zone: string, today: number | null): TimeView {
  const date = today !== null && day(at, zone) === day(today, zone) ? '' : `, ${day(at, zone)}`
  return { iso: rfc3339(at), words: `${clock(at, zone)}${date}`, utc: `${rfc3339(at).slice(11, 16)} UTC` }
}

export function entryView(
  entry: FeedEntry,
  page: { zone: string; today: number | null; href: (id: string) => string; picture: PictureAddress },
): EntryView {
  const time = (at: number) => timeView(at, page.zone, page.today)
  return {
    ...previewView(entry, page.picture),
    domId: `e-${entry.id}`,
    correction: entry.correction && { note: entry.correction.note, when: time(entry.correction.at) },
    revision: entry.revision,
    pinned: entry.pinned,
    href: page.href(entry.id),
    published: time(entry.publishedAt),
    amended: entry.amendedAt === null ? null : time(entry.amendedAt),
  }
}

/** What would be published, before it is. */
export const previewView = (entry: Shown, address: PictureAddress = nowhere): EntryView => ({
  ...wordsView('preview', entry, address),
  kind: entry.kind,
  title: entryTitle(entry),
  headline: entry.headline,
  kicker: kickerOf(entry),
  url: entry.url,
  members: entry.members.map(member => wordsView(`e-${member.id}`, member, address)),
  correction: entry.correction && { note: entry.correction.note, when: null },
  revision: 0,
  pinned: false,
  href: '',
  published: null,
  amended: null,
})

type PictureAddress = (id: string, size: 'large' | 'small') => string
const nowhere: PictureAddress = () => ''

function pictureView({ id, width, height, alt, credit }: FeedPicture, address: PictureAddress): PictureView {
  const small = smallOf({ width, height })
  const src = address(id, 'large')
  const srcset = small.width < width ? `${address(id, 'small')} ${small.width}w, ${src} ${width}w` : ''
  return { src, srcset, width, height, alt, credit }
}

/** One reader's letter by its line and text alone. */
export const letterPreview = (line: string, text: string, picture: PictureView | null = null): EntryView => ({
  ...previewView({
    ...{ line, text, kind: 'letter', headline: '', members: [], correction: null },
    ...{ name: '', nameForm: '', place: '', town: '', region: '', country: '', role: '', verb: '' },
    ...{ programme: '', service: '', url: '', language: '', picture: null },
  }),
  picture,
})

function wordsView(domId: string, { line, text, language, picture }: FeedWords, address: PictureAddress): WordsView {
  const reported = line !== '' && runsOn(line)
  return {
    domId,
    line,
    reported,
    html: reported ? reportedHtml(text) : textToHtml(text),
    language,
    picture: picture && pictureView(picture, address),
  }
}
