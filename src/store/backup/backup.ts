// One file that holds the database, the key file and the erasure log: a tar archive, sealed when a passphrase is given.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, statSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Store } from '../database.ts'
import { type Bytes, byteReader } from './bytes.ts'
import { type Counts, copyDatabase, fileHash, proveDatabase, settle } from './copy.ts'
import { seal, sealedMark, unseal } from './envelope.ts'
import { erasureFile, erasureLines, readErasures, writeErasureFile } from './erasure-log.ts'
import { noteFolder } from './state.ts'
import { readTar, writeTar } from './tar.ts'

export const memberNames = {
  manifest: 'manifest.json',
  database: 'postbag.db',
  key: 'postbag.key',
  erasures: erasureFile,
} as const

export type Manifest = { format: 1; madeAt: number; sha256: string; counts: Counts }

export type BackupReport = { file: string; bytes: number; sealed: boolean; madeAt: number; counts: Counts; ms: number }

export type BackupWish = {
  /** The file to write; one that is there already is replaced only when it is a backup too. */
  to: string
  keyFile: string
  passphrase?: string
  /** Epoch milliseconds. */
  at: number
  /** For the process that serves: small steps, so that nobody waits. */
  gentle?: boolean
  /** Breaks it off, leaving nothing behind. */
  signal?: AbortSignal
  /** Proves and packs the copy; a caller that must not be held up does it in a thread of its own. */
  pack?: (packing: Packing, signal?: AbortSignal) => Promise<Packed>
}

/** Plain data, so that it can cross a thread. */
export type Packing = {
  copy: string
  to: string
  keyFile: string
  erasures: string
  passphrase: string | null
  at: number
}
export type Packed = { bytes: number; counts: Counts }

/** Copies, proves, packs, and gives the file its name only when all of that went well. Throws a sentence otherwise. */
export async function makeBackup(store: Store, wish: BackupWish): Promise<BackupReport> {
  const start = performance.now()
  const to = resolve(wish.to)
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await refuseForeign(to)
  const copy = join(dirname(to), `.${basename(to)}.${process.pid}.db`)
  try {
    await copyDatabase(store, copy, { gentle: wish.gentle === true, signal: wish.signal })
    const erasures = await readErasures(store.db)
    const { keyFile, passphrase = null, at } = wish
    const packing = { copy, to, keyFile, erasures: erasureLines(erasures), passphrase, at }
    const packed = await (wish.pack ?? packCopy)(packing, wish.signal)
    await writeErasureFile(dirname(to), erasures)
    await noteFolder(store.db, dirname(to))
    const ms = Math.round(performance.now() - start)
    return { file: to, ...packed, sealed: wish.passphrase !== undefined, madeAt: wish.at, ms }
  } finally {
    await rm(copy, { force: true })
    await rm(`${copy}-journal`, { force: true })
    await rm(partOf(to), { force: true })
  }
}

const partOf = (to: string) => `${to}.${process.pid}.part`

/** Proves the copy and writes the archive: to a temporary name, synced, read back, renamed. */
export async function packCopy({ copy, to, keyFile, erasures, passphrase, at }: Packing): Promise<Packed> {
  const counts = proveDatabase(copy)
  const sha256 = await fileHash(copy)
  const manifest: Manifest = { format: 1, madeAt: at, sha256, counts }
  const text = (name: string, bytes: Buffer) => ({ name, size: bytes.length, bytes: [bytes] })
  const tar = writeTar(
    [
      text(memberNames.manifest, Buffer.from(`${JSON.stringify(manifest)}\n`)),
      text(memberNames.key, await readFile(keyFile)),
      text(memberNames.erasures, Buffer.from(erasures)),
      { name: memberNames.database, size: statSync(copy).size, bytes: createReadStream(copy) },
    ],
    at,
  )
  const part = partOf(to)
  try {
    const sink = createWriteStream(part, { mode: 0o600, flags: 'wx' })
    await pipeline(passphrase === null ? tar : seal(tar, passphrase), sink)
    await settle(part)
    await readBack(part, passphrase, sha256)
    await rename(part, to)
    await settle(to)
    return { bytes: statSync(to).size, counts }
  } finally {
    await rm(part, { force: true })
  }
}

/** The archive of a backup as bytes, unsealed. Throws a sentence when it is not one, or has no passphrase it needs. */
export async function openBackup(file: string, passphrase: string | null): Promise<Bytes> {
  const kind = await kindOf(file)
  if (kind === 'missing') throw new Error(`There is no file ${file}.`)
  if (kind === 'foreign') throw new Error(`${file} is not a backup of Postbag.`)
  if (kind === 'plain') return createReadStream(file)
  if (passphrase === null)
    throw new Error(`${file} is sealed. Give the file that holds its passphrase with --passphrase-file.`)
  return unseal(createReadStream(file), passphrase)
}

async function readBack(file: string, passphrase: string | null, expected: string): Promise<void> {
  const hash = createHash('sha256')
  await readTar(byteReader(await openBackup(file, passphrase)), async (name, _size, bytes) => {
    for await (const chunk of bytes) if (name === memberNames.database) hash.update(chunk)
  })
  if (hash.digest('hex') !== expected) throw new Error('What was written is not what was read. Check the disk.')
}

/** A slip of the keyboard must not overwrite the database, or anything else that is not a backup. */
async function refuseForeign(file: string): Promise<void> {
  if ((await kindOf(file)) === 'foreign')
    throw new Error(`${file} is there already and is not a backup. Choose another name.`)
}

async function kindOf(file: string): Promise<'missing' | 'plain' | 'sealed' | 'foreign'> {
  if (!existsSync(file)) return 'missing'
  if (!statSync(file).isFile()) return 'foreign'
  const handle = await open(file, 'r')
  try {
    const start = Buffer.alloc(sealedMark.length)
    await handle.read(start, 0, start.length, 0)
    if (start.toString('latin1') === sealedMark) return 'sealed'
    return start.toString('latin1').startsWith(memberNames.manifest) ? 'plain' : 'foreign'
  } finally {
    await handle.close()
  }
}
