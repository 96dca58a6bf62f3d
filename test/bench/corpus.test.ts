// What is measured must be the same everywhere and always: the emails of the benchmark are a pure function of their number.
import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { benchMessage } from '../../scripts/bench/corpus.ts'

test('the first five hundred emails without pictures are the agreed bytes', () => {
  const hash = createHash('sha256')
  for (let number = 0; number < 500; number++) hash.update(benchMessage(number, []))
  expect(hash.digest('hex')).toBe('3690485bb3fc0fdb21acf09c071e32064d6b0748d900d60e6c64cf46242ab7fb')
})

test('five in a hundred carry a picture, and the rest of an email is the same with and without', () => {
  const carried = Array.from({ length: 2000 }, (_, number) => benchMessage(number, ['cGljdHVyZQ==\r\n']))
  const pictured = carried.filter(raw => raw.includes('image/jpeg'))
  expect(pictured.length / carried.length).toBeCloseTo(0.05, 1)
  const plain = carried.findIndex(raw => !raw.includes('image/jpeg'))
  expect(carried[plain]).toEqual(benchMessage(plain, []))
})
