// Who stands at the end of a letter: whether a line is a name, alone or with a place or a word about the writer.
import { isNamelessSigner } from '../byline/anonymous.ts'
import { isPlaceLine } from '../byline/place-line.ts'
import { fitsHeader } from '../names/match.ts'
import { nameShape, nameWords } from '../names/shape.ts'
import { isJobLine } from './contact-lines.ts'

/** Who sent it, as words of the header's name: a last line that agrees with them is a signature. */
export type Sender = { words: string[]; address: string }

export const sureName = (text: string, sender: Sender): boolean => fitsHeader(nameWords(text), sender.words)

/** What may follow a close on its own line: a name, perhaps with a place; or “a junior doctor, Leeds”. */
export function isSigner(rest: string, sender: Sender): boolean {
  if (rest === '' || rest.length > 90) return false
  if (isSignerName(rest, sender)) return true
  const short = rest.split(/\s+/).length <= 7 && !/[.!?]\s+\S|[?]$/.test(rest)
  return (
    short &&
    (/^(?:a|an|one|the|from)\s/i.test(rest) ||
      nameShape(rest.split(/,| - | – /)[0]!) !== null ||
      /^[\p{L}]{1,3}[.x]*$/u.test(rest))
  )
}

/** A name, or a name with a place or a word or two about the writer (“Chris Boshell, Birmingham”). */
export function isSignerName(text: string, sender: Sender): boolean {
  const bare = text.replace(/^[-–—~*_/\s]+|[*_\s.,]+$/g, '').replace(/\s+x{1,4}$/i, '')
  if (bare.length < 2 || bare.length > 90) return false
  if (/^(?:\p{Lu}\.\s?){2,4}$/u.test(text)) return true
  if (isNamelessSigner(bare) && bare.split(/\s+/).length <= 9) return true
  if (fitsHeader(nameWords(bare), sender.words) && bare.length < 45) return true
  if (/^\s*[-–—~]\s?\p{Lu}/u.test(text) && nameShape(bare) !== null) return true
  if (/^(?:an?|one) \p{Ll}/iu.test(bare) && bare.includes(', ') && isPlaceLine(bare.slice(bare.indexOf(', ') + 2)))
    return true
  const [first, ...rest] = bare.split(
    /\s*(?:,|\(| - | – | — | \| |\bfrom\b|\bfr?ae\b|\baged?\b|(?<=\p{L}) in (?=\p{Lu}))\s*/u,
  )
  const shape = nameShape(first ?? '')
  if (rest.filter(Boolean).length === 0) return shape === 'known'
  const tail = rest.join(', ').replace(/[)\s.]+$/, '')
  if (tail.split(/\s+/).length > 8 || /[.!?]\s/.test(tail)) return false
  if (shape === 'known' || fitsHeader(nameWords(first ?? ''), sender.words))
    return (
      /^[\p{Lu}\d(]|^(?:formerly|originally|ex|late|now|currently)\b/u.test(tail) ||
      isPlaceLine(tail) ||
      isJobLine(tail)
    )
  return shape === 'plausible' && isPlaceLine(tail)
}
