import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { checkWords, tagsOf, wordsOf } from '../../src/desk/checks.ts'

const rooms = resolve(import.meta.dirname, '../../src')
const folder = resolve(rooms, 'mail/checks')
/** The one check that needs to know the other stories. */
const inIntake = resolve(rooms, 'intake/elsewhere.ts')

/** Every name that the mail room's checks, and intake's one, give a finding. */
function namesInUse(): string[] {
  const source = [...readdirSync(folder).map(file => resolve(folder, file)), inIntake]
    .map(file => readFileSync(file, 'utf8'))
    .join('\n')
  const inFindings = [...source.matchAll(/\bcheck: ([^\n]*)/g)].flatMap(([, rest]) => {
    const expression = rest!.split(', level')[0]!
    return [...expression.matchAll(/(?<!=== )'([a-z0-9-]+)'/g)]
  })
  const inCalls = [...source.matchAll(/(?:findAll|: nothing\))\(\s*'([a-z0-9-]+)'/g)]
  return [...new Set([...inFindings, ...inCalls].map(match => match[1]!))]
}

test('every check has its label and its sentence, and the table has no line too many', () => {
  const names = namesInUse()
  expect(names.length).toBeGreaterThan(25)
  expect(names.toSorted()).toEqual(Object.keys(checkWords).toSorted())
  for (const { label, sentence } of Object.values(checkWords)) {
    expect(label.length).toBeLessThan(28)
    expect(sentence).toMatch(/\.$/)
  }
})

test('a check without a line speaks by its own name', () => {
  expect(wordsOf('odd-thing')).toEqual({ label: 'Odd thing', sentence: 'Odd thing.' })
})

test('a tag stands once, at its worst', () => {
  const findings = [
    { check: 'abuse', level: 'warn' as const },
    { check: 'abuse', level: 'bad' as const },
    { check: 'fine', level: 'ok' as const },
  ]
  const tags = tagsOf(findings, { photos: 0, writtenBefore: false, anonymous: false, alike: 1 })
  expect(tags).toEqual([{ check: 'abuse', level: 'bad', label: 'Abuse' }])
})
