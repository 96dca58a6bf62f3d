// The public live page in Chromium: with and without its script, in both themes, at every width.
import { afterAll, beforeAll, expect } from '@jest/globals'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { approve } from '../../src/desk/decisions.ts'
import { amendEntry, changePageTop, publishDue, setPinned, withdrawEntry } from '../../src/feed/index.ts'
import { openQueueDesk, type QueueDesk } from '../web/queue-desk.ts'
import { axe, program, sideways, startChromium, visit } from './chromium.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let desk: QueueDesk
let browser: Browser
beforeAll(async () => {
  desk = await openQueueDesk({ emails: 0 })
  if (program) browser = await startChromium()
  await changePageTop(desk.context, 'system', desk.story.id, {
    headline: 'Junior doctors’ strike: your views',
    standfirst: 'The first all-out stoppage in the history of the NHS.',
    byline: 'By Ann Lee',
    callOut: 'Send us your views: haveyoursay@example.org',
    callOutShown: true,
    keyPoints: ['Consultants cover emergencies', 'Thousands of operations are postponed'],
  })
  for (const name of ['Ann', 'Bob', 'Cat']) await publish(name)
  const { id } = await publish('Dan')
  await setPinned(desk.context, 'system', id, true)
  await publish('Peter Wallace', 'told us that')
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await desk.close()
})

async function publish(name: string, verb = 'emails'): Promise<{ id: string }> {
  const number = await desk.add({})
  const text = `despite it all ${name} stands firm.\n\n“We *must*,” says ${name}. See [the figures](https://example.org/).`
  const result = await approve(desk.context, desk.chief, number, { version: 1, name, verb, text, grace: 0 })
  if (!result.ok) throw new Error(result.why)
  await publishDue(desk.context)
  return { id: result.entry!.id }
}

/** The page, opened; `complaints` must stay empty: a broken policy is said there. */
async function open(options: BrowserContextOptions = {}, path = '/live/strike') {
  const visited = await visit(browser, { viewport: { width: 1280, height: 800 }, ...options })
  await visited.page.goto(desk.url + path)
  return visited
}

const looks = ([1440, 390, 320] as const).flatMap(width =>
  (['light', 'dark'] as const).map(colorScheme => ({ width, colorScheme })),
)

for (const { width, colorScheme } of looks)
  test(`axe finds nothing, and nothing overflows, at ${width} pixels in the ${colorScheme} theme`, async () => {
    const entry = await publish('Eve')
    for (const path of ['/live/strike', `/live/strike/entries/${entry.id}`]) {
      const { page, complaints, close } = await open({ viewport: { width, height: 700 }, colorScheme }, path)
      expect(await axe(page)).toEqual([])
      expect(await sideways(page)).toBe(0)
      expect(complaints).toEqual([])
      await close()
    }
  })

test('without script the page is whole and shows no dead button', async () => {
  const { page, close } = await open({ javaScriptEnabled: false })
  expect(await page.getByRole('heading', { name: 'Ann, from Ruislip in Middlesex, emails:' }).count()).toBe(1)
  expect(await page.getByRole('button').count()).toBe(0)
  await close()
})

test('reported speech reads as one sentence', async () => {
  const { page, close } = await open()
  const line = page.locator('.post.reported h3').first()
  const words = page.locator('.post.reported .post-words p').first()
  const [one, other] = [await line.boundingBox(), await words.boundingBox()]
  expect(other!.y).toBeLessThan(one!.y + one!.height)
  await close()
})

/** Comes back to the tab, which makes the page look at once. */
const comeBack = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

test('a reader in the middle of the page is offered what is new, and it comes in when they press', async () => {
  const { page, complaints, close } = await open({ viewport: { width: 1280, height: 500 } })
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => window.scrollTo(0, 300))
  await publish('Fay')
  await publish('Gus')
  await comeBack(page)
  const button = page.getByRole('button', { name: '2 new posts' })
  await button.waitFor()
  expect(await page.getByText('Fay, from').count()).toBe(0)
  expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44)
  expect(await page.getByRole('status').textContent()).toBe('2 new posts')
  await button.click()
  expect(await page.getByText('Fay, from').count()).toBe(1)
  expect(await button.isVisible()).toBe(false)
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('latest')
  expect(complaints).toEqual([])
  await close()
})

test('at the top and not reading, what is new comes in by itself', async () => {
  const { page, close } = await open()
  await page.waitForLoadState('networkidle')
  await publish('Hal')
  await comeBack(page)
  await page.getByText('Hal, from').waitFor()
  await close()
})

test('a correction and a withdrawal do not wait for a press, and nothing else moves', async () => {
  const { id } = await publish('Ida')
  const other = await publish('Jan')
  const { page, close } = await open({ viewport: { width: 1280, height: 500 } })
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => window.scrollTo(0, 300))
  await amendEntry(desk.context, 'system', id, { revision: 1, name: 'Ivy' })
  await withdrawEntry(desk.context, 'system', other.id, 'asked')
  await comeBack(page)
  await page.getByText('Ivy, from').waitFor()
  expect(await page.getByText('Jan, from').count()).toBe(0)
  await close()
})

test('paused, the page asks for nothing', async () => {
  const { page, close } = await open()
  await page.waitForLoadState('networkidle')
  const pause = page.getByRole('button', { name: 'Pause updates' })
  await pause.click()
  expect(await pause.getAttribute('aria-pressed')).toBe('true')
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await publish('Kim')
  await comeBack(page)
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  expect(asked).toEqual([])
  await Promise.all([page.waitForRequest(request => request.url().endsWith('/live/strike')), pause.click()])
  await close()
})
