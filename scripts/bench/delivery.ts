// From the delivery of an email to its row on an open queue page: a real Dovecot, Postbag as one process of its own, a
// real browser. What we add is counted from the server's own word, noted by a proxy in between; with the live pace the
// whole way counts, and what asking costs the server. Run: node scripts/bench/delivery.ts [deliveries] [pace]
import {
  chmodSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import type { AddressInfo } from 'node:net'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { signIn, startChromium, visit } from '../../test/browser/chromium.ts'
import { benchMessage } from './corpus.ts'
import { serveMaildir } from './dovecot.ts'
import { type Figure, handOver } from './figure.ts'
import { editor, furnish, serveFrom } from './house.ts'

const deliveries = Number(process.argv[2] ?? 200)
const pace = process.argv[3] ?? '100'

type Server = Awaited<ReturnType<typeof serveMaildir>>
type Delivered = { delivered: number; pushed: number; shown: number }

/** Milliseconds of the clock that browser, proxy and this process share. */
const now = () => performance.timeOrigin + performance.now()

// A page that hangs answers no question, ever, and the browser's driver takes SIGTERM for itself: so this process ends
// by then, or when it is told to, and what it started ends with it.
const longest = 120_000 + deliveries * 3_000
setTimeout(() => leave(1, `not measured: not done after ${longest / 1000} s`), longest).unref()
process.on('SIGTERM', () => leave(143, 'told to stop'))

function leave(code: number, words: string): never {
  process.stderr.write(`${words}\n`)
  rmSync(folder, { recursive: true, force: true })
  process.exit(code)
}

const folder = mkdtempSync(join(tmpdir(), 'postbag-bench-'))
chmodSync(folder, 0o755)
const server = await serveMaildir(join(folder, 'dovecot'), [])
try {
  const idle = await measure('0', deliveries)
  const paced = await measure(pace, Math.ceil(deliveries / 2))
  const added = idle.times.map(each => each.shown - each.pushed)
  const whole = (times: Delivered[]) => times.map(each => each.shown - each.delivered)
  const beside = `over ${idle.times.length} deliveries, one process`
  const figures: Figure[] = [
    { name: 'server’s word → row on the page, median', value: at(added, 0.5), unit: 'ms', most: 10, beside },
    { name: 'server’s word → row on the page, p99', value: at(added, 0.99), unit: 'ms', most: 40, beside },
    { name: 'delivery → row with IDLE, median', value: at(whole(idle.times), 0.5), unit: 'ms', beside },
    {
      name: `delivery → row with a live pace of ${pace} ms, median`,
      value: at(whole(paced.times), 0.5),
      unit: 'ms',
      most: 150,
      beside: `p99 ${Math.round(at(whole(paced.times), 0.99))} ms over ${paced.times.length}`,
    },
    {
      name: `what a live pace of ${pace} ms costs the mail server`,
      value: paced.restMs,
      unit: 'ms',
      beside: `of its processor each second, with no mail; idling ${idle.restMs.toFixed(1)} ms`,
    },
  ]
  handOver(figures)
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}

function at(values: number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))]!
}

async function measure(livePace: string, count: number) {
  const place = mkdtempSync(join(folder, 'house-'))
  const proxy = await noteWords(server.port)
  await furnish(place, proxy.port)
  const postbag = await serveFrom(place, { POSTBAG_LIVE_PACE: livePace })
  const browser = await startChromium()
  try {
    const { page } = await visit(browser)
    const origin = postbag.url.replace('127.0.0.1', 'localhost')
    await signIn(page, origin, editor)
    await page.goto(`${origin}/s/strike/queue`)
    await page.evaluate(watchRows)
    await deliver(page, proxy, 0)
    const times: Delivered[] = []
    for (let number = 1; number <= count; number++) times.push(await deliver(page, proxy, number))
    return { times, restMs: await restOf(server) }
  } finally {
    await browser.close()
    await postbag.stop()
    proxy.stop()
    for (const each of ['new', 'cur'])
      for (const file of readdirSync(join(server.maildir, each))) rmSync(join(server.maildir, each, file))
  }
}

/** In the page: when each row was put into the list. */
function watchRows(): void {
  const rows: number[] = []
  Object.assign(window, { rowTimes: rows })
  new MutationObserver(changes => {
    for (const change of changes)
      for (const node of change.addedNodes)
        if (node instanceof HTMLElement && (node.matches('.row') || node.querySelector('.row')))
          rows.push(performance.timeOrigin + performance.now())
  }).observe(document.querySelector('[data-rows]')!, { childList: true, subtree: true })
}

async function deliver(page: Page, proxy: Proxy, number: number): Promise<Delivered> {
  // Not in step with anything the server does.
  await new Promise(resolve => setTimeout(resolve, 40 + Math.random() * 200))
  const before = await page.evaluate(() => (window as unknown as { rowTimes: number[] }).rowTimes.length)
  const name = `${Math.floor(Date.now() / 1000)}.M${Date.now()}${number}.bench`
  const file = join(server.maildir, 'tmp', name)
  const raw = benchMessage(900_000 + number + Date.now(), [])
  writeFileSync(file, raw.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
  if (process.getuid?.() === 0) chownSync(file, server.owner.uid, server.owner.gid)
  const delivered = now()
  renameSync(file, join(server.maildir, 'new', name))
  const shown = await page.waitForFunction(
    known => {
      const { rowTimes } = window as unknown as { rowTimes: number[] }
      return rowTimes.length > known && rowTimes[known]
    },
    before,
    { polling: 20 },
  )
  return { delivered, pushed: proxy.lastWord(), shown: (await shown.jsonValue()) as number }
}

type Proxy = { port: number; lastWord: () => number; stop: () => void }

/** Passes everything on, and notes when the server last told of new mail. */
async function noteWords(port: number): Promise<Proxy> {
  let last = 0
  const door = createServer(client => {
    const upstream = connect(port, '127.0.0.1')
    client.setNoDelay(true).on('error', () => upstream.destroy())
    upstream.setNoDelay(true).on('error', () => client.destroy())
    client.pipe(upstream)
    upstream.on('data', (piece: Buffer) => {
      if (/^\* \d+ EXISTS/m.test(piece.toString('latin1'))) last = now()
      client.write(piece)
    })
    upstream.on('close', () => client.destroy())
    client.on('close', () => upstream.destroy())
  })
  await new Promise<void>(resolve => door.listen(0, '127.0.0.1', resolve))
  return { port: (door.address() as AddressInfo).port, lastWord: () => last, stop: () => door.close() }
}

/** Processor time (ms a second) of the server's imap process while no mail comes, over five seconds. */
async function restOf({ pid }: Server): Promise<number> {
  const before = imapTime(pid)
  await new Promise(resolve => setTimeout(resolve, 5000))
  return (imapTime(pid) - before) / 5
}

/** Milliseconds that the children of Dovecot's master called `imap` have had (proc_pid_stat(5), ticks of 10 ms). */
function imapTime(master: number): number {
  let ticks = 0
  for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      const [, program, rest] = /\((.*)\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))!
      const fields = rest!.split(' ')
      if (program === 'imap' && Number(fields[1]) === master) ticks += Number(fields[11]) + Number(fields[12])
    } catch {
      // It has ended meanwhile.
    }
  }
  return ticks * 10
}
