// Up from every older schema, to the same one; the copy taken first; and an older release before a newer database.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { dropOldCopies, migrate, openStore, type Store } from '../../src/store/index.ts'
import { migrationFiles, schemaOf, someRows } from '../faults/migrations.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postbag-migrate-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A folder with the first `count` migrations. */
function first(count: number): string {
  const path = join(folder, `first-${count}`)
  mkdirSync(path)
  for (const file of migrationFiles.slice(0, count)) copyFileSync(file, join(path, file.split('/').at(-1)!))
  return path
}

async function withStore<Result>(file: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = openStore(file)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

test('from every older schema, with rows in it, comes the same schema as from none, and the rows stay', async () => {
  const fresh = await withStore(join(folder, 'fresh.db'), async store => {
    await migrate(store)
    return schemaOf(store)
  })
  for (let from = 1; from < migrationFiles.length; from++) {
    await withStore(join(folder, `from-${from}.db`), async store => {
      await migrate(store, { folder: first(from) })
      someRows(store)
      expect(await migrate(store)).toHaveLength(migrationFiles.length - from)
      expect([from, schemaOf(store)]).toEqual([from, fresh])
      expect(store.engine.prepare('select original from submission order by number').pluck().all()).toEqual(['a', 'b'])
      expect(store.engine.pragma('integrity_check', { simple: true })).toBe('ok')
      expect(store.engine.pragma('foreign_key_check')).toEqual([])
    })
  }
})

test('before a migration a private copy of the database as it was is written beside it, and kept for a week', async () => {
  const file = join(folder, 'postbag.db')
  const at = Date.UTC(2026, 3, 26, 7, 45)
  await withStore(file, async store => {
    await migrate(store, { folder: first(3), copyAt: at })
    someRows(store)
  })
  const before = await withStore(file, async store => schemaOf(store))
  await withStore(file, store => migrate(store, { copyAt: at }))
  const copies = () => readdirSync(folder).filter(name => name.startsWith('postbag.db.before-'))
  expect(copies()).toEqual(['postbag.db.before-0004-story-rules-20260426T074500Z'])
  const copy = join(folder, copies()[0]!)
  expect(statSync(copy).mode & 0o077).toBe(0)
  await withStore(copy, async store => {
    expect(schemaOf(store)).toEqual(before)
    expect(store.engine.prepare('select count(*) from submission').pluck().get()).toBe(2)
  })
  await withStore(file, store => migrate(store, { copyAt: at }))
  expect(copies()).toHaveLength(1)
  utimesSync(copy, at / 1000, at / 1000)
  await dropOldCopies(file, at + 7 * 24 * 3_600_000)
  expect(copies()).toHaveLength(1)
  await dropOldCopies(file, at + 7 * 24 * 3_600_000 + 1)
  expect(copies()).toEqual([])
})

test('a migration that fails half way leaves the schema that was', async () => {
  const path = first(2)
  await withStore(join(folder, 'postbag.db'), async store => {
    await migrate(store, { folder: path })
    const before = schemaOf(store)
    writeFileSync(join(path, '9000-bad.sql'), '-- oldest release: 0.1.0\ncreate table half (a);\ncreate nonsense;\n')
    await expect(migrate(store, { folder: path })).rejects.toThrow(/could not be brought up to date \(9000-bad\)/)
    expect(schemaOf(store)).toEqual(before)
  })
})

test('a release that is too old for a database refuses it in one sentence; one that may still run does', async () => {
  const path = first(2)
  const file = join(folder, 'postbag.db')
  await withStore(file, async store => {
    writeFileSync(join(path, '9000-later.sql'), '-- oldest release: 3.2.0\ncreate table later (a);\n')
    await migrate(store, { folder: path, release: '3.4.0' })
    await expect(migrate(store, { release: '3.1.9' })).rejects.toThrow(
      `The database ${file} needs release 3.2.0 or a later one of Postbag; this is 3.1.9. The way back is the copy`,
    )
    expect(await migrate(store, { release: '3.2.0' })).toEqual([])
  })
})
