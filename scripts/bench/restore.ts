// A backup of many emails, written, and restored into an empty place: how long, and nothing lost, doubled or come back.
// Run: node scripts/bench/restore.ts [emails]
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openStore, type Store } from '../../src/store/index.ts'
import { handOver } from './figure.ts'
import { fill } from './fill.ts'
import { databaseIn, furnish } from './house.ts'

const count = Number(process.argv[2] ?? 100_000)
const main = resolve(import.meta.dirname, '../../src/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'postbag-bench-'))

/** One command against a database; answers its JSON. */
function postbag(database: string, ...words: string[]) {
  const settings = { POSTBAG_DATABASE: database, POSTBAG_LOG_LEVEL: 'error' }
  const said = execFileSync(process.execPath, [main, ...words, '--json'], { env: { ...process.env, ...settings } })
  return JSON.parse(said.toString().trim().split('\n').at(-1)!)
}

async function inStore<Result>(file: string, work: (store: Store) => Result): Promise<Result> {
  const store = openStore(file)
  try {
    return work(store)
  } finally {
    await store.close()
  }
}

/** Which emails there are: their senders, erased ones none. */
const sendersIn = (file: string) =>
  inStore(file, ({ engine }) => engine.prepare('select from_address from submission order by number').pluck().all())

try {
  const live = databaseIn(folder)
  await furnish(folder)
  await inStore(live, store => {
    const storyId = store.engine.prepare('select id from story').pluck().get() as string
    fill(store, { storyId, count, raws: true })
  })
  mkdirSync(join(folder, 'copies'))
  const copy = join(folder, 'copies/one.backup')
  const made = postbag(live, 'backup', copy)
  const before = await sendersIn(live)
  // Whom the copy does not know to be forgotten.
  const erased = [7, 777, 7777].filter(number => number <= count).map(number => `reader${number}@example.net`)
  for (const address of erased) postbag(live, 'erase', address, '--yes')
  const again = join(folder, 'again/postbag.db')
  const start = performance.now()
  postbag(again, 'restore', copy)
  const seconds = (performance.now() - start) / 1000
  const after = await sendersIn(again)
  const wanted = before.map(address => (erased.includes(address as string) ? '' : address))
  const lost = wanted.filter((address, at) => after[at] !== address).length
  const back = after.filter(address => erased.includes(address as string)).length
  handOver([
    {
      name: `restore of ${count.toLocaleString('en')} emails`,
      value: seconds,
      unit: 's',
      most: 60,
      beside: `${Math.round(made.bytes / 1e6)} MB, erasures replayed; the backup took ${(made.ms / 1000).toFixed(1)} s`,
    },
    {
      name: 'lost, doubled or come back after the restore',
      value: lost + (after.length - before.length) + back,
      unit: '',
      most: 0,
      beside: `${after.length} of ${before.length} emails; ${erased.length} erased after the backup, ${back} of them back`,
    },
  ])
} finally {
  rmSync(folder, { recursive: true, force: true })
}
