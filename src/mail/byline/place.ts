// Where a reader writes from: the sign-off first, then what the letter says of its writer. Never a phone code, a firm's
// letterhead or somebody else's town.
import { closingPrefix, isClosingLine } from '../folds/closings.ts'
import { isContactLine, isFirmLine } from '../folds/contact-lines.ts'
import { nameShape } from '../names/shape.ts'
import type { Candidate, Confidence, Evidence } from '../reading.ts'
import { isNamelessSigner } from './anonymous.ts'
import { counties } from './counties.ts'
import { placeKey, readPlace } from './places.ts'
import type { SignedLine } from './sign-off-lines.ts'

export type PlaceFacts = { text: string; original: string; subject: string; signed: SignedLine[] }

/** Every place found, the best first. */
export function findPlaces(facts: PlaceFacts): Candidate[] {
  const found = [signedPlace(facts.signed), ...toldPlaces(facts), subjectPlace(facts.subject)].filter(
    candidate => candidate !== null,
  )
  const seen = new Set<string>()
  return found.filter(({ value }) => !seen.has(value) && seen.add(value))
}

const candidate = (
  value: string,
  kind: Evidence['kind'],
  start: number,
  words: string,
  confidence: Confidence,
): Candidate => ({
  field: 'place',
  value,
  from: {
    kind,
    start: kind === 'subject' ? 0 : start,
    end: kind === 'subject' ? 0 : start + words.length,
    words,
    confidence,
  },
})

function signedPlace(lines: SignedLine[]): Candidate | null {
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
    const moved = /\b(?:formerly|originally|once|late|ex)\b.{1,50}\bnow (?:in |of |living in )?(?=\p{Lu})/iu.exec(text)
    const closing = moved
      ? moved.index + moved[0].length
      : isClosingLine(text)
        ? text.length
        : closingPrefix(text, rest => rest !== '')
    const from =
      /^[^,\n]{0,20}\b(?:[Rr]egards|[Gg]reetings|[Cc]heers|[Ww]ishes|[Ll]ove|[Hh]ello) (?:\w{2,9} )?from (?:[a-z]{2,12} ){0,2}(?=\p{Lu})/u.exec(
        text,
      )
    const greeted = from && placeWords(text.slice(from[0].length), 'likely')
    if (greeted?.known) return candidate(greeted.value, 'sign-off', line.start + from[0].length, greeted.text, 'likely')
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
    .replace(/(?<![\s,.])[\s,.]+$/, '')
    .trim()

function wholeLine(text: string, start: number, signed: boolean): Candidate | null {
  const bare = withoutPostcode(text.replace(/^[\s\-–—~*(]+|(?<![\s.)*])[\s.)*]+$/g, ''))
  const label =
    /^(?:location|town|city|place|from|in|living in|based in|near|town\/city|where)\s*[:–-]?\s+/i.exec(bare)?.[0] ?? ''
  const words = bare.slice(label.length)
  const parts = words.split(/(?<!\s)\s*,\s*/).filter(part => !/\d/.test(part))
  const place = words && readPlace(parts.join(', '))
  if (!place || (!signed && nameShape(words) !== null && label === '')) return null
  return candidate(
    place.value,
    'sign-off',
    start + text.indexOf(words),
    words,
    label || signed ? place.confidence : 'likely',
  )
}

