// The end of a letter: its close, the name, the place, and the signature that a program or a firm puts below.
import { isPlaceLine } from '../byline/place-line.ts'
import { nameShape } from '../names/shape.ts'
import { closingPrefix, isClosingLine, isFormalClose } from './closings.ts'
import { isContactLine, isJobLine } from './contact-lines.ts'
import { type Line, nextFilled } from './lines.ts'
import { isSigner, isSignerName, type Sender, sureName } from './signer.ts'
import { markWithinLine } from './within-line.ts'

type Kind = 'blank' | 'closing' | 'name' | 'place' | 'contact' | 'job' | 'short' | 'words' | 'after-thought' | 'folded'

const afterThought = /^(?:p\.?\s?p?\.?\s?s\b|ps\b|p\.s|n\.?b\.?\s?[:.-]|edit:|\*?update:)/i

/** Marks the sign-off at the end of lines `from` to `to` (exclusive), a stretch of the reader's own words. */
export function markSignOff(lines: Line[], from: number, to: number, sender: Sender, last: boolean): void {
  const kinds = new Map<number, Kind>()
  const kindAt = (at: number): Kind => {
    const found = kinds.get(at) ?? kindOf(lines[at]!, sender)
    kinds.set(at, found)
    return found
  }
  const start = signOffStart(lines, from, to, kindAt, sender, last)
  if (start === null) markEarlyClose(lines, from, to, kindAt)
  if (start === null) {
    if (last) markWithinLine(lines, from, to, sender)
    return
  }
  let signature = false
  for (let at = start; at < to; at++) {
    const line = lines[at]!
    const kind = kindAt(at)
    if (line.text === '' || line.fold !== null) continue
    // A post scriptum is the reader's: it stays, to the end of its paragraph.
    if (kind === 'after-thought') {
      while (at + 1 < to && lines[at + 1]!.text !== '') at++
      continue
    }
    if (kind === 'contact' || kind === 'job') signature = true
    line.fold = signature ? 'signature' : 'sign-off'
  }
}

/** “Regards / Jane”, a blank line, and then an afterthought: the close is folded, what follows stays. */
function markEarlyClose(lines: Line[], from: number, to: number, kindAt: (at: number) => Kind): void {
  for (let at = Math.max(from + 1, to - 40); at < to - 2; at++) {
    if (lines[at]!.fold !== null || !isClosingLine(lines[at]!.text) || at === firstFilled(lines, from)) continue
    const name = nextFilled(lines, at + 1)
    if (name >= to || name > at + 2 || kindAt(name) !== 'name' || lines[name + 1]?.text !== '') continue
    for (let line = at; line <= name; line++) if (lines[line]!.text !== '') lines[line]!.fold = 'sign-off'
  }
}

