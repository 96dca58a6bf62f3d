// The group builder by keyboard: from the queue to one entry with several emails.
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { publishDue, readFeed } from '../../src/feed/index.ts'
import { eventually } from '../eventually.ts'
import { openQueueDesk, type QueueDesk } from '../web/queue-desk.ts'
import { borrow } from './borrowed.ts'
import { axe, program, sideways, startChromium, type Visit } from './chromium.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let browser: Browser
let desk: QueueDesk
let visited: Visit
beforeAll(async () => {
  if (program) browser = await startChromium()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  desk = await openQueueDesk({ emails: 8, grace: 0 })
  visited = await borrow(browser)
  await visited.page.context().addCookies([await desk.cookieOf('edith')])
})
afterEach(async () => {
  const { complaints } = visited
  await visited.close()
  await desk.close()
  expect(complaints).toEqual([])
})

test('six emails become one entry under a heading in 8 keys beside the heading’s letters, in under 20 seconds', async () => {
  const { page } = visited
  await page.goto(`${desk.url}/s/strike/queue`)
  await page.locator('.row a[aria-current]').waitFor()
  const rows = await page
    .locator('.row')
    .evaluateAll(all => all.map(row => Number((row as HTMLElement).dataset.number)))
  let keys = 0
  const press = async (key: string) => {
    keys++
    await page.keyboard.press(key)
  }
  const begun = performance.now()
  for (let at = 0; at < 6; at++) await press('x')
  await press('u')
  await page.waitForURL(/\/group\?/)
  await eventually('the heading to have the focus', () =>
    page.locator('#heading').evaluate(each => each === document.activeElement),
  )
  await page.keyboard.type('What nurses say')
  await press('Enter')
  await page.getByText('6 emails go live as one entry.').waitFor()
  const seconds = (performance.now() - begun) / 1000
  expect(keys).toBe(8)
  // A practised hand presses five keys a second: 23 keys are five seconds of typing; the rest is ours.
  expect(seconds).toBeLessThan(15)
  await publishDue(desk.context)
  const story = await desk.context.db
    .selectFrom('story')
    .selectAll()
    .where('slug', '=', 'strike')
    .executeTakeFirstOrThrow()
  const { entries } = await readFeed(desk.context.db, story, 'https://x.example')
  expect(entries.map(entry => [entry.kind, entry.headline, entry.members.length])).toEqual([
    ['group', 'What nurses say', 6],
  ])
  const numbers = await desk.context.db
    .selectFrom('entry')
    .select('submission_number')
    .where('group_id', '=', entries[0]!.id)
    .orderBy('group_position')
    .execute()
  expect(numbers.map(row => row.submission_number)).toEqual(rows.slice(0, 6))
})

test('the builder changes the order, leaves one out, keeps the heading, and axe finds nothing in it', async () => {
  const { page } = visited
  const rows = await desk.context.db.selectFrom('submission').select(['number', 'version']).orderBy('number').execute()
  const pick = rows.slice(0, 3).map(row => `pick=${row.number}:${row.version}`)
  await page.goto(`${desk.url}/s/strike/group?${pick.join('&')}`)
  await page.locator('#heading').fill('Half a heading')
  await page.getByRole('button', { name: /^Down/ }).first().click()
  expect(await page.locator('#heading').inputValue()).toBe('Half a heading')
  const order = () =>
    page.locator('input[name=pick]').evaluateAll(all => all.map(each => (each as HTMLInputElement).value))
  expect(await order()).toEqual([1, 0, 2].map(at => `${rows[at]!.number}:${rows[at]!.version}`))
  await page
    .getByRole('button', { name: /^Leave out/ })
    .last()
    .click()
  expect(await order()).toHaveLength(2)
  expect(await axe(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await sideways(page)).toBe(0)
})
