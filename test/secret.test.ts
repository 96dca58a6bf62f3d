import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { keysFrom, openKeys } from '../src/secret.ts'

const folder = mkdtempSync(join(tmpdir(), 'postbag-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the key file is made once, for its owner only, and read again [ASVS 11.2.3]', () => {
  const file = join(folder, 'new', 'postbag.key')
  const sealed = openKeys(file).seal('hunter2')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(sealed).not.toContain('hunter2')
  expect(openKeys(file).unseal(sealed)).toBe('hunter2')
})

test('a key file that others can read is refused with the command that mends it [ASVS 13.3.2]', () => {
  const file = join(folder, 'open.key')
  openKeys(file)
  chmodSync(file, 0o644)
  expect(() => openKeys(file)).toThrow(`chmod 600 ${file}`)
})

test('a file that is no key is refused', () => {
  const file = join(folder, 'rubbish.key')
  writeFileSync(file, 'rubbish', { mode: 0o600 })
  expect(() => openKeys(file)).toThrow('not a Postbag key')
})

test('another key, or a changed text, opens nothing [ASVS 11.3.3]', () => {
  const keys = keysFrom(Buffer.alloc(32, 1))
  const sealed = keys.seal('x')
  expect(() => keysFrom(Buffer.alloc(32, 2)).unseal(sealed)).toThrow('not the one that sealed it')
  expect(() => keys.unseal(`${sealed.slice(0, -1)}!`)).toThrow('not the one that sealed it')
})
