// F37, F38, F41: pollers that die. `npm run drills` runs them at full size.
import { expect } from '@jest/globals'
import { letter } from '../intake/house.ts'
import { testWithDovecot } from '../test-with-dovecot.ts'
import { type DrillResult, drill } from './drill.ts'

const full = process.env.DRILLS === 'full'

const unharmed = (result: DrillResult, count: number) => {
  expect(result).toMatchObject({ submissions: count, sent: count, unmarked: 0, damaged: 0, broken: null })
  expect(result.report).toMatchObject({ seen: count, ingested: count, parked: 0, duplicate: 0, unaccounted: 0 })
}

testWithDovecot(
  'F37: pollers killed at random moments, sometimes two at once, lose nothing and double nothing',
  async () => {
    const count = full ? 1000 : 160
    const rounds = Array.from({ length: full ? 200 : 8 }, (_, at) => ({ pollers: at % 4 === 3 ? 2 : 1 }))
    const result = await drill(letter, count, rounds)
    expect(result.kills).toBe(rounds.reduce((sum, round) => sum + round.pollers, 0))
    unharmed(result, count)
  },
  full ? 1_800_000 : 300_000,
)

testWithDovecot(
  'F37: a poller killed at each named point loses nothing and doubles nothing',
  async () => {
    const points = ['searched', 'matched', 'fetched', 'packed', 'kept', 'flagged', 'noted', 'read', 'written', 'kept:2']
    const result = await drill(
      letter,
      600,
      points.map(die => ({ die })),
    )
    expect(result.kills).toBe(points.length)
    unharmed(result, 600)
  },
  full ? 600_000 : 300_000,
)

testWithDovecot(
  'F41: a poller told to stop while it works ends cleanly and leaves nothing half done',
  async () => {
    const result = await drill(
      letter,
      90,
      Array.from({ length: full ? 20 : 3 }, () => ({ term: true })),
    )
    expect(result.kills).toBe(0)
    unharmed(result, 90)
  },
  full ? 600_000 : 300_000,
)

testWithDovecot(
  'F38: a holder that was stopped past its lease and goes on is refused by the fence',
  async () => {
    const result = await drill(
      letter,
      300,
      Array.from({ length: full ? 20 : 3 }, () => ({ frozen: true })),
    )
    unharmed(result, 300)
  },
  full ? 600_000 : 300_000,
)
