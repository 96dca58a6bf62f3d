// What the installation knows of its own backups, for the health page, the metrics and the next erasure.
import type { Db } from '../database.ts'

export type BackupState = {
  /** Epoch milliseconds of the last copy that was checked and found sound; null: never. */
  at: number | null
  /** How long it took (ms) and how large it is (bytes). */
  ms: number
  bytes: number
  /** Why the last try failed, in words; '' when it did not. */
  error: string
}

const names = { at: 'backupAt', ms: 'backupMs', bytes: 'backupBytes', error: 'backupError' } as const
const folders = 'backupFolders'

export async function readBackupState(db: Db): Promise<BackupState> {
  const rows = await db.selectFrom('setting').selectAll().where('name', 'in', Object.values(names)).execute()
  const value = (name: string) => rows.find(row => row.name === name)?.value ?? ''
  return {
    at: value(names.at) === '' ? null : Number(value(names.at)),
    ms: Number(value(names.ms)),
    bytes: Number(value(names.bytes)),
    error: value(names.error),
  }
}

export async function noteBackup(db: Db, state: Partial<BackupState>): Promise<void> {
  for (const [key, name] of Object.entries(names)) {
    const value = state[key as keyof BackupState]
    if (value !== undefined) await save(db, name, String(value ?? ''))
  }
}

/** Folders that copies have been written to: an erasure leaves its log in each. */
export async function readFolders(db: Db): Promise<string[]> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', folders).executeTakeFirst()
  return row ? (JSON.parse(row.value) as string[]) : []
}

export async function noteFolder(db: Db, folder: string): Promise<void> {
  const known = await readFolders(db)
  if (!known.includes(folder)) await save(db, folders, JSON.stringify([...known, folder]))
}

const save = (db: Db, name: string, value: string) =>
  db
    .insertInto('setting')
    .values({ name, value })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ value }))
    .execute()
