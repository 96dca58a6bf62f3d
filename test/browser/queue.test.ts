// The queue's keys, focus, undo and arrivals, in a real browser against the real front door.
import { expect } from '@jest/globals'
import { approve, reject } from '../../src/desk/decisions.ts'
import { readDraft } from '../../src/desk/draft.ts'
import { eventually } from '../eventually.ts'
import type { QueueDesk } from '../web/queue-desk.ts'
import { strikeEmails } from '../web/strike-emails.ts'
import { openQueues } from './open-queues.ts'
import { type QueuePage, stateOf } from './queue-page.ts'
import { testWithChromium as test } from './test-with-chromium.ts'

let desk: QueueDesk
const open = openQueues(10, one => {
  desk = one
})

const becomes = (number: number, state: string) =>
  eventually(`email ${number} to be ${state}`, async () => (await stateOf(desk, number)) === state)

const focused = ({ page }: QueuePage) =>
  page.evaluate(() => Number((document.activeElement?.closest('li.row') as HTMLElement | null)?.dataset.number ?? 0))

test('one key approves a clean email, the next is open with its row focused, and the page says so', async () => {
  const queue = await open()
  await queue.press('a')
  expect(await queue.open()).toBe(2)
  expect(await focused(queue)).toBe(2)
  expect(await queue.count('waiting')).toBe(9)
  expect(await queue.page.title()).toContain('Waiting (9)')
  expect(await queue.page.textContent('[data-say]')).toContain('Next: Tom Birchall, Birmingham')
  expect(await queue.page.textContent('[data-pane-place] h2')).toBe('Why I support them')
  await becomes(1, 'approved')
})

test('eight decisions keep the focus in the list, and eight undos bring back the order', async () => {
  const queue = await open()
  const before = await queue.rows()
  for (const key of ['a', 'r', 'h', '!', 'r', 'h', 'r', 'h']) {
    await queue.press(key)
    expect(await focused(queue)).toBe(await queue.open())
  }
  expect((await queue.rows()).length).toBe(before.length - 8)
  for (let each = 0; each < 8; each++) await queue.press('z')
  expect(await queue.rows()).toEqual(before)
  expect(await queue.open()).toBe(1)
  for (const number of before.slice(0, 8)) await becomes(number, 'waiting')
  expect(await queue.count('waiting')).toBe(10)
  // Rows that came back are not open any more: what is pressed decides the email on screen.
  expect(await queue.page.$$eval('[data-rows] [aria-current]', all => all.length)).toBe(1)
  await queue.page.click('[data-number="5"] a')
  expect(await queue.page.$$eval('[data-rows] [aria-current]', all => all.length)).toBe(1)
  await queue.press('h')
  await becomes(5, 'held')
  expect(await stateOf(desk, 2)).toBe('waiting')
})

test('a key held down decides one email', async () => {
  const queue = await open()
  await queue.page.keyboard.down('a')
  for (let repeat = 0; repeat < 20; repeat++) await queue.page.keyboard.down('a')
  await queue.page.keyboard.up('a')
  await becomes(1, 'approved')
  expect((await queue.rows()).length).toBe(9)
})

test('letters typed into a field, and keys with Ctrl, decide nothing; Ctrl-Enter in the text approves once', async () => {
  const queue = await open()
  await queue.press('e')
  await queue.page.keyboard.type(' arhz!')
  expect((await queue.rows()).length).toBe(10)
  await queue.press('Escape', 'Control+a', 'Control+h')
  expect((await queue.rows()).length).toBe(10)
  await queue.press('e')
  await queue.page.keyboard.down('Control')
  await queue.page.keyboard.down('Enter')
  for (let repeat = 0; repeat < 5; repeat++) await queue.page.keyboard.down('Enter')
  await queue.page.keyboard.up('Enter')
  await queue.page.keyboard.up('Control')
  expect((await queue.rows()).length).toBe(9)
  await becomes(1, 'approved')
  const { text } = await desk.context.db.selectFrom('revision').select('text').executeTakeFirstOrThrow()
  expect(text).toContain('any time after 11. arhz!')
})

