// The queue for everybody: without the script, at every width, in both themes, by axe and by the security policy.
import { afterAll, beforeAll, expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { hold, reject } from '../../src/desk/decisions.ts'
import { eventually } from '../eventually.ts'
import { openQueueDesk, type QueueDesk } from '../web/queue-desk.ts'
import { axe, faultsAtAllSizes, faultsInTheDark, program, sideways, startChromium } from './chromium.ts'
import { openQueue, stateOf } from './queue-page.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let browser: Browser
let desk: QueueDesk

beforeAll(async () => {
  if (program) browser = await startChromium()
  desk = await openQueueDesk({ emails: 14 })
  await hold(desk.context, desk.rob, 13, { version: 1 })
  await reject(desk.context, desk.rob, 14, { version: 1, reason: 'Off the subject' })
})
afterAll(async () => {
  await browser?.close()
  await desk.close()
})

const item = '/s/strike/submissions/1'

test('without the script: edit, approve, undo, hold, reject with a reason, search, bulk by ticks', async () => {
  const { page, rows, close } = await openQueue(browser, desk, { javaScriptEnabled: false })
  const load = (work: Promise<void>) => Promise.all([page.waitForEvent('load'), work])
  await page.fill('#entry-text', 'Walking out of emergency care is a step too far.')
  await load(page.click('[data-act=approve]'))
  expect(await page.textContent('.error-summary')).toContain('Meaning may have changed')
  expect(await page.inputValue('#entry-text')).toBe('Walking out of emergency care is a step too far.')
  await load(page.click('[data-act=approve]'))
  expect(await stateOf(desk, 1)).toBe('approved')
  expect(await page.textContent('[data-toast]')).toContain('Approved: Margaret Oyelaran')
  await load(page.click('[data-toast] button'))
  expect(await stateOf(desk, 1)).toBe('waiting')
  expect(await page.inputValue('#entry-text')).toBe('Walking out of emergency care is a step too far.')
  await load(page.click('[data-act=hold]'))
  expect(await stateOf(desk, 1)).toBe('held')
  await page.click('.more summary')
  await page.selectOption('#menu-reason', 'Legal risk')
  await load(page.click('[data-act=reject-for]'))
  expect(await stateOf(desk, 2)).toBe('rejected')
  await page.fill('#find', 'picket')
  await load(page.press('#find', 'Enter'))
  expect(await rows()).toEqual([12, 3])
  await page.check('[value="12:1"]')
  await page.check('[value="3:1"]')
  await load(page.click('button[form=bulk][value=rejection]'))
  expect(await stateOf(desk, 12)).toBe('rejected')
  expect(await page.textContent('[data-toast]')).toContain('Rejected: 2 emails')
  await load(page.click('[data-toast] button'))
  expect(await stateOf(desk, 12)).toBe('waiting')
  await close()
})

test('without the script: a missing place is asked for once, what was typed stays, the second press publishes', async () => {
  await desk.context.db.updateTable('submission').set({ place: '' }).where('number', '=', 6).execute()
  const { page, close } = await openQueue(browser, desk, { javaScriptEnabled: false, path: '/s/strike/queue?item=6' })
  const load = (work: Promise<void>) => Promise.all([page.waitForEvent('load'), work])
  await page.fill('#entry-text', 'We need to listen.')
  await load(page.click('[data-act=approve]'))
  expect(await page.textContent('.error-summary')).toContain('There is no place')
  expect(await page.inputValue('#entry-text')).toBe('We need to listen.')
  await load(page.click('[data-act=approve]'))
  expect(await stateOf(desk, 6)).toBe('approved')
  await close()
})

test('axe finds nothing and nothing scrolls sideways, at four widths and in both themes', async () => {
  const { page, close } = await openQueue(browser, desk, { colorScheme: 'light', bypassCSP: true })
  const found: string[] = []
  for (const path of ['/s/strike/queue?item=3', item, '/s/strike/queue?q=nothing+at+all', '/s/strike/queue']) {
    await page.goto(`${desk.url}${path}`)
    found.push(...(await faultsAtAllSizes(page, path)))
  }
  const look = async (what: string) => {
    for (const fault of [...(await axe(page)), ...(await faultsInTheDark(page))]) found.push(`${what}: ${fault}`)
  }
  await page.click('.more summary')
  await look('the menu')
  await page.click('.more summary')
  await page.keyboard.press('?')
  await look('the keys dialog')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+R')
  await look('the reason dialog')
  await page.keyboard.press('Escape')
  await page.keyboard.press('x')
  await look('ticks')
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await look('after a decision')
  await page.keyboard.press('z')
  expect(found).toEqual([])
  await close()
}, 240_000)

test('at 320 × 256, as at 400 % zoom, nothing scrolls sideways and nothing is sticky', async () => {
  const { page, close } = await openQueue(browser, desk, { viewport: { width: 320, height: 256 } })
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.views'))
      .map(each => each.className || each.tagName),
  )
  expect([await sideways(page), ...wide]).toEqual([0])
  expect(await page.$eval('[data-actions]', bar => getComputedStyle(bar).position)).toBe('static')
  await close()
})

