// What lies at the top of the project, and nothing else: what a test or a run leaves behind shows here.
import { readdirSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { made, root } from './files.ts'

test('at the top lie the parts of the project and nothing that was left behind', () => {
  const names = readdirSync(root).filter(name => !name.startsWith('.') && !made.has(name))
  const parts = ['db', 'scripts', 'src', 'test', 'views']
  const files = ['README.md', 'package-lock.json', 'package.json', 'tsconfig.json']
  expect(names.sort()).toEqual([...files, ...parts].sort())
})
