// temporary: walks the pages as a person would

import { createServer } from 'node:http'
import AxeBuilder from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import { intakeFor } from '../src/commands/intake-for-web.ts'
import { readMailOf } from '../src/commands/read-mail.ts'
import { readConfig } from '../src/config.ts'
import { keysFrom } from '../src/secret.ts'
import { createFrontDoor } from '../src/web/app.ts'
import { bundleAssets } from '../src/web/assets.ts'
import { testContext } from '../test/context.ts'

const context = await testContext(process.argv[3] ?? ':memory:')
context.now = () => Date.now()
const server = createServer()
await new Promise<void>(r => server.listen(0, '127.0.0.1', r))
const url = `http://localhost:${(server.address() as any).port}`
const keys = keysFrom(new Uint8Array(32).fill(7))
const config = readConfig({ POSTBAG_DATABASE: ':memory:', POSTBAG_BASE_URL: url })
const intake = intakeFor(context, keys)
server.on(
  'request',
  createFrontDoor({
    context,
    config,
    keys,
    assets: await bundleAssets(),
    dev: true,
    intake,
    readMail: readMailOf(context),
    setupToken: 'tok',
  }),
)
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
const js = process.argv[2] !== 'nojs'
const ctx = await browser.newContext({ viewport: { width: 1440, height: 900 }, javaScriptEnabled: js })
const p = await ctx.newPage()
const errors: string[] = []
p.on('console', m => m.type() === 'error' && errors.push(p.url() + ' ' + m.text()))
p.on('pageerror', e => errors.push(p.url() + ' ' + e.message))
let n = 0
async function shot(name: string) {
  n++
  const id = String(n).padStart(2, '0') + '-' + name
  for (const [w, scheme] of [
    [1440, 'light'],
    [390, 'dark'],
    [320, 'light'],
  ] as const) {
    await p.emulateMedia({ colorScheme: scheme })
    await p.setViewportSize({ width: w, height: 900 })
    if (js) {
      const over = await p.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (over > 0) errors.push(`${id} ${w}: sideways by ${over}`)
    }
    await p.screenshot({ path: `/tmp/shots/${id}-${w}.png`, fullPage: true })
  }
  await p.setViewportSize({ width: 1440, height: 900 })
  if (js)
    for (const scheme of ['light', 'dark'] as const) {
      await p.emulateMedia({ colorScheme: scheme })
      const c2 = await browser.newContext({
        bypassCSP: true,
        colorScheme: scheme,
        storageState: await ctx.storageState(),
      })
      if (p.url().includes('/admin/tokens') && name === 'token-made') {
        await c2.close()
        continue
      }
      const q = await c2.newPage()
      await q.goto(p.url())
      const r = await new AxeBuilder({ page: q })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      for (const v of r.violations)
        errors.push(
          `${id} ${scheme} axe ${v.id}: ${v.nodes
            .map(x => x.target.join(' '))
            .slice(0, 3)
            .join(' | ')}`,
        )
      await c2.close()
    }
}
const go = (path: string) => p.goto(url + path)
try {
  await go('/')
  await shot('setup-token')
  await p.fill('#token', 'tok')
  await p.click('main button')
  await shot('setup-account')
  await p.fill('#name', 'Rob Carter')
  await p.fill('#email', 'rob')
  await p.fill('#password', 'short')
  await p.click('main button')
  await shot('setup-account-wrong')
  await p.fill('#email', 'rob@example.org')
  await p.fill('#password', 'rainy mornings in Ruislip')
  await p.click('main button')
  await shot('setup-newsroom')
  await p.fill('#newsroom', 'The Ruislip Post')
  await p.click('main button')
  await shot('setup-address')
  await p.fill('#address', 'haveyoursay@gmail.com')
  await p.click('main button')
  await shot('setup-mailbox')
  await p.fill('#host', '127.0.0.1')
  await p.fill('#port', '1')
  await p.selectOption('#security', 'none')
  await p.fill('#password', 'secret words')
  await p.click('button[value=test]')
  await shot('setup-mailbox-tested')
  await p.click('text=Do this later')
  await shot('setup-story')
  await p.fill('#title', 'Junior doctors’ strike')
  await p.fill('#addresses', 'haveyoursay@example.org')
  await p.click('main button')
  await shot('setup-test-nomailbox')
  await intake.add('system', {
    name: 'Have your say',
    host: '127.0.0.1',
    port: 1,
    security: 'none',
    username: 'haveyoursay@example.org',
    password: 'x',
    folder: 'INBOX',
    quiet: false,
    storyId: null,
  })
  await go('/setup/test')
  await shot('setup-test-waiting')
  await intake.takeIn(
    Buffer.from(
      'From: Katherine <katherine@example.org>\r\nTo: haveyoursay@example.org\r\nSubject: strike\r\n\r\nHello from Ruislip\r\n',
    ),
  )
  if (js) {
    await p.waitForSelector('.notice.ok')
  } else await p.click('text=Look again')
  await shot('setup-test-arrived')
  await go('/stories')
  await shot('stories')
  await go('/stories/new')
  await shot('story-new')
  await go('/stories/junior-doctors-strike')
  await shot('story-settings')
  await go('/routing')
  await p.fill('#email', 'To: haveyoursay+nhs@example.org\nSubject: hi')
  await p.click('main button')
  await shot('routing')
  await go('/admin/mailboxes')
  await shot('mailboxes')
  await context.db
    .updateTable('mailbox')
    .set({
      error: 'The mail server refused the password. Type the right one under “Change or test”.',
      error_since: Date.now() - 9e5,
      seen: 12,
    })
    .execute()
  await go('/admin/mailboxes')
  await shot('mailboxes-red')
  await go('/admin/mailboxes/new')
  await shot('mailbox-new')
  await go('/admin/mailboxes/Have%20your%20say')
  await shot('mailbox-edit')
  await go('/admin/mailboxes/Have%20your%20say/ledger')
  await shot('ledger')
  await go('/admin/staff/new')
  await p.fill('#name', 'Sara Webb')
  await p.fill('#email', 'sara@example.org')
  await p.click('main button')
  await shot('staff-link')
  const link = await p.inputValue('#link')
  await go('/admin/staff')
  await shot('staff')
  await p.click('text=Sara Webb')
  await shot('staff-one')
  await go('/admin/tokens')
  await shot('tokens')
  await p.fill('#name', 'Website')
  await p.click('main button')
  await shot('token-made')
  await go('/admin/audit')
  await p.click('text=Check the chain')
  await shot('audit')
  await go('/admin/newsroom')
  await shot('newsroom')
  await go('/account')
  await shot('account')
  await go('/account/second-factor')
  await shot('enrol')
  await go('/people')
  await shot('people')
  await go('/dev')
  await shot('dev')
  await p.click('.account-menu summary')
  if (js) await shot('menu')
  await go('/account')
  await p.click('.account-menu summary')
  await p.click('text=Sign out')
  await shot('sign-in')
  await p.goto(link)
  await shot('invitation')
  await p.fill('#password', 'another long password')
  await p.click('main button')
  await p.waitForLoadState()
  await shot('after-invitation')
  await go('/admin/staff')
  await shot('forbidden')
  await go('/nothing')
  await shot('not-found')
} catch (e) {
  console.log(p.url(), e)
  await p.screenshot({ path: '/tmp/shots/fail.png' })
}
console.log(errors.join('\n') || 'no errors', n)
await browser.close()
server.closeAllConnections()
server.close()
await context.close()
process.exit(0)
