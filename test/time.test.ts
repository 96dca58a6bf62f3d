import { expect, test } from '@jest/globals'
import { age, clock, clockInWords, day, isZone, rfc822, rfc3339 } from '../src/time.ts'

const at = Date.UTC(2016, 3, 26, 7, 45, 30, 123)

test('a time is written in the story’s zone, in letters and in words', () => {
  expect(clock(at, 'Europe/London')).toBe('08:45 BST')
  expect(clockInWords(at, 'Europe/London')).toBe('08:45 British Summer Time')
  expect(clockInWords(Date.UTC(2016, 0, 26, 8, 45), 'Europe/London')).toBe('08:45 Greenwich Mean Time')
  expect(day(at, 'Europe/London')).toBe('26 April 2016')
})

test('midnight is 00:00, never 24:00', () => {
  expect(clock(Date.UTC(2016, 3, 25, 23, 0), 'Europe/London')).toBe('00:00 BST')
})

test('programs get RFC 3339 and RFC 822 in UTC', () => {
  expect(rfc3339(at)).toBe('2016-04-26T07:45:30Z')
  expect(rfc822(at)).toBe('Tue, 26 Apr 2016 07:45:30 GMT')
})

test('an age is short, and never negative', () => {
  const minute = 60_000
  expect([0, 59_999, 9 * minute, 60 * minute, 25 * 60 * minute, -5].map(ago => age(0, ago))).toEqual([
    'now',
    'now',
    '9m',
    '1h',
    '1d',
    'now',
  ])
})

test('a zone that does not exist is told apart', () => {
  expect([isZone('Europe/London'), isZone('Mars/Olympus')]).toEqual([true, false])
})
