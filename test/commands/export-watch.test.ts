// `export --watch` as people run it: a process beside the one that publishes, told to stop by a signal.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { publishDue, withdrawEntry } from '../../src/feed/index.ts'
import { testContext } from '../context.ts'
import { eventually } from '../eventually.ts'
import { approveLetter } from '../feed/strike.ts'
import { type Folder, newFolder } from './postbag.ts'

let folder: Folder
beforeAll(async () => {
  folder = newFolder()
  const added = await folder.run(['story', 'add', 'strike', '--title', 'Strike'])
  if (added.code !== 0) throw new Error(added.err)
}, 30_000)
afterAll(() => folder.remove())

test('the folder follows what another process publishes and withdraws, until SIGTERM ends it cleanly', async () => {
  const watching = folder.start(['export', '--story', 'strike', '--to', 'site', '--watch', '--json'])
  const atom = () => readFileSync(join(folder.path, 'site/feeds/strike.atom'), 'utf8')
  await eventually('the first round', () => /"written":\s*\d+/.test(watching.out()), 25_000)
  const opened = await testContext(join(folder.path, 'data/postbag.db'))
  const { id: storyId } = await opened.db.selectFrom('story').select('id').executeTakeFirstOrThrow()
  const context = Object.assign(opened, { storyId })
  const { id } = await approveLetter(context, { text: 'Marmalade words.' }, 0)
  await publishDue(context)
  await eventually('the entry in the folder', () => atom().includes('Marmalade words.'))
  await withdrawEntry(context, 'editor', id, 'asked')
  await eventually('the entry to be gone', () => !atom().includes('Marmalade') && atom().includes('deleted-entry'))
  await context.close()
  watching.child.kill('SIGTERM')
  const ended = await watching.ended
  expect([ended.code, ended.err]).toEqual([0, ''])
}, 60_000)
