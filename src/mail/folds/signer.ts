// Who stands at the end of a letter: whether a line is a name, alone or with a place or a word about the writer.
import { isNamelessSigner } from '../byline/anonymous.ts'
import { isPlaceLine } from '../byline/place-line.ts'
import { fitsHeader, fold } from '../names/match.ts'
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
      /^[\p{L}]{1,3}[.x]*$/u.test(rest) ||
      // One or two words of another script behind a close are who signs.
      /^(?:\P{ASCII}\S{1,20})(?: \P{ASCII}\S{1,20}){0,2}$/u.test(rest.replace(/(?<![.,;:!?…])[.,;:!?…]+$/, '')))
  )
}

/** A name, or a name with a place or a word or two about the writer (“Chris Boshell, Birmingham”). */
export function isSignerName(text: string, sender: Sender): boolean {
  const bare = text
    .replace(/^[-–—~*_/\s]+|(?<![*_\s.,])[*_\s.,]+$/g, '')
    .replace(/(?<!\s)\s+x{1,4}$/i, '')
    .replace(/^(?:i\. ?a\.|i\. ?v\.|i\. ?A|p\.?p\.?a?\.?|f\.d\.m\.) (?=\p{Lu})/iu, '')
    .replace(/ ?\((?:she|he|they|her|him|them|sie|ihr|elle|il|ella|they\/them)[/, ](?:\p{L}+[/, ]?){1,2}\)/u, '')
  if (isInitials(bare, sender)) return true
  if (bare.length < 2 || bare.length > 90) return false
  if (/^(?:\p{Lu}\.\s?){2,4}$/u.test(text)) return true
  if (isNamelessSigner(bare) && bare.split(/\s+/).length <= 9) return true
  if (fitsHeader(nameWords(bare), sender.words) && bare.length < 45) return true
  if (sender.words.length === 1 && fitsHeader(nameWords(bare).slice(0, 1), sender.words) && nameShape(bare) !== null)
    return true
  // “Joe Tolley (grandad of nine)”, “Terry Maguire, badge no. on request”
  const aside =
    /[(,]/.test(bare) &&
    /^([^(),]{2,40})(?: \([^()]{1,45}\)|, (?:an?|the|still|aged|mum|dad|mother|father|gran\w*|nan|proud|badge|ex|former|very|not|one|also|your|nearly|almost|now)\b[^.!?,]{1,45})$/i.exec(
      bare,
    )
  if (aside && (nameShape(aside[1]!) === 'known' || sureName(aside[1]!, sender)) && nameShape(aside[1]!) !== null)
    return true
  if (/^\s*[-–—~/]{1,2}\s?\p{Lu}/u.test(text) && (nameShape(bare) !== null || /^\p{Lu}\p{L}{1,14}$/u.test(bare)))
    return true
  // “김민수 드림”, “김민수 올림”: a name and the word that signs.
  if (/^[\p{Script=Hangul}]{2,5} ?(?:드림|올림|배상)$/u.test(bare)) return true
  if (/^(?:an?|one) \p{Ll}/iu.test(bare) && bare.includes(', ') && isPlaceLine(bare.slice(bare.indexOf(', ') + 2)))
    return true
  const [first, ...rest] = bare.split(
    /\s*(?:,|\(| - | – | — | \| | \/ |\bfrom\b|\bfr?ae\b|\baged?\b|(?<=\p{L}) in (?=\p{Lu}))\s*/u,
  )
  const shape = nameShape(first ?? '')
  if (rest.filter(Boolean).length === 0)
    return shape === 'known' || (shape === 'plausible' && isInAddress(bare, sender))
  const tail = rest
    .filter(Boolean)
    .join(', ')
    .replace(/(?<![)\s.])[)\s.]+$/, '')
  if (tail.split(/\s+/).length > 8 || /(?<!\b(?:Co|St|nr|[NSEW]))[.!?]\s/.test(tail)) return false
  if (shape === 'known' || fitsHeader(nameWords(first ?? ''), sender.words))
    return (
      // “Nana Yaw, porter, Croydon”
      (/^(?:\p{Ll}{2,15} ?){1,3}, ?\p{Lu}/u.test(tail) && isPlaceLine(tail.slice(tail.indexOf(',') + 1).trim())) ||
      /^[\p{Lu}\d(]|^(?:formerly|originally|ex|late|now|currently)\b/u.test(tail) ||
      isPlaceLine(tail) ||
      isJobLine(tail)
    )
  return shape === 'plausible' && isPlaceLine(tail)
}

/** “N. Kimani” or “Thandeka Mbatha” under a letter from n.kimani@… or thandeka@…, though the header tells no name. */
function isInAddress(text: string, sender: Sender): boolean {
  const local = fold(sender.address.split('@', 1)[0]!).split(/[^\p{L}]+/u)
  return nameWords(text).some(word => {
    const name = fold(word)
    return name.length > 2 && local.some(part => part === name || (name.length > 3 && part.endsWith(name)))
  })
}

/** “AB”, “A.B.”, “A.”: the initials of the sender's name. */
function isInitials(text: string, sender: Sender): boolean {
  const letters = text.replace(/[.\s]/g, '')
  if (sender.words.length === 1 && letters.length === 1 && letters === sender.words[0]) return true
  if (!/^\p{Lu}{1,4}$/u.test(letters) || sender.words.length < 2) return false
  const initials = sender.words.map(word => word[0]!.toUpperCase()).join('')
  return letters === initials || (letters.length === 1 && text.length <= 2 && letters === initials[0])
}
