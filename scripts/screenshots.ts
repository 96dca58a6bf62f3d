// Pictures of every screen: node scripts/screenshots.ts FOLDER [ORIGIN]. Start `npm run demo` first; ORIGIN is
// http://localhost:3000 unless told otherwise. A picture for each width and theme, and a line for each fault seen.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { sideways, signIn, startChromium, visit } from '../test/browser/chromium.ts'
import { password, strikeSlug } from './demo/newsroom.ts'

const [folder, origin = 'http://localhost:3000'] = process.argv.slice(2)
if (folder === undefined) {
  process.stderr.write('Say where the pictures go: node scripts/screenshots.ts FOLDER [ORIGIN]\n')
  process.exit(2)
}

const story = `/s/${strikeSlug}`

/** Name of the picture and path of the screen. */
const screens: [name: string, path: string][] = [
  ['queue', `${story}/queue`],
  ['queue-flagged', `${story}/queue?view=flagged`],
  ['queue-photos', `${story}/queue?view=photos`],
  ['queue-held', `${story}/queue?view=held`],
  ['queue-approved', `${story}/queue?view=approved`],
  ['queue-aside', `${story}/queue?view=aside`],
  ['queue-parked', `${story}/queue?view=parked`],
  ['queue-mine', `${story}/queue?mine=1`],
  ['queue-search', `${story}/queue?q=hospital`],
  ['queue-no-match', `${story}/queue?q=zebra`],
  ['submission', `${story}/submissions/1`],
  ['submission-versions', `${story}/submissions/1/versions`],
  ['submission-print', `${story}/submissions/1/print`],
  ['submission-waiting', `${story}/submissions/2`],
  ['staff-live', `${story}/live`],
  ['statistics', `${story}/stats`],
  ['statistics-week', `${story}/stats?range=week`],
  ['why', `${story}/submissions/1/why`],
  ['html', `${story}/submissions/1/html`],
  ['bulk', `${story}/bulk?seq=999999`],
  ['group', `${story}/group?pick=2:1&pick=4:1`],
  ['stories', '/stories'],
  ['story-new', '/stories/new'],
  ['story', `/stories/${strikeSlug}`],
  ['story-desk', `/stories/${strikeSlug}/desk`],
  ['story-embed', `/stories/${strikeSlug}/embed`],
  ['story-roll-over', `/stories/${strikeSlug}/roll-over`],
  ['story-merge', `/stories/${strikeSlug}/merge`],
  ['routing', '/routing'],
  ['people', '/people'],
  ['people-first-letters', '/people?first=1'],
  ['account', '/account'],
  ['mailboxes', '/admin/mailboxes'],
  ['staff', '/admin/staff'],
  ['tokens', '/admin/tokens'],
  ['audit', '/admin/audit'],
  ['access', '/admin/access'],
  ['consumers', '/admin/consumers'],
  ['retention', '/admin/retention'],
  ['about', '/admin/about'],
  ['newsroom', '/admin/newsroom'],
  ['second-factor', '/account/second-factor'],
  ['mailbox-new', '/admin/mailboxes/new'],
  ['staff-new', '/admin/staff/new'],
  ['not-found', '/nowhere'],
  ['live', `/live/${strikeSlug}`],
]

const windows = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 640 },
]

mkdirSync(folder, { recursive: true })
const browser = await startChromium()
try {
  for (const viewport of windows)
    for (const colorScheme of ['light', 'dark'] as const) await takeAll(browser, viewport, colorScheme)
} finally {
  await browser.close()
}

async function takeAll(browser: Browser, viewport: { width: number; height: number }, colorScheme: 'light' | 'dark') {
  const { page, complaints, close } = await visit(browser, { viewport, colorScheme })
  const take = async (name: string) => {
    await page.screenshot({
      path: join(folder!, `${name}-${viewport.width}-${colorScheme}.png`),
      // The queue fills the window by itself; every other page is shown down to its end.
      fullPage: !name.startsWith('queue') && !['keys', 'live'].includes(name),
    })
    const over = await sideways(page)
    if (over > 0) process.stdout.write(`${name} at ${viewport.width}: ${over} pixels too wide\n`)
    for (const complaint of complaints.splice(0))
      if (!/status of 40[34]|ERR_FAILED/.test(complaint)) process.stdout.write(`${name}: ${complaint}\n`)
  }
  await page.goto(`${origin}/sign-in`)
  await take('sign-in')
  await signIn(page, origin, { email: 'admin@example.org', password })
  for (const [name, path] of screens) {
    await page.goto(origin + path, { waitUntil: 'load' })
    await take(name)
  }
  await page.goto(`${origin}/people`)
  const person = await page.locator('td a[href^="/people/"]').first().getAttribute('href')
  for (const [name, path] of [
    ['person', person],
    ['person-erasure', `${person}/erasure`],
  ] as const) {
    await page.goto(origin + path)
    await take(name)
  }
  await page.goto(`${origin}${story}/queue`)
  await page.keyboard.press('?')
  await take('keys')
  await takeStates(page, take)
  await close()
}

/** What passes, and leaves the demo as it was. */
async function takeStates(page: Page, take: (name: string) => Promise<void>): Promise<void> {
  // The email itself: a phone's first page is the list.
  const first = await page.locator('.row > a').first().getAttribute('href')
  const queue = () => page.goto(`${origin}${first}`)
  await queue()
  await page.click('.more summary')
  await take('queue-menu')
  await queue()
  await page.keyboard.press('x')
  await page.keyboard.press('x')
  await page.waitForSelector('#bar-assignee', { state: 'attached' })
  await take('queue-ticked')
  await page.route('**/events*', route => route.abort())
  await queue()
  await page.waitForSelector('[data-banner=offline]')
  await take('queue-connection-lost')
  await page.unroute('**/events*')
  await page.clock.install()
  await page.route('**/account/session', route => route.fulfill({ json: { idle: 90_000, whole: 900_000 } }))
  await queue()
  await untilSessionEnds(page)
  await take('queue-session-ends')
  await page.route('**/account/session', route => route.fulfill({ json: { idle: 900_000, whole: 90_000 } }))
  await queue()
  await untilSessionEnds(page)
  await page.click('[data-banner=session] .link:text-is("Stay signed in")')
  await page.waitForSelector('[data-sign-in-dialog][open]')
  await take('queue-sign-in-again')
}

/** The page's clock runs on until it warns. */
async function untilSessionEnds(page: Page): Promise<void> {
  for (let hour = 0; hour < 50 && !(await page.$('[data-banner=session]')); hour++)
    await page.clock.fastForward(3_600_000)
  await page.waitForSelector('[data-banner=session]', { timeout: 5000 })
}
