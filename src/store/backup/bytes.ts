// Reads a stream by exact amounts.

export type Bytes = AsyncIterable<Uint8Array>

export type ByteReader = {
  /** Exactly `count` bytes; throws when the stream ends before. */
  take: (count: number) => Promise<Buffer>
  /** The bytes up to a line feed, without it; throws when there is none within `most`. */
  line: (most: number) => Promise<Buffer>
  /** The next `count` bytes as they come. */
  stream: (count: number) => AsyncGenerator<Buffer>
}

/** Thrown when a stream ends in the middle of something. */
export class CutShort extends Error {
  constructor() {
    super('it ends too early')
  }
}

export function byteReader(source: Bytes): ByteReader {
  const chunks = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const more = async () => {
    const next = await chunks.next()
    if (next.done) throw new CutShort()
    held = held.length === 0 ? Buffer.from(next.value) : Buffer.concat([held, next.value])
  }
  const cut = (count: number) => {
    const part = held.subarray(0, count)
    held = held.subarray(count)
    return part
  }
  return {
    async take(count) {
      while (held.length < count) await more()
      return cut(count)
    },
    async line(most) {
      for (;;) {
        const end = held.indexOf(10)
        if (end >= 0) return cut(end + 1).subarray(0, end)
        if (held.length > most) throw new CutShort()
        await more()
      }
    },
    async *stream(count) {
      for (let left = count; left > 0; ) {
        if (held.length === 0) await more()
        const part = cut(Math.min(left, held.length))
        left -= part.length
        yield part
      }
    },
  }
}
