// Undo when the page no longer knows what was done: one's own decisions, read from the log.
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { decideMany } from '../../src/desk/bulk.ts'
import { approve, hold, reject } from '../../src/desk/decisions.ts'
import { earlierDecision } from '../../src/desk/earlier.ts'
import { moveToStory } from '../../src/desk/placing.ts'
import { addStory } from '../../src/desk/stories.ts'
import { undo } from '../../src/desk/undo.ts'
import { publishDue } from '../../src/feed/index.ts'
import { decisionsBy } from '../../src/store/index.ts'
import { addEmail, type Desk, openDesk } from './cast.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.context.close())

const earlier = (before?: number, since = 0, by = desk.rob) =>
  earlierDecision(desk.context, by, { storyId: desk.story.id, since, before })

test('my decisions are walked back to the first, in their order, and nobody else’s are among them', async () => {
  const numbers: number[] = []
  for (let each = 0; each < 60; each++) numbers.push(await addEmail(desk))
  for (const [at, number] of numbers.entries())
    await (at % 3 === 0 ? reject : hold)(desk.context, at % 4 === 3 ? desk.ann : desk.rob, number, { version: 1 })
  const mine = numbers.filter((_, at) => at % 4 !== 3).reverse()
  for (const number of mine) {
    const found = (await earlier())!
    expect(found).toMatchObject({ number, version: 2, live: false, overtaken: null })
    await undo(desk.context, desk.rob, number, { decision: found.decision, version: found.version })
  }
  expect(await earlier()).toBeNull()
  expect((await earlier(undefined, 0, desk.ann))?.number).toBe(numbers.at(-1))
})

test('what was decided before the session, or in another story, is left', async () => {
  const [old, moved, mine] = [await addEmail(desk), await addEmail(desk), await addEmail(desk)]
  await hold(desk.context, desk.rob, old, { version: 1 })
  desk.context.clock.at += 1000
  const since = desk.context.clock.at
  await hold(desk.context, desk.rob, mine, { version: 1 })
  await hold(desk.context, desk.rob, moved, { version: 1 })
  const other = await addStory(desk.context, 'system', { slug: 'storm', title: 'Storm' })
  if (!other.ok) throw new Error('no story')
  await moveToStory(desk.context, desk.rob, moved, { version: 2, storyId: other.story.id })
  const found = (await earlier(undefined, since))!
  expect(found.number).toBe(mine)
  expect(await earlier(found.seq, since)).toBeNull()
})

test('where somebody else has decided since, it says who; what is live says so', async () => {
  const [taken, live] = [await addEmail(desk), await addEmail(desk)]
  await hold(desk.context, desk.rob, taken, { version: 1 })
  await reject(desk.context, desk.ann, taken, { version: 2 })
  expect(await earlier()).toMatchObject({ number: taken, overtaken: { by: 'Ann' } })
  await approve(desk.context, desk.rob, live, { version: 1, grace: 0 })
  expect(await earlier()).toMatchObject({ number: live, live: false, decision: 'approval' })
  await publishDue(desk.context)
  expect(await earlier()).toMatchObject({ number: live, live: true, version: 2 })
})

test('what was decided in one go comes back in one go, without what is decided otherwise by now', async () => {
  const numbers: number[] = []
  for (let each = 0; each < 70; each++) numbers.push(await addEmail(desk))
  const many = (some: number[], decision: 'hold' | 'approval') => {
    const items = some.map(number => ({ number, version: 1 }))
    return decideMany(desk.context, desk.rob, { decision, items, storyId: desk.story.id })
  }
  const [taken, ...held] = numbers.slice(0, 60)
  await many([taken!, ...held], 'hold')
  await reject(desk.context, desk.ann, taken!, { version: 2 })
  expect((await earlier())!.together).toEqual(held.toReversed().map(number => ({ number, version: 2 })))
  await many(numbers.slice(60, 62), 'approval')
  const approved = (await earlier())!
  expect(approved.together.map(each => each.number)).toEqual([numbers[61], numbers[60]])
  expect(approved.live).toBe(false)
  await publishDue({ ...desk.context, now: () => desk.context.clock.at + 60_000 })
  expect((await earlier())!.live).toBe(true)
  await hold(desk.context, desk.rob, numbers[62]!, { version: 1 })
  expect((await earlier())!.together).toEqual([{ number: numbers[62], version: 2 }])
})

test('two of my decisions on one email come back one after the other', async () => {
  const number = await addEmail(desk)
  await hold(desk.context, desk.rob, number, { version: 1 })
  await reject(desk.context, desk.rob, number, { version: 2 })
  expect(await earlier()).toMatchObject({ decision: 'rejection', version: 3 })
  await undo(desk.context, desk.rob, number, { decision: 'rejection', version: 3 })
  expect(await earlier()).toMatchObject({ decision: 'hold', version: 4 })
  await undo(desk.context, desk.rob, number, { decision: 'hold', version: 4 })
  expect(await earlier()).toBeNull()
})

test('a person’s decisions are read by an index of their own, however long the log is', () => {
  const { sql, parameters } = decisionsBy(desk.context.db, 'rob', 10).limit(50).compile()
  const plan = desk.context.store.engine.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[]
  expect(plan.map(each => each.detail)).toEqual(['SEARCH event USING INDEX event_decisions (actor=? AND seq<?)'])
})
