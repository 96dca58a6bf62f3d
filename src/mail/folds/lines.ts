// The original as lines that know where they stand, how deep they are quoted, and what has been made of them.
import type { Fold, FoldKind } from '../reading.ts'

export type Line = {
  start: number
  /** Without the line feed. */
  end: number
  /** Trimmed, without quotation marks at the front. */
  text: string
  /** Levels of `>` before it. */
  depth: number
  fold: FoldKind | null
}

/** Deeper than this nobody answers; more marks are words. */
const prefix = /^[ \t]{0,4}(?:>[ \t]?){1,200}/

/** Splits text into lines; linear. */
export function toLines(original: string): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= original.length) {
    const found = original.indexOf('\n', start)
    const end = found < 0 ? original.length : found
    const raw = original.slice(start, end)
    const mark = raw.includes('>') ? (prefix.exec(raw)?.[0] ?? '') : ''
    // `>:-(` is a face, and mbox writers put `>` before a line that begins with From.
    const quoted = mark !== '' && !/^[ \t]*>[:;=]-?[()<>DP/]/.test(raw) && !/^>From [a-z]/.test(raw)
    const depth = quoted ? mark.split('>').length - 1 : 0
    lines.push({ start, end, text: (quoted ? raw.slice(mark.length) : raw).trim(), depth, fold: null })
    start = end + 1
  }
  return lines
}

/** Marks lines `from` (inclusive) to `to` (exclusive) that nothing has been made of yet. */
export function mark(lines: Line[], from: number, to: number, kind: FoldKind): void {
  for (let at = from; at < to && at < lines.length; at++) lines[at]!.fold ??= kind
}

/** The next line from `at` on that is not blank; `lines.length` when there is none. */
export function nextFilled(lines: Line[], at: number): number {
  let next = at
  while (next < lines.length && lines[next]!.text === '') next++
  return next
}

/** Runs of marked lines as folds; blank lines between two runs of one kind join them. */
export function toFolds(lines: Line[]): Fold[] {
  const folds: Fold[] = []
  let open: (Fold & { blanks: boolean }) | null = null
  for (const line of lines) {
    if (line.fold === null && line.text === '' && line.depth === 0) continue
    if (line.fold === null) open = null
    else if (open && open.kind === line.fold) open.end = line.end
    else {
      open = { kind: line.fold, start: line.start, end: line.end, blanks: false }
      folds.push(open)
    }
  }
  return folds.filter(fold => fold.end > fold.start).map(({ kind, start, end }) => ({ kind, start, end }))
}

/** Cuts a line in two behind `cut` letters of its text; the second half gets `fold`. */
export function splitLine(lines: Line[], at: number, cut: number, fold: FoldKind | null): void {
  const line = lines[at]!
  const offset = line.end - line.start - line.text.length
  // Blanks at the line's end belong to neither half; `text` is trimmed at both ends.
  const lead = Math.max(0, Math.min(offset, line.end - line.text.length - line.start))
  const middle = Math.min(line.end, line.start + lead + cut)
  lines.splice(at + 1, 0, { start: middle, end: line.end, text: line.text.slice(cut), depth: line.depth, fold })
  line.text = line.text.slice(0, cut).trim()
  line.end = middle
}
