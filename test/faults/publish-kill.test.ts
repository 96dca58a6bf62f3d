// Publishers that die while they publish, correct, withdraw, tell webhooks and write the export folder. `npm run drills`
// kills ten times as many.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { readConfig } from '../../src/config.ts'
import { addWebhook, atom, jsonFeed, publishDue, readFeed } from '../../src/feed/index.ts'
import { keysFrom } from '../../src/secret.ts'
import { brokenEvent, openStore } from '../../src/store/index.ts'
import { writeSite } from '../../src/web/static-site.ts'
import { testContext } from '../context.ts'
import { deliverDue } from '../feed/deliver-due.ts'
import { addTestStory } from '../feed/strike.ts'

const kills = process.env.DRILLS === 'full' ? 200 : 20
const key = '42'.repeat(32)
const baseUrl = 'https://live.example.org'

test(
  `${kills} SIGKILLs while publishing: no half-written file, no double entry, webhooks in order with stable ids`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'postbag-publish-kill-'))
    const file = join(folder, 'drill.db')
    const site = join(folder, 'site')
    const consumer = await openConsumer()
    const context = { ...(await testContext(file)), now: () => Date.now() }
    const storyId = await addTestStory(context, 'junior-doctors')
    const keys = keysFrom(Buffer.from(key, 'hex'))
    await addWebhook(context, keys, 'editor', { name: 'CMS', url: consumer.url, storyId })
    const broken: string[] = []
    for (let round = 0; round < kills; round++) {
      await killOne(file, site, () => broken.push(...halfWritten(site)))
      if (!isWhole(file)) broken.push(`round ${round}: the database is not whole`)
    }
    expect(broken).toEqual([])

    // One clean run finishes what the dead left.
    await publishDue(context)
    const sending = { keys, baseUrl, signal: new AbortController().signal, mayGoOn: async () => true }
    await context.db.updateTable('delivery').set({ next_at: 0 }).execute()
    while (await deliverDue(context, sending));
    const story = await context.db.selectFrom('story').selectAll().executeTakeFirstOrThrow()
    expect(story.feed_seq).toBeGreaterThan(kills)
    expect(consumer.faults).toEqual([])
    expect(consumer.last()).toBe(story.feed_seq)

    const changes = await context.db.selectFrom('feed_change').selectAll().orderBy('seq').execute()
    expect(changes.map(change => change.seq)).toEqual(changes.map((_, at) => at + 1))
    const first = changes.filter(change => change.type === 'published').map(change => change.entry_id)
    expect(new Set(first).size).toBe(first.length)
    const entries = await context.db.selectFrom('entry').selectAll().where('published_at', 'is not', null).execute()
    expect(entries.map(entry => entry.id).sort()).toEqual([...first].sort())
    expect(entries.map(entry => entry.ordinal!).sort((a, b) => a - b)).toEqual(entries.map((_, at) => at + 1))
    expect(await brokenEvent(context.db)).toBeNull()

    const assets = { url: (name: string) => `/assets/${name}`, files: new Map() }
    const config = readConfig({ POSTBAG_BASE_URL: baseUrl })
    await writeSite({ context, config, assets, dev: false }, 'junior-doctors', site, null)
    const feed = await readFeed(context.db, story, baseUrl)
    expect(readFileSync(join(site, 'feeds/junior-doctors.atom'), 'utf8')).toBe(atom(feed))
    expect(readFileSync(join(site, 'feeds/junior-doctors.json'), 'utf8')).toBe(jsonFeed(feed))
    const files = readdirSync(site, { recursive: true, encoding: 'utf8' })
    expect(files.filter(each => each.endsWith('.new'))).toEqual([])
    const live = entries.filter(entry => entry.state === 'live').map(entry => entry.id)
    expect(files.filter(each => each.endsWith('/index.html') && each.includes('/entries/'))).toHaveLength(live.length)
    await context.close()
    await consumer.close()
    rmSync(folder, { recursive: true, force: true })
  },
  kills * 15_000,
)

/** Runs a publisher, looks at the folder while it writes, and kills it at any moment within 400 ms of its first step. */
async function killOne(file: string, site: string, look: () => void): Promise<void> {
  const script = join(import.meta.dirname, 'drill-publisher.ts')
  const publisher = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, file, key, site], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<NodeJS.Signals | null>(resolve => publisher.once('exit', (_, signal) => resolve(signal)))
  await Promise.race([new Promise(resolve => publisher.stdout.once('data', resolve)), ended])
  const until = Date.now() + Math.random() * 400
  while (Date.now() < until) {
    look()
    await new Promise(resolve => setTimeout(resolve, 1))
  }
  publisher.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
  look()
}

/** Files under their public names that end before their end. */
function halfWritten(site: string): string[] {
  const ends: Record<string, RegExp> = {
    atom: /<\/feed>\s*$/,
    rss: /<\/rss>\s*$/,
    html: /<\/html>\s*$/,
    json: /\}\s*$/,
    csv: /\r\n$/,
  }
  const feeds = ['.atom', '.rss', '.json', '.ninjs.json', '.csv'].map(ending => `feeds/junior-doctors${ending}`)
  return [...feeds, 'live/junior-doctors/index.html'].filter(file => {
    const text = read(join(site, file))
    if (text === null) return false
    if (file.endsWith('.json')) return !parses(text)
    return !ends[file.split('.').at(-1)!]!.test(text)
  })
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function isWhole(file: string): boolean {
  const store = openStore(file)
  const [row] = store.engine.pragma('integrity_check') as { integrity_check: string }[]
  store.engine.close()
  return row?.integrity_check === 'ok'
}

/** A consumer that knows what it may be sent: the next change, or the last one once more, under the same id. */
async function openConsumer() {
  const faults: string[] = []
  const ids = new Map<number, string>()
  let last = 0
  const server = createServer(async (request, response) => {
    let body = ''
    try {
      for await (const piece of request) body += piece
    } catch {
      // The sender died in the middle of its message: nothing was taken.
      return
    }
    const { seq } = JSON.parse(body).data
    const id = String(request.headers['webhook-id'])
    if (seq !== last && seq !== last + 1) faults.push(`${seq} after ${last}`)
    if ((ids.get(seq) ?? id) !== id) faults.push(`${seq} came as ${ids.get(seq)} and as ${id}`)
    if (seq === last + 1 && [...ids.values()].includes(id)) faults.push(`${id} names two changes`)
    ids.set(seq, id)
    last = Math.max(last, seq)
    setTimeout(() => response.writeHead(204).end(), Math.random() * 3)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    faults,
    last: () => last,
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
