// Undo beyond what the page itself did: after a reload, in another window, and without the script.
import { expect } from '@jest/globals'
import { reject } from '../../src/desk/decisions.ts'
import { publishDue } from '../../src/feed/index.ts'
import { eventually } from '../eventually.ts'
import type { QueueDesk } from '../web/queue-desk.ts'
import { openQueues } from './open-queues.ts'
import { stateOf } from './queue-page.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let desk: QueueDesk
const open = openQueues(8, one => {
  desk = one
})

const becomes = (number: number, state: string) =>
  eventually(`email ${number} to be ${state}`, async () => (await stateOf(desk, number)) === state)

test('after a reload Z walks back along what I decided, and what this page did comes first', async () => {
  const queue = await open()
  await queue.press('h', 'r', 'r')
  for (const [number, state] of [
    [1, 'held'],
    [2, 'rejected'],
    [3, 'rejected'],
  ] as const)
    await becomes(number, state)
  await queue.page.reload()
  await queue.press('h')
  await becomes(4, 'held')
  await queue.press('z')
  await becomes(4, 'waiting')
  expect(await stateOf(desk, 3)).toBe('rejected')
  for (const number of [3, 2, 1]) {
    await queue.press('z')
    await becomes(number, 'waiting')
    await eventually(`${number} to be open`, async () => (await queue.open()) === number)
  }
  expect(await queue.rows()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(await queue.count('waiting')).toBe(8)
  expect(await queue.page.textContent('[data-say]')).toContain('Undone. Margaret Oyelaran')
  await queue.press('z')
  await queue.page.waitForFunction(() => document.querySelector('[data-say]')?.textContent === 'Nothing to undo.')
})

test('what was decided together comes back together after a reload, what is live by now only when that is confirmed', async () => {
  const queue = await open()
  const reload = async () => {
    await queue.page.reload()
    await queue.page.waitForSelector('.row')
  }
  await queue.press('h', 'x', 'x', 'x', 'r')
  for (const number of [2, 3, 4]) await becomes(number, 'rejected')
  await reload()
  await queue.press('z')
  for (const number of [2, 3, 4]) await becomes(number, 'waiting')
  expect(await stateOf(desk, 1)).toBe('held')
  await eventually('their rows', async () => String(await queue.rows()) === '2,3,4,5,6,7,8')
  expect(await queue.open()).toBe(2)
  expect(await queue.count('waiting')).toBe(7)
  expect(await queue.page.isVisible('[data-fresh]')).toBe(false)
  await desk.context.db.updateTable('submission').set({ flagged: 0 }).execute()
  await desk.context.db.deleteFrom('finding').execute()
  await queue.press('x', 'x', 'a')
  for (const number of [2, 3]) await becomes(number, 'approved')
  await publishDue({ ...desk.context, now: () => Date.now() + 60_000 })
  await queue.press('z')
  await queue.page.waitForSelector('[data-banner=withdraw]')
  expect(await queue.rows()).toEqual([4, 5, 6, 7, 8])
  await queue.page.click('[data-banner=withdraw] button:text-is("Withdraw them")')
  for (const number of [2, 3]) await becomes(number, 'waiting')
  await eventually('both rows', async () => String(await queue.rows()) === '2,3,4,5,6,7,8')
})

test('where somebody has decided since, Z says so and changes nothing, and the next Z goes on', async () => {
  const queue = await open()
  await queue.press('h', 'h')
  await becomes(1, 'held')
  await becomes(2, 'held')
  await reject(desk.context, desk.ann, 2, { version: 2 })
  await queue.page.reload()
  await queue.press('z')
  const banner = await queue.page.waitForSelector('[data-banner=overtaken]')
  expect(await banner.textContent()).toContain('Ann Corley has decided #2 since. Nothing was changed.')
  expect(await stateOf(desk, 2)).toBe('rejected')
  await queue.press('z')
  await becomes(1, 'waiting')
})

test('what is live is withdrawn after a reload only when that is confirmed', async () => {
  await desk.context.db.updateTable('story').set({ grace_seconds: 0 }).execute()
  const queue = await open()
  await queue.press('a')
  await becomes(1, 'approved')
  await publishDue(desk.context)
  await queue.page.reload()
  await queue.press('z')
  await queue.page.waitForSelector('[data-banner=withdraw]')
  expect(await stateOf(desk, 1)).toBe('approved')
  await queue.page.click('[data-banner=withdraw] button:text-is("Withdraw it")')
  await becomes(1, 'waiting')
  await eventually('its row', async () => (await queue.rows())[0] === 1)
})

test('without the script each undo offers the one before', async () => {
  const { page } = await open({ javaScriptEnabled: false })
  const load = (work: Promise<void>) => Promise.all([page.waitForEvent('load'), work])
  for (const act of ['hold', 'reject', 'hold']) await load(page.click(`[data-bar] [data-act=${act}]`))
  expect([await stateOf(desk, 1), await stateOf(desk, 2), await stateOf(desk, 3)]).toEqual(['held', 'rejected', 'held'])
  await load(page.click('[data-toast] button'))
  expect(await stateOf(desk, 3)).toBe('waiting')
  expect(await page.textContent('[data-toast] button')).toContain('Undo the one before (#2)')
  await load(page.click('[data-toast] button'))
  await load(page.click('[data-toast] button'))
  expect([await stateOf(desk, 1), await stateOf(desk, 2)]).toEqual(['waiting', 'waiting'])
  expect(await page.$('[data-toast] button')).toBeNull()
  for (const number of [4, 5]) await page.check(`.pick[value^="${number}:"]`)
  await load(page.click('button[form=bulk][value=hold]'))
  await load(page.click('[data-bar] [data-act=reject]'))
  await load(page.click('[data-toast] button'))
  expect(await page.textContent('[data-toast] button')).toContain('Undo the 2 before')
  await load(page.click('[data-toast] button'))
  expect([await stateOf(desk, 4), await stateOf(desk, 5)]).toEqual(['waiting', 'waiting'])
})
