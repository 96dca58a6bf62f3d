// Beyond the database itself: exports, the service's log, backups that were made before, and what is restored from them.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createReader } from '../../src/mail/pool.ts'
import { openStore } from '../../src/store/index.ts'
import { type Folder, newFolder } from '../commands/postbag.ts'
import { openPost, type Post } from '../post.ts'
import { address, everythingIn, foundIn, plant, plantWords, textOf } from './wanda.ts'

const reader = createReader({ threads: 1 })
let post: Post
let folder: Folder
const said: string[] = []
beforeAll(async () => {
  post = await openPost(reader)
  folder = newFolder()
})
afterAll(async () => {
  folder.remove()
  await post.remove()
  await reader.close()
})

const at = (...path: string[]) => join(folder.path, ...path)

/** Runs a command over the post's database with everything logged; answers what it printed. */
async function run(...args: string[]): Promise<string> {
  const settings = { POSTBAG_DATABASE: post.database, POSTBAG_LOG_LEVEL: 'debug' }
  const { code, out, err } = await folder.run(args, { settings })
  expect([args[0], code, code === 0 ? '' : err]).toEqual([args[0], 0, ''])
  said.push(err)
  return out
}

/** Every file below a folder, as text, packed or not. */
const below = (path: string): string =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => textOf(readFileSync(join(entry.parentPath, entry.name))))
    .join('\n')
    .toLowerCase()

/** What a restored copy of a backup holds: every decoded value, and its files byte by byte. */
async function restored(backup: string, to: string): Promise<string> {
  mkdirSync(at(to))
  await run('restore', backup, '--to', at(to, 'postbag.db'))
  const store = openStore(at(to, 'postbag.db'))
  const everything = everythingIn(store, at(to))
  await store.close()
  return everything
}

async function exported(to: string): Promise<string> {
  await run('export', '--all', '--to', at(to))
  return (
    below(at(to)) +
    (await run('export', '--story', 'strike', '--format', 'json')) +
    (await run('export', '--story', 'strike'))
  )
}

test('the planted words are in exports and a restored backup before the erasure, and in nothing afterwards: exports, logs, the old backup restored, a new one', async () => {
  const words = plantWords()
  await plant(post, words)
  expect(Object.keys(words).length).toBeGreaterThanOrEqual(20)
  await run('backup', at('copies', 'before.backup'))
  // Answers kept for programs that ask again are the running desk's, and no restore brings them back.
  const kept = Object.keys(words).filter(place => place !== 'answer')
  expect(foundIn(await restored(at('copies', 'before.backup'), 'before'), words)).toEqual(kept.sort())
  expect(foundIn(await exported('out-before'), words).length).toBeGreaterThanOrEqual(20)

  const certificate = await run('erase', address, '--yes', '--published', 'withdraw')
  expect(certificate).toContain('hold it still')

  await run('backup', at('copies', 'after.backup'))
  expect(foundIn(await exported('out-after'), words)).toEqual([])
  expect(foundIn(await restored(at('copies', 'before.backup'), 'old'), words)).toEqual([])
  expect(foundIn(await restored(at('copies', 'after.backup'), 'new'), words)).toEqual([])
  expect(foundIn(said.join('\n').toLowerCase(), words)).toEqual([])
  expect(said.join('\n')).not.toContain(address)
}, 300_000)
