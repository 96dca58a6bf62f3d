// Brings a database to the newest schema: numbered SQL files, forward only, whole or not at all.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { copyBeforeMigration } from './backup/before-migration.ts'
import type { Db, Store } from './database.ts'

const root = resolve(import.meta.dirname, '../..')

export type MigrateOptions = {
  folder?: string
  /** This release, as package.json names it. */
  release?: string
  /** Epoch milliseconds: a copy is written first, and its name says when. Left out: none is. */
  copyAt?: number
}

/**
 * Applies what is missing, in order and in one transaction, so that a death in the middle leaves the schema that was.
 * Answers the names applied; none too when a later release has migrated and says that this one may run on it. Throws
 * a sentence when one fails, or when this release is too old for the database.
 */
export async function migrate(store: Store, options: MigrateOptions = {}): Promise<string[]> {
  const { folder = join(root, 'db/migrations'), release = ownRelease(), copyAt } = options
  const files = filesIn(folder)
  const applied = await appliedIn(store.db)
  if (applied.some(name => !files.includes(name))) {
    await refuseTooOld(store, release)
    return []
  }
  const missing = files.filter(name => !applied.includes(name))
  if (missing.length === 0) return []
  if (copyAt !== undefined && applied.length > 0) await copyBeforeMigration(store, missing[0]!, copyAt)
  const migrations = Object.fromEntries(files.map(name => [name, migrationOf(store, join(folder, `${name}.sql`))]))
  const migrator = new Migrator({ db: store.db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (!error) return (results ?? []).map(each => each.migrationName)
  const failed = results?.find(each => each.status === 'Error')?.migrationName ?? ''
  const why = error instanceof Error ? error.message : String(error)
  throw new Error(`The database could not be brought up to date (${failed}): ${why}`)
}

/** Whether every migration of this release has been applied. */
export async function atHead(db: Db): Promise<boolean> {
  const applied = await appliedIn(db)
  return filesIn(join(root, 'db/migrations')).every(name => applied.includes(name))
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .map(name => name.replace(/\.sql$/, ''))
    .sort()

const ownRelease = (): string => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version

async function appliedIn(db: Db): Promise<string[]> {
  const known = await sql`select 1 from sqlite_master where name = 'kysely_migration'`.execute(db)
  if (known.rows.length === 0) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(row => row.name)
}

/** The statements, and a note of the oldest release that may still run: an older one cannot read this file. */
function migrationOf(store: Store, file: string): Migration {
  const statements = readFileSync(file, 'utf8')
  const oldest = /^-- oldest release: (\d+\.\d+\.\d+)$/m.exec(statements)?.[1]
  if (oldest === undefined) throw new Error(`${file} does not name the oldest release that may run on it.`)
  return {
    // The migrator's transaction holds the one connection that the engine has, so exec runs inside it.
    up: async db => {
      store.engine.exec(statements)
      const { rows } = await sql<{ value: string }>`select value from setting where name = 'oldestRelease'`.execute(db)
      if (rows[0] && compare(rows[0].value, oldest) >= 0) return
      await sql`insert or replace into setting (name, value) values ('oldestRelease', ${oldest})`.execute(db)
    },
  }
}

async function refuseTooOld({ db, file }: Store, release: string): Promise<void> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', 'oldestRelease').executeTakeFirst()
  if (row && compare(release, row.value) >= 0) return
  const wanted = row ? `release ${row.value} or a later one` : 'a later release'
  const copy = existsSync(file) ? ' The way back is the copy that was written before the migration.' : ''
  throw new Error(`The database ${file} needs ${wanted} of Postbag; this is ${release}.${copy}`)
}

/** Below 0, 0 or above 0, as release `one` is older than, the same as, or newer than `other`. */
function compare(one: string, other: string): number {
  const [left, right] = [one, other].map(each => each.split('.').map(Number))
  for (const [at, number] of left!.entries()) if (number !== right![at]) return number - right![at]!
  return 0
}