function kindOf(line: Line, sender: Sender): Kind {
  const { text } = line
  if (text === '') return 'blank'
  if (line.fold !== null) return 'folded'
  if (afterThought.test(text)) return 'after-thought'
  const signer = (rest: string) => isSigner(rest, sender)
  if (isClosingLine(text) || isFormalClose(text) || closingPrefix(text, signer) > 0) return 'closing'
  if (isSignerName(text, sender)) return 'name'
  if (isPlaceLine(text)) return 'place'
  if (isContactLine(text)) return 'contact'
  if (isJobLine(text)) return 'job'
  const sentence = /[.!?…]["”’)]*$/.test(text) && text.split(/\s+/).length > 3
  return text.length <= 70 && !sentence ? 'short' : 'words'
}

/** The line the sign-off begins at, or null. Walks up from the end while lines look like the end of a letter. */
function signOffStart(
  lines: Line[],
  from: number,
  to: number,
  kindAt: (at: number) => Kind,
  sender: Sender,
  last: boolean,
): number | null {
  let closing: number | null = null
  let filled = 0
  for (let at = to - 1; at >= from && filled <= 24; at--) {
    const kind = kindAt(at)
    if (kind === 'blank' || kind === 'folded') continue
    filled++
    if (kind === 'closing') {
      if (closesWell(lines, at, to, kindAt)) closing = at
      continue
    }
    if (kind === 'words' && !belongsBelow(lines, at, from, kindAt)) break
  }
  // A letter is more than its close: “From: a patient” or “Thank you.” on top of it is the letter.
  if (closing !== null && closing !== firstFilled(lines, from)) return closing
  return last ? nameStart(lines, from, to, kindAt, sender) : null
}

/** Whether what stands below a close is a name and its kind, not the letter going on (“Thanks.” in the middle). */
function closesWell(lines: Line[], at: number, to: number, kindAt: (at: number) => Kind): boolean {
  let personal = 0
  let short = 0
  let named = false
  for (let next = at + 1; next < to; next++) {
    const kind = kindAt(next)
    if (kind === 'blank' || kind === 'folded' || kind === 'closing') continue
    if (kind === 'after-thought') {
      while (next + 1 < to && lines[next + 1]!.text !== '') next++
      continue
    }
    if (kind === 'name' || kind === 'contact' || kind === 'job' || kind === 'place') named = true
    else if (kind === 'short') {
      short++
      if (speaks(lines[next]!.text) && short > 1) personal++
    } else if (speaks(lines[next]!.text)) personal++
  }
  return personal === 0 && (named || short <= 3)
}

const speaks = (text: string): boolean => /\b(?:i|i'm|i’m|i've|my|me|we|we're|our|us|you|your)\b/i.test(text)

/** A long line under a signature (a motto, an address) does not end the search; the letter's own last line does. */
function belongsBelow(lines: Line[], at: number, from: number, kindAt: (at: number) => Kind): boolean {
  if (speaks(lines[at]!.text) || lines[at]!.text.length > 160) return false
  for (let above = at - 1, steps = 0; above >= from && steps < 12; above--) {
    const kind = kindAt(above)
    if (kind === 'blank' || kind === 'folded') continue
    steps++
    if (kind === 'closing') return true
    if (kind === 'words') return false
  }
  return false
}

/** A letter without a close: where the name stands alone at its end, if the lines there are surely a name. */
function nameStart(
  lines: Line[],
  from: number,
  to: number,
  kindAt: (at: number) => Kind,
  sender: Sender,
): number | null {
  let top: number | null = null
  let below: Kind[] = []
  for (let at = to - 1, filled = 0; at >= from && filled < 8; at--) {
    const kind = kindAt(at)
    if (kind === 'blank' || kind === 'folded') continue
    filled++
    if (kind === 'name' && endsBefore(lines, at, from)) top = at
    else if (kind === 'after-thought') {
      below = []
      continue
    } else if (kind === 'place' && filled === 1 && isLonePlace(lines, at, from)) top = at
    else if (kind === 'short' && isPlausibleSigner(lines, at, from, below)) top = at
    else if (
      kind === 'words' ||
      kind === 'closing' ||
      (kind === 'short' && (lines[at]!.text.length > 45 || below.length > 3))
    )
      break
    // “Ramsey” and “Florence” are towns as well: a name may stand above them.
    below.unshift(kind === 'name' && isPlaceLine(lines[at]!.text) ? 'place' : kind)
  }
  if (top === null || (top === firstFilled(lines, from) && !sureName(lines[top]!.text, sender))) return null
  return top
}

/** The line above ends a sentence, or a blank line parts them. */
function endsBefore(lines: Line[], at: number, from: number): boolean {
  const above = at - 1
  if (above < from || lines[above]!.text === '' || lines[above]!.fold !== null) return true
  return /[.!?…"”')\]]$|[x:]$/.test(lines[above]!.text) || lines[above]!.text.length < 40
}

/** “Hartlepool” as a paragraph of its own below a finished sentence: where, and no name. */
const isLonePlace = (lines: Line[], at: number, from: number): boolean =>
  at - 2 >= from &&
  lines[at - 1]!.text === '' &&
  /[.!?…]["”’)]*$|\)["”’]*$/.test(lines[at - 2]!.text) &&
  /^\p{Lu}[^.!?]{2,40}$/u.test(lines[at]!.text)

/** Two capitalised words with a place, an address or a telephone below them, parted from the letter by a blank line. */
function isPlausibleSigner(lines: Line[], at: number, from: number, below: Kind[]): boolean {
  if (nameShape(lines[at]!.text) === null) return false
  if (at - 1 >= from && lines[at - 1]!.text !== '') return false
  return (
    below.length > 0 &&
    below.every(kind => kind === 'place' || kind === 'contact' || kind === 'job') &&
    below.length <= 5
  )
}

function firstFilled(lines: Line[], from: number): number {
  let at = from
  while (at < lines.length && lines[at]!.text === '') at++
  return at
}
