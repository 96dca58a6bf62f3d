// A real Chromium, through playwright-core, as the browser tests and the screenshots use it.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { RunOptions } from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/**
 * Where Chromium is; undefined when it is not installed. The one built without windows costs half the processor time: the
 * other draws its own frame with a second renderer and paints every page through a GPU that is not there.
 */
export const program = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(existsSync)

/** Chromium as tests want it: no network of its own, no first-run pages. Root needs --no-sandbox. */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: program,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export type Visit = {
  page: Page
  /** Console errors, uncaught exceptions and refusals by the content security policy, as they came. */
  complaints: string[]
  close: () => Promise<void>
}

/** A page in a browser context of its own, 1440 wide unless told otherwise. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...options,
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
  return { page, complaints, close: () => context.close() }
}

/** Fills in the sign-in form. */
export async function signIn(page: Page, origin: string, who: { email: string; password: string }): Promise<void> {
  await page.goto(`${origin}/sign-in`)
  await page.fill('input[name=email]', who.email)
  await page.fill('input[name=password]', who.password)
  await Promise.all([page.waitForURL(url => url.pathname !== '/sign-in'), page.press('input[name=password]', 'Enter')])
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds on the page, a line for each: rule, how bad, where. Needs a context with `bypassCSP`. `only` names
 * single rules: a second theme differs in nothing but its colours. The rules come into a page once, however often it is
 * looked at.
 */
export async function axe(page: Page, only?: string[]): Promise<string[]> {
  for (const frame of page.frames())
    if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(`${source};0`)
  const runOnly: RunOptions['runOnly'] = only ? { type: 'rule', values: only } : { type: 'tag', values: rules }
  const violations = await page.evaluate(
    async options => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
      const found = (await axe.run(document, options)).violations
      return found.map(({ id, impact, nodes }) => ({ id, impact, places: nodes.map(node => node.target.join(' ')) }))
    },
    { runOnly, resultTypes: ['violations'] } satisfies RunOptions,
  )
  return violations.map(({ id, impact, places }) => {
    const rest = places.length > 3 ? ` and ${places.length - 3} more` : ''
    return `${id} (${impact}): ${places.slice(0, 3).join(', ')}${rest}`
  })
}

/** The rules that look at colours: nothing else of a page differs between the themes. */
const ofColours = ['color-contrast', 'link-in-text-block']

/** The widths at which the pages' layouts are looked at: three columns, two, and two phones. */
const sizes = [
  { width: 1440, height: 900, whole: true },
  { width: 1000, height: 800, whole: false },
  { width: 390, height: 844, whole: true },
  { width: 320, height: 640, whole: false },
]

/**
 * What is wrong with the page as it stands, a line a fault. A desk and a phone: all of axe's rules in the light theme,
 * those of colours in the dark one. The widths between: only that nothing is wider than the window, and that what is
 * pressed is large enough. Needs `bypassCSP`; leaves the page wide and light.
 */
export async function faultsAtAllSizes(page: Page, what: string): Promise<string[]> {
  const faults: string[] = []
  for (const { whole, ...size } of sizes) {
    await page.setViewportSize(size)
    const note = (found: string[]) => faults.push(...found.map(fault => `${what} at ${size.width}: ${fault}`))
    note(await axe(page, whole ? undefined : ['target-size']))
    const over = await sideways(page)
    if (over > 0) note([`${over} pixels too wide`])
    if (whole) note(await faultsInTheDark(page))
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  return faults
}

/** What axe finds in the colours of the dark theme. */
export async function faultsInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const found = await axe(page, ofColours)
  await page.emulateMedia({ colorScheme: 'light' })
  return found.map(fault => `in the dark theme: ${fault}`)
}

/** How many pixels the page is wider than the window; 0 when nothing scrolls sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))
