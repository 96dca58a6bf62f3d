// From a backup to its parts, each checked, in a folder of their own.
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Manifest, memberNames, openBackup } from './backup.ts'
import { byteReader, CutShort } from './bytes.ts'
import { fileHash, proveDatabase } from './copy.ts'
import { CannotOpen } from './envelope.ts'
import { type Erasure, parseErasures } from './erasure-log.ts'
import { readTar } from './tar.ts'

export type Unpacked = { manifest: Manifest; database: string; key: Buffer; erasures: Erasure[] }

/** More than a key or a manifest will ever need; the erasure log has 120 bytes a line. */
const longestPart = 256 * 1024 * 1024

/** Unpacks into `folder`, compares and proves the database. Throws a sentence that says what is wrong. */
export async function unpackBackup(file: string, passphrase: string | null, folder: string): Promise<Unpacked> {
  const database = join(folder, memberNames.database)
  const parts = new Map<string, Buffer>()
  try {
    await readTar(byteReader(await openBackup(file, passphrase)), async (name, size, bytes) => {
      if (name === memberNames.database) return pipeline(bytes, createWriteStream(database, { mode: 0o600 }))
      if (size > longestPart) throw new Error(`it holds something odd (${name})`)
      const chunks: Buffer[] = []
      for await (const chunk of bytes) chunks.push(Buffer.from(chunk))
      parts.set(name, Buffer.concat(chunks))
    })
  } catch (error) {
    if (error instanceof CannotOpen || error instanceof CutShort || isOdd(error))
      throw new Error(`${file} cannot be restored: ${(error as Error).message}.`)
    throw error
  }
  const manifest = JSON.parse(parts.get(memberNames.manifest)?.toString() ?? 'null') as Manifest | null
  const key = parts.get(memberNames.key)
  if (!manifest || !key) throw new Error(`${file} is not a whole backup of Postbag.`)
  if ((await fileHash(database)) !== manifest.sha256)
    throw new Error(`${file} cannot be restored: its database is not the one that was written. Take another copy.`)
  proveDatabase(database)
  return { manifest, database, key, erasures: parseErasures(parts.get(memberNames.erasures)?.toString() ?? '') }
}

const isOdd = (error: unknown) => /^it (is damaged|holds)/.test((error as Error).message)
