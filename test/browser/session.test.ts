// A session that is about to end, and one that has ended: what the page says and asks. The page's clock is ours.
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals'
import { generate } from 'otplib'
import type { Browser, Page } from 'playwright-core'
import { enrol, newTotpSecret } from '../../src/desk/second-factor.ts'
import { keysFrom } from '../../src/secret.ts'
import { eventually } from '../eventually.ts'
import { openQueueDesk, password, type QueueDesk } from '../web/queue-desk.ts'
import { axe, faultsInTheDark, program, startChromium, type Visit, visit } from './chromium.ts'
import { stateOf } from './queue-page.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let browser: Browser
let desk: QueueDesk
const opened: Visit[] = []

beforeAll(async () => {
  if (program) browser = await startChromium()
})
afterAll(async () => browser?.close())
beforeEach(async () => {
  desk = await openQueueDesk({ emails: 4 })
})
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
  await desk.close()
})

const hour = 3_600_000

async function open(path: string): Promise<Page> {
  const visited = await visit(browser, { bypassCSP: true })
  opened.push(visited)
  await visited.page.clock.install()
  await visited.page.context().addCookies([await desk.cookieOf('rob')])
  await visited.page.goto(`${desk.url}${path}`)
  return visited.page
}

const sessions = () => desk.context.db.selectFrom('session').selectAll().execute()
const change = (columns: { seen_at?: number; expires_at?: number }) =>
  desk.context.db.updateTable('session').set(columns).execute()

/** The page's clock runs on, as if nobody had touched it; the row says the same. */
async function sleep(page: Page, length: number): Promise<void> {
  // A hidden window renews nothing.
  await page.route('**/presence', route => route.abort())
  await change({ seen_at: Date.now() - length })
  await page.clock.fastForward(length)
}

for (const path of ['/s/strike/queue', '/stories'])
  test(`two minutes before its end the page says so, and one press stays, at ${path}`, async () => {
    const page = await open(path)
    await sleep(page, 11 * hour)
    expect(await page.$('[data-banner=session]')).toBeNull()
    await sleep(page, 12 * hour - 100_000)
    const shown = await page.waitForSelector('[data-banner=session]')
    expect(await shown.textContent()).toMatch(/^You will be signed out at \d\d:\d\d: nothing was done here for long\./)
    expect(await shown.getAttribute('role')).toBe('alert')
    expect([...(await axe(page)), ...(await faultsInTheDark(page))]).toEqual([])
    await page.click('[data-banner=session] button:text-is("Stay signed in")')
    await page.waitForSelector('[data-banner=session]', { state: 'detached' })
    // The head of an answer leaves before the session is written, the end of it after.
    await eventually('the row to say so', async () => (await sessions())[0]!.seen_at > Date.now() - 60_000)
  })

test('a session that is a week old goes on after signing in again, in place', async () => {
  await desk.cookieOf('rob')
  const page = await open('/stories')
  await change({ expires_at: Date.now() + 90_000 })
  await page.reload()
  const shown = await page.waitForSelector('[data-banner=session]')
  expect(await shown.textContent()).toContain('nobody stays signed in for longer than a week')
  await page.click('[data-banner=session] button:text-is("Stay signed in")')
  await page.fill('#again-email', 'rob@example.org')
  await page.fill('#again-password', password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-sign-in-dialog]:not([open])', { state: 'attached' })
  await eventually('a new session', async () =>
    (await sessions()).some(each => each.expires_at > Date.now() + 6 * 24 * hour),
  )
  expect(await page.$('[data-banner=session]')).toBeNull()
})

test('a session that has ended asks for the password, then for the code, says when the code is wrong, and sends the decision', async () => {
  const page = await open('/s/strike/queue')
  const secret = newTotpSecret()
  const at = (seconds: number) => generate({ secret, epoch: Math.floor(Date.now() / 1000) + seconds })
  const keys = keysFrom(new Uint8Array(32).fill(7))
  await enrol(desk.context, keys, desk.rob.id, { secret, code: await at(-30) })
  await desk.context.db.deleteFrom('session').execute()
  await page.keyboard.press('h')
  await page.clock.runFor(1000)
  await page.waitForSelector('[data-sign-in-dialog][open]')
  expect([...(await axe(page)), ...(await faultsInTheDark(page))]).toEqual([])
  await page.fill('#again-email', 'rob@example.org')
  await page.fill('#again-password', 'nothing like it')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('[data-fault]')?.textContent?.includes('do not go together'))
  await page.fill('#again-password', password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('#again-code:visible')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('again-code')
  expect(await page.isVisible('#again-password')).toBe(false)
  expect([...(await axe(page)), ...(await faultsInTheDark(page))]).toEqual([])
  await page.fill('#again-code', '000000')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelector('[data-fault]')?.textContent?.includes('does not fit'))
  expect(await stateOf(desk, 1)).toBe('waiting')
  await page.fill('#again-code', await at(30))
  await page.keyboard.press('Enter')
  await eventually('the decision', async () => (await stateOf(desk, 1)) === 'held')
  expect(await page.$('[data-sign-in-dialog][open]')).toBeNull()
})

test('a queue whose session has ended asks to sign in by itself, and hears of arrivals again', async () => {
  const page = await open('/s/strike/queue')
  await page.clock.runFor(1000)
  await desk.context.db.deleteFrom('session').execute()
  desk.server.closeAllConnections()
  await eventually('the dialog', async () => {
    await page.clock.runFor(1000)
    return (await page.$('[data-sign-in-dialog][open]')) !== null
  })
  await page.fill('#again-email', 'rob@example.org')
  await page.fill('#again-password', password)
  await page.keyboard.press('Enter')
  await eventually('the stream', async () => {
    await page.clock.runFor(1000)
    return (await page.$('[data-banner=offline]')) === null && (await page.$('[data-sign-in-dialog][open]')) === null
  })
})
