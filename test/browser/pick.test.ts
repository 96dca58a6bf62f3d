// Several emails at once in the page: ticked with X, decided or moved together, and one undo for the lot.
import { expect } from '@jest/globals'
import { eventually } from '../eventually.ts'
import type { QueueDesk } from '../web/queue-desk.ts'
import { openQueues } from './open-queues.ts'
import { stateOf } from './queue-page.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let desk: QueueDesk
const open = openQueues(10, one => {
  desk = one
})

const becomes = (number: number, state: string) =>
  eventually(`email ${number} to be ${state}`, async () => (await stateOf(desk, number)) === state)

test('three emails ticked with X are rejected together, and one undo brings them all back', async () => {
  const queue = await open()
  await queue.press('x', 'x', 'x')
  expect(await queue.page.textContent('[data-bulk-bar]')).toContain('Reject 3')
  await queue.press('r')
  for (const number of [1, 2, 3]) await becomes(number, 'rejected')
  expect(await queue.rows()).toEqual([4, 5, 6, 7, 8, 9, 10])
  await queue.page.waitForSelector('[data-toast]:not([hidden]) [data-act=undo]')
  await queue.press('z')
  for (const number of [1, 2, 3]) await becomes(number, 'waiting')
  expect(await queue.rows()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

test('two ticked emails are moved to another story in the page, and one undo brings them back', async () => {
  const queue = await open()
  const storyOf = async (number: number) => {
    const { db } = desk.context
    const join = db.selectFrom('submission').innerJoin('story', 'story.id', 'submission.story_id').select('slug')
    return (await join.where('number', '=', number).executeTakeFirst())?.slug
  }
  await queue.press('x', 'x')
  await queue.page.click('[data-bulk-bar] button:text-is("Move 2")')
  for (const number of [1, 2])
    await eventually(`${number} to be moved`, async () => (await storyOf(number)) === 'storm')
  expect(await queue.rows()).toEqual([3, 4, 5, 6, 7, 8, 9, 10])
  expect(await queue.open()).toBe(3)
  expect(await queue.count('waiting')).toBe(8)
  await queue.page.waitForSelector('[data-toast]:not([hidden]) [data-act=undo]')
  await queue.press('z')
  for (const number of [1, 2])
    await eventually(`${number} to be back`, async () => (await storyOf(number)) === 'strike')
  expect(await queue.rows()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(await queue.count('waiting')).toBe(10)
})
