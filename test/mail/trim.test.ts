// Ends of lines, cut letter by letter.
import { expect, test } from '@jest/globals'
import { trimBy } from '../../src/mail/trim.ts'

test('what is cut at the beginning is not what is cut at the end, and nothing may be left', () => {
  expect(trimBy('> *Sent > from*  ', /[*>\s]/, /[*\s]/)).toBe('Sent > from')
  expect(trimBy(' ** ', /[*>\s]/, /[*\s]/)).toBe('')
  expect(trimBy('', /\s/, /\s/)).toBe('')
})

test('a run of a hundred thousand blanks takes no longer than it has letters', () => {
  const before = performance.now()
  expect(trimBy(`a${' '.repeat(100_000)}b`, /\s/, /\s/)).toHaveLength(100_002)
  expect(performance.now() - before).toBeLessThan(1_000)
})
