// Where a writer says to be, in the present: “I live in”, “here in”, “as someone from”. Somebody else's town does not count.

import { matchesOf } from '../may-match.ts'
import { nameShape } from '../names/shape.ts'
import type { Candidate, Confidence, Evidence } from '../reading.ts'
import { counties } from './counties.ts'
import { homeClaims } from './home-claims.ts'
import { claims } from './place-claims.ts'
import { isKnownPlace, readPlace } from './places.ts'
import { placeKey } from './towns.ts'

type Letter = { text: string; original: string }

/** A proposed place with its evidence; a subject has no place in the original. */
export const candidate = (
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

const elsewhere =
  /(?<!\b(?:[Mm]e|I) (?:and|&) (?:the |my |our )?)\b(?:used to|would|wouldn['’]t|[Ii]['’]d (?:love|like|hate|rather)|wish|once|if I|when I|when we|(?:daughter|son|sister|brother|mother|father|mum|dad|friend|parents?|wife|husband|niece|nephew|cousin|aunt|uncle|colleague|neighbour|children|kids|family|who|they|not|doesn't|don't|moved|born|grew up|holiday|visiting|visit))\s*(?:\w+\s){0,2}$/i

/** “I lost my wallet in Oxford”: what was done there says nothing of now. */
const done =
  /\b(?:I|[Ww]e|he|she|they|and|who|then) (?:\p{Ll}{1,9} )?(?:\p{Ll}+ed|had|lost|left|sold|took|got|bought|met|spent|found|gave|held|began|did|went|saw|came|broke|caught|paid|ate|drove|rode|wrote|won) (?:\p{Ll}{1,6} )?$/u

/** “I'm from Turin originally, but …”: where they were. */
const bygone =
  /^,? (?:originally|by birth|once|(?:where|when) I (?:grew|was)|but (?:nobody|now|these days|(?:I |we )?(?:have |'ve |’ve )?(?:now )?(?:live|lived|moved|rent|settled|been))|and (?:now|moved))\b/

/** What people have in another town than their own, and who has a town of their own. */
const foreign =
  /\b(?:daughter|son|sister|brother|mother|father|mum|mam|mom|dad|nan|nana|gran|granny|grandad|grand(?:mother|father|son|daughter|children|kids|parents)|friends?|mates?|cousins?|aunt(?:ie)?|uncle|niece|nephew|in-laws?|wife|husband|partner|fianc[eé]e?|ex|kids|children|parents|boyfriend|girlfriend|colleagues?|counterparts?|boss|landlord|employer|firm|company|office|work|job|depot|head office|holidays?|honeymoon|trips?|visits?|weekend|week|days?|stay|time|years?|flights?|plane|train|bus|coach|journey|way|drive|commute|hospital|consultant|specialist|university|college|uni|course|studies|degree|childhood|youth|wedding|funeral|appointment|operation|MPs?|government|ministers?|embassy|troops|soldiers|armed forces|correspondents?|reporter|ancestors?|roots|origins|relatives|relations|family|people|birthplace|heart|mind|thoughts|soul|hopes|faith|interest|old|former|first|second|previous|last)\b/i

const once = /\b(?:originally|formerly|once) (?:come |hail )?(?:from )?(?:from|of|in) $/i

/** Where one lies in the sun or waits for a flight is not where one lives. */
const away =
  /\b(?:sun-?loungers?|beach|hotel|hostel|campsite|cruise ship|airport|departure lounge|train|station|coach|ferry|holiday)\b/i

/** Every place that the letter itself claims, the surest first; the less common ways of telling only where it is open. */
export function toldPlaces(letter: Letter, settled: boolean): Candidate[] {
  const told = claimed(letter, claims)
  const open = !settled && !told.some(({ from }) => from.confidence === 'sure')
  return (open ? [...told, ...claimed(letter, homeClaims)] : told).sort(
    (a, b) => rank(b.from.confidence) - rank(a.from.confidence),
  )
}

function claimed({ text, original }: Letter, asked: typeof claims): Candidate[] {
  const found: Candidate[] = []
  const letter = text.slice(0, 20_000)
  for (const [pattern, confidence] of asked)
    for (const match of matchesOf(pattern, letter)) {
      const at = match.index + match[0].length
      const before = text.slice(Math.max(0, match.index - 30), match.index)
      // “My wife and I retired to”
      const together = /^(?:I|me)\b/.test(match[0]) && /\b(?:and|&) $/.test(before)
      if ((!together && elsewhere.test(before)) || found.length > 8) continue
      if (/^(?:my|our)\b/i.test(match[0]) && done.test(before)) continue
      if (
        away.test(match[0]) ||
        once.test(before + match[0]) ||
        (/^(?:my|our)\b/i.test(match[0]) && foreign.test(match[0]))
      )
        continue
      const words = placeWords(text.slice(at, at + 90), confidence)
      if (!words || bygone.test(text.slice(at + words.text.length, at + words.text.length + 40))) continue
      const start = Math.max(0, original.indexOf(words.text))
      found.push(candidate(words.value, 'text', start, words.text, words.known ? confidence : 'guess'))
    }
  return found
}

const rank = (confidence: Confidence): number => ({ sure: 2, likely: 1, guess: 0 })[confidence]

/** “Asda in Swindon”: what stands in a town without being a part of it. */
const isShop = (phrase: string): boolean => {
  const [inner, town] = phrase.split(' in ', 2)
  return town !== undefined && !isKnownPlace(inner!) && !counties.has(placeKey(town))
}

/** The longest run of capitalised words that is a place; after “I live in”, a village no gazetteer knows. */
export function placeWords(
  text: string,
  confidence: Confidence,
): { value: string; text: string; known: boolean } | null {
  const run =
    /^(?:the )?\p{Lu}[\p{L}’'.-]*(?:(?:,? (?:in |near )?|[- ])(?:(?:upon|on|in|under|le|the|of|by|next|and|sur|de|la)[- ]){0,2}\p{Lu}[\p{L}’'.-]*){0,5}/u.exec(
      text.replace(/\n/g, ' ').replace(/ \((?:ours|yours|mine)\)/g, ''),
    )
  if (!run) return null
  const words = run[0].split(/(?<=[\s,])(?=\S)/)
  for (let size = words.length; size > 0; size--) {
    const phrase = words
      .slice(0, size)
      .join('')
      .replace(/(?<![\s,.])[\s,.]+$/, '')
      .replace(/[’']s$/, '')
    const place = /(?:^|\s)\p{Ll}+$/u.test(phrase) || isShop(phrase) ? null : readPlace(phrase)
    if (place) return { value: place.value, text: phrase, known: true }
  }
  const village = /^\p{Lu}[\p{Ll}’'-]{2,}(?:[ -](?:on|upon|in|under|le|the|\p{Lu}[\p{Ll}’'-]+)){0,3}/u.exec(run[0])?.[0]
  if (confidence !== 'sure' || !village || nameShape(village) === 'known') return null
  return { value: village, text: village, known: false }
}
