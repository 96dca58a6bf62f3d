import { expect, test } from '@jest/globals'
import { textOf } from './files.ts'

type Locked = { version: string; integrity?: string; resolved?: string; hasInstallScript?: boolean; link?: boolean }

const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Locked> }
const manifest = JSON.parse(textOf('package.json')) as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
}
const locked = Object.entries(packages).filter(([path]) => path !== '')
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

test('every locked package carries the hash of its contents [T33]', () => {
  expect(locked.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path)).toEqual([])
})

test('no locked package comes from an address of its own', () => {
  expect(locked.filter(([, { resolved, link }]) => resolved !== undefined || link).map(([path]) => path)).toEqual([])
})

test('only packages we know of ask to run a script when installed', () => {
  // fsevents is built on macOS only.
  const known = new Set([...Object.keys(manifest.allowScripts), 'fsevents'])
  const asking = new Set(locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path)))
  expect([...asking].filter(name => !known.has(name))).toEqual([])
})

test('every version asked for is exact and is the one that is locked', () => {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies }
  const faults = Object.entries(asked).filter(
    ([name, version]) => !/^\d+\.\d+\.\d+$/.test(version) || packages[`node_modules/${name}`]?.version !== version,
  )
  expect(faults).toEqual([])
})
