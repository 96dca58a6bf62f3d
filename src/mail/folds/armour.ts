// What OpenPGP puts around a letter or in place of it: heads, signatures and keys in letters and figures (RFC 9580,
// sections 6.2 and 7). None of it is the reader's words.
import { type Line, mark } from './lines.ts'

const begins = /^(?:- )?-----BEGIN PGP ([A-Z ]{3,30})-----$/
const ends = /^(?:- )?-----END PGP [A-Z ]{3,30}-----$/
/** Fields of an armour, such as “Hash: SHA512”. */
const field = /^[A-Z][A-Za-z-]{2,20}: /
/** What lies in armour: base64 and its checksum. */
const packed = /^[A-Za-z0-9+/=]+$/

/** Marks armour; a block that does not end is marked as far as it is one. */
export function markArmour(lines: Line[]): void {
  for (let at = 0; at < lines.length; at++) {
    const what = lines[at]!.fold === null ? begins.exec(lines[at]!.text)?.[1] : undefined
    if (what === undefined) continue
    const end = what === 'SIGNED MESSAGE' ? endOfFields(lines, at + 1) : endOfBlock(lines, at + 1)
    mark(lines, at, end, 'footer')
    at = end - 1
  }
}

function endOfFields(lines: Line[], from: number): number {
  let end = from
  while (end < lines.length && field.test(lines[end]!.text)) end++
  return end
}

function endOfBlock(lines: Line[], from: number): number {
  for (let end = from; end < lines.length; end++) {
    const { text } = lines[end]!
    if (ends.test(text)) return end + 1
    if (text !== '' && !field.test(text) && !packed.test(text)) return end
  }
  return lines.length
}

/** Whether a letter holds a message that is encrypted within its text. */
export const holdsEncrypted = (text: string): boolean => text.includes('-----BEGIN PGP MESSAGE-----')
