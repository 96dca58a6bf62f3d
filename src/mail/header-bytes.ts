// Line ends made regular, and where the bytes of a header end.
import { BeyondLimits, limits } from './limits.ts'

/**
 * Line ends and leading rubbish made regular: a message of bare CRs would be read as one header (observed,
 * mailparser 3.9.31), and mbox writers leave a `From ` line on top.
 */
export function normalise(raw: Uint8Array): Buffer {
  let bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.length)
  const first = bytes.indexOf(10)
  // LF CR, or CR CR LF: lines of programs that turned them about or twice.
  if (
    first >= 0 &&
    (bytes[first + 1] === 13 ? bytes[first + 2] !== 10 : bytes[first - 1] === 13 && bytes[first - 2] === 13)
  )
    bytes = bytes.filter(byte => byte !== 13) as Buffer
  if (!bytes.includes(10) && bytes.includes(13)) {
    bytes = Buffer.from(bytes)
    for (let at = bytes.indexOf(13); at >= 0; at = bytes.indexOf(13, at + 1)) bytes[at] = 10
  }
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (bytes[start] === 10 || bytes[start] === 13) start++
  if (bytes.subarray(start, start + 5).toString('latin1') === 'From ') start = bytes.indexOf(10, start) + 1
  return bytes.subarray(start)
}

/** Whether a part begins with a field, a blank line or the next delimiter: what begins with words has no header. */
export const isHeaded = (bytes: Buffer, start: number): boolean =>
  /^(?:[ \t]*\r*\n|--|[!-9;-~]{1,100}[ \t]*:|$)/.test(bytes.toString('latin1', start, start + 200))

/** Where a header ends and the body after the blank line begins. */
export function headerEnd(bytes: Buffer, start: number, end: number): { end: number; body: number } {
  // A part without header or body: the next delimiter follows at once.
  if (start > 0 && bytes[start] === 45 && bytes[start + 1] === 45) return { end: start, body: start }
  if (bytes[start] === 10) return { end: start, body: start + 1 }
  if (bytes[start] === 13 && bytes[start + 1] === 10) return { end: start, body: start + 2 }
  for (let at = bytes.indexOf(10, start); at >= 0 && at < end; at = bytes.indexOf(10, at + 1)) {
    let next = at + 1
    while (bytes[next] === 13 || bytes[next] === 32 || bytes[next] === 9) next++
    if (bytes[next] === 10) return { end: at + 1, body: next + 1 }
    if (at - start > limits.headerBytes) throw new BeyondLimits('The header is longer than 256 kB.')
  }
  if (end - start > limits.headerBytes) throw new BeyondLimits('The header is longer than 256 kB.')
  const words = firstWords(bytes, start, end)
  return { end: words, body: words }
}

/** A header without a blank line below it ends where a line is no field and none goes on. */
function firstWords(bytes: Buffer, start: number, end: number): number {
  for (let at = start; at < end; at = endOfLine(bytes, at))
    if (!/^(?:[!-9;-~]{1,100}[ \t]*:|[ \t]|>?From )/.test(bytes.toString('latin1', at, Math.min(end, at + 120))))
      return at
  return end
}

export function endOfLine(bytes: Buffer, at: number): number {
  const found = bytes.indexOf(10, at)
  return found < 0 ? bytes.length : found + 1
}
