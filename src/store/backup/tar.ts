// A backup is an ordinary tar archive (POSIX.1-1988, "ustar"), so that `tar xf` opens it where Postbag is not at hand.
import type { ByteReader } from './bytes.ts'

const block = 512
/** Eleven octal digits; a larger size is written in binary, as GNU tar does. */
const largestOctal = 8 ** 11

export type Member = { name: string; size: number; bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array> }

/** The archive as bytes. `at`: epoch milliseconds of every member. Throws when a member is not as long as it said. */
export async function* writeTar(members: Member[], at: number): AsyncGenerator<Uint8Array> {
  for (const { name, size, bytes } of members) {
    yield header(name, size, at)
    let written = 0
    for await (const chunk of bytes) {
      written += chunk.length
      yield chunk
    }
    if (written !== size) throw new Error(`${name} changed while it was being copied`)
    yield Buffer.alloc(padding(size))
  }
  yield Buffer.alloc(2 * block)
}

/** Hands every member to `take`, which must read it to its end; answers after the last one. */
export async function readTar(
  reader: ByteReader,
  take: (name: string, size: number, bytes: AsyncGenerator<Buffer>) => Promise<void>,
): Promise<void> {
  for (;;) {
    const head = await reader.take(block)
    if (head.every(byte => byte === 0)) return
    const stated = Number.parseInt(head.toString('latin1', 148, 156), 8)
    if (stated !== checksum(head)) throw new Error('it is damaged')
    const size = sizeIn(head)
    await take(head.toString('utf8', 0, 100).replace(/\0.*$/s, ''), size, reader.stream(size))
    await reader.take(padding(size))
  }
}

const padding = (size: number) => (block - (size % block)) % block

function header(name: string, size: number, at: number): Buffer {
  const head = Buffer.alloc(block)
  const octal = (value: number, offset: number, length: number) =>
    head.write(`${value.toString(8).padStart(length - 1, '0')}\0`, offset, 'latin1')
  head.write(name, 0, 100, 'utf8')
  octal(0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  if (size < largestOctal) octal(size, 124, 12)
  else {
    head[124] = 0x80
    head.writeBigUInt64BE(BigInt(size), 128)
  }
  octal(Math.floor(at / 1000), 136, 12)
  head.write('0', 156, 'latin1')
  head.write('ustar\x0000', 257, 'latin1')
  head.write(`${checksum(head).toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return head
}

/** The sum of the header's bytes, its own field counted as blanks. */
function checksum(head: Buffer): number {
  let sum = 8 * 32
  for (let at = 0; at < block; at++) if (at < 148 || at >= 156) sum += head[at]!
  return sum
}

const sizeIn = (head: Buffer) =>
  head[124] === 0x80 ? Number(head.readBigUInt64BE(128)) : Number.parseInt(head.toString('latin1', 124, 136), 8)
