// Opens the database. This room alone knows which engine it is.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Transaction,
} from 'kysely'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>
export type Trx = Transaction<Schema>

export type Store = {
  db: Db
  /** The engine itself, for this room's own files only. */
  engine: Database.Database
  file: string
  close: () => Promise<void>
}

/**
 * Opens `file` (made with its folder when missing; `:memory:` for tests): WAL, synchronous FULL, foreign keys on,
 * five seconds of patience with another writer. Does not migrate.
 */
export function openStore(file: string): Store {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const engine = new Database(file)
  for (const pragma of [
    'journal_mode = wal',
    'synchronous = full',
    'foreign_keys = on',
    'busy_timeout = 5000',
    'trusted_schema = off',
    'secure_delete = on',
    'cache_size = -24576',
    // 16 MB of log between two checkpoints: a burst of mail otherwise spends a third of its time in them.
    'wal_autocheckpoint = 4000',
  ])
    engine.pragma(pragma)
  const db = new Kysely<Schema>({ dialect: dialectOf(engine) })
  return {
    db,
    engine,
    file,
    close: async () => {
      if (!engine.open) return
      if (file !== ':memory:') engine.pragma('wal_checkpoint(truncate)')
      await db.destroy()
      // Kysely closes only what it was asked to use.
      if (engine.open) engine.close()
    },
  }
}

/** Kysely's own dialect, but transactions begin IMMEDIATE: a deferred one that writes later meets SQLITE_BUSY_SNAPSHOT. */
function dialectOf(engine: Database.Database): Dialect {
  return {
    createDriver() {
      const driver = new SqliteDriver({ database: async () => withPrepared(engine) })
      driver.beginTransaction = async (connection: DatabaseConnection) => {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'))
      }
      // A full disk ends the transaction by itself, and a second rollback would hide the reason.
      driver.rollbackTransaction = async (connection: DatabaseConnection) => {
        if (engine.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
      }
      return driver
    },
    createQueryCompiler: () => new SqliteQueryCompiler(),
    // Kysely holds that SQLite cannot change a schema in a transaction. It can, and a migration is whole or not at all.
    createAdapter: () => Object.defineProperty(new SqliteAdapter(), 'supportsTransactionalDdl', { value: true }),
    createIntrospector: db => new SqliteIntrospector(db),
  }
}

/** Statements are prepared once: Kysely writes the same few hundred again and again. */
function withPrepared(engine: Database.Database) {
  const prepared = new Map<string, Database.Statement>()
  return {
    close: () => void engine.close(),
    prepare(text: string) {
      const known = prepared.get(text)
      if (known) return known
      if (prepared.size >= 500) prepared.clear()
      const statement = engine.prepare(text)
      prepared.set(text, statement)
      return statement
    },
  }
}
