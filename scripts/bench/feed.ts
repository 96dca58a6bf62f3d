// How fast the 50-entry Atom feed is served, as a share of a bare node:http server that sends the same bytes from a
// buffer: same machine, same minute, turn about, in requests a second and in processor time a request (which holds on
// a busy machine too). Needs wrk and Linux. Run: node scripts/bench/feed.ts [seconds] [rounds]
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'
import { addStory } from '../../src/desk/stories.ts'
import { addToken } from '../../src/desk/tokens.ts'
import { publishDue, scheduleEntry } from '../../src/feed/index.ts'
import { newId } from '../../src/id.ts'
import { silent } from '../../src/log.ts'
import { commit, createSignal, migrate, openStore } from '../../src/store/index.ts'
import { startNginx, startPublicInbox } from './feed-peers.ts'
import { type Figure, handOver, median } from './figure.ts'

const run = promisify(execFile)
const seconds = Number(process.argv[2] ?? 1)
const rounds = Number(process.argv[3] ?? 4)
/** The same program is a tenth faster or slower from one start to the next, so each server is started so often. */
const starts = 5
const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'postbag-bench-'))
const database = join(folder, 'postbag.db')
const children: ChildProcess[] = []
const figures: Figure[] = []

try {
  const token = await seed()
  const postbag = await start('src/main.ts', ['serve', '--only', 'web'])
  const path = '/feeds/strike.atom'
  const answer = await fetch(`${postbag.url}${path}`, { headers: { 'Accept-Encoding': 'identity' } })
  const body = Buffer.from(await answer.arrayBuffer())
  writeFileSync(join(folder, 'feed.atom'), body)
  const gzip = ['-H', 'Accept-Encoding: gzip']
  const pairs: Record<string, Pair[]> = { plain: [], gzip: [], 304: [] }
  for (let begun = 0; begun < starts; begun++) {
    const servers = {
      bare: await start('scripts/bench/bare-server.ts', [join(folder, 'feed.atom')]),
      postbag: await start('src/main.ts', ['serve', '--only', 'web']),
    }
    // Its address is a part of what it serves, and so of the ETag.
    const etag = (await fetch(`${servers.postbag.url}${path}`)).headers.get('etag')
    const asked = {
      plain: { own: [], theirs: [] },
      gzip: { own: gzip, theirs: gzip },
      '304': {
        own: ['-H', `If-None-Match: ${etag?.replace(/-[bg]"$/, '"')}`],
        theirs: ['-H', 'If-None-Match: "bare"'],
      },
    }
    const at = { bare: `${servers.bare.url}/`, postbag: `${servers.postbag.url}${path}` }
    for (const [what, { own, theirs }] of Object.entries(asked))
      pairs[what]!.push(
        ...(await turns(
          { server: servers.bare, args: [...theirs, at.bare] },
          {
            server: servers.postbag,
            args: [...own, at.postbag],
          },
        )),
      )
    for (const { pid } of Object.values(servers)) process.kill(pid)
  }
  for (const [what, measured] of Object.entries(pairs)) figures.push(shareOf(what, measured))
  await beside('feed, plain, against nginx serving a file', `${postbag.url}${path}`, await startNginx(body))
  await beside('feed, plain, against public-inbox’s Atom', `${postbag.url}${path}`, await startPublicInbox(), 300)
  figures.push(await publishedToServed(postbag.url, token))
  handOver(figures)
} finally {
  for (const child of children) child.kill()
  rmSync(folder, { recursive: true, force: true })
}

type Target = { server: Server; args: string[] }

type Pair = { bare: Measure; postbag: Measure }

/** Neither begins cold, and neither always comes first: a machine's speed drifts within seconds. */
async function turns(bare: Target, postbag: Target): Promise<Pair[]> {
  const pairs: Pair[] = []
  for (let round = -1; round < rounds; round++) {
    const first = round % 2 === 0 ? await measure(bare) : null
    const own = await measure(postbag)
    const pair = { postbag: own, bare: first ?? (await measure(bare)) }
    if (round >= 0) pairs.push(pair)
  }
  return pairs
}

function shareOf(what: string, pairs: Pair[]): Figure {
  const work = median(pairs.map(pair => pair.bare.cpu / pair.postbag.cpu)).toFixed(2)
  const rate = Math.round(median(pairs.map(pair => pair.postbag.rate)))
  return {
    name: `feed, ${what}, against bare node:http`,
    value: median(pairs.map(pair => pair.postbag.rate / pair.bare.rate)),
    unit: '×',
    least: 0.9,
    beside: `${rate}/s; ${work} by processor time; 64 connections; ${starts} starts of each`,
  }
}

