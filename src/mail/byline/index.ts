// The byline: who a reader is and where they are, as they say it themselves, with the words that show it.
import type { Head } from '../mailparser.ts'
import { isFirstName } from '../names/first-names.ts'
import type { Automatic, Candidate, Fold, Reading } from '../reading.ts'
import { namingWish, type Wish } from './anonymous.ts'
import { findNames } from './name.ts'
import { findPlaces } from './place.ts'
import { signedLines } from './sign-off-lines.ts'

export type Letter = { original: string; folded: Fold[]; text: string; head: Head; automatic: Automatic | null }
export type Byline = Pick<Reading, 'name' | 'nameFrom' | 'place' | 'placeFrom' | 'candidates' | 'anonymous'> & {
  wish: Wish
}

/** Proposes a name and a place, or leaves them empty. It never invents: every value has its words in the message. */
export function findByline({ original, folded, text, head, automatic }: Letter): Byline {
  const signed = signedLines(original, folded)
  const signOff = signed.map(line => line.text).join('\n')
  // Apart by an empty line, so that a wish at the beginning of one is not read as the end of another.
  const wish = namingWish(`${head.subject}\n\n${text}\n\n${signOff}`.slice(0, 30_000), signOff)
  const facts = { text, original, signed, from: head.from, subject: head.subject }
  const names = automatic ? [] : allowed(findNames(facts), wish)
  const places = automatic ? [] : findPlaces(facts).filter(({ value }) => !names.some(name => name.value === value))
  const [name] = names
  const [place] = places
  return {
    name: name?.value ?? '',
    nameFrom: name?.from ?? null,
    place: place?.value ?? '',
    placeFrom: place?.from ?? null,
    candidates: [...names.slice(1), ...places.slice(1)].slice(0, 10),
    anonymous: wish.kind === 'anonymous',
    wish,
  }
}

/** What the reader's wish leaves of the names: nothing, or given names only. A surname alone is never left. */
function allowed(names: Candidate[], wish: Wish): Candidate[] {
  if (wish.kind === 'none') return names
  if (wish.kind !== 'first-name') return []
  const seen = new Set<string>()
  return names.flatMap(({ field, value, from }) => {
    const first = value.split(' ')[0]!
    if (!isFirstName(first) || seen.has(first)) return []
    seen.add(first)
    const start = from.kind === 'header' || from.kind === 'subject' ? 0 : from.start
    const words = from.words.includes(first) ? first : ''
    return [
      {
        field,
        value: first,
        from: { ...from, start, end: start === 0 && from.kind === 'header' ? 0 : start + words.length, words },
      },
    ]
  })
}
