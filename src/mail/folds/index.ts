// What is not the reader's own words: found from the outside in, each finder leaving alone what another has marked.
// Nothing is deleted, and in doubt words stay.

import { nameWords } from '../names/shape.ts'
import type { Fold } from '../reading.ts'
import { markArmour } from './armour.ts'
import { markBanners } from './banners.ts'
import { isCallOut } from './call-out.ts'
import { isDeviceLine } from './devices.ts'
import { isLegalLine, isLegalTitle, isListLine, isScannerLine } from './footers.ts'
import { markForm } from './form.ts'
import { markHistory } from './history.ts'
import { type Line, mark, nextFilled, toFolds, toLines } from './lines.ts'
import { markSignOff } from './sign-off.ts'
import type { Sender } from './signer.ts'

export type Letter = {
  original: string
  /** Where the sender's mail program marked its own signature. */
  signatures: { start: number; end: number }[]
  /** Addresses it was sent to: a line that repeats one is our call-out. */
  to: string[]
  sender: { name: string; address: string }
}

/** The folds of a letter, in order, not overlapping; offsets are UTF-16 into `original`. */
export function findFolds(letter: Letter): Fold[] {
  const lines = toLines(letter.original)
  const sender: Sender = {
    words: nameWords(letter.sender.name.includes('@') ? '' : letter.sender.name),
    address: letter.sender.address,
  }
  markArmour(lines)
  markBanners(lines)
  markHistory(lines)
  markForm(lines)
  markFooters(lines)
  markDelimited(lines, letter.signatures)
  for (const line of lines)
    if (line.fold === null && line.depth === 0 && isCallOut(line.text, letter.to)) line.fold = 'call-out'
  for (const [from, to, last] of stretches(lines)) markSignOff(lines, from, to, sender, last)
  keepAnswered(lines)
  markRules(lines)
  return toFolds(lines)
}

/** Device lines, scanners, list footers and legal notices: paragraphs that programs and firms add. */
function markFooters(lines: Line[]): void {
  for (let at = 0; at < lines.length; at++) {
    const { text, fold } = lines[at]!
    if (fold !== null || text === '') continue
    if (isDeviceLine(text)) lines[at]!.fold = 'footer'
    else if (isScannerLine(text)) markParagraph(lines, at, 'footer')
    else if (isListFooter(lines, at)) mark(lines, at, endOfWords(lines, at), 'footer')
    else if (startsParagraph(lines, at) && (isLegalLine(text) || isLegalLine(joined(lines, at)))) markLegal(lines, at)
    else if (isLegalTitle(text) && isLegalLine(joined(lines, nextFilled(lines, at + 1)))) lines[at]!.fold = 'disclaimer'
  }
}

const startsParagraph = (lines: Line[], at: number): boolean =>
  at === 0 ||
  lines[at - 1]!.text === '' ||
  lines[at - 1]!.fold !== null ||
  /^[-_=*]{3,}$/.test(lines[at - 1]!.text) ||
  lines[at - 1]!.text.length < 60

/** A paragraph's first lines as one, for notices that are wrapped. */
const joined = (lines: Line[], at: number): string => {
  const words: string[] = []
  for (let next = at; next < lines.length && lines[next]!.text !== '' && next < at + 4; next++)
    words.push(lines[next]!.text)
  return words.join(' ')
}

function markParagraph(lines: Line[], at: number, kind: Fold['kind']): void {
  for (let next = at; next < lines.length && lines[next]!.text !== ''; next++) lines[next]!.fold ??= kind
}

/** A notice and the notices right below it; rules of stars and hyphens around them go too. */
function markLegal(lines: Line[], at: number): void {
  markParagraph(lines, at, 'disclaimer')
  for (let above = at - 1; above >= 0 && /^[-_=*\s]*$/.test(lines[above]!.text) && lines[above]!.fold === null; above--)
    if (lines[above]!.text !== '') lines[above]!.fold = 'disclaimer'
}

const isListFooter = (lines: Line[], at: number): boolean => {
  const { text } = lines[at]!
  if (isListLine(text)) return true
  if (!/^(?:[_=-]{20,}|-- ?)$/.test(text)) return false
  const next = lines[nextFilled(lines, at + 1)]
  return next !== undefined && next.depth === 0 && isListLine(next.text)
}

