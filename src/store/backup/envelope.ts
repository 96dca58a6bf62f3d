// Seals a stream under a passphrase: AES-256-GCM in frames of a megabyte, the key drawn by scrypt (RFC 7914).
// Each frame's nonce holds its number and whether it is the last (the STREAM construction of Hoang, Reyhanitabar,
// Rogaway and Vizár), so frames cannot be swapped, repeated or cut off unnoticed.
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { type Bytes, byteReader } from './bytes.ts'

export const sealedMark = 'POSTBAG-SEALED-1 '
const frameSize = 1024 * 1024
const tagSize = 16
/** 64 MiB of memory and some 0.2 s for every guess at the passphrase. */
const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 }

/** Thrown for a wrong passphrase and for damage alike: nobody can tell them apart. */
export class CannotOpen extends Error {
  constructor() {
    super('the passphrase is not the one it was sealed with, or it is damaged')
  }
}

export async function* seal(plain: Bytes, passphrase: string): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(16)
  const prefix = randomBytes(7)
  const head = `${sealedMark}${salt.toString('base64url')} ${prefix.toString('base64url')}`
  const key = scryptSync(passphrase, salt, 32, cost)
  yield Buffer.from(`${head}\n`)
  let number = 0
  const sealFrame = (bytes: Buffer, last: boolean) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(prefix, number++, last)).setAAD(Buffer.from(head))
    const text = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
    const length = Buffer.alloc(5)
    length.writeUInt32BE(text.length)
    length[4] = last ? 1 : 0
    return Buffer.concat([length, text])
  }
  let held = Buffer.alloc(0)
  for await (const chunk of plain) {
    held = Buffer.concat([held, chunk])
    while (held.length > frameSize) {
      yield sealFrame(held.subarray(0, frameSize), false)
      held = held.subarray(frameSize)
    }
  }
  yield sealFrame(held, true)
}

/** The reverse. Throws CannotOpen, or CutShort when the end is missing. */
export async function* unseal(sealed: Bytes, passphrase: string): AsyncGenerator<Buffer> {
  const reader = byteReader(sealed)
  const head = (await reader.line(200)).toString('latin1')
  const [salt = '', prefix = ''] = head.slice(sealedMark.length).split(' ')
  const key = scryptSync(passphrase, Buffer.from(salt, 'base64url'), 32, cost)
  for (let number = 0; ; number++) {
    const start = await reader.take(5)
    const size = start.readUInt32BE()
    const last = start[4] === 1
    if (size < tagSize || size > frameSize + tagSize) throw new CannotOpen()
    const text = await reader.take(size)
    yield openFrame(text, { key, nonce: nonce(Buffer.from(prefix, 'base64url'), number, last), head })
    if (last) return
  }
}

function openFrame(text: Buffer, { key, nonce, head }: { key: Buffer; nonce: Buffer; head: string }): Buffer {
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(head))
    cipher.setAuthTag(text.subarray(-tagSize))
    return Buffer.concat([cipher.update(text.subarray(0, -tagSize)), cipher.final()])
  } catch {
    throw new CannotOpen()
  }
}

function nonce(prefix: Buffer, number: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12)
  prefix.copy(bytes)
  bytes.writeUInt32BE(number, 7)
  bytes[11] = last ? 1 : 0
  return bytes
}
