// A whole entry as HTML and as plain paragraphs, the same for every format; the page has a view of its own.
import { cleanHtml, pictureHtml, type SafeHtml } from '../safe.ts'
import { addresses, type FeedStory } from './feed.ts'
import { runsOn } from './line.ts'
import type { FeedPicture } from './picture.ts'
import type { FeedEntry, FeedWords } from './public-entry.ts'
import { escapeHtml, reportedHtml, textToHtml, textToParagraphs } from './text.ts'

type Body = Pick<FeedEntry, 'kind' | 'members' | 'correction'> & FeedWords

/** Where pictures are; a text without it names none. */
type Around = { baseUrl: string; story: Pick<FeedStory, 'slug'> }

/** The entry as HTML through the allow-list, its pictures behind it; its headline is its title, and not repeated. */
export function entryHtml(entry: Body, around: Around): SafeHtml {
  const pictures = picturesOf(entry).map(picture =>
    pictureHtml({ ...picture, src: addresses(around).picture(picture.id) }),
  )
  return [bodyHtml(entry), ...pictures].join('\n') as SafeHtml
}

/** The pictures of an entry: its own, or those of its letters. */
export const picturesOf = (entry: Pick<Body, 'kind' | 'members' | 'picture'>): FeedPicture[] =>
  (entry.kind === 'group' ? entry.members : [entry]).flatMap(words => words.picture ?? [])

function bodyHtml(entry: Body): SafeHtml {
  const parts = [kickerHtml(entry), wordsHtml(entry)]
  if (entry.correction) parts.push(`<p><em>Correction: ${escapeHtml(entry.correction.note)}</em></p>`)
  return cleanHtml(parts.filter(part => part !== '').join('\n'))
}

/** The entry as plain paragraphs; its headline is its title, and not repeated. */
export function entryParagraphs(entry: Body): string[] {
  const pictures = picturesOf(entry).map(({ alt, credit }) => `[Picture: ${alt}${credit && ` (${credit})`}]`)
  const parts = [...kickerOf(entry), ...wordsParagraphs(entry), ...pictures]
  return entry.correction ? [...parts, `Correction: ${entry.correction.note}`] : parts
}

/** The one or two lines that name a source. */
export const kickerOf = ({ programme, service, kind }: Pick<Body, 'programme' | 'service' | 'kind'>): string[] =>
  // Of somebody's post the credit says already where it stands.
  [programme, kind === 'post' ? '' : service].filter(line => line !== '')

const kickerHtml = (entry: Body) => {
  const lines = kickerOf(entry)
  return lines.length === 0 ? '' : `<p><strong>${lines.map(escapeHtml).join('<br>')}</strong></p>`
}

function wordsHtml(entry: Body): string {
  const { kind, line, text, url } = entry
  if (kind === 'group') return entry.members.map(member => letterHtml(member.line, member.text)).join('\n')
  if (kind === 'letter') return letterHtml(line, text)
  const words = textToHtml(text).trim()
  if (kind === 'note') return line === '' ? words : `<p><strong>${escapeHtml(line)}</strong></p>\n${words}`
  if (kind === 'call-out') return words
  const credit = url === '' ? escapeHtml(line) : `<a href="${escapeHtml(url)}">${escapeHtml(line || url)}</a>`
  const caption = credit === '' ? '' : `\n<figcaption>${credit}</figcaption>`
  return `<figure>\n<blockquote>\n${words}\n</blockquote>${caption}\n</figure>`
}

function wordsParagraphs(entry: Body): string[] {
  const { kind, line, text, url } = entry
  if (kind === 'group') return entry.members.flatMap(member => letterParagraphs(member.line, member.text))
  if (kind === 'letter') return letterParagraphs(line, text)
  const words = textToParagraphs(text)
  if (kind === 'note') return [line, ...words].filter(each => each !== '')
  if (kind === 'call-out') return words
  const credit = [line, url].filter(each => each !== '').join(' ')
  return credit === '' ? words : [...words, `— ${credit}`]
}

/**
 * A letter as HTML: the line, then the reader's words as a quotation. A reported line runs on into the first paragraph
 * as one sentence, and then nothing is a quotation but the paragraphs that the text itself puts in marks.
 */
export const letterHtml = (line: string, text: string): SafeHtml =>
  runsOn(line)
    ? cleanHtml(reportedHtml(text, line))
    : cleanHtml(`<p>${escapeHtml(line)}</p>\n<blockquote>\n${textToHtml(text).trim()}\n</blockquote>`)

/** A letter as plain paragraphs: the line first, or run into the first paragraph when it is reported. */
export function letterParagraphs(line: string, text: string): string[] {
  const [first = '', ...rest] = textToParagraphs(text)
  return runsOn(line) ? [`${line} ${first}`.trim(), ...rest] : [line, first, ...rest].filter(each => each !== '')
}
