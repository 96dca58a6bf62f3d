// Every screen in both themes: nothing for axe to say, nothing on the console, nothing wider than a small phone.
import { afterAll, beforeAll, expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { approve } from '../../src/desk/decisions.ts'
import { listStaff } from '../../src/desk/staff.ts'
import { axe, faultsInTheDark, sideways, signIn, startChromium, visit } from '../browser/chromium.ts'
import { testWithChromium } from '../browser/test-with-chromium.ts'
import { ada, campaigner, chris, isobel, katherine, robot, ruth, yvonne } from '../cast.ts'
import { eventually } from '../eventually.ts'
import { inNewsroom, type Newsroom, slug } from './newsroom.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startChromium()
})
afterAll(() => browser?.close())

const desk = [
  `/s/${slug}/queue`,
  `/s/${slug}/queue?view=flagged`,
  `/s/${slug}/queue?view=held`,
  `/s/${slug}/queue?view=aside`,
  `/s/${slug}/queue?q=zebra`,
  `/s/${slug}/submissions/1`,
  `/s/${slug}/submissions/3`,
  `/s/${slug}/submissions/5/alike?with=6`,
  `/s/${slug}/submissions/1/versions`,
  `/s/${slug}/live`,
  `/s/${slug}/group?pick=2:1&pick=4:1`,
  `/s/${slug}/stats`,
  '/stories',
  '/stories/new',
  `/stories/${slug}`,
  `/stories/${slug}/embed`,
  `/stories/${slug}/desk`,
  '/routing',
  '/people',
  '/account',
  '/admin/mailboxes',
  '/admin/mailboxes/new',
  '/admin/staff',
  '/admin/staff/new',
  '/admin/tokens',
  '/admin/consumers',
  '/admin/status',
  '/admin/audit',
  '/admin/access',
  '/admin/about',
  '/admin/mailboxes/Have%20your%20say',
  '/admin/mailboxes/Have%20your%20say/ledger',
  '/admin/newsroom',
  '/account/second-factor',
]

const open = ['/sign-in', `/live/${slug}`, '/nowhere', '/live/nowhere']

/** A queue with something of each kind, and one entry on the live page. */
async function fill(newsroom: Newsroom): Promise<void> {
  await newsroom.send(
    katherine,
    chris,
    yvonne,
    isobel,
    campaigner('Robert Keane', 'Warrington'),
    campaigner('Imran Sheikh', 'Oldham'),
    robot,
  )
  await newsroom.waiting(6)
  const { context } = newsroom.house
  const person = (await listStaff(context)).find(each => each.email === ruth.email)!
  const actor = { kind: 'staff' as const, ...person }
  const { version } = await context.db
    .selectFrom('submission')
    .select('version')
    .where('number', '=', 1)
    .executeTakeFirstOrThrow()
  expect(await approve(context, actor, 1, { version })).toMatchObject({ ok: true })
  await eventually('the entry to be live', async () => (await newsroom.published()).page?.includes('Katherine'))
}

/** What is wrong with the screens, a line a fault: each is opened once, and seen wide, in the dark, and narrow. */
async function faultsIn(newsroom: Newsroom): Promise<string[]> {
  const faults: string[] = []
  const { page, complaints, close } = await visit(browser, { colorScheme: 'light', bypassCSP: true })
  const look = async (path: string) => {
    await page.goto(newsroom.origin + path)
    for (const fault of [...(await axe(page)), ...(await faultsInTheDark(page))]) faults.push(`${path}: ${fault}`)
    await page.setViewportSize({ width: 320, height: 640 })
    const over = await sideways(page)
    if (over > 0) faults.push(`${path} at 320 pixels: ${over} too wide`)
    await page.setViewportSize({ width: 1440, height: 900 })
    for (const complaint of complaints.splice(0))
      if (!/status of 404/.test(complaint)) faults.push(`${path}: ${complaint}`)
  }
  for (const path of open) await look(path)
  await signIn(page, newsroom.origin, ada)
  const { id } = await newsroom.house.context.db.selectFrom('contributor').select('id').executeTakeFirstOrThrow()
  for (const path of [...desk, '/people?first=1', `/people/${id}`, `/people/${id}/erasure`]) await look(path)
  await close()
  return faults
}

testWithChromium(
  'every screen, light and dark: axe finds nothing, the console is silent, and 320 pixels are wide enough',
  () =>
    inNewsroom(async newsroom => {
      await fill(newsroom)
      expect(await faultsIn(newsroom)).toEqual([])
    }),
  240_000,
)