test('a key that belongs to an input method, or is pressed while single keys are off, decides nothing', async () => {
  const queue = await open()
  await queue.page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', isComposing: true, bubbles: true })),
  )
  expect((await queue.rows()).length).toBe(10)
  await queue.press('?')
  await queue.page.check('[name=keys][value=off]')
  await queue.press('Escape', 'a', 'r')
  expect((await queue.rows()).length).toBe(10)
  await eventually('the switch to be kept', async () => {
    const row = await desk.context.db
      .selectFrom('staff')
      .select('keys')
      .where('id', '=', desk.rob.id)
      .executeTakeFirst()
    return row?.keys === 'off'
  })
  await queue.page.reload()
  await queue.press('a')
  expect((await queue.rows()).length).toBe(10)
  await queue.page.click('[data-open-keys]')
  await queue.page.check('[name=keys][value=alt]')
  await queue.press('Escape', 'a')
  expect((await queue.rows()).length).toBe(10)
  await queue.press('Alt+a')
  expect((await queue.rows()).length).toBe(9)
})

test('Shift R asks for a reason, a number chooses it, Enter rejects; a plain R asks nothing', async () => {
  const queue = await open()
  await queue.press('Shift+R', '3', 'Enter')
  await becomes(1, 'rejected')
  const { words } = await desk.context.db.selectFrom('reason').select('words').executeTakeFirstOrThrow()
  expect(words).toBe('Not the writer’s own words')
  await queue.press('r')
  await becomes(2, 'rejected')
})

test('an email without a place: the first approval goes to the field and says why, the second publishes', async () => {
  await desk.context.db.updateTable('submission').set({ place: '' }).where('number', '=', 2).execute()
  const queue = await open({ path: '/s/strike/queue?item=2' })
  await queue.press('a')
  expect(await queue.page.evaluate(() => document.activeElement?.id)).toBe('entry-place')
  expect(await queue.page.textContent('#entry-place-fault')).toContain('No place')
  expect((await queue.rows()).length).toBe(10)
  await queue.press('Control+Enter')
  await becomes(2, 'approved')
})

test('an edit that changes a number is approved by the second press only', async () => {
  const queue = await open({ path: '/s/strike/queue?item=5' })
  await queue.page.fill('#entry-text', (await queue.page.inputValue('#entry-text')).replace('22', '2'))
  await queue.page.waitForSelector('[data-doubts]')
  await queue.press('Control+Enter')
  expect(await queue.page.textContent('[data-say]')).toContain('The number “22” became “2”.')
  expect(await stateOf(desk, 5)).toBe('waiting')
  await queue.press('a')
  await becomes(5, 'approved')
})

test('the step after a decision passes over what somebody else has open, and says who is there', async () => {
  const other = await open({ who: 'ann', path: '/s/strike/queue?item=2' })
  const queue = await open()
  await queue.page.waitForSelector('[data-number="2"] [data-tag=here]')
  expect(await queue.page.textContent('[data-number="2"] [data-tag=here]')).toBe('Ann is here')
  await other.press('e')
  await other.page.keyboard.type(' more')
  await queue.page.waitForSelector('[data-number="2"] .tag.warn[data-tag=here]')
  await queue.press('r')
  expect(await queue.open()).toBe(3)
  await becomes(1, 'rejected')
})

test('what needs an editor goes to one by the same key, and an editor approves it', async () => {
  const queue = await open({ path: '/s/strike/queue?item=7' })
  expect(await queue.page.textContent('[data-act=approve]')).toContain('Send to editor')
  await queue.press('a')
  await becomes(7, 'held for editor')
  const editors = await open({ who: 'edith', path: '/s/strike/queue?view=second-approval' })
  expect(await editors.rows()).toEqual([7])
  await editors.press('a', 'Control+Enter')
  await becomes(7, 'approved')
})

test('a new email joins the end within a second while somebody types, and nothing moves', async () => {
  const queue = await open()
  await queue.press('e')
  await queue.page.keyboard.type(' More words')
  const state = () =>
    queue.page.evaluate(() => {
      const field = document.activeElement as HTMLTextAreaElement
      const list = document.querySelector('[data-rows]')!
      return [field.id, field.selectionStart, field.value.length, list.scrollTop, window.scrollY]
    })
  const before = await state()
  const times: number[] = []
  for (let each = 0; each < 5; each++) {
    const begun = performance.now()
    const number = await desk.add({ ...strikeEmails[1], received_at: Date.now() })
    await queue.page.waitForSelector(`[data-rows] [data-number="${number}"]`, { state: 'attached' })
    times.push(performance.now() - begun)
  }
  expect(Math.max(...times)).toBeLessThan(1000)
  expect(await state()).toEqual(before)
  expect(await queue.open()).toBe(1)
  expect(await queue.count('waiting')).toBe(15)
})

