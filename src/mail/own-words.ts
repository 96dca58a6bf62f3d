// The proposed text: the original without its folds, its white space tidied as a typesetter would.
import type { Fold } from './reading.ts'
import { trimLineEnds } from './trim.ts'

/** `original` without `folds` (sorted, not overlapping), hard-wrapped lines joined, at most one blank line in a row. */
export function ownWords(original: string, folds: Fold[]): string {
  const kept: string[] = []
  let at = 0
  for (const { start, end } of folds) {
    kept.push(original.slice(at, start))
    at = end
  }
  kept.push(original.slice(at))
  const text = kept.map(piece => trimLineEnds(piece)).join('\n')
  return text
    .split(/\n{2,}/)
    .map(joinWrapped)
    .filter(paragraph => paragraph.trim() !== '')
    .join('\n\n')
    .trim()
}

/**
 * Joins the lines of a paragraph that a mail program broke at a fixed width: every break stands where the next word
 * would not have fitted. Verses, lists and addresses do not look like that and stay as they are.
 */
function joinWrapped(paragraph: string): string {
  const lines = paragraph.split('\n').filter(line => line.trim() !== '')
  if (lines.length < 2) return lines.join('')
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  if (width < 55 || width > 90) return lines.join('\n')
  let joined = lines[0]!
  for (let at = 1; at < lines.length; at++) {
    const next = lines[at]!
    const word = /^\S*/.exec(next)![0]
    const wrapped = lines[at - 1]!.length + 1 + word.length > width - 2 && !/^(?:[-*•>]|\d{1,3}[.)]\s)/.test(next)
    joined += wrapped ? ` ${next}` : `\n${next}`
  }
  return joined
}
