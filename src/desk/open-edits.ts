// Whether readers can see what was edited: a cut is marked “[…]”, an insertion stands in square brackets. What is not
// marked is told to the moderator and recorded with the approval.
import { type Changes, compare, wordsIn } from './diff.ts'
import { isSlip } from './slip.ts'

export type HiddenEdit = {
  why: 'cut' | 'added'
  /** “Cut without a mark: “never in my life”.” */
  words: string
}

const mark = '[…]'

/** Every unmarked cut inside a paragraph and every insertion without brackets; a mended slip of the pen is neither. */
export function hiddenEdits(original: string, edited: string): HiddenEdit[] {
  const changes = compare(original, edited)
  return changes.changes === 0 ? [] : changes.paragraphs.flatMap(hiddenIn)
}

function hiddenIn(pieces: Changes['paragraphs'][number]): HiddenEdit[] {
  const found: HiddenEdit[] = []
  const text = pieces.map(piece => (piece.kind === 'cut' ? '' : piece.words))
  for (const [at, { kind, words }] of pieces.entries()) {
    if (kind === 'same' || wordsIn(words).length === 0) continue
    const [before, after] = [pieces[at - 1], pieces[at + 1]]
    if (kind === 'added') {
      if (!inBrackets(text, at, words) && !(before?.kind === 'cut' && isMended(before.words, words)))
        found.push({ why: 'added', words: `Added without brackets: “${shortened(words)}”.` })
    } else if (after?.kind === 'added') {
      // Words in the place of others: told of as what was added.
      if (!after.words.includes(mark)) continue
    } else if (!nearMark(text, at)) found.push({ why: 'cut', words: `Cut without […]: “${shortened(words)}”.` })
  }
  return found
}

/** The mark may be one of the words kept beside the cut. */
const nearMark = (text: string[], at: number) =>
  text.slice(0, at).join('').trimEnd().endsWith(mark) || text.slice(at).join('').trimStart().startsWith(mark)

function inBrackets(text: string[], at: number, words: string): boolean {
  if (wordsIn(words.replace(/\[[^\]]*\]/g, '')).length === 0) return true
  const before = text.slice(0, at).join('')
  return before.lastIndexOf('[') > before.lastIndexOf(']') && text.slice(at).join('').includes(']')
}

/** “hosptial” → “hospital”; “your” → “you’re”. */
const isMended = (before: string, after: string) => {
  const [old, fresh] = [wordsIn(before), wordsIn(after)]
  return old.length === 1 && fresh.length === 1 && isSlip(plain(old[0]!), plain(fresh[0]!))
}

const plain = (word: string) => word.toLowerCase().replace(/['’]/g, '')

const shortened = (words: string) => {
  const text = words.trim().replace(/\s+/g, ' ')
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
