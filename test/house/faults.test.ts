// Every fault of the table F1 to F43 is named by a test, or a sentence here says why it cannot be provoked.
import { expect, test } from '@jest/globals'
import { filesBelow, textOf } from './files.ts'

const itself = 'test/house/faults.test.ts'

/** Without a test of that name, each with its reason. */
const without: Record<number, string> = {}

test('each of F1 to F43 is the name of a test, or stands in the list with the reason why not', () => {
  const named = new Set<number>()
  // A name begins the sentence: test('F5: …', also with several, 'F10, F11: …'.
  for (const file of filesBelow('test').filter(name => name.endsWith('.test.ts') && name !== itself))
    for (const [, faults] of textOf(file).matchAll(/['"`]((?:F\d{1,2}(?:, )?)+): /g))
      for (const [, number] of faults!.matchAll(/F(\d{1,2})/g)) named.add(Number(number))
  const all = Array.from({ length: 43 }, (_, at) => at + 1)
  expect(all.filter(fault => !named.has(fault) && !(fault in without))).toEqual([])
  expect(Object.keys(without).filter(fault => named.has(Number(fault)))).toEqual([])
})
