// A story inside another site's page, in Chromium: two origins, the frame, the optional script, who may and who may not.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { approve } from '../../src/desk/decisions.ts'
import { changeEmbed, publishDue, withdrawEntry } from '../../src/feed/index.ts'
import { openQueueDesk, type QueueDesk } from '../web/queue-desk.ts'
import { axe, program, sideways, startChromium, visit } from './chromium.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let desk: QueueDesk
let browser: Browser
let site: Server
let host: string
beforeAll(async () => {
  desk = await openQueueDesk({ emails: 0 })
  if (program) browser = await startChromium()
  site = createServer((request, response) => {
    const script = request.url === '/plain' ? '' : `<script type="module" src="${desk.url}/embed.js"></script>`
    const frame = `<iframe src="${desk.url}/embed/strike" title="Strike" width="100%" height="200"></iframe>`
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="en"><title>Another site</title>${frame}${script}`)
  })
  await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve))
  host = `127.0.0.1:${(site.address() as AddressInfo).port}`
}, 60_000)
afterAll(async () => {
  await browser?.close()
  site.closeAllConnections()
  site.close()
  await desk.close()
})

async function publish(name: string): Promise<string> {
  const number = await desk.add({})
  const text = `${name} stands firm. `.repeat(40)
  const result = await approve(desk.context, desk.chief, number, { version: 1, name, text, grace: 0 })
  if (!result.ok) throw new Error(result.why)
  await publishDue(desk.context)
  return result.entry!.id
}
const allow = (hosts: string[], theme: Parameters<typeof changeEmbed>[3]['theme'] = null) =>
  changeEmbed(desk.context, 'system', desk.story.id, { hosts, theme })

test('an allowed site shows the newest entries; its frame grows with them by the script and stands without it', async () => {
  await publish('Ann')
  expect(await allow([`http://${host}/news/`])).toEqual({ ok: true })
  const { page, complaints, close } = await visit(browser)
  await page.goto(`http://${host}/`)
  const frame = page.frameLocator('iframe')
  await frame.getByText('Ann stands firm.').first().waitFor()
  const height = () => page.$eval('iframe', each => each.getBoundingClientRect().height)
  await page.waitForFunction(() => document.querySelector('iframe')!.getBoundingClientRect().height > 210)
  const before = await height()
  const id = await publish('Bob')
  // What comes while somebody may be reading is offered, never pushed in.
  const look = async () => page.frames()[1]!.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await look()
  await frame.getByRole('button', { name: '1 new post' }).click()
  await frame.getByText('Bob stands firm.').first().waitFor()
  await page.waitForFunction(old => document.querySelector('iframe')!.getBoundingClientRect().height > old + 20, before)
  await withdrawEntry(desk.context, 'system', id, 'asked')
  await look()
  await frame.getByText('Bob stands firm.').first().waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
  await page.goto(`http://${host}/plain`)
  await page.frameLocator('iframe').getByText('Ann stands firm.').first().waitFor()
  expect(await height()).toBeLessThan(210)
  await close()
}, 60_000)

test('a site that is not named gets an empty frame, and a removed one does too', async () => {
  for (const hosts of [[], ['other.example']]) {
    await allow(hosts)
    const { page, complaints, close } = await visit(browser)
    await page.goto(`http://${host}/`)
    expect(await page.frames()[1]!.getByText('stands firm').count()).toBe(0)
    expect(complaints.join()).toMatch(/frame-ancestors/)
    await close()
  }
}, 60_000)

test('axe finds nothing in the frame, in both themes and in a site’s own colours, down to 320 pixels', async () => {
  for (const [scheme, theme] of [
    ['light', null],
    ['dark', null],
    ['light', { ground: '#1b1030', ink: '#f4f0ff', accent: '#ffcf5c' }],
  ] as const) {
    expect(await allow(['*'], theme)).toEqual({ ok: true })
    const { page, complaints, close } = await visit(browser, {
      bypassCSP: true,
      colorScheme: scheme,
      viewport: { width: 320, height: 600 },
    })
    await page.goto(`${desk.url}/embed/strike`)
    expect(await axe(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    expect(complaints).toEqual([])
    const ground = await page.$eval('html', each => getComputedStyle(each).backgroundColor)
    if (theme) expect(ground).toBe('rgb(27, 16, 48)')
    await close()
  }
}, 60_000)
