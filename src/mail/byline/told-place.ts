// Where a writer says to be, in the present: “I live in”, “here in”, “as someone from”. Somebody else's town does not count.
import { nameShape } from '../names/shape.ts'
import type { Candidate, Confidence, Evidence } from '../reading.ts'
import { readPlace } from './places.ts'

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

/** Every place that the letter itself claims, the surest first. */
export function toldPlaces({ text, original }: Letter): Candidate[] {
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
