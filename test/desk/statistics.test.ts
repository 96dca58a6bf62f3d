import { expect, test } from '@jest/globals'
import { approve, markSpam, reject } from '../../src/desk/decisions.ts'
import { spreadOf } from '../../src/desk/pace.ts'
import { readStatistics } from '../../src/desk/statistics.ts'
import { undo } from '../../src/desk/undo.ts'
import { addEmail, openDesk } from './cast.ts'

const minute = 60_000

/** Eight emails, one a minute from the beginning of the clock; some decided, some by Rob and some by Ann. */
async function morning() {
  const desk = await openDesk()
  const { context, rob, ann, editor } = desk
  const beginning = Math.floor(context.now() / minute) * minute
  let now = beginning
  context.now = () => now
  const numbers: number[] = []
  for (let at = 0; at < 8; at++) {
    now = beginning + at * minute
    const stance = (['for', 'against', 'mixed', null] as const)[at % 4]
    numbers.push(
      await addEmail(desk, {
        ...{ received_at: now, kept_at: now, point_of_view: stance, photos: at < 2 ? 1 : 0 },
        place: at < 5 ? 'Leeds' : at === 5 ? 'York' : '',
      }),
    )
  }
  const at = (minutes: number) => {
    now = beginning + minutes * minute
  }
  at(8)
  await approve(context, rob, numbers[0]!, { version: 1 })
  at(9)
  await reject(context, rob, numbers[1]!, { version: 1, reason: 'Abusive' })
  at(10)
  await reject(context, ann, numbers[2]!, { version: 1, reason: 'My neighbour Kate wrote this' })
  await markSpam(context, ann, numbers[3]!, { version: 1 })
  at(11)
  await reject(context, ann, numbers[4]!, { version: 1 })
  await undo(context, ann, numbers[4]!, { decision: 'rejection', version: 2 })
  at(30)
  const stretch = { storyId: desk.story.id, since: beginning, until: beginning + 30 * minute, step: minute }
  const read = (who = editor) => readStatistics(context, who, stretch, ['Abusive'])
  return { desk, read, stretch, numbers }
}

test('what was received, approved and rejected is counted by step, and what was taken back is not', async () => {
  const { desk, read } = await morning()
  const figures = await read()
  expect(figures.steps).toHaveLength(30)
  expect(figures.steps.map(step => step.received).slice(0, 9)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0])
  expect(figures.steps.flatMap((step, at) => (step.approved + step.rejected ? [at] : []))).toEqual([8, 9, 10])
  expect([figures.received, figures.decided]).toEqual([8, { approved: 1, rejected: 2, held: 0, spam: 1 }])
  expect(figures.photos).toEqual({ received: 2, approved: 1 })
  // The one whose rejection was undone came at minute 4 and waits again.
  expect(figures.oldest).toBe(26 * minute)
  await desk.context.close()
})

test('waiting time has a median and a ninth decile, for all and for each person', async () => {
  const { desk, read } = await morning()
  const figures = await read()
  expect(figures.waiting).toEqual({ median: 8 * minute, p90: 8 * minute, count: 4 })
  expect(figures.moderators.map(({ name, decided, pace }) => [name, decided, pace])).toEqual([
    ['Rob', 2, minute],
    ['Ann', 2, 0],
  ])
  expect(spreadOf([])).toBeNull()
  expect(spreadOf(Array.from({ length: 100 }, (_each, at) => [at + 1, 1]))).toEqual({ median: 50, p90: 90, count: 100 })
  await desk.context.close()
})

test('a moderator sees their own time and nobody else’s, an editor sees everybody’s', async () => {
  const { desk, read } = await morning()
  expect((await read(desk.rob)).moderators.map(row => row.name)).toEqual(['Rob'])
  expect((await read(desk.viewer)).moderators).toEqual([])
  expect((await read(desk.chief)).moderators).toHaveLength(2)
  await desk.context.close()
})

test('places and points of view stand received against approved; a reason that somebody typed is not told by its words', async () => {
  const { desk, read } = await morning()
  const figures = await read()
  expect(figures.places).toEqual([
    { place: 'Leeds', received: 5, approved: 1 },
    { place: '', received: 2, approved: 0 },
    { place: 'York', received: 1, approved: 0 },
  ])
  expect(figures.pointsOfView).toEqual({
    ...{ for: { received: 2, approved: 1 }, against: { received: 2, approved: 0 } },
    ...{ mixed: { received: 2, approved: 0 }, none: { received: 2, approved: 0 } },
  })
  expect(figures.reasons).toEqual([
    { reason: 'Abusive', count: 1 },
    { reason: 'In other words', count: 1 },
  ])
  await desk.context.close()
})

test('every question is answered from an index alone, so that a million emails are no table to read', async () => {
  const { desk, stretch } = await morning()
  const { engine } = desk.context.store
  const asked: string[] = []
  const prepare = engine.prepare.bind(engine)
  engine.prepare = ((text: string) => {
    if (text.startsWith('select') && text.includes('"submission"')) asked.push(text)
    return prepare(text)
  }) as typeof engine.prepare
  await readStatistics(desk.context, desk.editor, { ...stretch, until: stretch.until + 1 }, [])
  engine.prepare = prepare
  expect(asked.length).toBeGreaterThanOrEqual(4)
  for (const text of asked) {
    const values = Array.from({ length: text.split('?').length - 1 }, () => 1)
    const plan = engine.prepare(`explain query plan ${text}`).all(...values) as { detail: string }[]
    const reads = plan.filter(row => /^(SEARCH|SCAN)/.test(row.detail))
    expect(reads.map(row => row.detail).filter(detail => !detail.includes('COVERING INDEX'))).toEqual([])
  }
  await desk.context.close()
})
