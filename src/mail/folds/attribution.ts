// Attribution lines (“On …, Jo <jo@example.org> wrote:”), on one line or over several, with a date or without.
import { trimEndOf } from '../trim.ts'
import { openers, quoters, wrote, wroteTight } from './history-words.ts'
import { type Line, nextFilled } from './lines.ts'

const openerSet = new Set(openers)
const quoterSet = new Set(quoters)
const verbEnds = wrote.map(verb => ` ${verb}`)

/** How many lines an attribution takes from here on; 0 when there is none. */
export function attributionSize(lines: Line[], at: number): number {
  let joined = ''
  for (let size = 1; size <= 4 && at + size <= lines.length; size++) {
    const { text, depth } = lines[at + size - 1]!
    if (depth > 0 || text === '') return 0
    joined = joined ? `${joined} ${text}` : text
    if (joined.length > 400) return 0
    const quoted = followedByQuote(lines, at + size)
    if (!isAttribution(joined, quoted, size)) continue
    if (size === 1 || opens(lines[at]!.text)) return size
    // “Thanks / Kate / On … wrote:”: the attribution begins further down, unless the date stands up here.
    const rest = lines.slice(at + 1, at + size).map(line => line.text)
    const later = rest.some((text, from) => {
      const tail = rest.slice(from).join(' ')
      return isAttribution(tail, quoted, 1) && (opens(text) || /\p{Nd}/u.test(tail))
    })
    return later || (!/\p{Nd}/u.test(joined) && !/[<([]$|^[<([]/.test(rest[0]!)) ? 0 : size
  }
  return 0
}

/** Where within a line an attribution begins (“… a disgrace. On 27 Apr 2016, Jo <jo@example.org> wrote:”), or 0. */
export function attributionWithin(lines: Line[], at: number): number {
  const { text } = lines[at]!
  if (text.length > 2_000 || !/[:：]\s*$|\swrote\b/.test(text.slice(-12))) return 0
  const quoted = followedByQuote(lines, at + 1)
  for (const match of text.matchAll(/(?<=[\s.!?)])(?:[-–—]{2,} ?)?(?:On|Le|Am|El|Il|Em|Op|Den) (?=[^\n]{0,30}\d)/g)) {
    const tail = text.slice(match.index)
    if (tail.length <= 300 && /@/.test(tail) && isAttribution(tail, quoted, 1)) return match.index
  }
  return 0
}

/** Whether a line begins as attributions do: with “On”, its like, or a date. */
function opens(text: string): boolean {
  const start = plain(text)
  const word = start.toLowerCase().split(/[\s,]/, 1)[0]!
  if (quoterSet.has(word)) return true
  return /\d/.test(start) && (/^\d/.test(start) || openerSet.has(word) || openerSet.has(word.replace(/\.$/, '')))
}

function followedByQuote(lines: Line[], at: number): boolean {
  const next = nextFilled(lines, at)
  return next < lines.length && next <= at + 3 && lines[next]!.depth > 0
}

/** Without the strokes and stars around it, every script's digits as ours. */
const plain = (given: string): string =>
  given
    .replace(/[*_]/g, '')
    .replace(/^[-–—‐=~─\s]{2,}|(?<![-–—‐=~─\s])[-–—‐=~─\s]{2,}$/g, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, digit => String(digit.charCodeAt(0) & 15))
    .trim()

function isAttribution(given: string, quoted: boolean, size: number): boolean {
  const last = given.slice(-8)
  if (!quoted && !/[:：>)\]][\s*_.]{0,7}$|[-–—‐]{2}\s{0,6}$|\d$/.test(last) && !/^\d{4}-/.test(given)) return false
  // Without marks below it, only a date or an address tells an attribution: most lines end here.
  if (!quoted && !/[\p{Nd}@]/u.test(given)) return false
  const text = plain(given)
  const framed = /[-–—‐]{2}\s{0,6}$/.test(last)
  const lower = text.toLowerCase().replace(/[’]/g, "'")
  const end = trimEndOf(lower, ' \t.…:：,')
  const colon = framed || /[:：]$/.test(lower.trimEnd())
  const address = /[^\s@<]@[^\s@>]/.test(text)
  const date = /\d{1,2}[/.\-\u5e74\s]\s?[\w\p{L}]|\d{4}|\d{1,2}[:.h]\d\d/u.test(text)
  const first = lower.split(/[\s,]/, 1)[0]!
  const verb = verbEnds.some(ending => end.endsWith(ending)) || wroteTight.some(ending => end.endsWith(ending))
  if (quoterSet.has(first) && colon) return quoted || address
  // “As my neighbour said at 8:45:”: a reader who tells what somebody said, not a mail program.
  if (!quoted && !address && tells.test(lower)) return false
  if (verb && colon)
    return (
      (date && (address || openerSet.has(first) || /^\d/.test(lower) || quoted || hasTime(lower))) ||
      (quoted && size <= 2) ||
      // “Jo Bloggs <jo@example.org> wrote:”: nothing else on the line, and an address as programs write it.
      (address && (quoted || bracketed.test(text)))
    )
  if (verb && quoted) return date || address
  if (quoted && colon && (address || (date && hasTime(lower))) && text.length < 200) return true
  if (/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b/.test(text) && text.length < 140)
    if ((address && /[>)\]:]$/.test(text)) || /^\S+ \d{1,2}:\d\d (?:gmt|utc)[+-]/.test(lower)) return true
  if (quoted && date && /^posted by .{2,80} on \S*\d/.test(lower)) return true
  if (quoted && address && date && /^\d/.test(text) && /[>)\]]$/.test(text) && text.length < 120) return true
  // “Am 26.04.2016 um 08:45 schrieb Jo Bloggs <jo@example.org>:” and “Jo schreef op 26 april 2016:”
  const inside = verbEnds.some(ending => lower.includes(`${ending} `) || lower.includes(`${ending}:`))
  if (inside && colon && date) return quoted || address || hasTime(lower) || openerSet.has(first)
  if (inside && address && date && quoted) return true
  // Gmail's old form without a verb: “2016-04-26 8:45 GMT+01:00 Jo Bloggs <jo@example.org>:”
  return colon && address && date && (hasTime(lower) || /^\d{4}[-/.年]/.test(text)) && text.length < 200
}

const tells = /\b(?:my|his|her|their|the|we|they|she|it|our|that|this|who|when)\b/

/** A name, an address in brackets, and hardly anything behind it. */
const bracketed =
  /^(?:in (?:article|message) <[^<>\s]{3,120}>, )?["'\p{Lu}][^.!?<>(]{0,80}[<([]{1,2}(?:mailto:)?[^\s@<>]+@[^\s@<>]+[>)\]]{1,2}[^.!?]{1,24}$/iu

const hasTime = (text: string): boolean => /\d{1,2}[:.h]\d\d/.test(text)
