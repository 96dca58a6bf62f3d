import { expect, test } from '@jest/globals'
import { envExample, settingsTable, withSettings } from '../../scripts/settings-table.ts'
import { readConfig } from '../../src/config.ts'
import { settings } from '../../src/settings.ts'
import { textOf } from './files.ts'

test('the README shows the settings as the code has them (node scripts/settings-table.ts writes them)', () => {
  expect(textOf('README.md')).toBe(withSettings(textOf('README.md')))
  for (const { name } of settings) expect(settingsTable()).toContain(`\`${name}\``)
})

test('.env.example shows every setting with its default', () => {
  expect(textOf('.env.example')).toBe(envExample())
})

test('the defaults are themselves valid', () => {
  const lines = envExample().matchAll(/^#(POSTBAG_\w+)=(.*)$/gm)
  const environment = Object.fromEntries([...lines].map(([, name, value]) => [name, value]))
  expect(Object.keys(environment)).toHaveLength(settings.length)
  // Set to its default it is `required`; not set at all, it gives way on a loopback address.
  expect(readConfig(environment)).toEqual({ ...readConfig({}), secondFactor: 'required' })
})
