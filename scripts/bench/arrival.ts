// From the mailbox to the open page, and from the approval to the feeds, as people meet them: a real Dovecot, the real
// poller and desk, a real browser. arrival.ts TIMES
import { signIn, startChromium, visit } from '../../test/browser/chromium.ts'
import { katherine, rob } from '../../test/cast.ts'
import { eventually } from '../../test/eventually.ts'
import { inNewsroom, type Newsroom, slug } from '../../test/journeys/newsroom.ts'
import { type Figure, handOver, median } from './figure.ts'

const times = Number(process.argv[2] ?? 20)
const figures: Figure[] = []
const browser = await startChromium()
try {
  await inNewsroom(measure, 0)
} finally {
  await browser.close()
}
handOver(figures)

async function measure(newsroom: Newsroom): Promise<void> {
  const { page, close } = await visit(browser)
  await signIn(page, newsroom.origin, rob)
  await page.goto(`${newsroom.origin}/s/${slug}/queue`)
  const arrivals: number[] = []
  for (let at = 1; at <= times; at++) {
    const start = performance.now()
    await newsroom.send({ ...katherine, subject: `Letter ${at}`, body: `My number is ${at}.\n\n${katherine.body}` })
    await page.waitForFunction(count => document.querySelectorAll('[data-rows] .row').length >= count, at)
    arrivals.push(performance.now() - start)
  }
  await close()
  add('append → row on the open page, median', median(arrivals), 1000, 'Dovecot holds a push back for half a second')
  add('append → row on the open page, longest', Math.max(...arrivals), 5000, `of ${times}`)
  await publish(newsroom)
}

/** Approves and withdraws through the desk's own forms, and watches the page and the four feeds. */
async function publish(newsroom: Newsroom): Promise<void> {
  const { page, close } = await visit(browser)
  await signIn(page, newsroom.origin, rob)
  const [live, gone]: number[][] = [[], []]
  for (let number = 1; number <= times; number++) {
    const words = `My number is ${number}.`
    await page.goto(`${newsroom.origin}/s/${slug}/submissions/${number}`)
    const approved = performance.now()
    await page.locator('[data-act="approve"]').click()
    await everywhere(newsroom, words, true)
    live!.push(performance.now() - approved)
    await page.goto(`${newsroom.origin}/s/${slug}/live`)
    const entry = page.locator('.live-entry', { hasText: words })
    await entry.locator('details.withdraw summary').click()
    const withdrawn = performance.now()
    await entry.locator('button', { hasText: 'Withdraw it' }).click()
    await everywhere(newsroom, words, false)
    gone!.push(performance.now() - withdrawn)
  }
  await close()
  add('click on Approve → page and feeds, median', median(live!), 1000, 'no grace; longest '.concat(inMs(live!)))
  add('click on Withdraw → gone from all, median', median(gone!), 1000, 'longest '.concat(inMs(gone!)))
}

function inMs(values: number[]): string {
  return `${Math.round(Math.max(...values))} ms of ${values.length}`
}

function everywhere(newsroom: Newsroom, words: string, there: boolean) {
  return eventually(there ? 'the words to be published' : 'the words to be gone', async () =>
    Object.values(await newsroom.published()).every(text => text.includes(words) === there),
  )
}

function add(name: string, value: number, most: number, beside: string): void {
  figures.push({ name, value: Math.round(value), unit: 'ms', most, beside })
}
