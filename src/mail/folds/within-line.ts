// A sign-off that begins within a line, as in letters typed in one breath.
import { isPlaceLine } from '../byline/place-line.ts'
import { nameShape } from '../names/shape.ts'
import { closingPrefix, isClosingLine } from './closings.ts'
import { type Line, splitLine } from './lines.ts'
import { isSigner, isSignerName, type Sender, sureName } from './signer.ts'

/** A letter typed in one breath: “… a disgrace. Regards, Jo Bloggs, Leeds”. The fold begins inside the line. */
export function markWithinLine(lines: Line[], from: number, to: number, sender: Sender): void {
  for (let at = to - 1; at >= from; at--) {
    const line = lines[at]!
    if (line.text === '' || line.fold !== null) continue
    const cut = closeWithin(line.text, sender)
    if (cut > 0) splitLine(lines, at, cut, 'sign-off')
    return
  }
}

/** Where in a line's text the close begins, or 0. Only the last stops of the line are tried. */
function closeWithin(text: string, sender: Sender): number {
  const tail = Math.max(0, text.length - 120)
  for (const match of text.slice(tail).matchAll(/[.!?…)"”]["”)]?\s+(?=[\p{L}-])|\s[-–—]\s?(?=\p{Lu})/gu)) {
    const at = tail + match.index + match[0].length
    const rest = text.slice(at)
    const named = /\s[-–—]\s?$/.test(match[0]) || sender.words.length > 0
    if (/^[-–—]\s?\p{Lu}/u.test(rest) && isSignerName(rest, sender)) return at
    if (
      closingPrefix(rest, words => isSigner(words, sender)) > 0 ||
      (isClosingLine(rest) && rest.split(' ').length <= 4)
    )
      return at
    if (/[.!?…]\s+$/.test(match[0]) && isNamedPlace(rest)) return at
    if (
      named &&
      isSignerName(rest, sender) &&
      (sureName(rest.split(/,| from | in /)[0]!, sender) || /\s[-–—]\s?$/.test(match[0]))
    )
      return at
  }
  return 0
}

/** “Sam from York”, “Jo Bloggs, Leeds” as a sentence of its own: a given name and a place. */
const isNamedPlace = (rest: string): boolean => {
  const [name, place, more] = rest.replace(/(?<![.!x ])[.!x ]+$/, '').split(/, | from /, 3)
  return (
    more === undefined && place !== undefined && isPlaceLine(place) && nameShape(name!) === 'known' && name!.length < 30
  )
}
