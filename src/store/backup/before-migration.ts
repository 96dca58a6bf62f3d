// The way back from a migration: a copy of the database beside it, written before the schema changes.
import { chmodSync, existsSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Store } from '../database.ts'
import { copyDatabase, proveDatabase, settle } from './copy.ts'
import { longestKept } from './schedule.ts'

/** `postbag.db.before-0009-people-20260426T074500Z`, with a `.part` while it is being written. */
const nameOf = (file: string, migration: string, at: number) =>
  `${file}.before-${migration}-${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}`

/** Copies the database, proves the copy, and gives it its name. Throws a sentence, and then nothing is migrated. */
export async function copyBeforeMigration(store: Store, migration: string, at: number): Promise<void> {
  const { file } = store
  if (!existsSync(file)) return
  const to = nameOf(file, migration, at)
  const part = `${to}.part`
  try {
    await rm(part, { force: true })
    await copyDatabase(store, part, { gentle: false })
    chmodSync(part, 0o600)
    proveDatabase(part)
    await settle(part)
    await rename(part, to)
    await settle(to)
  } catch (error) {
    await rm(part, { force: true })
    throw new Error(
      `Before a migration the database is copied, and that failed: ${(error as Error).message}. Make room beside ${file}.`,
    )
  }
}

/** Such copies are kept no longer than backups are, so that what was erased is gone from them too. */
export async function dropOldCopies(file: string, now: number): Promise<void> {
  if (!existsSync(file)) return
  const folder = dirname(file)
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(file)}.before-`)) continue
    const path = join(folder, name)
    const { mtimeMs } = await stat(path)
    if (now - mtimeMs > longestKept) await rm(path, { force: true })
  }
}
