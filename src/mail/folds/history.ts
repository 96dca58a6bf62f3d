// Quoted history: where a mail program begins to repeat an earlier message, in the forms and languages it has.
import { attributionSize, attributionWithin } from './attribution.ts'
import { headerBlockEnd, separatorKind } from './header-block.ts'
import { type Line, mark, nextFilled, splitLine } from './lines.ts'

/** Marks every line of quoted or forwarded history; what stands below a `>` quotation stays the reader's. */
export function markHistory(lines: Line[]): void {
  for (const line of lines) if (line.depth > 0) line.fold = 'quote'
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (line.depth > 0 || line.text === '') continue
    const separator = separatorKind(lines, at)
    if (separator) {
      markSeparated(lines, at, separator)
      return
    }
    if (holdsOldMessage(line.text)) {
      mark(lines, at, lines.length, 'quote')
      return
    }
    const within = attributionWithin(lines, at)
    if (within > 0) {
      splitLine(lines, at, within, null)
      continue
    }
    const size = attributionSize(lines, at)
    if (size === 0) continue
    if (markAttributed(lines, at, size)) return
    at += size - 1
  }
  markLoneRules(lines)
}

/** Yahoo on Android puts the old message behind its attribution, on one line and without marks. */
const holdsOldMessage = (text: string): boolean =>
  /^(?:On|Le|Am|El|Il|Em|Op) .{8,80}, .{1,120}@[^\s<>@]{3,80}>? .{2,20}:\s{2,4}\S/.test(text)

/** Marks an attribution of `size` lines and what it introduces; answers whether that is all the rest. */
function markAttributed(lines: Line[], at: number, size: number): boolean {
  const after = nextFilled(lines, at + size)
  const quoted = after < lines.length && lines[after]!.depth > 0
  // A client that quotes without marks leaves nothing of the reader's below; with no words above either, we are in
  // doubt, and in doubt words stay.
  const above = lines.slice(0, at).some(other => other.depth === 0 && other.text !== '')
  if (quoted || !above || lines.slice(at + size).some(other => other.depth > 0)) {
    mark(lines, at, at + size, 'quote')
    return false
  }
  mark(lines, at, lines.length, 'quote')
  return true
}

/** After a separator without `>` everything is the old message; with `>` lines, only what they mark. */
function markSeparated(lines: Line[], at: number, kind: 'quote' | 'forwarded'): void {
  const body = headerBlockEnd(lines, at)
  const first = nextFilled(lines, body)
  const quoted = first < lines.length && lines[first]!.depth > 0
  if (!quoted) return mark(lines, at, lines.length, kind)
  mark(lines, at, body, kind)
  const rest = lines.slice(first).findIndex(line => line.depth === 0 && line.text !== '')
  mark(lines, first, rest < 0 ? lines.length : first + rest, kind)
}

/** A rule of underscores or hyphens right above what was folded belongs to it. */
function markLoneRules(lines: Line[]): void {
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]!.fold !== null || !/^[_=-]{10,}$/.test(lines[at]!.text)) continue
    const next = nextFilled(lines, at + 1)
    if (next < lines.length && lines[next]!.fold === 'quote' && lines[next]!.depth === 0) lines[at]!.fold = 'quote'
  }
}
