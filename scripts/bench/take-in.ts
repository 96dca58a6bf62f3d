// One process takes a whole mailbox in, as Postbag does or as a client that throws everything away. Prints one JSON line.
// Run by intake.ts: node take-in.ts postbag|drop PORT FOLDER
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'
import { addStory } from '../../src/desk/stories.ts'
import { addMailbox, pollOnce } from '../../src/intake/index.ts'
import { silent } from '../../src/log.ts'
import { createReader } from '../../src/mail/pool.ts'
import { openKeys } from '../../src/secret.ts'
import { createSignal, migrate, openStore } from '../../src/store/index.ts'
import { benchMessage } from './corpus.ts'

const [kind, port, folder] = process.argv.slice(2) as [string, string, string]
const where = { host: '127.0.0.1', port: Number(port) }

const done = kind === 'drop' ? await drop() : await postbag()
process.stdout.write(`${JSON.stringify({ ...done, peakMb: process.resourceUsage().maxRSS / 1024 })}\n`)
process.exit(0)

/** The client's own limit: every body fetched and forgotten. */
async function drop() {
  const client = new ImapFlow({
    ...where,
    secure: false,
    doSTARTTLS: false,
    auth: { user: 'reader', pass: 'secret' },
    logger: false,
  })
  await client.connect()
  await client.mailboxOpen('INBOX', { readOnly: true })
  const start = performance.now()
  let messages = 0
  for await (const message of client.fetch('1:*', { uid: true, source: true })) if (message.source) messages++
  const seconds = (performance.now() - start) / 1000
  await client.logout()
  return { messages, seconds }
}

/** Everything: kept durably, read, checked, searchable in the queue. Two workers, nobody at the desk. */
async function postbag() {
  const store = openStore(join(folder, 'postbag.db'))
  await migrate(store)
  const context = { db: store.db, now: Date.now, log: silent, signal: createSignal() }
  const keys = openKeys(join(folder, 'postbag.key'))
  await addStory(context, 'system', { slug: 'strike', title: 'Strike', isDefault: true })
  const added = await addMailbox(context, keys, {
    name: 'Letters',
    ...where,
    username: 'reader',
    password: 'secret',
    security: 'none',
    quiet: true,
  })
  if (!added.ok) throw new Error(added.words)
  const reader = createReader({ threads: 2 })
  await Promise.all([0, 1].map(() => reader.read(benchMessage(0, 0))))
  const began = Date.now()
  const start = performance.now()
  const [report] = await pollOnce(context, keys, reader)
  const seconds = (performance.now() - start) / 1000
  const kept = store.engine.prepare('select max(kept_at) from raw').pluck().get() as number
  const again = performance.now()
  await pollOnce(context, keys, reader)
  const unchangedMs = performance.now() - again
  const sizes = store.engine.prepare('select sum(length(bytes)) from raw').pluck().get() as number
  const pages = store.engine.pragma('page_count', { simple: true }) as number
  const { ingested = 0, parked = 0, unaccounted = 0, error } = report ?? {}
  if (error !== undefined) throw new Error(error)
  return {
    messages: ingested,
    parked,
    unaccounted,
    seconds,
    keptSeconds: (kept - began) / 1000,
    unchangedMs,
    growth: (pages * 4096) / sizes,
  }
}
