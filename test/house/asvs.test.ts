// The table of OWASP ASVS 5.0.0, levels 1 and 2: each item is carried by a test with its tag, or told why none is.
// `scripts/asvs.ts` prints it.
import { expect, test } from '@jest/globals'
import { carried } from '../../scripts/carried.ts'
import { carriers } from './asvs-carriers.ts'
import { items, notApplicable, open } from './asvs-items.ts'

const numbers = new Set(items.map(({ number }) => number))

test('the table holds every item of the levels 1 and 2 once, chapters 1 to 17', () => {
  expect(items).toHaveLength(253)
  expect(numbers.size).toBe(items.length)
  expect([items.filter(({ level }) => level === 1).length, items.filter(({ level }) => level === 2).length]).toEqual([
    70, 183,
  ])
  expect(new Set(items.map(({ number }) => number.split('.')[0]))).toEqual(
    new Set(Array.from({ length: 17 }, (_, at) => `${at + 1}`)),
  )
})

test('each item has a test that carries its tag, a reason why it does not apply, or stands among the few that are open', () => {
  const carried = carriers()
  const bare = items.filter(({ number }) => !carried.has(number) && !(number in notApplicable) && !(number in open))
  expect(bare.map(({ number, words }) => `${number} ${words}`)).toEqual([])
  // A reason for what has a test by now is out of date, and a tag of no item is a slip.
  expect([...carried.keys()].filter(number => number in notApplicable || !numbers.has(number))).toEqual([])
  expect([...Object.keys(notApplicable), ...Object.keys(open)].filter(number => !numbers.has(number))).toEqual([])
})

test('a tag counts when its test passed: one that failed, was skipped or never ran is told apart', () => {
  const titles = items.map(({ number }) => `x [ASVS ${number}]`)
  const threats = Array.from({ length: 34 }, (_, at) => `y [T${at + 1}]`)
  const results = (status: (title: string) => string) => ({
    testResults: [{ assertionResults: [...titles, ...threats].map(title => ({ title, status: status(title) })) }],
  })
  const whole = carried(results(() => 'passed'))
  expect(whole).toEqual({ count: expect.any(Number), bare: [], skipped: [], failed: [] })
  expect(whole.count).toBe(items.filter(({ number }) => !(number in notApplicable)).length + 34)
  expect(carried(results(title => (title.endsWith('[T34]') ? 'failed' : 'passed')))).toMatchObject({
    ...{ bare: ['T34'], failed: ['T34'], count: whole.count - 1 },
  })
  expect(carried(results(title => (title.endsWith('[T9]') ? 'pending' : 'passed'))).skipped).toEqual(['T9'])
  expect(carried({ testResults: [] }).bare).toHaveLength(whole.count)
})
