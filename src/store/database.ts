// Opens the database. This room alone knows which engine it is.
import { performance } from 'node:perf_hooks'
import type Database from 'better-sqlite3'
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
import { type Engine, openEngine } from './engine.ts'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>
export type Trx = Transaction<Schema>

export type Store = {
  db: Db
  /** The engine itself, for this room's own files only. */
  readonly engine: Database.Database
  file: string
  close: () => Promise<void>
}

const engines = new WeakMap<Db, Engine>()

/** The engine under what `openStore` answered; for this room's own files only. */
export const engineUnder = (db: Db): Engine => engines.get(db)!

/**
 * Opens `file` (made with its folder when missing; `:memory:` for tests): WAL, synchronous FULL, foreign keys on,
 * five seconds of patience with another writer. Does not migrate.
 */
export function openStore(file: string): Store {
  const engine = openEngine(file)
  const db = new Kysely<Schema>({ dialect: dialectOf(engine) })
  engines.set(db, engine)
  return {
    db,
    get engine() {
      return engine.current()
    },
    file,
    close: async () => {
      if (!engine.current().open) return
      if (file !== ':memory:') engine.current().pragma('wal_checkpoint(truncate)')
      await db.destroy()
      // Kysely closes only what it was asked to use.
      if (engine.current().open) engine.close()
    },
  }
}

/** How long (ms) somebody else's transaction is waited for. */
const patience = 5_000
/** Between two tries (ms): what a transaction of the intake leaves to others is a few of them. */
const tryAgainAfter = 2

/**
 * Waits for another writer without holding this thread up: the engine's own way of waiting sleeps in it, and for every
 * page that was asked for meanwhile. Only the beginning of a transaction, or a statement without one, is refused like that.
 */
function patient(engine: Engine, connection: DatabaseConnection): DatabaseConnection {
  return {
    streamQuery: (...query) => connection.streamQuery(...query),
    async executeQuery(...query) {
      for (const began = performance.now(); ; ) {
        try {
          return await connection.executeQuery(...query)
        } catch (error) {
          if (!isBusy(error) || engine.current().inTransaction || performance.now() - began > patience) throw error
        }
        await new Promise(resolve => setTimeout(resolve, tryAgainAfter))
      }
    },
  }
}

const isBusy = (error: unknown) => String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')

/** Kysely's own dialect, but transactions begin IMMEDIATE: a deferred one that writes later meets SQLITE_BUSY_SNAPSHOT. */
function dialectOf(engine: Engine): Dialect {
  return {
    createDriver() {
      const driver = new SqliteDriver({ database: async () => engine })
      const acquire = driver.acquireConnection.bind(driver)
      driver.acquireConnection = async () => patient(engine, await acquire())
      driver.beginTransaction = async (connection: DatabaseConnection) => {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'))
      }
      // A full disk ends the transaction by itself, and a second rollback would hide the reason.
      driver.rollbackTransaction = async (connection: DatabaseConnection) => {
        if (engine.current().inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
      }
      return driver
    },
    createQueryCompiler: () => new SqliteQueryCompiler(),
    // Kysely holds that SQLite cannot change a schema in a transaction. It can, and a migration is whole or not at all.
    createAdapter: () => Object.defineProperty(new SqliteAdapter(), 'supportsTransactionalDdl', { value: true }),
    createIntrospector: db => new SqliteIntrospector(db),
  }
}
