// Where a reader writes from: the sign-off first, then what the letter says of its writer. Never a phone code, a firm's
// letterhead or somebody else's town.
import type { Candidate } from '../reading.ts'
import { lowerCasePlace } from './lower-place.ts'
import { onlyPlace } from './only-place.ts'
import { readPlace } from './places.ts'
import type { SignedLine } from './sign-off-lines.ts'
import { signedPlace } from './signed-place.ts'
import { candidate, toldPlaces } from './told-place.ts'

export type PlaceFacts = { text: string; original: string; subject: string; signed: SignedLine[] }

/** Every place found, the best first. */
export function findPlaces(facts: PlaceFacts): Candidate[] {
  const { text, original } = facts
  const signed = signedPlace(facts.signed)
  const sure = signed?.from.confidence === 'sure'
  const told = toldPlaces(facts, sure)
  // “I live in Wakefield” above “The Drovers Rest, Selby”: a sign-off that is not sure says less than that.
  const first = !sure && told[0]?.from.confidence === 'sure' ? [...told, signed] : [signed, ...told]
  const found = [...first, subjectPlace(facts.subject)].filter(each => each !== null)
  const last = found.length > 0 ? null : (lowerCasePlace(text, original) ?? onlyPlace(text, original))
  if (last) found.push(last)
  const seen = new Set<string>()
  return found.filter(({ value }) => !seen.has(value) && seen.add(value))
}

/** “Junior doctors – Katherine from Ruislip” */
function subjectPlace(subject: string): Candidate | null {
  const match = /\b(?:from|in) (\p{Lu}[\p{L}’' -]{2,40})$/u.exec(subject)
  const place = match && /\b\p{Lu}\p{Ll}+ from /u.test(subject) ? readPlace(match[1]!) : null
  return place && match ? candidate(place.value, 'subject', 0, match[1]!, 'guess') : null
}
