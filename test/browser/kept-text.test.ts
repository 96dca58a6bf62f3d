// Words that have not reached the server wait in the browser, where nobody but their writer can read them.
import { afterAll, beforeAll, expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { eventually } from '../eventually.ts'
import { openQueueDesk, type QueueDesk } from '../web/queue-desk.ts'
import { program, startChromium } from './chromium.ts'
import { openQueue } from './queue-page.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let browser: Browser
let desk: QueueDesk
beforeAll(async () => {
  if (program) browser = await startChromium()
  desk = await openQueueDesk({ emails: 3 })
})
afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

type Page = { localStorage: { length: number } & Record<string, string> }

test('what is typed while nothing can be sent lies sealed in the browser, comes back after a reload, and goes once it is saved [ASVS 14.3.3]', async () => {
  const { page, close } = await openQueue(browser, desk)
  const stored = () => page.evaluate(() => JSON.stringify({ ...(globalThis as unknown as Page).localStorage }))
  const text = '[data-entry] [name=text]'
  await page.route('**/draft', route => route.abort())
  await page.fill(text, 'Sandra of Leeds has the flu.')
  await eventually('the words are kept', async () => (await stored()).includes('postbag:'))
  expect(await stored()).not.toMatch(/Sandra|flu/)
  await page.reload()
  await eventually('the words are back', async () => (await page.inputValue(text)) === 'Sandra of Leeds has the flu.')
  expect(await stored()).not.toMatch(/Sandra|flu/)
  await page.unroute('**/draft')
  await page.fill(text, 'Sandra of Leeds is well.')
  await eventually('nothing is left', async () => !(await stored()).includes('postbag:'))
  const cookies = await page.context().cookies()
  expect(JSON.stringify(cookies)).not.toMatch(/Sandra|rob@/)
  await close()
}, 60_000)
