import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { assign, assignmentsOf, countAssigned, listColleagues } from '../../src/desk/assignment.ts'
import { assignMany } from '../../src/desk/bulk.ts'
import { dealNext } from '../../src/desk/deal.ts'
import { approve } from '../../src/desk/decisions.ts'
import { history } from '../../src/desk/history.ts'
import { listQueue } from '../../src/desk/queue.ts'
import { changeStaff } from '../../src/desk/staff.ts'
import { addEmail, type Desk, openDesk } from './cast.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.context.close())

const whose = async (number: number) => (await assignmentsOf(desk.context.db, [number])).get(number)?.name ?? null
const give = (number: number, to: string | null, seen: string | null = null, by = desk.rob) =>
  assign(desk.context, by, number, { to, seen })

test('who takes an email has it, the history says so, and its version stays: a colleague’s decision is not stale', async () => {
  const number = await addEmail(desk)
  expect(await give(number, desk.rob.id)).toMatchObject({ ok: true, to: { name: 'Rob' } })
  expect(await whose(number)).toBe('Rob')
  expect((await history(desk.context, number)).at(-1)?.words).toBe('Assigned to Rob by Rob')
  await give(number, null, desk.rob.id)
  expect((await history(desk.context, number)).at(-1)?.words).toBe('Given back by Rob')
  await give(number, desk.ann.id)
  expect((await history(desk.context, number)).at(-1)?.words).toBe('Assigned to Ann by Rob')
  expect(await approve(desk.context, desk.rob, number, { version: 1 })).toMatchObject({ ok: true })
})

test('of two who take an email at once one gets it, and the other is told who', async () => {
  const number = await addEmail(desk)
  const answers = await Promise.all([give(number, desk.rob.id), give(number, desk.ann.id, null, desk.ann)])
  expect(answers.map(each => each.ok)).toEqual([true, false])
  expect(answers[1]).toMatchObject({ why: 'assigned', by: 'Rob' })
  expect(await give(number, desk.ann.id, desk.rob.id, desk.ann)).toMatchObject({ ok: true })
  expect(await whose(number)).toBe('Ann')
})

test('an email is given only to whom may decide, by whom may decide, and while it is open', async () => {
  const number = await addEmail(desk)
  expect(await give(number, desk.viewer.id)).toMatchObject({ why: 'no-such-colleague' })
  expect(await give(number, desk.rob.id, null, desk.viewer)).toMatchObject({ why: 'not-allowed' })
  expect(await give(number, desk.rob.id, null, desk.program)).toMatchObject({ why: 'not-allowed' })
  expect((await listColleagues(desk.context)).map(each => each.name)).toEqual(['Ann', 'Charles', 'Edith', 'Rob'])
  await approve(desk.context, desk.rob, number, { version: 1 })
  expect(await give(number, desk.ann.id)).toMatchObject({ why: 'decided' })
})

test('what somebody has who may no longer decide is anybody’s again', async () => {
  const number = await addEmail(desk)
  await give(number, desk.ann.id)
  await changeStaff(desk.context, 'system', desk.ann.id, { disabled: true })
  expect(await whose(number)).toBeNull()
  expect(await give(number, desk.rob.id)).toMatchObject({ ok: true })
})

test('“Mine” is a filter with a count, and nobody is dealt what a colleague has', async () => {
  const numbers = [await addEmail(desk), await addEmail(desk), await addEmail(desk)]
  await give(numbers[0]!, desk.ann.id)
  await give(numbers[2]!, desk.rob.id)
  const rows = await listQueue(desk.context, { storyId: desk.story.id, view: 'waiting', mine: desk.rob.id })
  expect(rows.rows.map(row => [row.number, row.assigned?.name])).toEqual([[numbers[2], 'Rob']])
  expect(await countAssigned(desk.context, desk.story.id, desk.rob.id)).toBe(1)
  expect(await dealNext(desk.context, desk.rob, { storyId: desk.story.id })).toMatchObject({ number: numbers[1] })
  expect(await dealNext(desk.context, desk.ann, { storyId: desk.story.id })).toMatchObject({ number: numbers[0] })
})

test('many are given at once; what somebody has already stays theirs, and one undo gives the others back', async () => {
  const numbers = [await addEmail(desk), await addEmail(desk), await addEmail(desk)]
  await give(numbers[1]!, desk.ann.id)
  const items = numbers.map(number => ({ number, version: 1 }))
  const storyId = desk.story.id
  const given = await assignMany(desk.context, desk.editor, { items, storyId, to: desk.rob.id, seen: null })
  expect(given.done.map(each => each.number)).toEqual([numbers[0], numbers[2]])
  expect(given.refused).toMatchObject([{ number: numbers[1], why: 'assigned', by: 'Ann' }])
  await assignMany(desk.context, desk.editor, { items: given.done, storyId, to: null, seen: desk.rob.id })
  expect([await whose(numbers[0]!), await whose(numbers[1]!), await whose(numbers[2]!)]).toEqual([null, 'Ann', null])
})
