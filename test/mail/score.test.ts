// The labelled corpus as a gate: a change that reads worse than the promises of the mail room fails.
import { expect, test } from '@jest/globals'
import { scoreBylines } from '../../scripts/score-bylines.ts'
import { score, total } from '../../scripts/score-sets.ts'

test('the corpus is read as a good sub-editor would', async () => {
  const { tallies, misses } = await score()
  const sum = total(tallies)
  const labelled = [...tallies.values()].reduce((texts, tally) => texts + tally.bylines, 0)
  expect(sum.all).toBeGreaterThanOrEqual(400)
  expect({ misses: misses.slice(0, 5), exact: sum.exact >= 0.9 * labelled }).toMatchObject({ exact: true })
  expect(sum.left).toBeLessThan(0.05 * labelled)
  expect(sum.cut).toBeLessThan(0.01 * labelled)
  expect(sum.byline).toBeGreaterThanOrEqual(0.85 * sum.bylines)
  expect(sum.nameWrong).toBeLessThanOrEqual(0.03 * sum.bylines)
  expect(sum.placeWrong).toBeLessThanOrEqual(0.03 * sum.bylines)
}, 120_000)

test('nobody who asked not to be named is ever proposed by name', async () => {
  const { tallies } = await score()
  expect(total(tallies).named).toBe(0)
}, 120_000)

test('machines are filed aside and no person is', async () => {
  const { tallies } = await score()
  const machines = ['out-of-office', 'bounce', 'list', 'receipt'].map(kind => tallies.get(kind)!)
  const all = machines.reduce((sum, tally) => sum + tally.all, 0)
  const found = machines.reduce((sum, tally) => sum + tally.automatic, 0)
  expect(found).toBeGreaterThanOrEqual(0.97 * all)
  for (const [kind, tally] of tallies)
    if (!machines.includes(tally)) expect([kind, tally.automatic]).toEqual([kind, tally.all])
}, 120_000)

test('the half of the held-out set that was tuned on stays read as it is', async () => {
  const { tallies, misses } = await score('tuned')
  const sum = total(tallies)
  expect({ misses, named: sum.named, cut: sum.cut, automatic: sum.automatic }).toMatchObject({
    named: 0,
    cut: 0,
    automatic: sum.all,
  })
  expect(sum.byline).toBeGreaterThanOrEqual(0.95 * sum.bylines)
}, 60_000)

test('names and places of letters written before the rules are read, and nobody is named against their wish', async () => {
  const { tally, misses } = await scoreBylines('tuned')
  expect(tally.byline >= 0.85 * tally.bylines ? [] : misses).toEqual([])
  expect(tally.nameWrong).toBeLessThanOrEqual(0.03 * tally.bylines)
  expect(tally.placeWrong).toBeLessThanOrEqual(0.03 * tally.bylines)
  expect(tally.named + (await scoreBylines('unseen')).tally.named).toBe(0)
}, 60_000)
