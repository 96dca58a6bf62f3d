// A photo's whole way: from the email to the page and every feed, re-encoded, and out of all of them again.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { drawPicture } from '../../scripts/demo/pictures.ts'
import { readConfig } from '../../src/config.ts'
import { publishDue, withdrawEntry } from '../../src/feed/index.ts'
import { bundleAssets } from '../../src/web/assets.ts'
import { writeSite } from '../../src/web/static-site.ts'
import { axe, sideways, startChromium } from '../browser/chromium.ts'
import { openQueue, stateOf } from '../browser/queue-page.ts'
import { testWithChromium } from '../browser/test-with-chromium.ts'
import { eventually } from '../eventually.ts'
import { addPictured } from '../web/pictured.ts'
import { openQueueDesk, type QueueDesk } from '../web/queue-desk.ts'

let browser: Browser
let desk: QueueDesk
beforeAll(async () => {
  browser = await startChromium()
  desk = await openQueueDesk({ emails: 0, grace: 0 })
})
afterAll(async () => {
  await browser?.close()
  await desk?.close()
})

const endings = ['.atom', '.rss', '.json', '.ninjs.json', '.txt', '.csv']
const alt = 'Junior doctors with placards before a hospital'

testWithChromium(
  'an email with a photo: P, what it shows, 16:9, its point, A; page and feeds show our re-encoding; withdrawn, it is gone',
  async () => {
    const place = { latitude: 53.4084, longitude: -2.9916 }
    const { bytes } = drawPicture({ kind: 'picket', name: 'IMG_2041.JPG', place })
    const number = await addPictured(desk, [{ name: 'IMG_2041.JPG', type: 'image/jpeg', bytes }])
    const moderator = await openQueue(browser, desk, { bypassCSP: true })
    const { page } = moderator
    const thumbnail = page.locator('.pictures img')
    await eventually('the picture to be shown', () =>
      thumbnail.evaluate(
        image => (image as HTMLImageElement).naturalWidth === 320 || Promise.reject(new Error('not yet')),
      ),
    )
    expect(await page.textContent('.pictures')).toContain('Location data removed')
    expect(await axe(page)).toEqual([])

    // The first press of A asks for what is missing; nothing is published meanwhile.
    await page.locator('.pane h2').focus()
    await moderator.press('p')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('entry-alt')
    await moderator.press('Escape', 'a')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('entry-alt')
    await page.keyboard.type(alt)
    expect(await page.inputValue('#entry-credit')).toBe('Isobel Tranmer')
    await moderator.press('Escape', 'a')
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('permission')
    await moderator.press('Space')
    await page.locator('[name=aspect][value="16:9"]').focus()
    await moderator.press('Space')
    // The grid is a group of radio buttons: an arrow moves the point.
    await page.locator('[name=focal][value="4"]').focus()
    await moderator.press('ArrowUp')
    expect(await page.locator('[name=focal]:checked').inputValue()).toBe('3')
    const preview = page.locator('[data-preview] .picture img')
    await eventually('the preview to show the cut', async () => {
      return (await preview.getAttribute('src'))?.includes('aspect=16:9&focal=3') ?? false
    })
    expect(await preview.getAttribute('alt')).toBe(alt)
    expect(await axe(page)).toEqual([])
    expect(await sideways(page)).toBe(0)
    await page.locator('.pane h2').focus()
    await moderator.press('a')
    await eventually('the approval', async () => (await stateOf(desk, number)) === 'approved')
    await publishDue(desk.context)
    expect(moderator.complaints).toEqual([])
    await moderator.close()

    const reader = await openQueue(browser, desk, { path: '/live/strike' })
    const shown = reader.page.locator('article .picture img')
    await shown.scrollIntoViewIfNeeded()
    const address = (await shown.getAttribute('src'))!
    expect(address).toMatch(/^\/live\/strike\/pictures\/[0-9a-f-]{36}\.webp$/)
    expect([await shown.getAttribute('width'), await shown.getAttribute('height')]).toEqual(['320', '180'])
    expect(await shown.getAttribute('alt')).toBe(alt)
    await eventually('the picture on the page', () =>
      shown.evaluate(image => (image as HTMLImageElement).naturalWidth === 320),
    )
    expect(await reader.page.getAttribute('meta[property="og:image"]', 'content')).toBe(`${desk.url}${address}`)
    expect(reader.complaints).toEqual([])
    await reader.close()

    const file = await fetch(`${desk.url}${address}`)
    const published = Buffer.from(await file.arrayBuffer())
    expect([file.status, file.headers.get('content-type'), file.headers.get('cross-origin-resource-policy')]).toEqual([
      ...[200, 'image/webp', 'cross-origin'],
    ])
    expect(file.headers.get('cache-control')).toBe('public, max-age=5, stale-while-revalidate=30')
    expect(file.headers.get('set-cookie')).toBeNull()
    const again = await fetch(`${desk.url}${address}`, { headers: { 'If-None-Match': file.headers.get('etag')! } })
    expect(again.status).toBe(304)
    expect(await sharp(published).metadata()).toMatchObject({ format: 'webp', width: 320, height: 180 })
    expect((await sharp(published).metadata()).exif).toBeUndefined()
    const id = /pictures\/([0-9a-f-]{36})/.exec(address)![1]!
    const everywhere = async () => {
      const texts: Record<string, string> = {}
      for (const path of [
        ...endings.map(ending => `/feeds/strike${ending}`),
        '/live/strike',
        '/feeds/strike/changes.json',
      ])
        texts[path] = await (await fetch(`${desk.url}${path}`)).text()
      return texts
    }
    for (const [path, text] of Object.entries(await everywhere())) {
      expect([path, text.includes(alt)]).toEqual([path, true])
      if (!/\.(txt|csv)$/.test(path)) expect([path, text.includes(id)]).toEqual([path, true])
    }
    const folder = mkdtempSync(join(tmpdir(), 'postbag-photo-'))
    const config = readConfig({ POSTBAG_BASE_URL: desk.url })
    const parts = { context: desk.context, config, assets: await bundleAssets(), dev: false }
    const round = await writeSite(parts as never, 'strike', folder, null)
    expect(existsSync(join(folder, address))).toBe(true)

    const { id: entry } = await desk.context.db.selectFrom('entry').select('id').executeTakeFirstOrThrow()
    await withdrawEntry(desk.context, 'system', entry, 'asked')
    expect((await fetch(`${desk.url}${address}`)).status).toBe(410)
    expect((await fetch(`${desk.url}${address.replace('.webp', '-640.webp')}`)).status).toBe(410)
    for (const [path, text] of Object.entries(await everywhere()))
      expect([path, text.includes(alt) || text.includes(id)]).toEqual([path, false])
    await writeSite(parts as never, 'strike', folder, round!.state)
    expect(existsSync(join(folder, address))).toBe(false)
    expect(readdirSync(folder, { recursive: true }).some(name => String(name).endsWith('.webp'))).toBe(false)
    rmSync(folder, { recursive: true })
  },
  180_000,
)
