// From an empty database to the queue in a real browser, with script and without, past every form that says no.
import { afterAll, beforeAll, expect } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { axe, faultsInTheDark, sideways, startChromium, visit } from './chromium.ts'
import { type EmptyHouse, inEmptyHouse } from './empty-house.ts'
import { testWithChromium } from './test-with-chromium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startChromium()
})
afterAll(() => browser?.close())

type Look = (page: Page) => Promise<void>
const password = 'rainy mornings in Ruislip'
const go = (page: Page) => page.click('main .btn.go')

/** The trip; `look` is called on each screen. */
async function setUp(page: Page, house: EmptyHouse, look: Look): Promise<void> {
  await page.goto(house.url)
  await look(page)
  await page.fill('#token', 'from-the-log')
  await go(page)
  await page.fill('#name', 'Rob Carter')
  await page.fill('#email', 'rob at home')
  await page.fill('#password', 'short')
  await go(page)
  await look(page)
  expect(await page.inputValue('#name')).toBe('Rob Carter')
  expect(await page.locator('.error-summary a').allTextContents()).toHaveLength(2)
  await page.fill('#email', 'rob@example.org')
  await page.fill('#password', password)
  await go(page)
  await page.fill('#newsroom', 'The Ruislip Post')
  await look(page)
  await go(page)
  // The next page is there before the way back is asked for: Chromium refuses it in the middle of a journey.
  await page.waitForSelector('#address')
  await look(page)
  await page.goBack()
  expect(await page.inputValue('#newsroom')).toBe('The Ruislip Post')
  await page.goForward()
  await page.fill('#address', 'haveyoursay@gmail.com')
  await go(page)
  expect(await page.inputValue('#host')).toBe('imap.gmail.com')
  await page.fill('#host', '127.0.0.1')
  await page.fill('#port', '1')
  await page.selectOption('#security', 'none')
  await page.fill('#password', 'secret words')
  await page.click('button[value=test]')
  await look(page)
  expect(await page.textContent('#test-result')).toBe('The connection does not work yet')
  expect(await page.inputValue('#username')).toBe('haveyoursay@gmail.com')
  await page.click('text=Do this later')
  await page.fill('#title', 'Junior doctors’ strike')
  await page.fill('#addresses', 'haveyoursay@example.org')
  await look(page)
  await go(page)
  await look(page)
}

const mailbox = {
  name: 'Have your say',
  host: '127.0.0.1',
  port: 1,
  security: 'none' as const,
  username: 'haveyoursay@example.org',
  password: 'x',
  folder: 'INBOX',
  quiet: false,
  storyId: null,
}
const email = Buffer.from('From: K <k@example.org>\r\nTo: haveyoursay@example.org\r\nSubject: a\r\n\r\nHello\r\n')

testWithChromium(
  'set-up leads from an empty database to the queue without script',
  () =>
    inEmptyHouse(async house => {
      const { page, close } = await visit(browser, { javaScriptEnabled: false })
      await setUp(page, house, async () => {})
      await house.intake.add('system', mailbox)
      await page.goto(`${house.url}/setup/test`)
      await house.intake.takeIn(email)
      await page.click('text=Look again')
      expect(await page.textContent('.notice.ok')).toMatch(/Arrived in \d+ s/)
      await page.click('text=To the queue')
      expect(new URL(page.url()).pathname).toBe('/s/junior-doctors-strike/queue')
      await close()
    }),
  120_000,
)

testWithChromium(
  'set-up, an invitation, one-time codes and a broken mailbox, light and dark: axe finds nothing, all fits 320 pixels',
  () =>
    inEmptyHouse(async house => {
      const { page, complaints, close } = await visit(browser, { colorScheme: 'light', bypassCSP: true })
      const faults: string[] = []
      const look: Look = async () => {
        const title = await page.title()
        for (const fault of [...(await axe(page)), ...(await faultsInTheDark(page))]) faults.push(`${title}: ${fault}`)
        await page.setViewportSize({ width: 320, height: 640 })
        const over = await sideways(page)
        if (over > 0) faults.push(`${title}: ${over} too wide`)
        await page.setViewportSize({ width: 1440, height: 900 })
      }
      await setUp(page, house, look)
      await house.intake.add('system', mailbox)
      await page.goto(`${house.url}/setup/test`)
      await house.intake.takeIn(email)
      await page.waitForSelector('.notice.ok')
      await look(page)
      await house.breakMailbox()
      for (const path of ['/admin/mailboxes', '/admin/mailboxes/Have%20your%20say', '/account/second-factor']) {
        await page.goto(house.url + path)
        await look(page)
      }
      await page.goto(`${house.url}/admin/tokens`)
      await page.fill('#name', 'Website')
      await go(page)
      await look(page)
      await page.goto(`${house.url}/admin/staff/new`)
      await page.fill('#name', 'Sara Webb')
      await page.fill('#email', 'sara@example.org')
      await go(page)
      await look(page)
      const link = await page.inputValue('#link')
      house.later(16 * 60_000)
      await page.goto(`${house.url}/admin/staff/new`)
      await look(page)
      expect(await page.textContent('h1')).toBe('Confirm it’s you')
      await page.fill('#confirm-password', password)
      await go(page)
      expect(await page.textContent('h1')).toBe('Add a colleague')
      await page.click('.account-menu summary')
      await page.click('text=Sign out')
      await page.goto(link)
      await look(page)
      await page.fill('#password', 'another long password')
      await go(page)
      await page.waitForURL(/\/queue$/)
      expect(complaints.filter(each => !/status of 400/.test(each))).toEqual([])
      expect(faults).toEqual([])
      await close()
    }),
  300_000,
)
