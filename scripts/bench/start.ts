// How soon Postbag is ready: with nothing in its database, with a great many emails, and from a fresh clone whose
// packages npm has in its cache. Run: node scripts/bench/start.ts [emails] [rounds]
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openStore } from '../../src/store/index.ts'
import { type Figure, handOver, median } from './figure.ts'
import { fill } from './fill.ts'
import { databaseIn, furnish, serveFrom } from './house.ts'

const count = Number(process.argv[2] ?? 1_000_000)
const rounds = Number(process.argv[3] ?? 5)
const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'postbag-bench-'))

try {
  const figures = [await ready('start to ready, empty', 1500)]
  await furnish(folder)
  const store = openStore(databaseIn(folder))
  const storyId = store.engine.prepare('select id from story').pluck().get() as string
  fill(store, { storyId, count })
  await store.close()
  figures.push(await ready(`start to ready, ${count.toLocaleString('en')} emails`, 2000))
  figures.push(await fromClone())
  handOver(figures)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function ready(name: string, most: number): Promise<Figure> {
  const took: number[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    const postbag = await serveFrom(folder)
    while ((await fetch(`${postbag.url}/readyz`)).status !== 200);
    took.push(performance.now() - start)
    await postbag.stop()
  }
  return { name, value: median(took), unit: 'ms', most, beside: `to 200 from /readyz, median of ${rounds}` }
}

/** What a newcomer does: install, start, open the first page. Everything that git does not track is left behind. */
async function fromClone(): Promise<Figure> {
  const clone = join(folder, 'clone')
  execFileSync('git', ['clone', '-q', '--no-hardlinks', root, clone])
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(root, name), join(clone, name))
  const npm = (...words: string[]) => execFileSync('npm', words, { cwd: clone, stdio: ['ignore', 'ignore', 'inherit'] })
  const beside = 'npm ci, serve, the set-up page'
  const name = 'npm ci from a warm cache to the first page'
  try {
    npm('ci', '--prefer-offline', '--loglevel=error')
    rmSync(join(clone, 'node_modules'), { recursive: true })
    const start = performance.now()
    npm('ci', '--prefer-offline', '--loglevel=error')
    const { url, stop } = await serveFrom(mkdtempSync(join(folder, 'new-')), {}, join(clone, 'src/main.ts'))
    const page = await fetch(`${url}/setup`)
    const ms = performance.now() - start
    await stop()
    return { name, value: ms, unit: 'ms', most: 30_000, beside: `${beside} (${page.status})` }
  } catch (error) {
    return { name, value: null, unit: 'ms', beside: `not measured: ${(error as Error).message.split('\n')[0]}` }
  }
}