/** Not quoted and not forwarded: what the reader wrote, or what was put below it. */
const isOwn = ({ depth, fold }: Line): boolean => depth === 0 && fold !== 'quote' && fold !== 'forwarded'

const endOfWords = (lines: Line[], at: number): number => {
  let end = at
  while (end < lines.length && isOwn(lines[end]!)) end++
  return end
}

/** A signature has no more lines than this. */
const mostSigned = 20

/** The first lines with words below this one, up to the next quotation: no more than `most`, and no further looked. */
function wordsBelow(lines: Line[], at: number, most: number): Line[] {
  const found: Line[] = []
  for (let next = at + 1; next < lines.length && found.length < most; next++) {
    const line = lines[next]!
    if (!isOwn(line)) break
    if (line.text !== '' && line.fold === null) found.push(line)
  }
  return found
}

/** What follows `-- ` (RFC 3676 section 4.3), or what the mail program marked as its signature. */
function markDelimited(lines: Line[], signatures: { start: number; end: number }[]): void {
  for (const { start, end } of signatures.slice(0, 20)) {
    if (end - start >= 4_000) continue
    const inside = lines.filter(line => line.start >= start && line.end <= end + 1 && line.text !== '')
    const outside = lines.some(
      line => line.fold === null && line.text !== '' && (line.start < start || line.end > end + 1),
    )
    if (outside) for (const line of inside) line.fold ??= 'signature'
  }
  // Each candidate looks at all that follows, so only so many are asked.
  for (let at = 0, asked = 0; at < lines.length && asked < 50; at++) {
    if (
      lines[at]!.fold !== null ||
      lines[at]!.depth > 0 ||
      !/^(?:--|—|–|-- ?-{0,3}|_{2,}|-{3,}|={3,}|\*{3,})$/.test(lines[at]!.text)
    )
      continue
    asked++
    const below = wordsBelow(lines, at, mostSigned + 1)
    const exact = lines[at]!.text === '--'
    const longest = below.reduce((most, line) => Math.max(most, line.text.length), 0)
    const above = lines.slice(0, at).some(line => line.fold === null && line.text !== '')
    if (exact ? above && below.length <= mostSigned && (longest < 200 || below.length <= 3) : below.length === 0)
      mark(lines, at, endOfWords(lines, at), 'signature')
  }
}

/** A rule of strokes right above what was folded (“---”, “_____”, “***”) belongs to it. */
function markRules(lines: Line[]): void {
  for (let at = 0; at < lines.length; at++) {
    const { text, fold, depth } = lines[at]!
    if (fold !== null || depth > 0 || !/^[-_=*~+–—―#\s]{2,}$/.test(text)) continue
    const below = lines[nextFilled(lines, at + 1)]
    if (below?.fold != null && below.fold !== 'call-out' && below.fold !== 'quote') lines[at]!.fold = below.fold
  }
}

/** The stretches of the reader's own lines, each with whether it is the last. */
function stretches(lines: Line[]): [number, number, boolean][] {
  const found: [number, number, boolean][] = []
  let from = -1
  for (let at = 0; at <= lines.length; at++) {
    const line = lines[at]
    const own = line !== undefined && isOwn(line)
    if (own && from < 0) from = at
    if (!own && from >= 0) {
      if (lines.slice(from, at).some(other => other.text !== '' && other.fold === null)) found.push([from, at, false])
      from = -1
    }
  }
  // From the end, so that a line that is cut in two does not move the stretches still to come.
  found.reverse()
  if (found[0]) found[0][2] = true
  return found
}

/**
 * Answers between quotations are kept with what they answer: when two or more quoted stretches are each followed by
 * the reader's words, those stretches are no folds.
 */
function keepAnswered(lines: Line[]): void {
  const answered: [number, number][] = []
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]!.depth === 0 || lines[at]!.fold !== 'quote') continue
    let end = at
    while (end < lines.length && (lines[end]!.depth > 0 || lines[end]!.text === '')) end++
    const next = lines[end]
    if (next !== undefined && next.fold === null) answered.push([at, end])
    at = end - 1
  }
  if (answered.length < 2) return
  for (const [from, to] of answered)
    for (let at = from; at < to; at++) if (lines[at]!.fold === 'quote') lines[at]!.fold = null
}
