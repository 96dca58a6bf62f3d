// What stands under “More” beside the decisions: copy, print, a note, a ban.
import { afterAll, beforeAll, expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openQueueDesk, type QueueDesk } from '../web/queue-desk.ts'
import { faultsAtAllSizes, program, startChromium } from './chromium.ts'
import { openQueue } from './queue-page.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let browser: Browser
let desk: QueueDesk

beforeAll(async () => {
  if (program) browser = await startChromium()
  desk = await openQueueDesk({ emails: 4 })
})
afterAll(async () => {
  await browser?.close()
  await desk.close()
})

for (const path of ['/s/strike/queue?item=2', '/s/strike/submissions/3'])
  test(`the line and the text of the entry are copied as they stand, at ${path}`, async () => {
    const { page, complaints, close } = await openQueue(browser, desk, {
      path,
      permissions: ['clipboard-write'],
    })
    await page.fill('#entry-name', 'Tom')
    await page.waitForFunction(() =>
      document.querySelector('[data-preview] .post h3')?.textContent?.startsWith('Tom, from'),
    )
    await page.click('.more summary')
    await page.click('[data-act=copy]')
    await page.waitForFunction(() => document.querySelector('[data-say]')?.textContent?.includes('copied'))
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
    // No page of the desk may read the clipboard, so it is pasted.
    await page.fill('#entry-text', '')
    await page.press('#entry-text', 'Control+v')
    const copied = await page.inputValue('#entry-text')
    expect(copied).toMatch(/^Tom, from \w+, emails:\n\n(?:My daughter was treated|About sixty of us outside)/)
    expect(complaints).toEqual([])
    await close()
  })

test('what is printed is the email and nothing of the desk around it; the button asks the browser to print', async () => {
  const { page, complaints, close } = await openQueue(browser, desk, {
    path: '/s/strike/queue?item=2',
    bypassCSP: true,
  })
  await page.click('.more summary')
  await Promise.all([page.waitForURL('**/print'), page.click('.more a:text-is("Print…")')])
  expect(await faultsAtAllSizes(page, 'print')).toEqual([])
  await page.evaluate(() => {
    globalThis.print = () => document.body.setAttribute('data-asked', '')
  })
  await page.click('[data-print]')
  expect(await page.getAttribute('body', 'data-asked')).toBe('')
  await page.emulateMedia({ media: 'print' })
  // biome-ignore lint/performance/useDomNodeTextContent: only what is shown counts here
  const shown = await page.innerText('body')
  expect(shown).toMatch(/^Email #2\n/)
  expect(shown).toContain('Tom Birchall, from Birmingham, emails:')
  expect(shown).not.toMatch(/Postbag|Queue|Back to the email|Skip to/)
  expect(complaints).toEqual([])
  await close()
})
