// From a withdrawal to everyone who takes the feed, each way apart. recall.ts TIMES
import { withdrawEntry } from '../../src/feed/index.ts'
import { withConsumers } from '../../test/journeys/consumers.ts'
import { type Figure, handOver, median } from './figure.ts'

const times = Number(process.argv[2] ?? 20)
const taken = new Map<string, number[]>()
await withConsumers(async ({ house, approve, untilAll }) => {
  for (let at = 1; at <= times; at++) {
    const words = `Letter number ${at}.`
    const id = await approve(words)
    await untilAll(words, id, true)
    const start = performance.now()
    await withdrawEntry(house.context, 'system', id, 'legal')
    const committed = performance.now() - start
    for (const [way, after] of Object.entries(await untilAll(words, id, false)))
      taken.set(way, [...(taken.get(way) ?? []), committed + after])
  }
})
handOver(
  [...taken].map(
    ([way, values]): Figure => ({
      name: `withdrawal → ${way}, median`,
      value: Math.round(median(values)),
      unit: 'ms',
      most: 1000,
      beside: `longest ${Math.round(Math.max(...values))} ms of ${times}`,
    }),
  ),
)