/** The place after a name on one line: “Chris Boshell, Birmingham”, “Katherine (Ruislip)”, “Tom from Leeds”. */
function afterName(text: string, line: SignedLine): Candidate | null {
  for (const match of text.matchAll(/,\s*|\s[-–—|]\s|\s?\(|\s(?:from|in|of|near|fr?ae)\s|\.\s/g)) {
    const at = match.index + match[0].length
    if (at > 60) break
    const head = text.slice(0, match.index).trim()
    const after = match[0].includes('(') ? text.slice(at).split(')', 1)[0]! : text.slice(at)
    const words = withoutPostcode(after.replace(/(?<![\s.)!*])[\s.)!*]+$/, ''))
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

// What a writer says of themselves, in the present. The town follows at once; somebody else's town does not count.
const claims: [RegExp, Confidence][] = [
  [
    /\b(?:I|[Ww]e)(?:'ve|’ve| have) (?:now |also |always |both |just )?(?:been living|lived|rented|been renting|been|settled|made (?:my|our) home) (?:here |happily )?(?:in|at|near) (?=[^.!?\n]{2,40}\b(?:for|since|all my|all our|now)\b)/g,
    'sure',
  ],
  [
    /\b(?:but|and) (?:(?:I |we )?(?:have|'ve|’ve) )?(?:now )?(?:lived|been living|been settled) (?:in|near) (?=[^.!?\n]{2,40}\b(?:for|since|all my|now)\b)/g,
    'sure',
  ],
  [
    /\b(?:[Ii]n|[Ff]rom|[Oo]f|[Tt]o|[Nn]ear|[Aa]t) (?=\p{Lu}[\p{L}’'-]+(?: [\p{L}’'-]+){0,3},? where (?:I|we)(?:'ve|’ve|'m|’m| have| am| are| live| still live| now live)\b)/gu,
    'sure',
  ],
  [
    /\b[Aa]s (?:someone|somebody|one|a person) (?:who lives|living) (?:just outside (?:of )?|not far from |near |close to |in |at |on |outside )/g,
    'sure',
  ],
  [/\b(?:for|as|just) an? (?:\w{2,10} )?(?:woman|man|lad|lass|girl|boy|bloke|chap|family|couple) from /g, 'likely'],
  [/\b[Ww]e have had [^.!?\n]{2,30} in (?=\p{Lu}[\p{L} -]{2,25} (?:since|for)\b)/gu, 'likely'],
  [/\b(?:in|from) (?=\p{Lu}[\p{L}’' -]{2,30}[.,;] (?:and )?I(?:'ve| have)? live(?:d)? there\b)/gu, 'sure'],
  [/\bI (?:(?!who\b|they\b|that\b)[^.!?\n]){1,50}? (?:but|and) (?:I )?(?:now |still )?live (?:in|near) /g, 'sure'],
  [/\b(?:I|[Ww]e) (?:run|own|keep|manage) (?:a|an|the|my|our) [^.!?,\n]{2,30}? in /g, 'likely'],
  [/\b(?:I am|I'm|I’m) [^.!?\n]{1,40}? and (?:I )?(?:live|work) (?:in|near) /g, 'likely'],
  [
    /(?:^|[\n.!] ?)(?:This is )?\p{Lu}[\p{Ll}-]+(?: \p{Lu}\p{Ll}+)? (?:here )?from (?=\p{Lu}[\p{L} -]{2,30} here\b|\p{Lu}[\p{L} -]{2,30}[.,:\n])/gu,
    'likely',
  ],
  [
    /\b(?:I|[Ww]e|I myself) (?:currently |now |still |also |actually |both |all |do )?(?:live|reside|am living|am based|are based|work and live|live and work) (?:just outside (?:of )?|near |close to |in |at |on |outside )(?:the (?:town|city|village|suburb)s? of |a (?:small )?village (?:near|called|outside) |(?:rural|sunny|rainy|central|beautiful|deepest|little old) )?/g,
    'sure',
  ],
  [
    /\b(?:[Ii]'m|[Ii]’m|[Ii] am|[Ww]e are|[Ww]e're|[Ww]e’re|[Ii] come|[Ww]e come) (?:originally )?(?:writing (?:to you )?)?(?:living |based |here )?(?:in|from) (?:the (?:town|city|village) of |sunny |rainy |rural |central )?/g,
    'likely',
  ],
  [
    /\b(?:[Ww]riting|[Ww]rite|[Ee]mailing|[Gg]reetings|[Hh]ello|[Ll]istening|[Ww]atching|[Rr]eading this|[Rr]eading you|[Ss]ent|[Rr]egards|[Hh]i|[Vv]iew) (?:to you |in |this )?(?:from|here in) (?:the (?:town|city|village) of |sunny |rainy |rural |a (?:very )?(?:wet|sunny|cold|rainy|grey) )?/g,
    'likely',
  ],
  [
    /(?<!\b(?:grew|grown|growing|brought|ended|signed|turned) )\b(?:[Hh]ere|[Oo]ut|[Uu]p|[Dd]own|[Oo]ver) (?:here )?in (?:the (?:town|city|village) of |sunny |rainy |rural )?/g,
    'likely',
  ],
  [
    /\b(?:I am|I'm|I’m|[Aa]s) (?:an? |the |just an? |only an? |some(?=one|body))[^.!?;,\n]{2,60}? (?:living |based |working |here |resident |who lives |training |practising )?(?:in|from|at|of) (?:the (?:town|city|village) of )?/g,
    'likely',
  ],
  [
    /\b[Mm]y name(?:'s|’s| is) [^.!?\n]{2,50}? (?:from|(?:and )?I live in|(?:and )?I'm from|(?:and )?I am from) /g,
    'sure',
  ],
  [/\b(?:[Mm]y|[Oo]ur) (?:home ?town|town|village|home town|home city|adopted city|home) (?:of|is|in) /g, 'likely'],
  [/(?:^|\n)(?:Location|Town|City|Place|Where|Town\/City|From)\s?[:–-]\s?/g, 'sure'],
  [/\b(?:[Ll]ifelong|[Ll]ong-?time|[Ll]ocal) (?:resident|citizen) (?:of|in) /g, 'sure'],
]

const elsewhere =
  /\b(?:used to|once|if I|when I|when we|(?:daughter|son|sister|brother|mother|father|mum|dad|friend|parents?|wife|husband|niece|nephew|cousin|aunt|uncle|colleague|neighbour|children|kids|family|who|they|not|doesn't|don't|moved|born|grew up|holiday|visiting|visit))\s*(?:\w+\s){0,2}$/i

/** “I'm from Turin originally, but …”: where they were. */
const bygone = /^,? (?:originally|by birth|once|(?:where|when) I (?:grew|was))\b/

function toldPlaces({ text, original }: PlaceFacts): Candidate[] {
  const found: Candidate[] = []
  for (const [pattern, confidence] of claims)
    for (const match of text.slice(0, 20_000).matchAll(pattern)) {
      const at = match.index + match[0].length
      if (elsewhere.test(text.slice(Math.max(0, match.index - 30), match.index)) || found.length > 8) continue
      const words = placeWords(text.slice(at, at + 90), confidence)
      if (!words || bygone.test(text.slice(at + words.text.length, at + words.text.length + 40))) continue
      const start = Math.max(0, original.indexOf(words.text))
      found.push(candidate(words.value, 'text', start, words.text, words.known ? confidence : 'guess'))
    }
  return found.sort((a, b) => rank(b.from.confidence) - rank(a.from.confidence))
}

const rank = (confidence: Confidence): number => ({ sure: 2, likely: 1, guess: 0 })[confidence]

/** The longest run of capitalised words that is a place; after “I live in”, a village no gazetteer knows. */
export function placeWords(
  text: string,
  confidence: Confidence,
): { value: string; text: string; known: boolean } | null {
  const run =
    /^(?:the )?\p{Lu}[\p{L}’'.-]*(?:(?:,? (?:in |near )?|[- ])(?:(?:upon|on|in|under|le|the|of|by|next|and|sur|de|la)[- ]){0,2}\p{Lu}[\p{L}’'.-]*){0,5}/u.exec(
      text.replace(/\n/g, ' '),
    )
  if (!run) return null
  const words = run[0].split(/(?<=[\s,])(?=\S)/)
  for (let size = words.length; size > 0; size--) {
    const phrase = words
      .slice(0, size)
      .join('')
      .replace(/(?<![\s,.])[\s,.]+$/, '')
      .replace(/[’']s$/, '')
    const place = readPlace(phrase)
    if (place) return { value: place.value, text: phrase, known: true }
  }
  const village = /^\p{Lu}[\p{Ll}’'-]{2,}(?:[ -](?:on|upon|in|under|le|the|\p{Lu}[\p{Ll}’'-]+)){0,3}/u.exec(run[0])?.[0]
  if (confidence !== 'sure' || !village || nameShape(village) === 'known') return null
  return { value: village, text: village, known: false }
}

/** “Junior doctors – Katherine from Ruislip” */
function subjectPlace(subject: string): Candidate | null {
  const match = /\b(?:from|in) (\p{Lu}[\p{L}’' -]{2,40})$/u.exec(subject)
  const place = match && /\b\p{Lu}\p{Ll}+ from /u.test(subject) ? readPlace(match[1]!) : null
  return place && match ? candidate(place.value, 'subject', 0, match[1]!, 'guess') : null
}
