// A queue page as one person sees it in Chromium.
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core'
import type { QueueDesk } from '../web/queue-desk.ts'
import { borrow } from './borrowed.ts'
import type { Visit } from './chromium.ts'

export type QueuePage = Visit & {
  /** Number of the open email in the list. */
  open: () => Promise<number | null>
  /** Numbers of the rows, in order. */
  rows: () => Promise<number[]>
  /** The count beside a view. */
  count: (view: string) => Promise<number>
  /** What the page says of a submission's state, from the database. */
  press: (...keys: string[]) => Promise<void>
}

type Options = BrowserContextOptions & { who?: string; path?: string }

export async function openQueue(browser: Browser, desk: QueueDesk, options: Options = {}): Promise<QueuePage> {
  const { who = 'rob', path = '/s/strike/queue', ...context } = options
  const visited = await borrow(browser, context)
  const { page } = visited
  await page.context().addCookies([await desk.cookieOf(who)])
  await page.goto(`${desk.url}${path}`)
  return {
    ...visited,
    open: () => numberOf(page),
    rows: () => page.$$eval('[data-rows] .row', rows => rows.map(row => Number((row as HTMLElement).dataset.number))),
    count: view => page.$eval(`[data-count="${view}"]`, place => Number(place.textContent)),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key)
    },
  }
}

const numberOf = (page: Page) =>
  page.$eval('[data-rows] [aria-current]', link => Number(link.closest('li')?.dataset.number)).catch(() => null)

/** State and version of an email, as the database has them. */
export async function stateOf(desk: QueueDesk, number: number): Promise<string> {
  const row = await desk.context.db
    .selectFrom('submission')
    .select(['state', 'needs'])
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  return row.needs ? `${row.state} for ${row.needs}` : String(row.state)
}

/** Ends the stream once it is there, of a page that is loaded anew; what is asked for from then on `answer` answers. */
export async function loseStream(desk: QueueDesk, page: Page, answer: (route: Route) => Promise<void>): Promise<void> {
  await page.addInitScript(() => {
    globalThis.EventSource = class extends EventSource {
      constructor(url: string | URL) {
        super(url)
        this.addEventListener('open', () => document.documentElement.setAttribute('data-streaming', ''))
      }
    }
  })
  await page.reload()
  await page.waitForSelector('[data-streaming]')
  await page.route('**/events*', answer)
  desk.server.closeAllConnections()
}
