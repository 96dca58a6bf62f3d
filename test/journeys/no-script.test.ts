import { afterAll, beforeAll, expect } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { signIn, startChromium, visit } from '../browser/chromium.ts'
import { testWithChromium } from '../browser/test-with-chromium.ts'
import { chris, katherine, ruth, yvonne } from '../cast.ts'
import { eventually } from '../eventually.ts'
import { inNewsroom, slug } from './newsroom.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startChromium()
})
afterAll(() => browser?.close())

testWithChromium('with JavaScript off an email is read, edited, approved, published and withdrawn', () =>
  inNewsroom(async newsroom => {
    await newsroom.send(katherine, chris)
    await newsroom.waiting(2)
    const { page, close } = await visit(browser, { javaScriptEnabled: false })
    await signIn(page, newsroom.origin, ruth)
    await page.goto(`${newsroom.origin}/s/${slug}/queue`)
    await page.locator('[data-rows] .row a', { hasText: 'Chris' }).click()
    await page.fill('#entry-text', 'A junior doctor kept me alive in a corridor.')
    await page.selectOption('#entry-verb', 'writes')
    await page.locator('[data-act=approve]').first().click()
    // So much was cut that the desk asks whether the reader still says what he meant. It keeps what was typed.
    await page.getByText('Meaning may have changed').first().waitFor()
    expect(await page.inputValue('#entry-verb')).toBe('writes')
    await page.locator('[data-act=approve]').first().click()
    const words = 'kept me alive in a corridor'
    await eventually('the entry in the page and every feed', async () =>
      Object.values(await newsroom.published()).every(text => text.includes(words)),
    )
    expect((await newsroom.published()).page).toContain('Chris Boshell, from Birmingham, writes:')

    await page.goto(`${newsroom.origin}/live/${slug}`)
    expect(await page.locator('article', { hasText: words }).count()).toBe(1)
    await page.goto(`${newsroom.origin}/s/${slug}/live`)
    const entry = page.locator('.live-entry', { hasText: words })
    await entry.locator('details.withdraw summary').click()
    await entry.locator('button', { hasText: 'Withdraw it' }).click()
    await eventually('the entry to be gone', async () =>
      Object.values(await newsroom.published()).every(text => !text.includes(words)),
    )
    await close()
  }),
)

testWithChromium('with JavaScript off emails are held, rejected, brought back and searched for', () =>
  inNewsroom(async newsroom => {
    await newsroom.send(katherine, chris, yvonne)
    await newsroom.waiting(3)
    const { page, close } = await visit(browser, { javaScriptEnabled: false })
    await signIn(page, newsroom.origin, ruth)
    const queue = `${newsroom.origin}/s/${slug}/queue`
    const stateOf = async (who: string) => {
      const { db } = newsroom.house.context
      const row = await db.selectFrom('submission').select('state').where('from_name', '=', who).executeTakeFirst()
      return row?.state
    }
    await page.goto(queue)
    await page.locator('[data-rows] .row a', { hasText: 'Katherine' }).click()
    await page.locator('[data-act=hold]').first().click()
    expect(await stateOf('Katherine Sefton')).toBe('held')
    await page.goto(`${queue}?view=held`)
    expect(await page.locator('[data-rows] .row').count()).toBe(1)

    await page.goto(queue)
    await page.locator('[data-rows] .row a', { hasText: 'Chris' }).click()
    await page.locator('[data-act=reject]').first().click()
    expect(await stateOf('Chris Boshell')).toBe('rejected')
    await page.locator('[data-act=undo]').first().click()
    expect(await stateOf('Chris Boshell')).toBe('waiting')

    await page.goto(queue)
    await page.fill('#find', 'clinic')
    await page.press('#find', 'Enter')
    const found = page.locator('[data-rows] .row')
    expect(await found.count()).toBe(1)
    expect(await found.first().textContent()).toContain('Yvonne')
    await close()
  }),
)
