// The pages and passing states that the tests of the queue do not meet, by axe in both themes, on a desk and on a phone.
import { afterAll, beforeAll, expect } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { hold, reject } from '../../src/desk/decisions.ts'
import { changeStory } from '../../src/desk/stories.ts'
import { openQueueDesk, type QueueDesk } from '../web/queue-desk.ts'
import { axe, faultsAtAllSizes, faultsInTheDark, program, sideways, startChromium } from './chromium.ts'
import { loseStream, openQueue } from './queue-page.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let browser: Browser
let desk: QueueDesk

beforeAll(async () => {
  if (program) browser = await startChromium()
  desk = await openQueueDesk({ emails: 6 })
  const opensAt = Date.now() + 86_400_000
  const storm = await desk.context.db
    .selectFrom('story')
    .select('id')
    .where('slug', '=', 'storm')
    .executeTakeFirstOrThrow()
  await changeStory(desk.context, desk.editor.id, storm.id, { status: 'scheduled', opensAt })
})
afterAll(async () => {
  await browser?.close()
  await desk.close()
})

const pages = [
  '/s/strike/queue?mine=1',
  '/s/strike/bulk?seq=999999',
  '/stories',
  '/stories/storm',
  '/s/strike/submissions/1/print',
]

for (const path of pages)
  test(`axe finds nothing at ${path}, and nothing scrolls sideways`, async () => {
    const { page, complaints, close } = await openQueue(browser, desk, { who: 'edith', path, bypassCSP: true })
    expect(await faultsAtAllSizes(page, path)).toEqual([])
    expect(complaints).toEqual([])
    await close()
  }, 120_000)

/** How a queue gets into each state, and the words by which it is known. */
const states: [name: string, enter: (page: Page) => Promise<unknown>, shown: string][] = [
  ['the stream is lost', page => loseStream(desk, page, route => route.abort()), '[data-banner=offline]'],
  [
    'the session is about to end',
    async page => {
      await desk.context.db
        .updateTable('session')
        .set({ expires_at: Date.now() + 100_000 })
        .execute()
      await page.reload()
    },
    '[data-banner=session]',
  ],
  [
    'the session has ended',
    async page => {
      await desk.context.db.deleteFrom('session').execute()
      await page.keyboard.press('h')
    },
    '[data-sign-in-dialog][open]',
  ],
  [
    'somebody has decided since',
    async page => {
      await hold(desk.context, desk.rob, 5, { version: await versionOf(5) })
      await reject(desk.context, desk.ann, 5, { version: await versionOf(5) })
      await page.keyboard.press('z')
    },
    '[data-banner=overtaken]',
  ],
]

const versionOf = async (number: number) => {
  const row = desk.context.db.selectFrom('submission').select('version').where('number', '=', number)
  return (await row.executeTakeFirstOrThrow()).version
}

for (const [name, enter, shown] of states)
  for (const width of [1440, 390])
    test(`axe finds nothing at ${width} pixels while ${name}`, async () => {
      const { page, close } = await openQueue(browser, desk, { viewport: { width, height: 844 }, bypassCSP: true })
      await page.waitForFunction(() =>
        performance.getEntriesByType('resource').some(each => each.name.includes('beside')),
      )
      await enter(page)
      await page.waitForSelector(shown)
      expect([...(await axe(page)), ...(await faultsInTheDark(page))]).toEqual([])
      expect(await sideways(page)).toBe(0)
      await close()
    })
