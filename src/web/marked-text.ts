// The original as the pane shows it: its folds in their places, what the checks found marked, and where the name and
// the place were read.
import { hitsIn } from '../desk/found-words.ts'
import type { Submission } from '../desk/submission.ts'

/** `mark`: the check that found it, or `searched`. */
export type MarkedPiece = { text: string; mark: string | null; id: string | null }
export type Segment = {
  fold: Submission['folds'][number] | null
  paragraphs: MarkedPiece[][]
  /** The end of the reader's own words before a fold, by which it finds its place again. */
  before: string
}

type Range = { start: number; end: number; mark: string | null; id: string | null }

/** Checks whose words are marked where they stand in the email. */
const marking = (finding: { level: string; words: string }) =>
  (finding.level === 'bad' || finding.level === 'warn') && finding.words.trim().length >= 2

/** The id of the first mark of a finding, for “Show in email”. */
export const markId = (position: number) => `found-${position}`

/** `searched`: words of a search, which are marked too. */
export function segmentsOf(submission: Submission, searched = ''): Segment[] {
  const { original, folds } = submission
  const hits = searched === '' ? [] : hitsIn(original, searched)
  const ranges = [...rangesOf(submission), ...hits.map(hit => ({ ...hit, mark: 'searched', id: null }))]
  const segments: Segment[] = []
  let at = 0
  let before = ''
  for (const fold of [...folds].sort((one, other) => one.start - other.start)) {
    if (fold.start < at) continue
    const own = original.slice(at, fold.start)
    if (own.trim() !== '')
      segments.push({ fold: null, paragraphs: paragraphsOf(original, at, fold.start, ranges), before: '' })
    before = (before + own).slice(-400)
    segments.push({
      fold,
      paragraphs: paragraphsOf(original, fold.start, fold.end, ranges),
      before: before.trimEnd().slice(-120),
    })
    at = fold.end
  }
  if (original.slice(at).trim() !== '')
    segments.push({ fold: null, paragraphs: paragraphsOf(original, at, original.length, ranges), before: '' })
  return segments
}

/** Whether a finding's words stand in the email, so that a link can lead to them. */
export const isMarked = (submission: Submission, position: number) =>
  rangesOf(submission).some(range => range.id === markId(position))

function rangesOf({ original, findings, nameFrom, placeFrom }: Submission): Range[] {
  const ranges: Range[] = []
  for (const [position, finding] of findings.entries()) {
    if (!marking(finding)) continue
    let start = original.indexOf(finding.words)
    for (let count = 0; start !== -1 && count < 20; count++) {
      const end = start + finding.words.length
      ranges.push({ start, end, mark: finding.check, id: count === 0 ? markId(position) : null })
      start = original.indexOf(finding.words, end)
    }
  }
  for (const [id, from] of [
    ['from-name', nameFrom],
    ['from-place', placeFrom],
  ] as const)
    if (from && from.end > from.start) ranges.push({ start: from.start, end: from.end, mark: null, id })
  return ranges
}

function paragraphsOf(original: string, from: number, to: number, ranges: Range[]): MarkedPiece[][] {
  const paragraphs: MarkedPiece[][] = []
  const words = original.slice(from, to)
  for (const match of words.matchAll(/\S(?:[^\n]|\n(?![ \t]*\n))*/g)) {
    const start = from + match.index
    paragraphs.push(piecesOf(original, start, start + match[0].trimEnd().length, ranges))
  }
  return paragraphs
}

/** Cut at every boundary of a range; a piece takes the mark that covers it and the id that begins in it. */
function piecesOf(original: string, start: number, end: number, ranges: Range[]): MarkedPiece[] {
  const own = ranges.filter(range => range.start < end && range.end > start)
  const cuts = [...new Set([start, end, ...own.flatMap(range => [range.start, range.end])])]
    .filter(cut => cut >= start && cut <= end)
    .sort((one, other) => one - other)
  return cuts.slice(0, -1).map((cut, at) => {
    const covering = own.filter(range => range.start <= cut && range.end > cut)
    return {
      text: original.slice(cut, cuts[at + 1]),
      mark: covering.find(range => range.mark !== null)?.mark ?? null,
      id: covering.find(range => range.id !== null && Math.max(range.start, start) === cut)?.id ?? null,
    }
  })
}
