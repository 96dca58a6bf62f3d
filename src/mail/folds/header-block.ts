// Where a mail program repeats an older message's header: “-----Original Message-----”, or From, Sent, To, Subject.

import { trimBy } from '../trim.ts'
import { forwardSeparators, headerKeys, quoteSeparators } from './history-words.ts'
import { type Line, nextFilled } from './lines.ts'

const fromKeys = new Set(headerKeys.from)
const otherKeys = new Set([...headerKeys.other, ...headerKeys.from])
const quoteMarks = new Set(quoteSeparators)
const forwardMarks = new Set(forwardSeparators)

/** Labels of web forms and of notes that readers write: no header of a message, whatever stands behind them. */
const readersKeys =
  /^(?:(?:your |full |first |last |sender'?s? )?(?:name|surname)|e-?mail(?: address)?|phone|telephone|tel|mobile|address|location|town|city|postcode|message|comments?|age|story|when|where|who|venue|time|p\.?s\.?|note|update|edit|question|answer|q|a|https?|mailto)$/

/** The strokes that programs draw around their separators, in all their widths. */
const strokes = '\\-_=*~\\u2010-\\u2015\\u2212\\u2500-\\u2503\\u2550#'
const strokesBefore = new RegExp(`[[<${strokes}>\\s]`)
const strokesBehind = new RegExp(`[\\]>${strokes}:：\\s]`)
const framedBy = new RegExp(`^[[<]?[${strokes}]{2}|^\\[.{3,60}\\]$|[:：]$`)
const framedTitle = new RegExp(`^[[<]?[${strokes}]{3,}\\s?[\\p{L}\\p{M}' ’.-]{4,40}\\s?[${strokes}]{3,}[\\]>]?$`, 'u')

const bare = (text: string): string =>
  trimBy(text, strokesBefore, strokesBehind)
    .replace(/[\u2018\u2019]/g, '’')
    .toLowerCase()

/** Whether a line opens an old message: a separator, or a block of From, Sent, To, Subject. */
export function separatorKind(lines: Line[], at: number): 'quote' | 'forwarded' | null {
  const { text } = lines[at]!
  if (text.length > 120) return null
  const core = bare(text)
  const framed = framedBy.test(text)
  if (forwardMarks.has(core) && (framed || startsHeaders(lines, at + 1))) return 'forwarded'
  if (framed && /^forwarded by .{1,80}(?:on )?\d/.test(core)) return 'forwarded'
  if (quoteMarks.has(core) && (framed || startsHeaders(lines, at + 1))) return 'quote'
  if (/^original message (?:processed|from|follows)/.test(core) && framed) return 'quote'
  if ((/^[_-]{10,}$/.test(text) || framedTitle.test(text)) && startsHeaders(lines, at + 1)) return 'quote'
  const { known, told } = headersFrom(lines, at)
  if (known >= 3 || (known === 2 && keyOf(text) !== null && /@|\d{4}/.test(text))) return 'quote'
  return told && at > 0 && nextFilled(lines, 0) < at ? 'quote' : null
}

function startsHeaders(lines: Line[], at: number): boolean {
  const { known, told } = headersFrom(lines, nextFilled(lines, at))
  return known >= 2 || told
}

/** The field name a line begins with (`From`, `*Gesendet:*`), or null. */
function keyOf(text: string): string | null {
  const match = /^[*_|\s]{0,3}([\p{L}\p{M}][\p{L}\p{M}’'./ -]{0,24}?)[*_]{0,2}\s?[:：]/u.exec(text)
  return match ? match[1]!.toLowerCase() : null
}

/**
 * The header fields that stand from here on. `known`: how many in words we know, 0 unless one of the first names the
 * sender. `told`: three or more in whatever language, told by an address and a date among what they say.
 */
function headersFrom(lines: Line[], at: number): { known: number; told: boolean } {
  let known = 0
  let sender = false
  let fields = 0
  let address = false
  let date = false
  const keys = new Set<string>()
  for (let next = at, misses = 0; next < lines.length && next < at + 14 && misses < 2; next++) {
    const { text } = lines[next]!
    if (text === '') {
      // Outlook's HTML puts a blank line between the paragraphs of its block.
      misses += fields > 2 ? 2 : 0.5
      continue
    }
    const key = keyOf(text)
    if (key === null || keys.has(key) || readersKeys.test(key)) {
      if (next === at) return { known: 0, told: false }
      misses++
      continue
    }
    keys.add(key)
    fields++
    address ||= /[^\s@]@[^\s@]+\.\p{L}/u.test(text)
    date ||= /\p{Nd}{4}|\p{Nd}{1,2}[:.]\p{Nd}{2}/u.test(text)
    if (!otherKeys.has(key)) {
      misses++
      continue
    }
    if (fromKeys.has(key) && known < 3) sender = true
    known++
    misses = 0
  }
  return { known: sender ? known : 0, told: fields >= 3 && address && date }
}

/** Where the header fields below a separator end. */
export function headerBlockEnd(lines: Line[], at: number): number {
  let end = at + 1
  for (let next = at; next < lines.length && next < at + 16; next++) {
    const { text, depth } = lines[next]!
    if (depth > 0) break
    const key = keyOf(text)
    if (key !== null && otherKeys.has(key)) end = next + 1
  }
  return end
}
