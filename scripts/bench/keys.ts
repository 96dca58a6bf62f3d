// From the key to the next email painted, in a queue of many, in a real Chromium: as fast as the machine is and with
// the processor slowed four times. keys.ts EMAILS DECISIONS

import { startChromium } from '../../test/browser/chromium.ts'
import { openQueue } from '../../test/browser/queue-page.ts'
import { openQueueDesk } from '../../test/web/queue-desk.ts'
import { strikeEmails } from '../../test/web/strike-emails.ts'
import { type Figure, handOver, percentile } from './figure.ts'

const [emails, decisions] = [Number(process.argv[2] ?? 20_000), Number(process.argv[3] ?? 120)]
/** One that a single key may approve, in as many copies as are asked for. */
const clean = strikeEmails.filter(each => each.place !== '' && !each.findings?.length)

const desk = await openQueueDesk({ emails: 0 })
const browser = await startChromium()
const figures: Figure[] = []
try {
  const start = Date.now() - emails * 1000
  for (let at = 0; at < emails; at++)
    await desk.add({ ...clean[at % clean.length], received_at: start + at * 1000, kept_at: start + at * 1000 })
  for (const [slower, most] of [
    [1, 50],
    [4, 100],
  ] as const)
    await measure(slower, most)
} finally {
  await browser.close()
  await desk.close()
}
handOver(figures)

async function measure(slower: number, most: number): Promise<void> {
  const { page, open, press, close } = await openQueue(browser, desk)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.evaluate(watch)
  for (let at = 0; at < decisions; at++) {
    const before = await open()
    await press(['a', 'r', 'a', 'h'][at % 4]!)
    await page.waitForFunction(
      ([number, count]) => {
        const row = document.querySelector('[data-rows] [aria-current]')?.closest('li') as HTMLElement | null
        return Number(row?.dataset.number) !== number && (globalThis as unknown as Watched).painted.length > count!
      },
      [before, at],
    )
    // A person reads before the next key; the panes below come meanwhile.
    await page.waitForTimeout(150)
  }
  const painted = await page.evaluate(() => (globalThis as unknown as Watched).painted)
  await close()
  const name = `key → next email painted, p95, ${emails.toLocaleString('en')} waiting${slower > 1 ? ', processor slowed 4 times' : ''}`
  const beside = `median ${percentile(painted, 0.5).toFixed(1)}, longest ${Math.max(...painted).toFixed(1)} ms of ${painted.length}`
  figures.push({ name, value: percentile(painted, 0.95), unit: 'ms', most, beside })
}

type Watched = { painted: number[] }

/** Notes for each key how long it took until the frame with its effect was painted. Runs in the page. */
function watch(): void {
  const painted: number[] = []
  ;(globalThis as unknown as Watched).painted = painted
  addEventListener(
    'keydown',
    event => {
      // A message posted from the frame's callback is answered after that frame has been laid out and painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => painted.push(performance.now() - event.timeStamp)
        port2.postMessage(null)
      })
    },
    { capture: true },
  )
}
