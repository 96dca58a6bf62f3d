// The place in a sign-off: behind the name, below it, or in a line of its own; never a firm's letterhead.
import { closingPrefix, isClosingLine } from '../folds/closings.ts'
import { isContactLine, isFirmLine } from '../folds/contact-lines.ts'
import { nameShape } from '../names/shape.ts'
import type { Candidate, Confidence } from '../reading.ts'
import { isNamelessSigner } from './anonymous.ts'
import { counties } from './counties.ts'
import { readPlace } from './places.ts'
import type { SignedLine } from './sign-off-lines.ts'
import { candidate, placeWords } from './told-place.ts'
import { placeKey } from './towns.ts'

/** The place that stands in the sign-off, if any. */
export function signedPlace(lines: SignedLine[]): Candidate | null {
  for (const { text, start } of lines) {
    const label = /^(?:your )?(?:location|town|town\/city|city|place|where|home ?town|area)\s?:\s*/i.exec(text)?.[0]
    const place = label && readPlace(text.slice(label.length))
    if (label && place)
      return candidate(place.value, 'sign-off', start + label.length, text.slice(label.length), 'sure')
  }
  for (const [index, line] of lines.slice(0, 14).entries()) {
    const { text } = line
    // What stands below a job, a firm, a telephone or a web page is a letterhead.
    if (index > 0 && isFirmLine(text) && /\d/.test(text)) return null
    if (index > 0 && isFirmLine(text) && nameShape(text) !== 'known' && readPlace(text) === null)
      return afterName(text, line) ?? lastOfAll(lines, index + 1)
    if (/@|www\.|https?:|\+?\d[\d\s()-]{8,}/.test(text)) {
      if (index > 0) return null
      continue
    }
    // “Formerly of Paisley, now in Valencia”: where they are, not where they were.
    const moved =
      /\b(?:formerly|originally|once|late|ex)\b.{1,50}\b(?:now|exiled|in exile) (?:in |of |living in |settled in )?(?=\p{Lu})|^\p{Lu}[\p{L} ]{2,20}, (?:exiled|in exile|now) in (?=\p{Lu})/iu.exec(
        text,
      )
    const closing = moved
      ? moved.index + moved[0].length
      : isClosingLine(text)
        ? text.length
        : closingPrefix(text, rest => rest !== '')
    const from =
      /^[^,\n]{0,20}\b(?:[Rr]egards|[Gg]reetings|[Cc]heers|[Ww]ishes|[Ll]ove|[Hh]ello|[Yy]ours|[Tt]hanks) (?:\w{2,9} )?from (?:[a-z]{2,12} ){0,2}(?=\p{Lu})/u.exec(
        text,
      )
    const greeted = from && placeWords(text.slice(from[0].length), 'likely')
    if (from && greeted?.known)
      return candidate(greeted.value, 'sign-off', line.start + from[0].length, greeted.text, 'likely')
    const rest = text.slice(closing)
    if (rest.trim() === '') continue
    const whole = () => wholeLine(rest, line.start + closing, index > 0 || closing > 0)
    const tail = () => afterName(rest, { ...line, start: line.start + closing })
    const found =
      startsWithPlace(rest) || (index > 0 && closing === 0 && townInCounty(rest))
        ? (whole() ?? tail())
        : (tail() ?? whole())
    if (found)
      return villageAbove(found, lines, index) ?? joinTown(found, lines, index) ?? joinCounty(found, lines[index + 1])
  }
  return null
}

/** Below a choir or a branch the last line of all may still be the writer's own: no number, no postcode, a county with it. */
function lastOfAll(lines: SignedLine[], at: number): Candidate | null {
  const last = lines[at]
  if (!last || at !== lines.length - 1 || /\d/.test(last.text) || !last.text.includes(',')) return null
  return wholeLine(last.text, last.start, true)
}

