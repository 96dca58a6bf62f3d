// Quoted history: where a mail program begins to repeat an earlier message, in the forms and languages it has.

import { trimEndOf } from '../trim.ts'
import { forwardSeparators, headerKeys, openers, quoteSeparators, wrote, wroteTight } from './history-words.ts'
import { type Line, mark, nextFilled } from './lines.ts'

const fromKeys = new Set(headerKeys.from)
const otherKeys = new Set([...headerKeys.other, ...headerKeys.from])
const quoteMarks = new Set(quoteSeparators)
const forwardMarks = new Set(forwardSeparators)
const openerSet = new Set(openers)
const verbEnds = wrote.map(verb => ` ${verb}`)

/** Marks every line of quoted or forwarded history; what stands below a `>` quotation stays the reader's. */
export function markHistory(lines: Line[]): void {
  for (const line of lines) if (line.depth > 0) line.fold = 'quote'
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (line.depth > 0 || line.text === '') continue
    const separator = separatorKind(lines, at)
    if (separator) {
      markSeparated(lines, at, separator)
      return
    }
    // Yahoo on Android puts the old message behind its attribution, on one line and without marks.
    if (/^(?:On|Le|Am|El|Il|Em|Op) .{8,80}, .{1,120}@[^\s<>@]{3,80}>? .{2,20}:\s{2,4}\S/.test(line.text)) {
      mark(lines, at, lines.length, 'quote')
      return
    }
    const size = attributionSize(lines, at)
    if (size === 0) continue
    const after = nextFilled(lines, at + size)
    const quoted = after < lines.length && lines[after]!.depth > 0
    // A client that quotes without marks leaves nothing of the reader's below; with no words above either, we are in
    // doubt, and in doubt words stay.
    const above = lines.slice(0, at).some(other => other.depth === 0 && other.text !== '')
    if (quoted || !above) mark(lines, at, at + size, 'quote')
    else if (lines.slice(at + size).some(other => other.depth > 0)) mark(lines, at, at + size, 'quote')
    else {
      mark(lines, at, lines.length, 'quote')
      return
    }
    at += size - 1
  }
  markLoneRules(lines)
}

/** After a separator without `>` everything is the old message; with `>` lines, only what they mark. */
function markSeparated(lines: Line[], at: number, kind: 'quote' | 'forwarded'): void {
  const body = headerBlockEnd(lines, at)
  const first = nextFilled(lines, body)
  const quoted = first < lines.length && lines[first]!.depth > 0
  if (!quoted) return mark(lines, at, lines.length, kind)
  mark(lines, at, body, kind)
  const rest = lines.slice(first).findIndex(line => line.depth === 0 && line.text !== '')
  mark(lines, first, rest < 0 ? lines.length : first + rest, kind)
}

const bare = (text: string): string =>
  text
    .replace(/^[-_=*~–—>\s]+|[-_=*~–—:：\s]+$/g, '')
    .replace(/[\u2018\u2019]/g, '’')
    .toLowerCase()

/** Whether a line opens an old message: “-----Original Message-----” or a block of From, Sent, To, Subject. */
function separatorKind(lines: Line[], at: number): 'quote' | 'forwarded' | null {
  const { text } = lines[at]!
  if (text.length > 120) return null
  const core = bare(text)
  const framed = /^[-_=*~–—]{2}|[:：]$/.test(text)
  if (forwardMarks.has(core) && (framed || startsHeaders(lines, at + 1))) return 'forwarded'
  if (framed && /^forwarded by .{1,80}(?:on )?\d/.test(core)) return 'forwarded'
  if (quoteMarks.has(core) && (framed || startsHeaders(lines, at + 1))) return 'quote'
  if (/^[_-]{10,}$/.test(text) && startsHeaders(lines, at + 1)) return 'quote'
  return headerCount(lines, at) >= 3 ||
    (headerCount(lines, at) === 2 && keyOf(text) !== null && /@|\d{4}/.test(lines[at]!.text))
    ? 'quote'
    : null
}

const startsHeaders = (lines: Line[], at: number): boolean => headerCount(lines, nextFilled(lines, at)) >= 2

