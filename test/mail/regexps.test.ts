// Readers' words come from strangers, so no pattern of the room may take longer than in proportion to what it reads. A
// checker that turns each pattern into an automaton proves it; where a pattern looks around itself, or has more states
// than can be followed in a moment, it says so, and the bench `linear` measures the whole room on long texts instead.
import { createRequire } from 'node:module'
import { expect, test } from '@jest/globals'
import type { checkSync } from 'recheck'
import { patternsOfTheRoom } from './patterns.ts'

// In this process: its other ways start programs of their own.
process.env.RECHECK_SYNC_BACKEND = 'pure'
const check: typeof checkSync = createRequire(import.meta.url)('recheck').checkSync

test('the patterns of the room are linear, as far as an automaton can prove it', async () => {
  const patterns = await patternsOfTheRoom()
  expect(patterns.length).toBeGreaterThan(600)
  const judged = { safe: 0, unknown: 0 }
  const slow: string[] = []
  for (const { where, source, flags } of patterns) {
    const found = check(source, flags, { checker: 'automaton', timeout: 100 })
    if (found.status === 'vulnerable') slow.push(`${where}: ${found.complexity.summary}: /${source}/${flags}`)
    else judged[found.status]++
  }
  expect(slow).toEqual([])
  expect(judged.safe).toBeGreaterThan(400)
}, 240_000)

test('the checker finds a pattern that grows with the square', () => {
  expect(check('\\s+$', '', { checker: 'automaton' })).toMatchObject({
    status: 'vulnerable',
    complexity: { type: 'polynomial', degree: 2 },
  })
})
