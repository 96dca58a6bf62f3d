// Brings a database to the newest schema: numbered SQL files, forward only, one transaction each.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Db, Store } from './database.ts'

const folder = resolve(import.meta.dirname, '../../db/migrations')

/** Applies what is missing, in order; answers the names applied. Throws with the file's name when one fails. */
export async function migrate(store: Store): Promise<string[]> {
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.sql'))
    .sort()
  const migrations: Record<string, Migration> = {}
  for (const name of files) {
    const statements = readFileSync(join(folder, name), 'utf8')
    migrations[name.replace(/\.sql$/, '')] = {
      // The migrator's transaction holds the one connection that the engine has, so exec runs inside it.
      up: async () => void store.engine.exec(statements),
    }
  }
  const migrator = new Migrator({ db: store.db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error) {
    const failed = results?.find(each => each.status === 'Error')?.migrationName
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(
      failed
        ? `The database could not be brought up to date (${failed}): ${why}`
        : `The database ${store.file} belongs to another release of Postbag: ${why}`,
    )
  }
  return (results ?? []).map(each => each.migrationName)
}

/** Whether every migration of this release has been applied. */
export async function atHead(db: Db): Promise<boolean> {
  const files = readdirSync(folder).filter(name => name.endsWith('.sql'))
  const applied = await sql<{ n: number }>`select count(*) as n from kysely_migration`.execute(db)
  return applied.rows[0]?.n === files.length
}