/** A village that no gazetteer knows, with its county on the next line: “Malvern / Worcs”. */
function joinTown(found: Candidate, lines: SignedLine[], at: number): Candidate | null {
  const above = lines[at - 1]
  if (at < 2 || !above || !counties.has(placeKey(found.from.words))) return null
  const town = above.text.replace(/,$/, '')
  if (!/^\p{Lu}[\p{L}’' -]{2,25}$/u.test(town) || nameShape(town) === 'known' || isFirmLine(town) || road.test(town))
    return null
  const both = readPlace(`${town}, ${found.from.words}`)
  return both && candidate(both.value, 'sign-off', above.start, town, 'likely')
}

/** Whether what stands before the first comma is a place and no person: “Ruislip, Middlesex”, not “Jane Birch, Exeter”. */
const startsWithPlace = (text: string): boolean => {
  const first = text.replace(/^[\s\-–—~*(]+/, '').split(/(?<!\s)\s*[,(]\s*|\s(?:in|from|of)\s/, 1)[0]!
  return readPlace(first) !== null || (nameShape(first) === null && !isNamelessSigner(first))
}

/** “Chandler's Ford, Hants” on a line below the name, though no gazetteer has the town. */
const townInCounty = (text: string): boolean => {
  const [town, county, more] = text.split(/,\s*/, 3)
  return (
    more === undefined &&
    county !== undefined &&
    counties.has(placeKey(county.replace(/\.$/, ''))) &&
    nameShape(town!) !== 'known'
  )
}

const road = /\b(?:road|rd|street|st|avenue|ave|lane|close|drive|way|court|terrace|place|gardens|hill|house|farm)\.?$/i

/** In a postal address of four lines or more the village stands above its post town: that is where the writer lives. */
function villageAbove(found: Candidate, lines: SignedLine[], at: number): Candidate | null {
  const [house, village, , below] = [lines[at - 2], lines[at - 1], lines[at], lines[at + 1]]
  if (!house || !village || !below || !/^\d{1,4}[a-z]?\s\p{Lu}/iu.test(house.text)) return null
  const county = withoutPostcode(below.text)
  if (!counties.has(placeKey(county)) || !/^\p{Lu}[\p{L}’' -]{2,30}$/u.test(village.text) || road.test(village.text))
    return null
  const place = readPlace(`${village.text}, ${county}`)
  return place && candidate(place.value, 'sign-off', village.start, village.text, found.from.confidence)
}

/** “Ruislip” with “Middlesex” on the next line. */
function joinCounty(found: Candidate, next: SignedLine | undefined): Candidate {
  const county = next && /^[\p{L}\s.]+$/u.test(withoutPostcode(next.text)) ? withoutPostcode(next.text) : ''
  if (!county || !counties.has(placeKey(county)) || counties.has(placeKey(found.from.words))) return found
  const both = readPlace(`${found.from.words}, ${county}`)
  return both ? { ...found, value: both.value } : found
}

const withoutPostcode = (text: string): string =>
  text
    .replace(/\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/gi, '')
    .replace(/(?<=\p{L}{3},? )[A-Z]{1,2}\d[A-Z\d]?$/u, '')
    .replace(/(?<![\s,.])[\s,.]+$/, '')
    .trim()

/** “The Old Rectory”, “Harbour View B&B”: a house or a house that is open to all; the town follows. */
const isHouse = (part: string): boolean =>
  /^The \p{Lu}|\b(?:House|Cottage|Farm|Farmhouse|Lodge|Rectory|Vicarage|Manor|Hall|Inn|Arms|Hotel|Tavern|B&B|Caf[eé]|Bakery|Stores?|Garage|Nurser(?:y|ies)|Kennels|Stables|Mill|Barn|Croft|Villa|Mansions|Rest)$/u.test(
    part,
  ) && readPlace(part) === null

function wholeLine(text: string, start: number, signed: boolean): Candidate | null {
  const bare = withoutPostcode(text.replace(/^[\s\-–—~*(]+|(?<![\s.)*])[\s.)*]+$/g, ''))
  const label =
    /^(?:location|town|city|place|from|in|living in|based in|near|town\/city|where)\s*[:–-]?\s+/i.exec(bare)?.[0] ?? ''
  const words = bare.slice(label.length)
  const split = words.split(/(?<!\s)\s*,\s*/)
  // “Florence, aged 7, Lincoln” is a person.
  if (split.some((part, at) => at > 0 && /^(?:aged? )?\d{1,3}$/i.test(part))) return null
  const parts = split.filter(part => !/\d/.test(part))
  const housed = parts.length > 1 && isHouse(parts[0]!)
  const place = words && readPlace(parts.slice(housed ? 1 : 0).join(', '))
  if (!place || (!signed && nameShape(words) !== null && label === '')) return null
  return candidate(
    place.value,
    'sign-off',
    start + text.indexOf(words),
    words,
    !housed && (label || signed) ? place.confidence : 'likely',
  )
}

/** The place after a name on one line: “Chris Boshell, Birmingham”, “Katherine (Ruislip)”, “Tom from Leeds”. */
function afterName(text: string, line: SignedLine): Candidate | null {
  for (const match of text.matchAll(/,\s*|\s[-–—|/]\s|\s?\(|\s(?:from|in|of|near|fr?ae)\s|\.\s/g)) {
    const at = match.index + match[0].length
    if (at > 60) break
    const head = text.slice(0, match.index).trim()
    const after = match[0].includes('(') ? text.slice(at).split(')', 1)[0]! : text.slice(at)
    const bare = withoutPostcode(after.replace(/(?<![\s.)!*])[\s.)!*]+$/, '').replace(/\s+x{1,6}$/i, ''))
    // “in a very white Hebden Bridge”
    const words = /from|in/.test(match[0]) ? bare.replace(/^(?:\p{Ll}[\p{Ll}’'-]{0,11} ){1,4}(?=\p{Lu})/u, '') : bare
    // “K. Oyelaran”: a full stop after an initial parts nothing.
    if (match[0].startsWith('.') && head.length < 4) continue
    if (head === '' || words === '' || isContactLine(words)) continue
    const place = readPlace(words.replace(/^(?:from|in|near)\s+/i, '')) ?? spoken(words, /from|in|near/.test(match[0]))
    if (
      place &&
      (nameShape(head) !== null || /^(?:a|an|the|one|dr|mrs?|ms)\s/i.test(head) || head.split(' ').length <= 5)
    )
      return candidate(place.value, 'sign-off', line.start + text.indexOf(words, at - 1), words, place.confidence)
  }
  return null
}

/** A place within “aged 42, Leeds” or “junior doctor, Leeds”; a village no gazetteer knows when “from” stands before it. */
function spoken(words: string, named: boolean): { value: string; confidence: Confidence } | null {
  const parts = words.split(/(?<!\s)\s*,\s*/)
  for (let from = 1; from < parts.length; from++) {
    const place = readPlace(parts.slice(from).join(', '))
    if (place) return place
  }
  const inside = /(?:from|in|near)\s+(\p{Lu}.{1,40})$/u.exec(words)
  if (inside) return readPlace(inside[1]!)
  return named &&
    /^\p{Lu}[\p{L}’'-]+(?:[\s-](?:on|upon|in|under|le|the|\p{Lu}[\p{L}’'-]+)){0,3}$/u.test(words) &&
    nameShape(words) !== 'known'
    ? { value: words, confidence: 'guess' }
    : null
}