/** Beside somebody who serves a feed of theirs; null: who is not there. */
async function beside(name: string, url: string, peer: Awaited<ReturnType<typeof startNginx>>, least?: number) {
  if (peer === null) return void figures.push({ name, value: null, unit: '×', beside: 'not measured: not installed' })
  try {
    const rates = { ours: [] as number[], theirs: [] as number[] }
    for (let round = 0; round < rounds; round++) {
      rates.theirs.push((await wrk([peer.url])).rate)
      rates.ours.push((await wrk([url])).rate)
    }
    const [ours, theirs] = [median(rates.ours), median(rates.theirs)]
    const words = `${Math.round(ours)}/s; theirs ${Math.round(theirs)}/s; 64 connections`
    figures.push({ name, value: ours / theirs, unit: '×', least, beside: words })
  } finally {
    await peer.stop()
  }
}

/** From the commit that makes an approved entry live to the bytes a reader of the feed gets (ms), in one process. */
async function publishedToServed(url: string, token: string): Promise<Figure> {
  const store = openStore(database)
  const waiting = store.engine.prepare("select number from submission where state = 'waiting'").pluck().all()
  await store.close()
  const commits = new Worker(join(import.meta.dirname, 'commits.ts'), { workerData: database })
  const took: number[] = []
  for (const number of waiting) {
    const committed = new Promise<number>(resolve => commits.once('message', resolve))
    commits.postMessage(number)
    const answer = await fetch(`${url}/api/v1/submissions/${number}/approval`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ version: 1, name: 'Reader', place: 'Leeds', text: `Letter ${number}.`, grace: 0 }),
    })
    if (answer.status !== 200) throw new Error(`the approval answered ${answer.status}: ${await answer.text()}`)
    while (!(await (await fetch(`${url}/feeds/strike.atom`)).text()).includes(`Letter ${number}.`));
    const served = Date.now()
    took.push(served - (await committed))
  }
  await commits.terminate()
  const beside = `longest ${Math.max(...took)} ms of ${took.length}, with the asking itself`
  return { name: 'commit → in the feed, median', value: median(took), unit: 'ms', most: 50, beside }
}

type Measure = { rate: number; cpu: number }

async function measure({ server, args }: Target): Promise<Measure> {
  const before = processorTime(server.pid)
  const { rate, requests } = await wrk(args)
  return { rate, cpu: ((processorTime(server.pid) - before) * 1e6) / requests }
}

async function wrk(args: string[]): Promise<{ rate: number; requests: number }> {
  const { stdout } = await run('wrk', ['-t1', '-c64', `-d${seconds}s`, ...args])
  if (/Non-2xx or 3xx/.test(stdout)) throw new Error(stdout)
  const requests = Number(/(\d+) requests in/.exec(stdout)![1])
  return { rate: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)![1]), requests }
}

/** Seconds of processor time that a process has had: user and system, in ticks of 10 ms (proc_pid_stat(5)). */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

type Server = { url: string; pid: number }

function start(file: string, args: string[]): Promise<Server> {
  const environment = { ...process.env, POSTBAG_DATABASE: database, POSTBAG_PORT: '0', POSTBAG_LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, [join(root, file), ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return new Promise((found, failed) => {
    child.once('exit', code => failed(new Error(`${file} ended with ${code}`)))
    let said = ''
    child.stdout.on('data', (piece: Buffer) => {
      said += piece
      const url = /is at (http:\S+)/.exec(said)
      if (url) found({ url: url[1]!.replace('localhost', '127.0.0.1'), pid: child.pid! })
    })
  })
}

/** A story with 50 letters of about a kilobyte each, and twenty that wait; answers a program's token. */
async function seed(): Promise<string> {
  const store = openStore(database)
  await migrate(store)
  const context = { db: store.db, now: Date.now, log: silent, signal: createSignal() }
  const made = await addStory(context, 'system', { slug: 'strike', title: 'Strike' })
  if (!made.ok) throw new Error('no story')
  const sentence = 'I was in hospital in February and could not fault the care, but everybody looked exhausted. '
  for (let at = 0; at < 50; at++)
    await commit(context, async trx => {
      const row = { id: newId(Date.now()), story_id: made.story.id, stage: 'read' as const, state: 'approved' as const }
      const { number } = await trx
        .insertInto('submission')
        .values({ ...row, received_at: Date.now(), kept_at: Date.now() })
        .returning('number')
        .executeTakeFirstOrThrow()
      const words = { name: `Reader ${at}`, place: 'Leeds', verb: 'emails', text: `${at}. ${sentence.repeat(9)}` }
      const approval = {
        submission: number,
        storyId: made.story.id,
        actor: 'system',
        at: Date.now(),
        publishAt: 0,
        words,
      }
      await scheduleEntry(trx, approval)
    })
  await publishDue(context)
  const row = { story_id: made.story.id, stage: 'read' as const, state: 'waiting' as const, text: 'I agree.' }
  for (let at = 0; at < 20; at++)
    await store.db
      .insertInto('submission')
      .values({ ...row, id: newId(Date.now()), received_at: Date.now(), kept_at: Date.now() })
      .execute()
  const token = await addToken(context, 'system', { name: 'bench', role: 'editor' })
  await store.close()
  if (!token.ok) throw new Error('no token')
  return token.secret
}
