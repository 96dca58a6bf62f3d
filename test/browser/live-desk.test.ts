// The staff's live page in Chromium: it counts down, follows what happens, and takes no open form away.
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { approve } from '../../src/desk/decisions.ts'
import { publishDue, withdrawEntry } from '../../src/feed/index.ts'
import { eventually } from '../eventually.ts'
import { openQueueDesk, type QueueDesk } from '../web/queue-desk.ts'
import { borrow } from './borrowed.ts'
import { faultsAtAllSizes, program, startChromium, type Visit } from './chromium.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let browser: Browser
let desk: QueueDesk
const opened: Visit[] = []
beforeAll(async () => {
  if (program) browser = await startChromium()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  desk = await openQueueDesk({ emails: 0 })
})
afterEach(async () => {
  const complaints = opened.flatMap(each => each.complaints)
  for (const each of opened.splice(0)) await each.close()
  await desk.close()
  expect(complaints).toEqual([])
})

async function letter(name: string, grace = 0): Promise<string> {
  const number = await desk.add({})
  const result = await approve(desk.context, desk.chief, number, { version: 1, name, grace })
  if (!result.ok) throw new Error(result.why)
  if (grace === 0) await publishDue(desk.context)
  return result.entry!.id
}

async function open(options: BrowserContextOptions = {}, path = '/s/strike/live') {
  const visited = await borrow(browser, options)
  opened.push(visited)
  await visited.page.context().addCookies([await desk.cookieOf('edith')])
  await visited.page.goto(desk.url + path)
  return visited.page
}

test('axe finds nothing, and nothing overflows, at four widths and in both themes', async () => {
  const id = await letter('Ann')
  await withdrawEntry(desk.context, 'system', await letter('Bob'), 'legal')
  await letter('Cat', 60)
  await letter('Dan')
  const page = await open({ bypassCSP: true }, `/s/strike/live?edit=${id}`)
  await page.locator('details.withdraw summary').first().click()
  expect(await faultsAtAllSizes(page, 'the live page')).toEqual([])
})

test('the grace counts down, and what went live moves to the published ones by itself', async () => {
  const page = await open()
  await letter('Ann', 60)
  const due = page.locator('[data-due-words]')
  await due.waitFor()
  const first = await due.textContent()
  expect(first).toMatch(/^Goes live in \d+ s$/)
  await eventually('a second to be counted', async () => (await due.textContent()) !== first)
  await page.getByRole('button', { name: 'Publish now' }).click()
  await page.getByText('It is going live now.').waitFor()
  await publishDue(desk.context)
  await eventually(
    'the entry among the published ones',
    async () => (await page.locator('#published ~ ol .live-entry.live').count()) === 1,
  )
})

test('an open form is not taken away by what happens meanwhile', async () => {
  const id = await letter('Ann')
  const page = await open({}, `/s/strike/live?edit=${id}`)
  const text = page.locator('[id^="edit-"][name=text]')
  await text.fill('Half a sentence')
  await letter('Bob')
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  expect(await text.inputValue()).toBe('Half a sentence')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('The entry is changed.').waitFor()
  await page.getByText('Half a sentence').waitFor()
})