test('in newest first, arrivals wait behind a button', async () => {
  const queue = await open({ path: '/s/strike/queue?sort=newest' })
  const before = await queue.rows()
  const number = await desk.add({ ...strikeEmails[1], received_at: Date.now() })
  await queue.page.waitForSelector('[data-fresh]:not([hidden])')
  expect(await queue.page.textContent('[data-fresh-words]')).toBe('1 new email')
  expect(await queue.rows()).toEqual(before)
  await Promise.all([queue.page.waitForEvent('load'), queue.press('n')])
  expect((await queue.rows())[0]).toBe(number)
})

test('an email somebody else decides greys in the list and leaves at the next move', async () => {
  const queue = await open()
  await queue.page.waitForSelector('[data-queue]')
  await reject(desk.context, desk.ann, 3, { version: 1 })
  await queue.page.waitForSelector('.row.gone')
  expect(await queue.page.textContent('.row.gone')).toContain('Rejected by Ann Corley')
  expect((await queue.rows()).length).toBe(10)
  await queue.press('j')
  expect(await queue.rows()).not.toContain(3)
  await queue.press('j')
  expect(await queue.open()).toBe(4)
})

test('two people on one email: one wins, the other is told who, and keeps what was typed', async () => {
  const queue = await open()
  await queue.press('e')
  await queue.page.keyboard.type(' My own edit.')
  // The stream must not warn first: this is about the answer to the decision.
  await queue.page.route('**/events*', route => route.abort())
  await queue.page.evaluate(() => dispatchEvent(new Event('pagehide')))
  await approve(desk.context, desk.ann, 1, { version: 1 })
  await queue.press('Control+Enter')
  const banner = await queue.page.waitForSelector('[data-banner="conflict-1"]')
  expect(await banner.textContent()).toMatch(/Ann Corley approved this \d+ s ago/)
  expect(await queue.open()).toBe(2)
  const draft = await readDraft(desk.context, desk.rob, 1)
  expect(draft?.text).toContain('My own edit.')
  await Promise.all([queue.page.waitForEvent('load'), queue.page.click('[data-banner="conflict-1"] a')])
  expect(await queue.page.textContent('.compare')).toContain('My own edit.')
  queue.complaints.length = 0
})

test('a decision made without a connection is kept, and sent when the connection is back', async () => {
  const queue = await open()
  await queue.page.context().setOffline(true)
  await queue.press('a', 'r')
  await queue.page.waitForSelector('[data-banner=offline]')
  expect(await queue.page.textContent('[data-banner=offline]')).toMatch(/Connection lost .*\(2\)/)
  expect(await queue.open()).toBe(3)
  expect(await stateOf(desk, 1)).toBe('waiting')
  await queue.page.context().setOffline(false)
  await becomes(1, 'approved')
  await becomes(2, 'rejected')
  await queue.page.waitForSelector('[data-banner=offline]', { state: 'detached' })
  queue.complaints.length = 0
})

test('when the server fails, the same key is tried again; then the row is back, marked, with a way to try again', async () => {
  const queue = await open()
  const keys: string[] = []
  await queue.page.route('**/submissions/1/approval', route => {
    keys.push(route.request().postDataJSON().key)
    return route.fulfill({ status: 503, body: '{}' })
  })
  await queue.press('a')
  await eventually('the first try', () => keys.length === 1)
  await eventually('three more', () => keys.length === 4, 15_000)
  await queue.page.waitForSelector('.row.unsaved')
  expect(new Set(keys).size).toBe(1)
  expect((await queue.rows())[0]).toBe(1)
  expect(await queue.page.textContent('.row.unsaved')).toContain('Not saved')
  await queue.page.unroute('**/submissions/1/approval')
  await queue.page.click('[data-banner="failed-1"] >> text=Try again')
  await becomes(1, 'approved')
  queue.complaints.length = 0
})

