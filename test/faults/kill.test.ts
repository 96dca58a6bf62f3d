// F37, F38, F41: pollers that die. The full size is `npm run drills`.
import { expect } from '@jest/globals'
import { testWithDovecot } from '../dovecot.ts'
import { letter } from '../intake/house.ts'
import { type DrillResult, drill } from './drill.ts'

const unharmed = (result: DrillResult, count: number) => {
  expect(result).toMatchObject({ submissions: count, sent: count, unmarked: 0, damaged: 0, broken: null })
  expect(result.report).toMatchObject({ seen: count, ingested: count, parked: 0, duplicate: 0, unaccounted: 0 })
}

testWithDovecot(
  'F37: pollers killed at random moments, sometimes two at once, lose nothing and double nothing',
  async () => {
    const rounds = Array.from({ length: 8 }, (_, at) => ({ pollers: at % 4 === 3 ? 2 : 1 }))
    const result = await drill(letter, 160, rounds)
    expect(result.kills).toBe(10)
    unharmed(result, 160)
  },
  120_000,
)

testWithDovecot(
  'F37: a poller killed at each named point loses nothing and doubles nothing',
  async () => {
    const points = ['searched', 'matched', 'fetched', 'kept', 'flagged', 'noted', 'read', 'written', 'kept:2']
    const result = await drill(
      letter,
      540,
      points.map(die => ({ die })),
    )
    expect(result.kills).toBe(points.length)
    unharmed(result, 540)
  },
  120_000,
)

testWithDovecot(
  'F41: a poller told to stop while it works ends cleanly and leaves nothing half done',
  async () => {
    const result = await drill(
      letter,
      200,
      Array.from({ length: 3 }, () => ({ term: true })),
    )
    expect(result.kills).toBe(0)
    unharmed(result, 90)
  },
  120_000,
)

testWithDovecot(
  'F38: a holder that was stopped past its lease and goes on is refused by the fence',
  async () => {
    const result = await drill(
      letter,
      300,
      Array.from({ length: 3 }, () => ({ frozen: true })),
    )
    unharmed(result, 300)
  },
  120_000,
)
