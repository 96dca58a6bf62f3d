// The stop button as the queue tells of it: what is approved meanwhile waits, and nothing says that it is live.
import { afterAll, beforeAll, expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { publishDue, resumePublishing, stopPublishing } from '../../src/feed/index.ts'
import { eventually } from '../eventually.ts'
import { openQueueDesk, type QueueDesk } from '../web/queue-desk.ts'
import { faultsAtAllSizes, program, startChromium } from './chromium.ts'
import { openQueue, stateOf } from './queue-page.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let browser: Browser
let desk: QueueDesk

beforeAll(async () => {
  if (program) browser = await startChromium()
  desk = await openQueueDesk({ emails: 6, grace: 1 })
})
afterAll(async () => {
  await browser?.close()
  await desk.close()
})

const stop = () => stopPublishing(desk.context, desk.editor.id, desk.story.id, { how: 'frozen' })
const lift = () => resumePublishing(desk.context, desk.editor.id, desk.story.id)
const said = 'It waits: publishing is stopped.'

test('a stop that is pressed while something is in its grace is told at once, with what it means; lifting it too', async () => {
  const { page, press, complaints, close } = await openQueue(browser, desk)
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(each => each.name.includes('beside')))
  await press('a')
  await eventually('the approval', async () => (await stateOf(desk, 1)) === 'approved')
  await stop()
  const banner = await page.waitForSelector('[data-banner=stopped]')
  expect(await banner.textContent()).toContain('Edith Corley has stopped publishing. What is approved waits')
  await page.waitForFunction(words => document.querySelector('[data-toast]')?.textContent?.includes(words), said)
  await publishDue(desk.context)
  const entry = await desk.context.db.selectFrom('entry').select('state').executeTakeFirstOrThrow()
  expect(entry.state).toBe('scheduled')
  await lift()
  await page.waitForSelector('[data-banner=stopped]', { state: 'detached' })
  expect(await page.textContent('[data-say]')).toContain('Edith Corley has lifted the stop')
  expect(complaints).toEqual([])
  await close()
})

test('a queue that is opened while publishing is stopped says since when, in every size; the words after a decision are true', async () => {
  await stop()
  const { page, press, complaints, close } = await openQueue(browser, desk, { bypassCSP: true })
  expect(await page.textContent('[data-stop-notice]')).toMatch(/Publishing is stopped since \d\d:\d\d/)
  expect(await faultsAtAllSizes(page, 'stopped')).toEqual([])
  await press('a')
  await page.waitForFunction(words => document.querySelector('[data-toast]')?.textContent?.includes(words), said)
  await lift()
  await page.waitForSelector('[data-stop-notice]', { state: 'detached' })
  expect(complaints).toEqual([])
  await close()
}, 120_000)

test('without the script the words after an approval say that it waits', async () => {
  await stop()
  const { page, close } = await openQueue(browser, desk, { javaScriptEnabled: false, path: '/s/strike/queue?item=5' })
  await Promise.all([page.waitForEvent('load'), page.click('[data-act=approve]')])
  expect(await page.textContent('[data-toast]')).toContain(said)
  await lift()
  await close()
})
