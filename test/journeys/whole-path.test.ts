import { afterAll, beforeAll, expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { signIn, startChromium, visit } from '../browser/chromium.ts'
import { testWithChromium } from '../browser/test-with-chromium.ts'
import { campaigner, chris, katherine, rob, robot, ruth } from '../cast.ts'
import { eventually } from '../eventually.ts'
import { inNewsroom, type Newsroom, slug } from './newsroom.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startChromium()
})
afterAll(() => browser?.close())

const words = 'I am not angry with the doctors of that ward.'

/** Every place where readers meet an entry holds the words, or none does. */
const everywhere = (newsroom: Newsroom, there: boolean, what = words) =>
  eventually(there ? 'the words to be published' : 'the words to be gone', async () => {
    const texts = Object.entries(await newsroom.published())
    return texts.length === 5 && texts.every(([, text]) => text.includes(what) === there)
  })

testWithChromium('an email arrives, is read, edited and approved, appears everywhere, and is withdrawn again', () =>
  inNewsroom(async newsroom => {
    const { page, complaints, close } = await visit(browser)
    await signIn(page, newsroom.origin, rob)
    await page.goto(`${newsroom.origin}/s/${slug}/queue`)
    await newsroom.send(katherine, robot)
    const row = page.locator('[data-rows] .row')
    await row.first().waitFor()
    expect(await row.count()).toBe(1)
    expect(await row.first().textContent()).toContain('Katherine')

    await row.first().locator('a').click()
    await page.locator('h2', { hasText: 'My operation' }).waitFor()
    expect(await page.inputValue('#entry-name')).toBe('Katherine')
    expect(await page.inputValue('#entry-place')).toBe('Ruislip in Middlesex')
    await page.keyboard.press('e')
    const text = await page.inputValue('#entry-text')
    expect(text).not.toContain('Sent from my iPhone')
    await page.fill('#entry-text', text.replace('with the doctors.', 'with the doctors of that ward.'))
    await page.keyboard.press('Control+Enter')
    await page.locator('[data-toast]', { hasText: 'Approved' }).waitFor()
    await everywhere(newsroom, true)
    for (const published of Object.values(await newsroom.published())) {
      expect(published).toContain('Katherine, from Ruislip in Middlesex, emails')
      expect(published).not.toContain('katherine.sefton')
    }
    expect(complaints).toEqual([])
    await close()

    const editor = await visit(browser)
    await signIn(editor.page, newsroom.origin, ruth)
    await editor.page.goto(`${newsroom.origin}/s/${slug}/live`)
    const entry = editor.page.locator('.live-entry', { hasText: 'of that ward' })
    await entry.locator('details.withdraw summary').click()
    await entry.locator('button', { hasText: 'Withdraw it' }).click()
    await everywhere(newsroom, false)
    const { atom, 'ninjs.json': ninjs } = await newsroom.published()
    expect(atom).toContain('at:deleted-entry')
    expect(ninjs).toContain('canceled')
    expect(editor.complaints).toEqual([])
    await editor.close()
  }),
)

testWithChromium('two moderators approve at once: one wins, the other is told who', () =>
  inNewsroom(async newsroom => {
    await newsroom.send(chris)
    await newsroom.waiting(1)
    const [one, other] = [await visit(browser), await visit(browser)]
    for (const [each, who] of [
      [one, rob],
      [other, ruth],
    ] as const) {
      await signIn(each.page, newsroom.origin, who)
      await each.page.goto(`${newsroom.origin}/s/${slug}/submissions/1`)
      await each.page.locator('#entry-text').waitFor()
    }
    const approve = (page: typeof one.page) => page.locator('[data-act=approve]').first().click()
    await approve(one.page)
    await eventually('the first approval', async () => {
      const { db } = newsroom.house.context
      return (await db.selectFrom('submission').select('state').executeTakeFirst())?.state === 'approved'
    })
    await approve(other.page).catch(() => {})
    await other.page
      .getByText(/Rob Adeane/)
      .first()
      .waitFor()
    const { db } = newsroom.house.context
    expect(await db.selectFrom('entry').selectAll().execute()).toHaveLength(1)
    await one.close()
    await other.close()
  }),
)

testWithChromium('what is undone within its grace was never published', () =>
  inNewsroom(async newsroom => {
    await newsroom.send(katherine, campaigner('Alice Bramhall', 'Altrincham, Cheshire'))
    await newsroom.waiting(2)
    const { page, complaints, close } = await visit(browser)
    await signIn(page, newsroom.origin, rob)
    await page.goto(`${newsroom.origin}/s/${slug}/queue`)
    await page.locator('[data-rows] .row a').first().focus()
    await page.keyboard.press('a')
    await page.locator('[data-toast]', { hasText: 'Approved' }).waitFor()
    await page.keyboard.press('z')
    await newsroom.waiting(2)
    const { db } = newsroom.house.context
    expect(await db.selectFrom('event').select('kind').where('kind', '=', 'published').execute()).toEqual([])
    expect(complaints).toEqual([])
    await close()
  }, 30),
)
