import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { demoFolder, isSeeded, leaveFolder, noteSeeded, removeFolder, takeFolder } from '../../scripts/demo/folder.ts'

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'postbag-demo-'))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

test('a demo’s folder is made, kept and removed; one that was broken off is not whole', () => {
  const folder = demoFolder(join(parent, 'demo'))
  takeFolder(folder)
  expect(isSeeded(folder)).toBe(false)
  noteSeeded(folder)
  expect(isSeeded(folder)).toBe(true)
  leaveFolder(folder)
  expect(removeFolder(folder)).toBe(true)
  expect(existsSync(folder.path)).toBe(false)
  expect(removeFolder(folder)).toBe(false)
})

test('a folder that no demo made is never removed', () => {
  writeFileSync(join(parent, 'README.txt'), 'my thesis')
  expect(() => removeFolder(demoFolder(parent))).toThrow('left alone')
  expect(existsSync(join(parent, 'README.txt'))).toBe(true)
})

test('a demo that runs keeps others out of its folder; the mark of one that died does not', () => {
  const folder = demoFolder(join(parent, 'demo'))
  takeFolder(folder)
  writeFileSync(join(folder.path, 'running.pid'), `${process.ppid}\n`)
  expect(() => takeFolder(folder)).toThrow('already running')
  expect(() => removeFolder(folder)).toThrow('already running')
  writeFileSync(join(folder.path, 'running.pid'), '4194999\n')
  takeFolder(folder)
  expect(removeFolder(folder)).toBe(true)
})
