// A real Chromium, through playwright-core, as the browser tests and the screenshots use it.
import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** Where Chromium is; undefined when it is not installed. */
export const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

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

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe finds on the page, a line for each: rule, how bad, where. Needs a context with `bypassCSP`. `only` names
 * single rules: a second theme differs in nothing but its colours.
 */
export async function axe(page: Page, only?: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (only ? builder.withRules(only) : builder.withTags(rules)).analyze()
  return violations.map(each => {
    const where = each.nodes.slice(0, 3).map(node => node.target.join(' '))
    return `${each.id} (${each.impact}): ${where.join(', ')}${each.nodes.length > 3 ? ` and ${each.nodes.length - 3} more` : ''}`
  })
}

/** How many pixels the page is wider than the window; 0 when nothing scrolls sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))
