// “greetings from kumasi”, “i live in barnsley”: a letter typed without capitals still says where its writer is.
import { matchesOf } from '../may-match.ts'
import type { Candidate } from '../reading.ts'
import { isCommonWord } from './place-mentions.ts'
import { readPlace } from './places.ts'
import { candidate } from './told-place.ts'

const claim =
  /\b(?:(?:i|we) (?:(?:still|now|both|all) )?live (?:near |just outside )?in|(?:i'm|i’m|im|i am|we're|we’re|we are)(?: (?:writing|based|living|sat|stuck here))? (?:from|in)|(?:greetings|hello|hi|hiya|regards|love|salaam|morning|afternoon|evening|writing|watching|reading this) from|(?:here|up here|down here|over here|living|based) in) (?:sunny |rainy |wet |cold |lovely )?/g
const elsewhere =
  /\b(?:daughter|son|sister|brother|mum|mam|dad|nan|friend|mate|cousin|wife|husband|he|she|they|who|used to|not|never|when)(?: \w+){0,2} $/

/** The first such claim that a place of the gazetteer follows, as it is typed. */
export function lowerCasePlace(text: string, original: string): Candidate | null {
  const letter = text.slice(0, 6000)
  if (/\p{Lu}\p{Ll}/u.test(letter)) return null
  const lower = letter.toLowerCase()
  for (const match of matchesOf(claim, lower)) {
    const at = match.index + match[0].length
    if (elsewhere.test(lower.slice(Math.max(0, match.index - 30), match.index))) continue
    const words = /^[\p{L}’'-]+(?: [\p{L}’'-]+){0,3}/u.exec(lower.slice(at, at + 60))?.[0].split(' ') ?? []
    for (let size = Math.min(words.length, 3); size > 0; size--) {
      const phrase = words.slice(0, size).join(' ')
      const place = phrase.length < 4 || isCommonWord(phrase) ? null : readPlace(titled(phrase))
      if (place)
        return candidate(
          place.value,
          'text',
          Math.max(0, original.indexOf(letter.slice(at, at + phrase.length))),
          letter.slice(at, at + phrase.length),
          'likely',
        )
    }
  }
  return null
}

const titled = (phrase: string): string =>
  phrase
    .replace(/(?<![\p{L}’'])\p{Ll}(?=\p{L}{2})/gu, letter => letter.toUpperCase())
    .replace(/\b(?:On|Upon|The|Under|Le)\b/g, word => word.toLowerCase())
