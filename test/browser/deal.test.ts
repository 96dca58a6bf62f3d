// “Deal me one” in a real browser: nobody is dealt what somebody else has, and no page is loaded for it.
import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import { assign } from '../../src/desk/assignment.ts'
import { eventually } from '../eventually.ts'
import type { QueueDesk } from '../web/queue-desk.ts'
import { strikeEmails } from '../web/strike-emails.ts'
import { openQueues } from './open-queues.ts'
import { stateOf } from './queue-page.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let desk: QueueDesk
const open = openQueues(4, async one => {
  desk = one
  // Those that need care are dealt first: here all are alike, so that only age counts.
  await desk.context.db.updateTable('submission').set({ flagged: 0 }).execute()
})

const here = (page: Page) => page.evaluate(() => 'stayed' in globalThis)
const mark = (page: Page) => page.evaluate(() => void Object.assign(globalThis, { stayed: true }))
const loaded = (page: Page) =>
  page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(each => /\/beside-.*js/.test(each.name) && each.duration > 0),
  )

test('two people who ask are dealt different emails in the page they have open; then it says that all are with somebody', async () => {
  const mine = await open()
  const anns = await open({ who: 'ann' })
  for (const { page } of [mine, anns]) {
    await loaded(page)
    await mark(page)
  }
  await mine.page.click('.deal button')
  await eventually('the second to be open', async () => (await mine.open()) === 2)
  expect(await mine.page.evaluate(() => document.activeElement?.closest('.row')?.getAttribute('data-number'))).toBe('2')
  expect(await mine.page.textContent('[data-say]')).toContain('Dealt to you: Tom Birchall, Birmingham.')
  await anns.page.click('.deal button')
  await eventually('the third to be open', async () => (await anns.open()) === 3)
  await mine.press('h')
  await mine.page.click('.deal button')
  await eventually('one that nobody has to be open', async () => [1, 4].includes((await mine.open())!))
  expect(await stateOf(desk, 2)).toBe('held')
  await assign(desk.context, desk.editor, 1, { to: desk.editor.id, seen: null })
  await assign(desk.context, desk.editor, 4, { to: desk.editor.id, seen: null })
  await mine.page.click('.deal button')
  await mine.page.waitForFunction(() => document.querySelector('[data-toast]')?.textContent?.includes('with somebody'))
  expect([await here(mine.page), await here(anns.page)]).toEqual([true, true])
})

test('an email beyond the window is dealt, and its row joins the list where it belongs', async () => {
  for (let each = 0; each < 60; each++)
    await desk.add({ ...strikeEmails[4], flagged: 0, findings: [], received_at: Date.now() - 1000 * (60 - each) })
  const queue = await open()
  await loaded(queue.page)
  await mark(queue.page)
  expect((await queue.rows()).length).toBe(50)
  const number = 63
  for (let each = 1; each < number; each++)
    await desk.context.db
      .insertInto('deal')
      .values({ submission_number: each, staff_id: desk.ann.id, until: Date.now() + 60_000 })
      .execute()
  await queue.page.click('.deal button')
  await eventually('it to be open', async () => (await queue.open()) === number)
  expect((await queue.rows()).at(-1)).toBe(number)
  expect(await here(queue.page)).toBe(true)
})

test('without the script the next page opens the email that was dealt', async () => {
  const { page, open: shown } = await open({ javaScriptEnabled: false })
  await Promise.all([page.waitForEvent('load'), page.click('.deal button')])
  expect(page.url()).toContain('item=2')
  expect(await shown()).toBe(2)
})
