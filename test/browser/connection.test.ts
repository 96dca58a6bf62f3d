// What the desk says when it is not reached, and what becomes of decisions made meanwhile. The page's clock is ours.
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { eventually } from '../eventually.ts'
import { openQueueDesk, type QueueDesk } from '../web/queue-desk.ts'
import { strikeEmails } from '../web/strike-emails.ts'
import { axe, faultsInTheDark, program, startChromium, visit } from './chromium.ts'
import { loseStream, openQueue, stateOf } from './queue-page.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let browser: Browser
let desk: QueueDesk

beforeAll(async () => {
  if (program) browser = await startChromium()
})
afterAll(async () => browser?.close())
beforeEach(async () => {
  desk = await openQueueDesk({ emails: 5 })
})
afterEach(() => desk.close())

test('a lost stream is told with its time in an amber bar, decisions still count, and it goes when the stream is back', async () => {
  const queue = await openQueue(browser, desk, { bypassCSP: true })
  const { page } = queue
  await loseStream(desk, page, route => route.abort())
  const bar = await page.waitForSelector('[data-banner=offline]')
  const words = await bar.textContent()
  expect(words).toMatch(/^Connection lost \d\d:\d\d:\d\d\. Decisions are kept here and sent when it’s back\./)
  expect([...(await axe(page)), ...(await faultsInTheDark(page))]).toEqual([])
  await queue.press('r')
  await eventually('the rejection', async () => (await stateOf(desk, 1)) === 'rejected')
  expect(await bar.textContent()).toBe(words)
  await page.unroute('**/events*')
  await page.waitForSelector('[data-banner=offline]', { state: 'detached' })
  const number = await desk.add({ ...strikeEmails[1], received_at: Date.now() })
  await page.waitForSelector(`[data-rows] [data-number="${number}"]`, { state: 'attached' })
  await queue.close()
})

test('an answer that is no stream does not end the live updates for good', async () => {
  const queue = await openQueue(browser, desk)
  const { page } = queue
  await loseStream(desk, page, route => route.fulfill({ status: 503, body: 'Busy' }))
  await page.waitForSelector('[data-banner=offline]')
  await page.unroute('**/events*')
  await page.waitForSelector('[data-banner=offline]', { state: 'detached' })
  const number = await desk.add({ ...strikeEmails[1], received_at: Date.now() })
  await page.waitForSelector(`[data-rows] [data-number="${number}"]`, { state: 'attached' })
  await queue.close()
})

test('a bar that was closed is not shown again for the same loss', async () => {
  const queue = await openQueue(browser, desk)
  const { page } = queue
  let refused = 0
  await loseStream(desk, page, route => {
    refused++
    return route.abort()
  })
  await page.waitForSelector('[data-banner=offline]')
  await page.click('[data-banner=offline] button:text-is("Close")')
  const before = refused
  await eventually('two more tries', () => refused >= before + 2, 20_000)
  expect(await page.$('[data-banner=offline]')).toBeNull()
  await queue.close()
})

test('decisions that were not delivered within a minute come back, marked as not saved, and can be sent again', async () => {
  const { page, close } = await visit(browser)
  await page.clock.install()
  await page.context().addCookies([await desk.cookieOf('rob')])
  await page.goto(`${desk.url}/s/strike/queue`)
  // From here on no time passes but what the test lets pass.
  await page.clock.pauseAt(Date.now() + 60_000)
  const tried: string[] = []
  let failed = 0
  page.on('requestfailed', request => {
    if (request.url().includes('/submissions/')) failed++
  })
  // A request of ten seconds is given up: none is left under way while the page's seconds go by.
  const second = async () => {
    await page.clock.runFor(1000)
    await eventually('every try to have failed', () => failed === tried.length)
  }
  await page.route('**/submissions/*/*', route => {
    tried.push(route.request().url())
    return route.abort('internetdisconnected')
  })
  await page.keyboard.press('a')
  await page.keyboard.press('h')
  await second()
  await eventually('both to be tried', () => tried.length >= 2)
  const bar = await page.waitForSelector('[data-banner=offline]')
  await eventually('both to be counted', async () => /back \(2\)\./.test((await bar.textContent()) ?? ''))
  const lostAt = /lost (\S+)\./.exec((await bar.textContent())!)![1]
  const numbers = () =>
    page.$$eval('[data-rows] .row', rows => rows.map(row => Number((row as HTMLElement).dataset.number)))
  expect(await numbers()).toEqual([3, 4, 5])
  // 58 s later they are still on their way, and the bar still says since when.
  for (let passed = 1; passed < 58; passed++) await second()
  expect(await page.$('.row.unsaved')).toBeNull()
  expect(await bar.textContent()).toContain(`lost ${lostAt}.`)
  await eventually('the minute to be over', async () => {
    await second()
    return (await page.$$('.row.unsaved')).length === 2
  })
  expect(await numbers()).toEqual([1, 2, 3, 4, 5])
  expect(await page.textContent('[data-number="1"]')).toContain('Not saved')
  expect(await page.textContent('[data-banner=failed-1]')).toContain('Approved didn’t reach the server: Margaret')
  expect(await page.$('[data-banner=offline]')).toBeNull()
  expect([await stateOf(desk, 1), await stateOf(desk, 2)]).toEqual(['waiting', 'waiting'])
  await page.unroute('**/submissions/*/*')
  await page.click('[data-banner=failed-1] button:text-is("Try again")')
  await eventually('the approval', async () => {
    await page.clock.runFor(500)
    return (await stateOf(desk, 1)) === 'approved'
  })
  await close()
})
