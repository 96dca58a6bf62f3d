import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { importPath } from '../../src/intake/import.ts'
import { rawOf } from '../../src/intake/raw.ts'
import { reread } from '../../src/intake/reread.ts'
import type { Reader } from '../../src/mail/pool.ts'
import { reader as createTestReader, house, keys, letter, letters } from './house.ts'

let reader: Reader
let folder: string
beforeAll(() => {
  reader = createTestReader()
  folder = mkdtempSync(join(tmpdir(), 'postbag-import-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await reader.close()
})

const storyId = 'story-1'

async function houseWithStory() {
  const context = await house()
  await context.db
    .insertInto('story')
    .values({ id: storyId, slug: 'strike', title: 'The strike', zone: 'Europe/London', created_at: 0, updated_at: 0 })
    .execute()
  return context
}

test('eml files, mbox files and Maildirs in one folder are all found, and twice the same is a duplicate', async () => {
  const context = await houseWithStory()
  for (const name of ['Maildir', 'Maildir/cur', 'Maildir/new', 'Maildir/tmp', 'Maildir/.Old', 'Maildir/.Old/cur'])
    mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'one.eml'), letter(1))
  const separator = 'From katherine@example.net Tue Apr 26 08:50:00 2016\n'
  writeFileSync(join(folder, 'some.mbox'), [letter(2), letter(3)].map(mail => `${separator}${mail}\n`).join(''))
  writeFileSync(join(folder, 'Maildir/new/1461657000.1.host'), letter(4))
  writeFileSync(join(folder, 'Maildir/cur/1461657000.2.host:2,S'), letter(1))
  writeFileSync(join(folder, 'Maildir/.Old/cur/1461657000.3.host:2,S'), letter(5))
  writeFileSync(join(folder, 'Maildir/tmp/1461657000.4.host'), 'half a mess')
  writeFileSync(join(folder, 'Maildir/dovecot-uidlist'), 'not mail')
  writeFileSync(join(folder, 'notes.json'), '{}')
  const counts = await importPath(context, reader, folder, { storyId, keys })
  const stages = { read: 5, aside: 0, parked: 0, pending: 0 }
  expect(counts).toEqual({ found: 6, new: 5, duplicate: 1, erased: 0, ...stages, passedOver: 1 })
  const rows = await context.db.selectFrom('submission').selectAll().execute()
  expect(rows.every(row => row.story_id === storyId && row.state === 'waiting')).toBe(true)
  expect(rows.every(row => row.received_at === Date.UTC(2016, 3, 26, 7, 50))).toBe(true)
  expect(await importPath(context, reader, folder, { storyId, keys })).toMatchObject({ found: 6, new: 0, duplicate: 6 })
  await context.close()
})

test('an import without a reader leaves its messages pending, and their bytes are exactly what came', async () => {
  const context = await houseWithStory()
  const file = join(folder, 'exact.eml')
  const bytes = Buffer.from(letter(7, { body: 'Ünïcode, \0 and \r alone' }), 'latin1')
  writeFileSync(file, bytes)
  expect(await importPath(context, null, file, { storyId, keys })).toMatchObject({ found: 1, new: 1, pending: 1 })
  expect(Buffer.from((await rawOf(context, 1))!).equals(bytes)).toBe(true)
  expect(await rawOf(context, 2)).toBeNull()
  await context.close()
})

test('a path that is not there is an error, and nothing is taken in', async () => {
  const context = await houseWithStory()
  await expect(importPath(context, reader, join(folder, 'nothing'), { storyId, keys })).rejects.toThrow('ENOENT')
  await context.close()
})

test('reading again changes what a better reader finds and nothing that people decided', async () => {
  const context = await houseWithStory()
  const file = join(folder, 'again.mbox')
  writeFileSync(
    file,
    letters(3, 20)
      .map(mail => `From a@example.net Tue Apr 26 08:50:00 2016\n${mail}\n`)
      .join(''),
  )
  await importPath(context, reader, file, { storyId, keys })
  expect(await reread(context, reader)).toEqual({ read: 3, changed: 0, unreadable: 0 })
  const update = context.db.updateTable('submission')
  await update.set({ subject: 'as an older reader saw it' }).where('number', '<', 3).execute()
  await update.set({ state: 'rejected', reason: 'off topic', version: 5 }).where('number', '=', 2).execute()
  await context.db
    .updateTable('submission')
    .set({ stage: 'parked', stage_why: 'too hard', state: null, subject: '' })
    .where('number', '=', 3)
    .execute()
  expect(await reread(context, reader)).toEqual({ read: 3, changed: 3, unreadable: 0 })
  const rows = await context.db.selectFrom('submission').selectAll().orderBy('number').execute()
  expect(rows.map(row => [row.subject, row.stage, row.state, row.reason])).toEqual([
    ['The strike 20', 'read', 'waiting', null],
    ['The strike 21', 'read', 'rejected', 'off topic'],
    ['The strike 22', 'read', 'waiting', null],
  ])
  expect(rows[1]!.version).toBe(6)
  await context.close()
})
