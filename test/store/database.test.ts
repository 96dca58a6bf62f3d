// Two connections on one file: whoever waits for the other's transaction holds up nobody else in its thread.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { openStore } from '../../src/store/index.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'postbag-two-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('while another connection writes, a transaction and a lone statement wait, and the thread goes on', async () => {
  const file = join(folder, 'shared.db')
  const [one, other] = [openStore(file), openStore(file)]
  await sql`create table kept (word text)`.execute(one.db)
  other.engine.exec('begin immediate')
  let turns = 0
  const ticking = setInterval(() => {
    turns++
    if (turns === 20) other.engine.exec('commit')
  }, 1)
  await one.db.transaction().execute(trx => sql`insert into kept values ('in a transaction')`.execute(trx))
  expect(turns).toBeGreaterThanOrEqual(20)
  other.engine.exec('begin immediate')
  turns = 0
  await sql`insert into kept values ('alone')`.execute(one.db)
  expect(turns).toBeGreaterThanOrEqual(20)
  clearInterval(ticking)
  expect((await sql<{ word: string }>`select word from kept`.execute(one.db)).rows).toEqual([
    { word: 'in a transaction' },
    { word: 'alone' },
  ])
  await one.close()
  await other.close()
})
