import { expect, test } from '@jest/globals'
import { newId } from '../src/id.ts'

test('ids sort in the order in which they were made, also within one millisecond', () => {
  const ids = [5, 5, 5, 6, 6, 7, 7, 7].flatMap(now => Array.from({ length: 50 }, () => newId(now)))
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
