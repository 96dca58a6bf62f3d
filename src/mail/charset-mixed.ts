// UTF-8 with a few bytes that are none, and what is said of letters that could not be read.
import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

export type Decoded = { text: string; defect: string | null }

export const count = (text: string, letter: string) => text.split(letter).length - 1

export const damaged = (places: number) =>
  `${places === 1 ? 'One letter' : `${places} letters`} of the email could not be read (shown as �).`

/**
 * UTF-8 in which a few bytes are none. A lone one is a letter of Windows-1252 that a program put among them; a sequence
 * cut through cannot be read. Null when so much is wrong that it is no UTF-8 at all.
 */
export function fromMixed(bytes: Buffer): Decoded | null {
  const broken = bytes.toString('utf8')
  const bad = count(broken, '\ufffd')
  if (!/[\u0080-\ufffc]/.test(broken) && !isNearlyAscii(bytes)) return null
  if (bad > 2 && bad * 200 > broken.length) return null
  const text = bad > 0 && bytes.length < longest ? lettersOf(bytes) : broken
  const left = count(text, '\ufffd')
  if (left > 0) return { text, defect: damaged(left) }
  return {
    text,
    defect: 'A few letters of the email were coded otherwise than the rest; they were read as Windows-1252.',
  }
}

/** Longer texts keep what could not be read: going through them letter by letter would take too long. */
const longest = 512 * 1024

/** Hardly anything but ASCII: a byte or two that are no UTF-8 leave it what it says it is. */
const isNearlyAscii = (bytes: Buffer): boolean => {
  let high = 0
  for (const byte of bytes) if (byte > 127) high++
  return high <= 2
}

function lettersOf(bytes: Buffer): string {
  const pieces: string[] = []
  let from = 0
  for (let at = 0; at < bytes.length; ) {
    const size = sequenceAt(bytes, at)
    if (size > 0) {
      at += size
      continue
    }
    pieces.push(bytes.toString('utf8', from, at))
    const lead = bytes[at]! >= 0xc2 && (bytes[at + 1]! & 0xc0) === 0x80
    pieces.push(lead ? '\ufffd' : iconv.decode(bytes.subarray(at, at + 1), 'windows-1252'))
    at++
    if (lead) while ((bytes[at]! & 0xc0) === 0x80) at++
    from = at
  }
  return pieces.join('') + bytes.toString('utf8', from)
}

/** The length of the UTF-8 sequence that begins here; 0 when none does. */
function sequenceAt(bytes: Buffer, at: number): number {
  const byte = bytes[at]!
  if (byte < 128) return 1
  const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0
  return size > 0 && at + size <= bytes.length && isUtf8(bytes.subarray(at, at + size)) ? size : 0
}
