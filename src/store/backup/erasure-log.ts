// Who was erased, outside the database too: an old copy cannot know of later erasures, so the log lies beside the copies.
// It holds fingerprints (HMAC) and times, nothing of a reader.
import { readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Db } from '../database.ts'
import type { Row } from '../schema.ts'
import { settle } from './copy.ts'
import { readFolders } from './state.ts'

export type Erasure = Row<'erasure'>

export const erasureFile = 'erasures.jsonl'

export const erasureLines = (erasures: Erasure[]) => erasures.map(each => `${JSON.stringify(each)}\n`).join('')

export const readErasures = (db: Db): Promise<Erasure[]> =>
  db.selectFrom('erasure').selectAll().orderBy('at').orderBy('fingerprint').execute()

/** The log in `text`; a line that is not of ours (a write that was cut off) is passed over. */
export function parseErasures(text: string): Erasure[] {
  return text.split('\n').flatMap(line => {
    try {
      const { fingerprint, at, published } = JSON.parse(line) as Partial<Erasure>
      if (typeof fingerprint !== 'string' || typeof at !== 'number') return []
      return [{ fingerprint, at, published: published === 'keep-as-a-reader' ? published : 'withdraw' }]
    } catch {
      return []
    }
  })
}

/** The log that lies in a folder; empty when there is none. */
export const readErasureFile = async (folder: string): Promise<Erasure[]> =>
  parseErasures(await readFile(join(folder, erasureFile), 'utf8').catch(() => ''))

/**
 * Writes the log beside the database and into every folder that copies were written to, adding to what is there.
 * Answers where it could be written and where it could not (a disk that is not mounted).
 */
export async function spreadErasures(db: Db, database: string): Promise<{ written: string[]; failed: string[] }> {
  const erasures = await readErasures(db)
  // A database in memory lies beside nothing.
  const beside = database === ':memory:' ? [] : [dirname(resolve(database))]
  const folders = new Set([...beside, ...(await readFolders(db))])
  const written: string[] = []
  const failed: string[] = []
  for (const folder of folders)
    await writeErasureFile(folder, erasures).then(
      () => written.push(folder),
      () => failed.push(folder),
    )
  return { written, failed }
}

export async function writeErasureFile(folder: string, erasures: Erasure[]): Promise<void> {
  const all = new Map([...(await readErasureFile(folder)), ...erasures].map(each => [each.fingerprint, each]))
  const file = join(folder, erasureFile)
  const part = `${file}.${process.pid}.part`
  await writeFile(part, erasureLines([...all.values()]), { mode: 0o600 })
  await rename(part, file)
  await settle(file)
}