test('who leaves while a decision is on its way is asked first, and not once it is saved', async () => {
  const queue = await open()
  const asked: string[] = []
  queue.page.on('dialog', dialog => {
    asked.push(dialog.type())
    return dialog.dismiss()
  })
  let answer = () => {}
  await queue.page.route('**/submissions/1/approval', async route => {
    await new Promise<void>(resolve => (answer = resolve))
    return route.continue()
  })
  await queue.press('a')
  expect(await queue.open()).toBe(2)
  await queue.page.close({ runBeforeUnload: true })
  await eventually('the question', () => asked.length === 1)
  answer()
  await becomes(1, 'approved')
  const leave = () => queue.page.goto('about:blank').then(Boolean, () => false)
  await eventually('the way out', async () => (await leave()) || queue.page.url() === 'about:blank')
  expect(new Set(asked)).toEqual(new Set(['beforeunload']))
  queue.page.removeAllListeners('dialog')
  queue.complaints.length = 0
})

test('a session that ends is begun again in place, and the decision is sent', async () => {
  const queue = await open()
  await desk.context.db.deleteFrom('session').execute()
  await queue.press('h')
  await queue.page.waitForSelector('[data-sign-in-dialog][open]')
  await queue.page.fill('#again-email', 'rob@example.org')
  await queue.page.fill('#again-password', 'a long walk to Ruislip')
  await queue.press('Enter')
  await becomes(1, 'held')
  queue.complaints.length = 0
})

test('an approval that is live is withdrawn only after asking', async () => {
  await desk.context.db.updateTable('story').set({ grace_seconds: 0 }).execute()
  const { publishDue } = await import('../../src/feed/index.ts')
  const queue = await open()
  await queue.press('a')
  await becomes(1, 'approved')
  await publishDue(desk.context)
  await queue.press('z')
  await queue.page.waitForSelector('[data-banner=withdraw]')
  expect(await stateOf(desk, 1)).toBe('approved')
  await queue.page.click('[data-banner=withdraw] button:text-is("Withdraw it")')
  await becomes(1, 'waiting')
  queue.complaints.length = 0
})

test('typed text is a draft after two seconds, and there again after the page was closed at once', async () => {
  const queue = await open()
  await queue.press('e')
  await queue.page.keyboard.type(' Kept.')
  await eventually('the draft', async () => (await readDraft(desk.context, desk.rob, 1))?.text.endsWith('Kept.'))
  await queue.page.route('**/draft', route => route.abort())
  await queue.page.keyboard.type(' And kept here.')
  await queue.page.reload()
  expect(await queue.page.inputValue('#entry-text')).toMatch(/Kept\. And kept here\.$/)
  queue.complaints.length = 0
})

test('a fold is put back into the text at its place and cut again; the preview follows', async () => {
  const queue = await open()
  await queue.page.click('.cut summary')
  await queue.page.click('[data-act=put-back]')
  expect(await queue.page.inputValue('#entry-text')).toMatch(/after 11\.\n\nKind regards\nMargaret Oyelaran/)
  await queue.page.waitForFunction(() => document.querySelector('.as-read')?.textContent?.includes('Kind regards'))
  await queue.page.click('[data-act=put-back]')
  expect(await queue.page.inputValue('#entry-text')).toMatch(/after 11\.$/)
})

test('the last email decided leaves words instead of a list, and the next arrival opens itself', async () => {
  for (let number = 2; number <= 10; number++) await reject(desk.context, desk.ann, number, { version: 1 })
  const queue = await open()
  await queue.press('a')
  expect(await queue.page.textContent('[data-pane-place] h2')).toBe('All read')
  expect(await queue.page.evaluate(() => document.activeElement?.textContent)).toBe('All read')
  await becomes(1, 'approved')
  const number = await desk.add({ ...strikeEmails[4], received_at: Date.now() })
  await eventually('the arrival to be open', async () => (await queue.open()) === number)
})

test('a hidden tab holds no stream', async () => {
  const queue = await open()
  const asked: string[] = []
  queue.page.on('request', request => request.url().includes('/events') && asked.push(request.url()))
  const show = (hidden: boolean) =>
    queue.page.evaluate(value => {
      Object.defineProperty(document, 'hidden', { value, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)
  await show(true)
  asked.length = 0
  await desk.add({ ...strikeEmails[1], received_at: Date.now() })
  expect((await queue.rows()).length).toBe(10)
  await show(false)
  await eventually('the missed email', async () => (await queue.rows()).length === 11)
  expect(asked.length).toBe(1)
})
