// Whose an email is, as people see it in a real browser: with the script, without it, and together.
import { expect } from '@jest/globals'
import { assignmentsOf } from '../../src/desk/assignment.ts'
import { eventually } from '../eventually.ts'
import type { QueueDesk } from '../web/queue-desk.ts'
import { axe, faultsInTheDark, sideways } from './chromium.ts'
import { openQueues } from './open-queues.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let desk: QueueDesk
const open = openQueues(6, one => {
  desk = one
})

const whose = async (number: number) => (await assignmentsOf(desk.context.db, [number])).get(number)?.name ?? null
const belongs = (number: number, name: string | null) =>
  eventually(`email ${number} to be ${name}’s`, async () => (await whose(number)) === name)

test('what I take says so in my row and in everybody’s, and a colleague’s steps lead past it', async () => {
  const mine = await open({ path: '/s/strike/queue?item=2' })
  const anns = await open({ who: 'ann' })
  await mine.page.click('.more summary')
  await mine.page.click('[name=take]')
  await belongs(2, 'Rob Corley')
  expect(await mine.page.textContent('[data-number="2"] [data-tag=whose]')).toBe('Yours')
  expect(await mine.page.textContent('[data-whose]')).toBe('Yours: colleagues are led past it.')
  expect(await mine.page.textContent('[data-toast]')).toContain('#2 is yours.')
  await anns.page.waitForSelector('[data-number="2"] [data-tag=whose]')
  expect(await anns.page.textContent('[data-number="2"] [data-tag=whose]')).toBe('Rob’s')
  await anns.press('j')
  expect(await anns.open()).toBe(3)
  await anns.press('k', 'r')
  expect(await anns.open()).toBe(3)
  await anns.page.waitForFunction(() => document.querySelector('[data-count=mine]')?.textContent === '0')
  await mine.page.waitForFunction(() => document.querySelector('[data-count=mine]')?.textContent === '1')
  await mine.press('z')
  await belongs(2, null)
  await anns.page.waitForSelector('[data-number="2"] [data-tag=whose]', { state: 'detached' })
})

test('an email is given to a colleague, who finds it under “Mine”; of two who take it one is told who has it', async () => {
  const mine = await open()
  await mine.page.click('.more summary')
  await mine.page.selectOption('#menu-assignee', { label: 'Ann Corley' })
  await mine.page.click('[data-assign] button:text-is("Assign")')
  await belongs(1, 'Ann Corley')
  await mine.page.waitForSelector('[data-whose]:has-text("Ann Corley has this email.")')
  const anns = await open({ who: 'ann', path: '/s/strike/queue?mine=1' })
  expect(await anns.rows()).toEqual([1])
  expect(await anns.page.textContent('.filters')).toContain('Mine')
  await mine.page.waitForSelector('[data-number="1"] [data-tag=whose]')
  await mine.page.evaluate(() => {
    document.querySelector<HTMLInputElement>('[data-assign] [name=seen]')!.value = ''
  })
  await mine.page.click('.more summary')
  await mine.page.click('[name=take]')
  const banner = await mine.page.waitForSelector('[data-banner=assign]')
  expect(await banner.textContent()).toContain('Ann Corley has this email already.')
  mine.complaints.length = 0
})

test('three ticked emails are given to a colleague together, and one undo takes them back', async () => {
  const queue = await open()
  await queue.press('x', 'x', 'x')
  await queue.page.selectOption('#bar-assignee', { label: 'Ann Corley' })
  await queue.page.click('[data-bulk-bar] button:text-is("Assign 3")')
  for (const number of [1, 2, 3]) await belongs(number, 'Ann Corley')
  await queue.page.waitForSelector('[data-number="3"] [data-tag=whose]')
  expect(await queue.rows()).toEqual([1, 2, 3, 4, 5, 6])
  await queue.press('z')
  for (const number of [1, 2, 3]) await belongs(number, null)
  await queue.page.waitForSelector('[data-number="3"] [data-tag=whose]', { state: 'detached' })
})

test('without the script: taken, given, undone, found under “Mine”, and many at once', async () => {
  const { page, rows } = await open({ javaScriptEnabled: false, path: '/s/strike/queue?item=2' })
  const load = (work: Promise<void>) => Promise.all([page.waitForEvent('load'), work])
  await page.click('.more summary')
  await load(page.click('[name=take]'))
  expect(await whose(2)).toBe('Rob Corley')
  expect(await page.textContent('[data-whose]')).toBe('Yours: colleagues are led past it.')
  await load(page.click('.views a:has([data-count=mine])'))
  expect(await rows()).toEqual([2])
  await load(page.click('.filters a'))
  await page.goto(`${desk.url}/s/strike/queue?item=1`)
  await page.click('.more summary')
  await page.selectOption('#menu-assignee', { label: 'Ann Corley' })
  await load(page.click('[data-assign] button:text-is("Assign")'))
  expect(await page.textContent('[data-toast]')).toContain('#1 is assigned to Ann Corley.')
  await load(page.click('[data-toast] button'))
  expect(await whose(1)).toBe(null)
  await page.check('[value="3:1"]')
  await page.check('[value="4:1"]')
  await page.selectOption('#bulk-assignee', { label: 'Ann Corley' })
  await load(page.click('button[form=bulk][value=assign]'))
  expect(await page.textContent('[data-toast]')).toContain('Assigned: 2 emails.')
  expect(await whose(4)).toBe('Ann Corley')
  // The links lead past what Ann has.
  await page.goto(`${desk.url}/s/strike/queue?item=2`)
  await load(page.click('[data-act=next]'))
  expect(page.url()).toContain('item=5')
})

test('axe finds nothing in the menu, in a row that is somebody’s, and in the ticks; nothing scrolls sideways', async () => {
  const queue = await open({ bypassCSP: true })
  const found: string[] = []
  for (const width of [1440, 390, 320]) {
    await queue.page.setViewportSize({ width, height: 800 })
    await queue.page.goto(`${desk.url}/s/strike/queue?item=1`)
    await queue.page.click('.more summary')
    // At its end nothing lies half below the bar, which sticks on a phone.
    await queue.page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    const look = async (what: string) => {
      for (const fault of [...(await axe(queue.page)), ...(await faultsInTheDark(queue.page))])
        found.push(`${what} at ${width}: ${fault}`)
      if ((await sideways(queue.page)) > 0) found.push(`${what} at ${width} is too wide`)
    }
    await look('the menu')
    if (width === 1440) {
      await queue.page.click('[name=take]')
      await belongs(1, 'Rob Corley')
    }
    await queue.page.keyboard.press('Escape')
    await queue.press('x', 'x')
    await queue.page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await look('the ticks')
  }
  expect(found).toEqual([])
})
