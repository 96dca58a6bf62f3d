// What is asked of a letter, and what is surely not in it.
import { expect, test } from '@jest/globals'
import { alternativesOf } from '../../src/mail/fragments.ts'
import { matchesOf, mayMatch } from '../../src/mail/may-match.ts'

test('a word within another is not asked for, nor a row of letters of which only one is there', () => {
  expect(mayMatch(/\bms\b/i, 'My items were lost.')).toBe(false)
  expect(mayMatch(/\bms\b/i, 'I have MS.')).toBe(true)
  expect(mayMatch(/\b(?:my|our)\b[^.]{0,40}\bflu\b/i, 'My train was late; influence is all.')).toBe(false)
  expect(mayMatch(/\b(?:my|our)\b[^.]{0,40}\bflu\b/i, 'They had flu.')).toBe(false)
  expect(mayMatch(/\b(?:my|our)\b[^.]{0,40}\bflu\b/i, 'Our boss had flu.')).toBe(true)
})

test('two letters of another alphabet tell something, and so does what has to stand beside a match', () => {
  expect(mayMatch(/匿名|익명/u, 'Please do not print my name.')).toBe(false)
  expect(mayMatch(/匿名|익명/u, '匿名でお願いします')).toBe(true)
  expect(mayMatch(/\d+(?= of us)/, '12 nurses')).toBe(false)
  expect(mayMatch(/\d+(?! of us)/, '12 nurses')).toBe(true)
})

test('a letter whose case is two letters, or a sign for one, is never overlooked', () => {
  for (const [pattern, text] of [
    [/\bstra\b/, 'Straße'],
    [/straße/i, 'STRAßE'],
    [/\bx?kelvin\b/iu, '5 \u212aelvin'],
    [/ſo|this/iu, 'So be it'],
    [/ı\b|izin/u, 'alınmıştır ı'],
    [/ΟΔΟΣ/i, 'οδος'],
  ] as [RegExp, string][])
    expect([pattern, text, !pattern.test(text) || mayMatch(pattern, text)]).toEqual([pattern, text, true])
})

test('matches are those that matchAll gives, empty ones and pairs of surrogates among them', () => {
  for (const [pattern, text] of [
    [/\b[a-z]+ing\b/g, 'Writing, waiting and being told nothing.'],
    [/(?=\p{Lu})/gu, 'Anna und Ben 😀 C'],
    [/(?:)/gu, 'a😀b'],
    [/x/g, 'none'],
  ] as [RegExp, string][])
    expect([...matchesOf(pattern, text)].map(({ 0: words, index }) => [words, index])).toEqual(
      [...text.matchAll(pattern)].map(({ 0: words, index }) => [words, index]),
    )
})

test('the alternatives of a pattern are those between its outer strokes', () => {
  expect(alternativesOf(/a(?:b|c)|[|]d|\|e/i).map(String)).toEqual(['/a(?:b|c)/i', '/[|]d/i', '/\\|e/i'])
})
