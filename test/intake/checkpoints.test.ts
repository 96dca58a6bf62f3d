// The log of a burst reaches the database file while commits go on.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { createCheckpoints } from '../../src/intake/checkpoints.ts'
import { eventually } from '../eventually.ts'
import { house } from './house.ts'

const megabyte = 1024 * 1024

test('after sixteen megabytes the log is written into the file by a thread of its own, and no commit does it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'postbag-checkpoints-'))
  const database = join(folder, 'postbag.db')
  const context = await house(database)
  const checkpoints = createCheckpoints(context, database)
  const size = () => statSync(database).size
  await sql`create table bulk (bytes blob)`.execute(context.db)
  const before = size()
  const add = async (megabytes: number) => {
    checkpoints.coming(megabytes * megabyte)
    await sql`insert into bulk values (randomblob(${megabytes * megabyte}))`.execute(context.db)
  }
  for (let times = 0; times < 5; times++) await add(3)
  expect(size()).toBe(before)
  await add(3)
  await eventually('the log to be in the file', () => size() > before + 14 * megabyte)
  await checkpoints.end()
  await context.close()
  rmSync(folder, { recursive: true })
})
