// What was changed between the reader's words and the entry, word by word, paragraph by paragraph.
import { diffArrays, diffWordsWithSpace } from 'diff'

type Piece = { kind: 'same' | 'cut' | 'added'; words: string }
/** Pieces of one paragraph; a change never crosses from one into the next. */
type ParagraphDiff = Piece[]

export type Changes = {
  paragraphs: ParagraphDiff[]
  /** Runs of changed words. */
  changes: number
  wordsCut: number
  wordsAdded: number
  /** “3 changes, 17 words cut”; “No changes”. */
  summary: string
}

/** Compares two texts whose paragraphs are parted by blank lines. */
export function compare(original: string, edited: string): Changes {
  const paragraphs = paragraphsOf(original, edited)
  const pieces = paragraphs.flat()
  const count = (kind: Piece['kind']) =>
    pieces.filter(piece => piece.kind === kind).reduce((sum, piece) => sum + wordsIn(piece.words).length, 0)
  const [wordsCut, wordsAdded] = [count('cut'), count('added')]
  const changes = paragraphs.reduce((sum, paragraph) => sum + runs(paragraph), 0)
  return { paragraphs, changes, wordsCut, wordsAdded, summary: summarise(changes, wordsCut, wordsAdded) }
}

/** The words of a text: runs of letters and figures, with apostrophes and decimal points inside. */
export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+(?:['’.,][\p{L}\p{N}\p{M}]+)*/gu) ?? []

function paragraphsOf(original: string, edited: string): ParagraphDiff[] {
  const result: ParagraphDiff[] = []
  let cut: string[] = []
  const flush = (added: string[]) => {
    // A run of cut paragraphs against a run of added ones: compared pair by pair.
    for (let at = 0; at < Math.max(cut.length, added.length); at++)
      result.push(piecesOf(cut[at] ?? '', added[at] ?? ''))
    cut = []
  }
  for (const part of diffArrays(split(original), split(edited))) {
    if (part.removed) cut = part.value
    else if (part.added) flush(part.value)
    else {
      flush([])
      for (const words of part.value) result.push([{ kind: 'same', words }])
    }
  }
  flush([])
  return result
}

const split = (text: string) =>
  text
    .split(/\n[ \t]*\n\s*/)
    .map(paragraph => paragraph.trim())
    .filter(paragraph => paragraph !== '')

function piecesOf(before: string, after: string): ParagraphDiff {
  if (before === '') return [{ kind: 'added', words: after }]
  if (after === '') return [{ kind: 'cut', words: before }]
  // Two long paragraphs with nothing in common cost time beyond measure; then one is shown as cut, the other as added.
  const parts = diffWordsWithSpace(before, after, { timeout: 200 }) ?? [
    { removed: true, value: before },
    { added: true, value: after },
  ]
  return parts.map(part => ({
    kind: part.added ? 'added' : part.removed ? 'cut' : 'same',
    words: part.value,
  }))
}

/** A cut and the addition beside it are one change. */
function runs(paragraph: ParagraphDiff): number {
  let count = 0
  let inside = false
  for (const piece of paragraph) {
    const changed = piece.kind !== 'same'
    if (changed && !inside && piece.words.trim() !== '') count++
    inside = changed || (inside && piece.words.trim() === '')
  }
  return count
}

function summarise(changes: number, cut: number, added: number): string {
  if (changes === 0) return 'No changes'
  const words = (count: number) => `${count} ${count === 1 ? 'word' : 'words'}`
  const parts = [`${changes} ${changes === 1 ? 'change' : 'changes'}`]
  if (cut > 0) parts.push(`${words(cut)} cut`)
  if (added > 0) parts.push(`${words(added)} added`)
  return parts.join(', ')
}
