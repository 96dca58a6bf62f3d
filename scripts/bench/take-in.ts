// One process takes a mailbox in: as Postbag does, as an obvious program would, or as a client that throws all away.
// Prints one JSON line. Run by intake.ts: node take-in.ts postbag|drop|mailparser|naive PORT FOLDER [FIRST:LAST]
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ImapFlow } from 'imapflow'
import { simpleParser } from 'mailparser'
import sanitize from 'sanitize-html'
import { addStory } from '../../src/desk/stories.ts'
import { addMailbox, pollOnce } from '../../src/intake/index.ts'
import { silent } from '../../src/log.ts'
import { createReader } from '../../src/mail/pool.ts'
import { openKeys } from '../../src/secret.ts'
import { createSignal, databaseSize, migrate, openStore } from '../../src/store/index.ts'
import { benchMessage } from './corpus.ts'

export type Taken = {
  messages: number
  seconds: number
  peakMb: number
  /** Seconds of processor time, all threads. */
  processor: number
  parked?: number
  unaccounted?: number
  keptSeconds?: number
  unchangedMs?: number
  growth?: number
}

const [kind, port, folder, range = '1:*'] = process.argv.slice(2) as [string, string, string, string?]
const where = { host: '127.0.0.1', port: Number(port) }

const kinds: Record<string, () => Promise<object>> = {
  postbag,
  drop: () => fetchAll(async () => {}),
  mailparser: () => fetchAll(source => simpleParser(source)),
  naive: () => fetchAll(createNaive()),
}
const done = await kinds[kind]!()
const { user, system } = process.cpuUsage()
const peakMb = process.resourceUsage().maxRSS / 1024
process.stdout.write(`${JSON.stringify({ ...done, peakMb, processor: (user + system) / 1e6 })}\n`)
process.exit(0)

/** Every body is fetched and given to `handle`, one after the other. */
async function fetchAll(handle: (source: Buffer) => Promise<unknown>) {
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
  for await (const message of client.fetch(range, { source: true })) {
    if (!message.source) continue
    await handle(message.source)
    messages++
  }
  const seconds = (performance.now() - start) / 1000
  await client.logout()
  return { messages, seconds }
}

/** Parse, sanitise, a row and the full-text index, one commit for each message. */
function createNaive() {
  const engine = new Database(join(folder, 'naive.db'))
  engine.pragma('journal_mode = wal')
  engine.pragma('synchronous = full')
  engine.exec(
    `create table submission (id integer primary key, message_id text unique, name text, email text, subject text, body text, html text, received integer, status text);
    create index s on submission (status, received desc);
    create virtual table fts using fts5 (subject, body, content=submission, content_rowid=id)`,
  )
  const row = engine.prepare(
    'insert into submission (message_id, name, email, subject, body, html, received, status) values (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const index = engine.prepare('insert into fts (rowid, subject, body) values (?, ?, ?)')
  const save = engine.transaction((values: unknown[], subject?: string, text?: string) => {
    const { lastInsertRowid } = row.run(...values)
    index.run(lastInsertRowid, subject, text)
  })
  return async (source: Buffer) => {
    const { messageId, from, subject, text, html, date } = await simpleParser(source)
    const sender = from?.value[0]
    const safe = html ? sanitize(html) : ''
    save([messageId, sender?.name, sender?.address, subject, text, safe, Number(date), 'pending'], subject, text)
  }
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
  await Promise.all([0, 1].map(() => reader.read(benchMessage(0, []))))
  const began = Date.now()
  const start = performance.now()
  const ownThread = { database: join(folder, 'postbag.db'), keyFile: join(folder, 'postbag.key') }
  const [report] = await pollOnce(context, keys, reader, { ownThread })
  const seconds = (performance.now() - start) / 1000
  const kept = store.engine.prepare('select max(kept_at) from raw').pluck().get() as number
  const looks: number[] = []
  for (let look = 0; look < 5; look++) {
    const again = performance.now()
    await pollOnce(context, keys, reader)
    looks.push(performance.now() - again)
  }
  const sizes = store.engine.prepare('select sum(length(bytes)) from raw').pluck().get() as number
  const size = await databaseSize(store.db)
  const { ingested = 0, parked = 0, unaccounted = 0, error } = report ?? {}
  if (error !== undefined) throw new Error(error)
  return {
    messages: ingested,
    parked,
    unaccounted,
    seconds,
    keptSeconds: (kept - began) / 1000,
    unchangedMs: looks.sort((one, other) => one - other)[2],
    growth: size / sizes,
  }
}
