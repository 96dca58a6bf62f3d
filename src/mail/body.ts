// Which of a message's forms carries the reader's words, as text: plain where it is whole, HTML where plain is a stub.
import { cleanText } from '../safe.ts'
import { isBody } from './attachment.ts'
import { decodeText } from './charset.ts'
import { decodeBody } from './decode.ts'
import { unflow } from './flowed.ts'
import { htmlTrouble } from './html-guard.ts'
import { htmlToText, marks } from './html-text.ts'
import { lastResort } from './last-resort.ts'
import { BeyondLimits, limits } from './limits.ts'
import type { Part, Structure } from './structure.ts'

export type Body = {
  text: string
  /** Offsets where the sender's mail program marked its own signature. */
  signatures: { start: number; end: number }[]
  defects: string[]
}

const isHtml = (part: Part) => part.type === 'text/html' || part.type === 'text/x-amp-html'

/** The message's words as clean text, and what was wrong with them. */
export function readBody(structure: Structure): Body {
  const defects: string[] = []
  const texts: string[] = []
  for (const slot of slots(structure.leaves.filter(isBody))) {
    const text = slotText(structure, slot, defects)
    if (text.trim()) texts.push(text.trimEnd())
  }
  let marked = texts.join('\n\n')
  if (marked.trim() === '')
    marked = lastResort(structure, {
      isBody,
      read: (inner, parts) =>
        slots(parts)
          .map(slot => slotText(inner, slot, defects))
          .join('\n\n'),
      defects,
    })
  if (marked.includes(marks.hidden))
    defects.push('The email holds words that its reader would not have seen; they were left out.')
  return { ...unmark(marked, defects), defects: [...new Set(defects)] }
}

/** One part by itself, as text: for the page that shows every step. */
export function textOfPart(structure: Structure, part: Part): { text: string; defects: string[] } {
  const defects: string[] = []
  return { text: unmark(slotText(structure, [part], defects), defects).text, defects }
}

/** Leaves that are forms of one text stand together. */
function slots(leaves: Part[]): Part[][] {
  const found: Part[][] = []
  const byAlternative = new Map<number, Part[]>()
  for (const part of leaves) {
    const together = part.alternative ? byAlternative.get(part.alternative) : undefined
    if (together) together.push(part)
    else {
      const slot = [part]
      found.push(slot)
      if (part.alternative) byAlternative.set(part.alternative, slot)
    }
  }
  return found
}

function slotText(structure: Structure, slot: Part[], defects: string[]): string {
  const plainParts = slot.filter(part => !isHtml(part))
  const htmlParts = slot.filter(part => part.type === 'text/html')
  const plain = plainParts.map(part => plainText(structure, part, defects)).join('\n\n')
  const htmlBytes = htmlParts.reduce((sum, part) => sum + part.end - part.start, 0)
  if (htmlParts.length === 0 || isWhole(plain, htmlBytes)) return plain
  const pieces: string[] = []
  for (const part of htmlParts) {
    const html = decoded(structure, part, defects)
    const trouble = htmlTrouble(html)
    if (trouble && plain.trim() === '') throw new BeyondLimits(trouble)
    if (trouble) {
      defects.push(`${trouble} The plain text was shown instead.`)
      return plain
    }
    pieces.push(htmlToText(html))
  }
  const fromHtml = pieces.join('\n\n')
  return plain.trim() === '' || words(fromHtml) > words(plain) * 1.3 + 3 || isStub(plain) ? fromHtml : plain
}

const words = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

/** Plain text that is surely the whole message, so that the dearer HTML need not be read. */
const isWhole = (plain: string, htmlBytes: number): boolean =>
  plain.trim().length > 0 &&
  !isStub(plain) &&
  plain.length * 25 + 600 > htmlBytes &&
  !/<(?:p|div|br|html)\b[^<>]{0,200}>/i.test(plain)

const stub =
  /\b(?:html|plain[- ]text|view (?:this|it) (?:email |message )?(?:in|online)|(?:does|do|can)(?: not|n't|not) (?:display|support|show)|affichez|Browser|navigateur)\b/i

/** “Your mail program cannot show HTML” and the like. */
const isStub = (plain: string): boolean => plain.length < 400 && stub.test(plain) && words(plain) < 60

function decoded(structure: Structure, part: Part, defects: string[]): string {
  const whole = decodeBody(structure.raw.subarray(part.start, part.end), part.encoding)
  // More than any limit lets through, in whatever coding: what is cut off anyway need not be decoded.
  const bytes = whole.subarray(0, 12 * limits.text)
  let label = part.params.charset ?? ''
  if (isHtml(part) && !label)
    label = /<meta[^<>]{0,200}charset=["']?([\w-]{2,40})/i.exec(bytes.subarray(0, 4_096).toString('latin1'))?.[1] ?? ''
  const { text, defect } = decodeText(bytes, label)
  if (defect) defects.push(defect)
  return text.replace(/\r\n?/g, '\n').replace(/[\ufdd0-\ufdef]/g, '')
}

function plainText(structure: Structure, part: Part, defects: string[]): string {
  const text = decoded(structure, part, defects)
  if (part.type === 'text/enriched' || part.type === 'text/richtext') return text.replace(/<[^<>]{0,100}>/g, '')
  const flowed = part.params.format?.toLowerCase() === 'flowed'
  return flowed ? unflow(text, part.params.delsp?.toLowerCase() === 'yes') : text
}

/** The text without its marks, cleaned, and where the marks stood. */
function unmark(marked: string, defects: string[]): { text: string; signatures: { start: number; end: number }[] } {
  const pieces = marked
    .replaceAll(marks.hidden, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .split(/([\ufdd0\ufdd1])/)
  const signatures: { start: number; end: number }[] = []
  let text = ''
  for (const piece of pieces) {
    if (piece === marks.signature) signatures.push({ start: text.length, end: text.length })
    else if (piece === marks.endSignature) {
      if (signatures.length) signatures.at(-1)!.end = text.length
    } else text += cleanText(piece)
  }
  if (text.length > limits.text) {
    defects.push('The email is longer than 200,000 letters; the rest was left out.')
    text = text
      .slice(0, limits.text)
      .toWellFormed()
      .replace(/\ufffd$/, '')
  }
  if (text.includes('\ufffd')) defects.push('Some letters of the email could not be read (shown as �).')
  const size = text.length
  return {
    text,
    signatures: signatures.map(({ start, end }) => ({ start: Math.min(start, size), end: Math.min(end, size) })),
  }
}
