// Reading in peace: a frozen list, what somebody else decided reopened, hints that follow the typing.
import { expect } from '@jest/globals'
import { approve, reject } from '../../src/desk/decisions.ts'
import { eventually } from '../eventually.ts'
import type { QueueDesk } from '../web/queue-desk.ts'
import { strikeEmails } from '../web/strike-emails.ts'
import { openQueues } from './open-queues.ts'
import { stateOf } from './queue-page.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let desk: QueueDesk
const open = openQueues(10, one => {
  desk = one
})

test('what somebody else was quicker to decide is reopened from the banner, and the list offers it again', async () => {
  const queue = await open()
  await queue.page.route('**/events*', route => route.abort())
  await queue.page.evaluate(() => dispatchEvent(new Event('pagehide')))
  await approve(desk.context, desk.ann, 1, { version: 1 })
  await queue.press('a')
  await queue.page.waitForSelector('[data-banner="conflict-1"]')
  await queue.page.unroute('**/events*')
  await queue.page.evaluate(() => dispatchEvent(new Event('pageshow')))
  await queue.page.click('[data-banner="conflict-1"] >> text=Reopen')
  await eventually('the email to wait again', async () => (await stateOf(desk, 1)) === 'waiting')
  // It arrived before the one that is open: nothing moves above that, so the button offers it.
  await queue.page.waitForSelector('[data-fresh]:not([hidden])')
  queue.complaints.length = 0
})

test('a frozen list stays as it is while emails come and go, and hears of both when it goes on', async () => {
  const queue = await open()
  await queue.page.click('[data-freeze]')
  await reject(desk.context, desk.ann, 3, { version: 1 })
  const number = await desk.add({ ...strikeEmails[1], received_at: Date.now() })
  const other = await open({ who: 'ann' })
  expect(await other.rows()).toContain(number)
  expect(await queue.rows()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(await queue.page.$('.row.gone')).toBeNull()
  await queue.page.click('[data-freeze]')
  await queue.page.waitForSelector(`[data-rows] [data-number="${number}"]`, { state: 'attached' })
  await queue.page.waitForSelector('[data-number="3"].gone')
})

test('the name check and the hint at confused words follow the typing, and one press mends each', async () => {
  const queue = await open({ path: '/s/strike/queue?item=2' })
  await queue.page.fill('#entry-name', 'Tom Brichall')
  await queue.page.waitForSelector('.hints [data-for="entry-name"]')
  await queue.page.click('.hints [data-for="entry-name"]')
  expect(await queue.page.inputValue('#entry-name')).toBe('Tom Birchall')
  await queue.page.fill('#entry-text', 'It is a job where your not supported.')
  await queue.page.click('.hints [data-for="entry-text"]')
  expect(await queue.page.inputValue('#entry-text')).toBe('It is a job where you’re not supported.')
})

test('an email folded for its abuse is rejected by its key unread; approving asks for its words first', async () => {
  await desk.context.db
    .insertInto('finding')
    .values({ submission_number: 1, position: 90, check: 'abuse', level: 'warn', words: 'idiots' })
    .execute()
  const queue = await open({ path: '/s/strike/queue?item=1' })
  await queue.press('a')
  expect(await stateOf(desk, 1)).toBe('waiting')
  await queue.page.click('text=Show the words')
  await queue.page.waitForSelector('[data-act=approve]')
  await queue.page.goto(`${desk.url}/s/strike/queue?item=1`)
  await queue.press('r')
  await eventually('it is rejected', async () => (await stateOf(desk, 1)) === 'rejected')
})

test('a photo without words or permission is asked after in words at its field, which takes the focus', async () => {
  await desk.context.db.updateTable('attachment').set({ kind: 'jpeg' }).execute()
  const queue = await open({ path: '/s/strike/queue?item=3' })
  await queue.press('p')
  await queue.page.waitForFunction(() => document.activeElement?.id === 'entry-alt')
  await queue.press('Control+Enter')
  expect(await queue.page.textContent('#entry-alt-fault')).toContain('Say what the picture shows')
  expect(await queue.page.getAttribute('#entry-alt', 'aria-describedby')).toContain('entry-alt-fault')
  await queue.page.fill('#entry-alt', 'A picket line in the rain')
  await queue.press('Control+Enter')
  expect(await queue.page.textContent('#entry-permission-fault')).toContain('Say whether permission')
  expect(await queue.page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('permission')
  expect(await queue.open()).toBe(3)
  // No bytes of the picture are kept here.
  queue.complaints.length = 0
})

test('the last email under a filter leaves words that say so, and the way to the others', async () => {
  const queue = await open({ path: '/s/strike/queue?photo=1' })
  const rows = await queue.rows()
  for (const _ of rows) await queue.press('h')
  expect(await queue.page.textContent('[data-pane-place] h2')).toBe('No match')
  expect(await queue.page.textContent('[data-pane-place]')).toContain('No waiting emails with a photo.')
  await Promise.all([queue.page.waitForEvent('load'), queue.page.click('[data-pane-place] a:text-is("Clear filters")')])
  expect((await queue.rows()).length).toBe(10 - rows.length)
})
