// A whole copy of the database while others write to it, and the proof that a file is a sound database of ours.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Store } from '../database.ts'

/** Rows of the tables that matter most, as a report and a later comparison want them. */
export type Counts = { submissions: number; messages: number; entries: number; events: number; erasures: number }

export type Pace = {
  /** In steps, letting the process breathe between them: for the process that writes, whose writes the copy takes along. */
  gentle: boolean
  /** Breaks a gentle copy off. */
  signal?: AbortSignal
}

/** Pages (of 4 kB) in a step. */
const gentleStep = 1000
const allAtOnce = 0x7fffffff

/** Copies the database to `to` (which must not exist), at one moment of its history. */
export async function copyDatabase(store: Store, to: string, pace: Pace): Promise<void> {
  await store.engine.backup(to, { progress: stepsOf(pace) })
  const copy = new Database(to)
  try {
    // Out of WAL mode the copy is one file with nothing beside it.
    copy.pragma('journal_mode = delete')
  } finally {
    copy.close()
  }
}

/** A write by another process starts the copy afresh; after two such beginnings it is made in one step, which none can. */
function stepsOf({ gentle, signal }: Pace) {
  let left = Number.POSITIVE_INFINITY
  let beginnings = 0
  return ({ remainingPages }: { remainingPages: number }) => {
    signal?.throwIfAborted()
    if (remainingPages > left) beginnings++
    left = remainingPages
    return gentle && beginnings < 2 ? gentleStep : allAtOnce
  }
}

/** Opens a file and proves it: integrity, foreign keys, our tables. Throws a sentence when it is not a sound database. */
export function proveDatabase(file: string): Counts {
  let engine: Database.Database | undefined
  try {
    engine = new Database(file, { fileMustExist: true })
    const faults = integrityFaults(engine)
    if (faults.length > 0) throw new Error(faults[0])
    return countRows(engine)
  } catch (error) {
    throw new Error(`${file} is not a sound database of Postbag: ${(error as Error).message}`)
  } finally {
    engine?.close()
  }
}

/** What SQLite itself finds wrong: pages, indexes, foreign keys. */
export function integrityFaults(engine: Database.Database): string[] {
  const pages = engine.pragma('integrity_check') as { integrity_check: string }[]
  const keys = engine.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  return [
    ...pages.map(row => row.integrity_check).filter(words => words !== 'ok'),
    ...keys.map(row => `a row of ${row.table} points to a missing row of ${row.parent}`),
  ]
}

export function countRows(engine: Database.Database): Counts {
  const count = (table: string) => (engine.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n
  return {
    submissions: count('submission'),
    messages: count('raw'),
    entries: count('entry'),
    events: count('event'),
    erasures: count('erasure'),
  }
}

/** Makes a written file, or a name given in its folder, survive a loss of power. */
export async function settle(file: string): Promise<void> {
  for (const path of [file, dirname(file)]) {
    const handle = await open(path, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
}

/** SHA-256 of a file in hexadecimal. */
export async function fileHash(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
