// mbox files split into messages (RFC 4155, and the mboxrd quoting of `>From `).

/**
 * The messages of an mbox file, from its bytes in chunks of any size. A line `From …` after a blank line (or at the
 * start) begins a message; `>From ` loses one `>`. Holds one message at a time; `most` bytes of it at the utmost (the
 * rest of a longer one is dropped).
 */
export async function* splitMbox(chunks: AsyncIterable<Uint8Array>, most = 64 * 1024 * 1024): AsyncGenerator<Buffer> {
  let lines: Buffer[] = []
  let size = 0
  let begun = false
  let blank = true
  for await (const line of linesOf(chunks)) {
    if (blank && isSeparator(line)) {
      if (begun) yield finish(lines)
      lines = []
      size = 0
      begun = true
    } else if (begun && size < most) {
      lines.push(/^>+From /.test(line.subarray(0, 40).toString('latin1')) ? line.subarray(1) : line)
      size += line.length
    }
    blank = line.length <= 2 && (line[0] === 10 || line[0] === 13)
  }
  if (begun) yield finish(lines)
}

/** Whether bytes begin as an mbox file does, rather than as one message. */
export const looksLikeMbox = (start: Uint8Array): boolean => isSeparator(Buffer.from(start).subarray(0, 400))

/** `From sender Tue Apr 26 08:45:00 2016` and its looser kin: a sender, then something with a time or a year. */
const isSeparator = (line: Buffer): boolean =>
  line[0] === 70 && /^From \S+ .{0,80}(?:\d:\d\d|\b(?:19|20)\d\d\b)/.test(line.subarray(0, 200).toString('latin1'))

/** The blank line before the next separator is the file's, not the message's. */
function finish(lines: Buffer[]): Buffer {
  const last = lines.at(-1)
  if (last && last.length <= 2 && (last[0] === 10 || last[0] === 13)) lines.pop()
  return Buffer.concat(lines)
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = []
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk)
    let start = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      pieces.push(bytes.subarray(start, end + 1))
      yield pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
      pieces = []
      start = end + 1
    }
    if (start < bytes.length) pieces.push(bytes.subarray(start))
  }
  if (pieces.length) yield Buffer.concat(pieces)
}
