// An entry as the public page and the desk's preview show it: both use views/live/entry.ejs with this model.
import { type FeedEntry, lineAsTitle, runsOn, textToHtml } from '../feed/index.ts'
import type { SafeHtml } from '../safe.ts'
import { clock, day, rfc3339 } from '../time.ts'

export type TimeView = {
  /** UTC, for the `datetime` attribute. */
  iso: string
  /** `08:52 BST`, and the day where it is another than the page's. */
  words: string
  /** The same moment in UTC, in words. */
  utc: string
}

export type EntryView = {
  /** The element's id; its heading's is this with `-line`. */
  domId: string
  line: string
  /** Reported speech: the words run on from the line as one sentence. */
  reported: boolean
  html: SafeHtml
  title: string
  revision: number
  pinned: boolean
  /** The permanent address; '' in a preview. */
  href: string
  published: TimeView | null
  amended: TimeView | null
}

/** A moment as the page shows it; `today` is any moment of the day that needs no date, null when every day does. */
export function timeView(at: number, zone: string, today: number | null): TimeView {
  const date = today !== null && day(at, zone) === day(today, zone) ? '' : `, ${day(at, zone)}`
  return { iso: rfc3339(at), words: `${clock(at, zone)}${date}`, utc: `${rfc3339(at).slice(11, 16)} UTC` }
}

export const entryView = (
  entry: FeedEntry,
  page: { zone: string; today: number | null; href: (id: string) => string },
): EntryView => ({
  ...previewView(entry.line, entry.text),
  domId: `e-${entry.id}`,
  revision: entry.revision,
  pinned: entry.pinned,
  href: page.href(entry.id),
  published: timeView(entry.publishedAt, page.zone, page.today),
  amended: entry.amendedAt === null ? null : timeView(entry.amendedAt, page.zone, page.today),
})

/** What an approval would publish, before there is an entry. */
export const previewView = (line: string, text: string): EntryView => ({
  domId: 'preview',
  line,
  reported: runsOn(line),
  html: textToHtml(text),
  title: lineAsTitle(line),
  revision: 0,
  pinned: false,
  href: '',
  published: null,
  amended: null,
})
