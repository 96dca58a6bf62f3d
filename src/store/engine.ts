// One open database file, its pragmas and its prepared statements. After the disk has failed nothing is written until the
// file was opened anew and its pages were checked (RELIABILITY F34): what the system held in memory may never have
// reached the disk, and after a failed fsync it forgets that.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

export type Engine = {
  current: () => Database.Database
  /** Prepared once: Kysely writes the same few hundred statements again and again. */
  prepare: (text: string) => Statement
  /** The disk failed another connection of this process: this one does not trust it either. */
  distrust: () => void
  /** Bytes that the log may hold before a commit of this connection writes it into the file. */
  setLogLimit: (bytes: number) => void
  close: () => void
}

/** What Kysely asks of a statement. */
type Statement = Pick<Database.Statement, 'reader' | 'all' | 'run' | 'iterate'>

/** With SQLite's own limit of a thousand pages a burst of mail spends a third of its time in checkpoints. Bytes. */
export const logLimit = 16 * 1024 * 1024

/** Opens `file`, made with its folder when missing. */
export function openEngine(file: string): Engine {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  let engine = opened(file)
  let limit = logLimit
  let doubtful = false
  /** Found once and for all: somebody has to restore a backup, and a check takes long. */
  let damage: Error | null = null
  const prepared = new Map<string, Statement>()

  const openAnew = () => {
    prepared.clear()
    if (engine.open) engine.close()
    const faults = faultsOf(() => {
      engine = opened(file, limit)
      return engine
    })
    if (faults.length > 0) damage = damaged(faults)
    doubtful = false
  }
  const distrust = () => {
    doubtful = file !== ':memory:'
  }
  const noting =
    <Wish extends unknown[], Answer>(ask: (...wish: Wish) => Answer) =>
    (...wish: Wish): Answer => {
      try {
        return ask(...wish)
      } catch (error) {
        if (isOfTheDisk(error)) distrust()
        throw error
      }
    }
  return {
    current: () => engine,
    prepare(text) {
      if (doubtful && !engine.inTransaction) openAnew()
      if (damage) throw damage
      const known = prepared.get(text)
      if (known) return known
      if (prepared.size >= 500) prepared.clear()
      const made = engine.prepare(text)
      const statement: Statement = {
        reader: made.reader,
        all: noting(made.all.bind(made)),
        run: noting(made.run.bind(made)),
        iterate: made.iterate.bind(made),
      }
      prepared.set(text, statement)
      return statement
    },
    distrust,
    setLogLimit(bytes) {
      limit = bytes
      if (engine.open) limitLog(engine, limit)
    },
    close: () => void engine.close(),
  }
}

/** Writes what the log holds into the file, beside whoever reads and commits meanwhile (`SQLITE_CHECKPOINT_PASSIVE`). */
export function checkpoint(engine: Engine): void {
  engine.current().pragma('wal_checkpoint(passive)')
}

function limitLog(engine: Database.Database, bytes: number): void {
  const pageSize = engine.pragma('page_size', { simple: true }) as number
  engine.pragma(`wal_autocheckpoint = ${bytes / pageSize}`)
}

function opened(file: string, limit = logLimit): Database.Database {
  const engine = new Database(file)
  for (const pragma of [
    // Of a new file only. Bytes of mail lie in chains of pages, and half as many are written in half the calls.
    'page_size = 8192',
    'journal_mode = wal',
    'synchronous = full',
    'foreign_keys = on',
    'busy_timeout = 0',
    'trusted_schema = off',
    'secure_delete = on',
    'cache_size = -24576',
  ])
    engine.pragma(pragma)
  limitLog(engine, limit)
  return engine
}

/** SQLite's extended codes: https://sqlite.org/rescode.html#ioerr */
export const isOfTheDisk = (error: unknown) =>
  String((error as { code?: unknown } | null)?.code).startsWith('SQLITE_IOERR')

function faultsOf(open: () => Database.Database): string[] {
  try {
    const rows = open().pragma('integrity_check(3)') as { integrity_check: string }[]
    return rows.map(row => row.integrity_check).filter(words => words !== 'ok')
  } catch (error) {
    if (isOfTheDisk(error)) throw error
    return [String((error as Error).message)]
  }
}

const damaged = (faults: string[]) =>
  Object.assign(new Error(`The database is damaged since the disk failed: ${faults.join('; ')}`), {
    code: 'SQLITE_CORRUPT',
  })
