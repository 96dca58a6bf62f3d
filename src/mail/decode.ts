// The transfer encodings of RFC 2045 section 6, undone leniently: mail in the wild breaks them in every way.

/** Bytes of a body under its Content-Transfer-Encoding. Linear; never throws. */
export function decodeBody(bytes: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return base64(bytes)
  if (encoding === 'quoted-printable' || encoding === 'quotedprintable') return quotedPrintable(bytes)
  if (encoding === 'x-uuencode' || encoding === 'uuencode' || encoding === 'x-uue')
    return uuencoded(bytes.toString('latin1'))
  return bytes
}

/**
 * Pieces that were each filled up with `=` follow one another; a list's footer stands below in clear. What is called
 * base64 and has blanks between its words is none.
 */
function base64(bytes: Buffer): Buffer {
  const start = bytes.toString('latin1', 0, 2_000).trim()
  const blanks = start.match(/[a-z,.;] [a-z]/gi)?.length ?? 0
  if (blanks > 3 && blanks * 25 > start.length) return bytes
  const text = bytes.toString('latin1')
  // Looked for quickly first: a picture is a megabyte, and no line of it is blank.
  const blank = ['\n\n', '\n\r', '\n ', '\n\t'].some(start => bytes.includes(start))
  const below = blank ? text.search(/\n[ \t]*\r?\n(?=[^\n]{0,200}[^A-Za-z0-9+/=\s])/) : -1
  const coded = below > 0 ? text.slice(0, below) : text
  const found = filledPieces(coded).map(piece => Buffer.from(piece, 'base64'))
  // A picture is one piece, and need not be copied once more.
  return found.length === 1 && below < 1
    ? found[0]!
    : Buffer.concat(below > 0 ? [...found, bytes.subarray(below)] : found)
}

/** Cut behind each run of `=`; a text of thousands stays whole. No pattern: on a line of megabytes its stack runs out. */
function filledPieces(text: string): string[] {
  const pieces: string[] = []
  let from = 0
  for (let at = text.indexOf('='); at >= 0; at = text.indexOf('=', from)) {
    let end = at
    while (text.charCodeAt(end) === 61) end++
    pieces.push(text.slice(from, end))
    from = end
    if (pieces.length > 1_000) return [text]
  }
  return from < text.length ? [...pieces, text.slice(from)] : pieces
}

/** How many bytes a body decodes to, without decoding it. */
export function decodedSize(bytes: Buffer, encoding: string): number {
  if (encoding !== 'base64') return bytes.length
  let letters = 0
  for (let at = 0; at < bytes.length; at++) if (bytes[at]! > 32 && bytes[at] !== 61) letters++
  return Math.floor((letters * 3) / 4)
}

const hex = (byte: number | undefined): number => {
  if (byte === undefined) return -1
  if (byte >= 48 && byte <= 57) return byte - 48
  if (byte >= 65 && byte <= 70) return byte - 55
  return byte >= 97 && byte <= 102 ? byte - 87 : -1
}

function quotedPrintable(bytes: Buffer): Buffer {
  if (!bytes.includes(61)) return bytes
  const out = Buffer.allocUnsafe(bytes.length)
  let to = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte !== 61) {
      out[to++] = byte
      continue
    }
    const high = hex(bytes[at + 1])
    const low = hex(bytes[at + 2])
    if (high >= 0 && low >= 0) {
      out[to++] = high * 16 + low
      at += 2
      continue
    }
    // A soft line break, perhaps with blanks that a relay put before the line end.
    let next = at + 1
    while (bytes[next] === 32 || bytes[next] === 9 || bytes[next] === 13) next++
    if (bytes[next] === 10 || next >= bytes.length) at = next
    else out[to++] = byte
  }
  return out.subarray(0, to)
}

function uuencoded(text: string): Buffer {
  const bytes: number[] = []
  for (const line of text.split(/\r?\n/)) {
    if (/^(begin |end$|`$)/.test(line) || line === '') continue
    const size = (line.charCodeAt(0) - 32) & 63
    const from = bytes.length
    for (let at = 1; at + 3 < line.length + 3; at += 4) {
      const [a, b, c, d] = [0, 1, 2, 3].map(step => ((line.charCodeAt(at + step) || 32) - 32) & 63)
      bytes.push((a! << 2) | (b! >> 4), ((b! & 15) << 4) | (c! >> 2), ((c! & 3) << 6) | d!)
    }
    bytes.length = Math.min(bytes.length, from + size)
  }
  return Buffer.from(bytes)
}
