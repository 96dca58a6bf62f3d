// Passkeys with Chromium's virtual authenticator: made, proved, and refused when they should be.
import { afterAll, beforeAll, expect } from '@jest/globals'
import { generate } from 'otplib'
import type { Browser, Page } from 'playwright-core'
import { addStaff } from '../../src/desk/staff.ts'
import { signIn, startChromium, visit } from './chromium.ts'
import { inEmptyHouse } from './empty-house.ts'
import { testWithChromium } from './test-with-chromium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await startChromium()
})
afterAll(() => browser?.close())

const rob = { email: 'rob@example.org', password: 'rainy mornings in Ruislip' }

/** A device with a passkey store of its own, whose owner always says yes. */
async function giveDevice(page: Page) {
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { device, authenticatorId }
}

/** Sets up one-time codes, which come first, and then a passkey. */
async function makePasskey(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/account/second-factor`)
  const secret = (await page.textContent('.key code'))!.replaceAll(' ', '')
  await page.fill('#code', await generate({ secret }))
  await page.click('main .btn.go')
  await page.click('text=I have kept them')
  await page.fill('#passkey-name', 'Rob’s laptop')
  await page.click('[data-passkey-add]')
  await page.waitForSelector('text=The passkey is added.')
}

testWithChromium(
  'a passkey is made in the account, then stands in for the code, and is gone once removed',
  () =>
    inEmptyHouse(async house => {
      const added = await addStaff(house.context, 'system', { ...rob, name: 'Rob', role: 'editor' })
      expect(added.ok).toBe(true)
      const { page, complaints, close } = await visit(browser)
      const { device, authenticatorId } = await giveDevice(page)
      await signIn(page, house.url, rob)
      await makePasskey(page, house.url)
      expect(await page.textContent('main')).toContain('Rob’s laptop')
      const kept = await device.send('WebAuthn.getCredentials', { authenticatorId })
      expect(kept.credentials).toHaveLength(1)

      await page.click('.account-menu summary')
      await page.click('text=Sign out')
      await page.goto(`${house.url}/sign-in?next=/people`)
      await page.fill('#email', rob.email)
      await page.fill('#password', rob.password)
      await page.click('main .btn.go')
      await page.click('[data-passkey-use]')
      await page.waitForURL(/\/people$/)
      expect(await page.textContent('h1')).toBe('People')
      const row = await house.context.db.selectFrom('passkey').selectAll().executeTakeFirstOrThrow()
      expect(row.counter).toBeGreaterThan(0)

      // A page that signs in again in its own place takes the passkey too.
      await house.context.db
        .updateTable('session')
        .set({ expires_at: Date.now() + 90_000 })
        .execute()
      await page.reload()
      await page.click('[data-banner=session] button:text-is("Stay signed in")')
      await page.fill('#again-email', rob.email)
      await page.fill('#again-password', rob.password)
      expect(await page.isVisible('[data-passkey-again]')).toBe(false)
      await page.keyboard.press('Enter')
      await page.click('[data-passkey-again]')
      await page.waitForSelector('[data-sign-in-dialog]:not([open])', { state: 'attached' })
      await page.waitForSelector('[data-banner=session]', { state: 'detached' })
      expect(await page.textContent('h1')).toBe('People')

      // Without a session that owes a proof there is nothing to prove.
      const unasked = await page.evaluate(async () => {
        const answer = await fetch('/sign-in/passkey', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
          body: JSON.stringify({ credential: { id: 'x' } }),
        })
        return answer.status
      })
      expect(unasked).toBe(401)
      await page.goto(`${house.url}/account`)
      await page.click('text=Remove')
      await page.waitForSelector('text=The passkey is removed.')
      expect(await house.context.db.selectFrom('passkey').selectAll().execute()).toEqual([])
      expect(complaints.filter(each => !/status of 401/.test(each))).toEqual([])
      await close()
    }),
  120_000,
)

testWithChromium(
  'a passkey that belongs to somebody else, and a proof that comes too late, are refused [ASVS 11.6.1]',
  () =>
    inEmptyHouse(async house => {
      const { db } = house.context
      const [own, other] = [await add('rob'), await add('eve')]
      async function add(name: string): Promise<string> {
        const wish = { ...rob, email: `${name}@example.org`, name, role: 'viewer' as const }
        const result = await addStaff(house.context, 'system', wish)
        return result.ok ? result.staff.id : ''
      }
      const { page, close } = await visit(browser)
      await giveDevice(page)
      await signIn(page, house.url, rob)
      await makePasskey(page, house.url)
      await page.click('.account-menu summary')
      await page.click('text=Sign out')
      await page.waitForURL(/sign-in$/)
      await signIn(page, house.url, rob)
      const prove = async () => {
        const answer = page.waitForResponse(/sign-in\/passkey$/)
        await page.click('[data-passkey-use]')
        return (await answer).status()
      }
      await db.updateTable('passkey').set({ staff_id: other }).execute()
      expect(await prove()).toBe(401)
      await page.waitForSelector('text=That passkey does not fit')
      await db.updateTable('passkey').set({ staff_id: own }).execute()
      await page.route('**/sign-in/passkey', async route => {
        house.later(5 * 60_000 + 1)
        await route.continue()
      })
      expect(await prove()).toBe(401)
      await page.unroute('**/sign-in/passkey')
      expect(await prove()).toBe(200)
      await close()
    }),
  120_000,
)