test('on a phone a row opens its email, Back leads to the list, and a decision opens the next email', async () => {
  const { page, open, complaints, close } = await openQueue(browser, desk, { viewport: { width: 390, height: 844 } })
  expect(await page.isVisible('.list')).toBe(true)
  expect(await page.isVisible('.pane')).toBe(false)
  await page.click('[data-number="3"] > a')
  expect(await page.isVisible('.list')).toBe(false)
  expect(await page.textContent('.pane h2')).toBe('Picture from the picket line')
  await page.goBack()
  expect(await page.isVisible('.list')).toBe(true)
  await page.click('[data-number="3"] > a')
  await page.click('[data-act=reject]')
  expect(await open()).toBe(4)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
  await eventually('the rejection', async () => (await stateOf(desk, 3)) === 'rejected')
  expect(complaints).toEqual([])
  await close()
})

test('a viewer reads, and has nothing to decide with', async () => {
  const { page, press, rows, complaints, close } = await openQueue(browser, desk, { who: 'vera' })
  const before = await rows()
  await press('a', 'r', 'h')
  expect(await rows()).toEqual(before)
  expect(await page.$$('[data-bar] button')).toEqual([])
  await press('j')
  expect(complaints).toEqual([])
  await close()
})

test('the policy is never broken, and nothing is said on the console', async () => {
  const { page, press, complaints, close } = await openQueue(browser, desk)
  await page.evaluate(() => {
    const reports: string[] = []
    Object.assign(globalThis, { reports })
    document.addEventListener('securitypolicyviolation', event => reports.push(event.violatedDirective))
  })
  await press('j', 'd', '1', 'e')
  await page.keyboard.type(' x')
  await press('Escape', 'k', '?', 'Escape', 'x', 'Escape')
  await page.waitForSelector('[data-act=changes]')
  expect(await page.evaluate(() => (globalThis as unknown as { reports: string[] }).reports)).toEqual([])
  expect(complaints).toEqual([])
  await close()
})

test('the script weighs at most 12 kB and the style 8 kB, compressed', async () => {
  const { page, close } = await openQueue(browser, desk)
  const files = await page.$$eval('link[rel=stylesheet], script[src]', all =>
    all.map(each => each.getAttribute('href') ?? each.getAttribute('src')),
  )
  const weights = await Promise.all(
    files.map(async file => {
      const answer = await page.request.get(`${desk.url}${file}`, { headers: { 'Accept-Encoding': 'gzip' } })
      return [file!.replace(/.*\./, ''), Number(answer.headers()['content-length'] ?? Number.NaN)]
    }),
  )
  const weight = Object.fromEntries(weights)
  expect(weight.css).toBeLessThanOrEqual(8192)
  expect(weight.js).toBeLessThanOrEqual(12_288)
  await close()
})
