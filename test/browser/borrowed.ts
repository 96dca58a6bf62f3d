// Pages that are used again: a new one costs a process of Chromium's and a second, and most tests need only a clean one.
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { type Visit, visit } from './chromium.ts'

const idle = new WeakMap<Browser, Map<string, Visit[]>>()

/**
 * A page like that of `visit`, which somebody else may have had before: without cookies, routes or listeners of theirs,
 * and online. What an earlier desk left in the page's storage belongs to that desk's port.
 */
export async function borrow(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const pages = idle.get(browser) ?? new Map<string, Visit[]>()
  idle.set(browser, pages)
  const kind = JSON.stringify(options)
  const free = pages.get(kind) ?? []
  pages.set(kind, free)
  const visited = free.pop() ?? (await visit(browser, options))
  const { page, complaints } = visited
  complaints.length = 0
  return {
    page,
    complaints,
    async close() {
      const context = page.context()
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      page.removeAllListeners('request')
      await context.setOffline(false)
      await page.goto('about:blank')
      await context.clearCookies()
      if (options.viewport !== null) await page.setViewportSize(options.viewport ?? { width: 1440, height: 900 })
      free.push(visited)
    },
  }
}
