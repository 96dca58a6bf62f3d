// The name at the beginning of a signer's line, and what parts it from the age, the town or the job behind it.
import { isContactLine, isJobLine } from '../folds/contact-lines.ts'
import { fitsHeader } from '../names/match.ts'
import { isPenName } from '../names/pen-names.ts'
import { nameShape, nameWords } from '../names/shape.ts'
import { isNamelessSigner } from './anonymous.ts'
import { isPlaceLine } from './place-line.ts'

/** “Kind regards / Ysolde” where no header tells a name: one word with a capital is one. */
export const loneName = (rest: string): string | null =>
  /^\p{Lu}\p{Ll}{2,14}$/u.test(rest) &&
  !isPlaceLine(rest) &&
  !isPenName(rest) &&
  !isNamelessSigner(rest) &&
  !isJobLine(rest)
    ? rest
    : null

/** “Pete, Lou, Jack and Edie Robinson” */
const names =
  /^(?:\p{Lu}\p{Ll}{1,12}, ){1,5}\p{Lu}\p{Ll}{1,12},? (?:and|&) \p{Lu}\p{Ll}{1,12}(?: \p{Lu}[\p{L}’'-]{1,20})?(?=,|$|\s?\()/u

/** The part of a signer's line that is the name: up to a comma, a dash, “from”, “in”, a bracket or an age. */
export function leadingName(text: string, header: string[], first: boolean): string | null {
  const whole = text.replace(/(?<!\s)\s+x{1,6}$/i, '').replace(/(?<![\s.,!])[\s.,!]+$/, '')
  const cut =
    /(?<!\s)\s*(?:,|;|\(|\s[-–—|/]\s|\s(?:from|of|aged?|in|at|near|writing)\s|(?<=\p{L}{3})\.\s|:\s|\s\d)/u.exec(whole)
  const parts = cut ? [whole.slice(0, cut.index), whole] : [whole]
  const [, place, behind] = /^([^,]{2,40}), ([^,]{2,40})$/.exec(whole) ?? []
  // “Warm regards from Nairobi, Beryl”
  if (place && isPlaceLine(place) && nameShape(place) !== 'known' && fitsHeader(nameWords(behind!), header))
    return behind!
  const family = names.exec(whole)?.[0]
  if (family && nameShape(family.split(',', 1)[0]!) === 'known') return family
  for (const part of parts) {
    const bare = part.trim()
    if (bare === '' || isContactLine(bare)) continue
    const shape = nameShape(bare)
    const town = bare.split(' ').slice(header.length).join(' ')
    // “Beryl Tait Exeter” under a letter from Beryl Tait
    if (header.length > 1 && town && isPlaceLine(town) && fitsHeader(bare.split(' ').slice(0, header.length), header))
      return bare.slice(0, -town.length).trim()
    if (fitsHeader(nameWords(bare), header) && shape !== null) return bare
    if (shape === 'known' && !(isPlaceLine(bare) && !first)) return bare
    if (shape === 'plausible' && first && !isPlaceLine(bare) && !isJobLine(bare) && !isPenName(bare)) return bare
    if (header.length > 0 && fitsHeader(nameWords(bare), header) && (bare.length > 2 || bare === header.join(' ')))
      return bare
    // “Mrs Jones”, “Dr Patel”
    if (/^(?:mrs?|ms|miss|mx|dr|prof|professor|rev|revd|sir|dame|lady|lord|cllr)\.?\s+\p{Lu}[\p{L}’'-]+$/iu.test(bare))
      return bare
  }
  return null
}