/** The field name a line begins with (`From`, `*Gesendet:*`), or null. */
function keyOf(text: string): string | null {
  const match = /^[*_|\s]{0,3}([\p{L}\p{M}][\p{L}\p{M}’' /-]{0,24}?)[*_]{0,2}\s?[:：]/u.exec(text)
  return match ? match[1]!.toLowerCase() : null
}

/** How many header fields stand from here on; 0 unless the first or second names the sender. */
function headerCount(lines: Line[], at: number): number {
  let found = 0
  let sender = false
  const keys = new Set<string>()
  for (let next = at, misses = 0; next < lines.length && next < at + 14 && misses < 2; next++) {
    const { text } = lines[next]!
    if (text === '') {
      // Outlook's HTML puts a blank line between the paragraphs of its block.
      misses += found > 2 ? 2 : 0.5
      continue
    }
    const key = keyOf(text)
    if (key === null || !otherKeys.has(key) || keys.has(key)) {
      if (next === at) return 0
      misses++
      continue
    }
    keys.add(key)
    if (fromKeys.has(key) && found < 3) sender = true
    found++
    misses = 0
  }
  return sender ? found : 0
}

/** Where the header fields below a separator end. */
function headerBlockEnd(lines: Line[], at: number): number {
  let end = at + 1
  for (let next = at; next < lines.length && next < at + 16; next++) {
    const { text, depth } = lines[next]!
    if (depth > 0) break
    const key = keyOf(text)
    if (key !== null && otherKeys.has(key)) end = next + 1
  }
  return end
}

/** How many lines an attribution (“On …, Jo <jo@example.org> wrote:”) takes from here on; 0 when there is none. */
function attributionSize(lines: Line[], at: number): number {
  let joined = ''
  for (let size = 1; size <= 4 && at + size <= lines.length; size++) {
    const { text, depth } = lines[at + size - 1]!
    if (depth > 0 || text === '') return 0
    joined = joined ? `${joined} ${text}` : text
    if (joined.length > 400) return 0
    if (!isAttribution(joined, followedByQuote(lines, at + size), size)) continue
    // “Thanks / Kate / On … wrote:”: the attribution begins further down.
    const rest = lines.slice(at + 1, at + size).map(line => line.text)
    if (opens(lines[at]!.text)) return size
    const later = rest.some((_, from) =>
      isAttribution(rest.slice(from).join(' '), followedByQuote(lines, at + size), 1),
    )
    return later ? 0 : size
  }
  return 0
}

/** Whether a line begins as attributions do: with “On”, its like, or a date. */
const opens = (text: string): boolean => openerSet.has(text.toLowerCase().split(/[\s,]/, 1)[0]!) && /\d/.test(text)

const followedByQuote = (lines: Line[], at: number): boolean => {
  const next = nextFilled(lines, at)
  return next < lines.length && next <= at + 3 && lines[next]!.depth > 0
}

function isAttribution(given: string, quoted: boolean, size: number): boolean {
  if (!quoted && !/[:：][\s*_.]*$/.test(given.slice(-6))) return false
  const text = given.replace(/[*_]/g, '').trim()
  const lower = text.toLowerCase().replace(/[’]/g, "'")
  const end = trimEndOf(lower, ' \t.…:：,')
  const colon = /[:：]$/.test(lower.trimEnd())
  const address = /[^\s@<]@[^\s@>]/.test(text)
  const date = /\d{1,2}[/.\-\u5e74\s]\s?\w|\d{4}|\d{1,2}[:.h]\d\d/.test(text)
  const first = lower.split(/[\s,]/, 1)[0]!
  const verb = verbEnds.some(ending => end.endsWith(ending)) || wroteTight.some(ending => end.endsWith(ending))
  if (verb && colon)
    return (
      (date && (address || openerSet.has(first) || /^\d/.test(lower) || quoted || hasTime(lower))) ||
      (quoted && size <= 2) ||
      (address && quoted)
    )
  if (first === 'quoting' && quoted && colon) return true
  if (verb && quoted) return date || address
  if (quoted && address && date && /^\d/.test(text) && /[>)\]]$/.test(text) && text.length < 120) return true
  // “Am 26.04.2016 um 08:45 schrieb Jo Bloggs <jo@example.org>:” and “Jo schreef op 26 april 2016:”
  const inside = verbEnds.some(ending => lower.includes(`${ending} `) || lower.includes(`${ending}:`))
  if (inside && colon && date) return quoted || address || hasTime(lower)
  if (inside && address && date && quoted) return true
  // Gmail's old form without a verb: “2016-04-26 8:45 GMT+01:00 Jo Bloggs <jo@example.org>:”
  return colon && address && date && (hasTime(lower) || /^\d{4}[-/.年]/.test(text)) && text.length < 200
}

const hasTime = (text: string): boolean => /\d{1,2}[:.h]\d\d/.test(text)

/** A rule of underscores or hyphens right above what was folded belongs to it. */
function markLoneRules(lines: Line[]): void {
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]!.fold !== null || !/^[_=-]{10,}$/.test(lines[at]!.text)) continue
    const next = nextFilled(lines, at + 1)
    if (next < lines.length && lines[next]!.fold === 'quote' && lines[next]!.depth === 0) lines[at]!.fold = 'quote'
  }
}
