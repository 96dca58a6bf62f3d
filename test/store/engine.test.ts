// What happens to a store whose disk failed (RELIABILITY F34): the failure is planted, the file and the engine are real.
import { mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { distrustAfter, leaveLog, migrate, openStore, type Store } from '../../src/store/index.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'postbag-engine-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** As SQLite reports an fsync that came back with EIO. */
function failOnce({ db, engine }: Store): Promise<unknown> {
  engine.function('fail', () => {
    throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' })
  })
  return db.transaction().execute(trx => sql`select fail()`.execute(trx))
}

test('after the disk failed the file is opened anew and checked before anything more is written', async () => {
  const store = openStore(join(folder, 'well.db'))
  await migrate(store)
  const before = store.engine
  await expect(failOnce(store)).rejects.toThrow('disk I/O error')
  expect(store.engine).toBe(before)
  await sql`create table kept (at integer)`.execute(store.db)
  expect(store.engine).not.toBe(before)
  expect(before.open).toBe(false)
  expect(store.engine.pragma('synchronous', { simple: true })).toBe(2)
  await sql`insert into kept values (1)`.execute(store.db)
  const again = store.engine
  await sql`select * from kept`.execute(store.db)
  expect(store.engine).toBe(again)
  await store.close()
})

test('what the disk did to another connection of this process is a reason to check as well, and nothing else is', async () => {
  const store = openStore(join(folder, 'neighbour.db'))
  await migrate(store)
  leaveLog(store.db, true)
  const before = store.engine
  distrustAfter(store.db, Object.assign(new Error('constraint failed'), { code: 'SQLITE_CONSTRAINT' }))
  await sql`create table kept (at integer)`.execute(store.db)
  expect(store.engine).toBe(before)
  distrustAfter(store.db, Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_WRITE' }))
  await sql`insert into kept values (1)`.execute(store.db)
  expect(store.engine).not.toBe(before)
  // What was set of the old connection holds of the new one.
  expect(store.engine.pragma('wal_autocheckpoint', { simple: true })).toBe(8192)
  leaveLog(store.db, false)
  expect(store.engine.pragma('wal_autocheckpoint', { simple: true })).toBe(2048)
  await store.close()
})

test('where the check finds the file damaged nothing is read or written any more, and the reason is said each time', async () => {
  const file = join(folder, 'ill.db')
  const store = openStore(file)
  await migrate(store)
  store.engine.pragma('wal_checkpoint(truncate)')
  await expect(failOnce(store)).rejects.toThrow('disk I/O error')
  const page = store.engine.pragma('page_size', { simple: true }) as number
  const pages = store.engine.pragma('page_count', { simple: true }) as number
  const place = openSync(file, 'r+')
  for (let at = 2; at < pages; at++) writeSync(place, Buffer.alloc(page, 0x5a), 0, page, at * page)
  for (const _ of [1, 2])
    await expect(store.db.transaction().execute(trx => sql`select 1`.execute(trx))).rejects.toMatchObject({
      code: 'SQLITE_CORRUPT',
      message: expect.stringContaining('damaged since the disk failed'),
    })
  store.engine.close()
})
