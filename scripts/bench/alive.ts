// The desk while a mailbox is taken in: the queue page is asked for every 50 ms, as several people would.
// Run: node scripts/bench/alive.ts [messages]
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { benchMessage } from './corpus.ts'
import { hasDovecot, serveMaildir } from './dovecot.ts'
import { type Figure, handOver } from './figure.ts'
import { databaseIn, furnish, serveFrom, signedIn } from './house.ts'
import { photoPool } from './photos.ts'

const count = Number(process.argv[2] ?? 10_000)
const pace = 50

if (hasDovecot()) await measure()
else handOver([{ name: 'queue page during intake, p95', value: null, unit: 'ms', beside: 'not measured: no Dovecot' }])

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'postbag-bench-'))
  chmodSync(folder, 0o755)
  const photos = await photoPool()
  const messages = function* () {
    for (let number = 0; number < count; number++) yield benchMessage(number, photos)
  }
  const server = await serveMaildir(join(folder, 'dovecot'), messages())
  try {
    handOver(await duringIntake(folder, server.port))
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function duringIntake(folder: string, imapPort: number): Promise<Figure[]> {
  await furnish(folder, imapPort)
  const figuresPort = 20_000 + (process.pid % 20_000)
  const postbag = await serveFrom(folder, { POSTBAG_METRICS_PORT: String(figuresPort) })
  const lag = async () => {
    const text = await (await fetch(`http://127.0.0.1:${figuresPort}/metrics`)).text()
    return Number(/^postbag_event_loop_lag_p99_seconds (\S+)$/m.exec(text)![1]) * 1000
  }
  const cookie = await signedIn(postbag.url)
  await lag()
  const start = performance.now()
  const pages = await askUntilDone(`${postbag.url}/s/strike/queue`, cookie, databaseIn(folder))
  const seconds = (performance.now() - start) / 1000
  const lagMs = await lag()
  await postbag.stop()
  const at = (share: number) => pages.toSorted((one, other) => one - other)[Math.floor(pages.length * share)]!
  const beside = `${count} messages in ${seconds.toFixed(1)} s, one worker; ${pages.length} pages`
  return [
    { name: 'queue page during intake, p95', value: at(0.95), unit: 'ms', most: 100, beside },
    { name: 'queue page during intake, median', value: at(0.5), unit: 'ms', beside },
    { name: 'event-loop lag during intake, p99', value: lagMs, unit: 'ms', most: 50, beside: 'sampled every 20 ms' },
    { name: 'mailbox → queue with a desk open', value: count / seconds, unit: '/s', beside },
  ]
}

/** How long each page took (ms), one every 50 ms, until everything that was to come is in the queue. */
async function askUntilDone(page: string, cookie: string, database: string): Promise<number[]> {
  const engine = new Database(database, { readonly: true })
  const done = engine.prepare("select count(*) from submission where stage not in ('received')").pluck()
  const took: number[] = []
  const under = new Set<Promise<void>>()
  const ask = async () => {
    const start = performance.now()
    const answer = await fetch(page, { headers: { Cookie: cookie } })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`the queue answered ${answer.status}`)
    took.push(performance.now() - start)
  }
  while ((done.get() as number) < count) {
    const asking: Promise<void> = ask().finally(() => under.delete(asking))
    under.add(asking)
    await new Promise(resolve => setTimeout(resolve, pace))
  }
  await Promise.all(under)
  engine.close()
  return took
}
