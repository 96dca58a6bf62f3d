// From a mailbox on Dovecot to the queue, beside a client that fetches and drops, an obvious pipeline, mailparser on two
// cores, public-inbox, notmuch and mu. Turn about on the same messages. Run: node scripts/bench/intake.ts [messages] [rounds]
import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { benchMessage } from './corpus.ts'
import { hasDovecot, serveMaildir } from './dovecot.ts'
import { type Figure, handOver, median } from './figure.ts'
import { isThere, type Mailbox, type PeerName, peers } from './peers.ts'
import { photoPool } from './photos.ts'
import type { Taken } from './take-in.ts'

const run = promisify(execFile)
const count = Number(process.argv[2] ?? 10_000)
const rounds = Number(process.argv[3] ?? 5)
/** With `own` nobody else is measured: memory and size for a mailbox of this many. */
const own = process.argv[4] === 'own'

if (hasDovecot()) await measure()
else handOver([{ name: 'mailbox → queue', value: null, unit: '/s', beside: 'not measured: no dovecot-imapd' }])

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'postbag-bench-'))
  // Dovecot runs as an ordinary user and has to pass through.
  chmodSync(folder, 0o755)
  const photos = await photoPool()
  const server = await serveMaildir(join(folder, 'dovecot'), messages(photos))
  const mailbox = { port: server.port, maildir: server.maildir, count, folder }
  try {
    // The first connection makes Dovecot build its index, which is nobody's time.
    await takeIn('drop', mailbox)
    handOver(own ? await alone(mailbox) : await beside(mailbox))
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function* messages(photos: string[]): Generator<Buffer> {
  for (let number = 0; number < count; number++) yield benchMessage(number, photos)
}

async function takeIn(kind: string, { port, folder }: Mailbox, range = '1:*'): Promise<Taken> {
  const place = mkdtempSync(join(folder, 'in-'))
  const heap = kind === 'postbag' ? ['--import', join(import.meta.dirname, '../../src/heap.ts')] : []
  const args = [...heap, join(import.meta.dirname, 'take-in.ts'), kind, String(port), place, range]
  // As `npm start` and the service's unit file have it.
  const { stdout } = await run(process.execPath, args, { env: { ...process.env, MALLOC_ARENA_MAX: '2' } })
  rmSync(place, { recursive: true, force: true })
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Taken
}

/** Our own figures for a mailbox of this size, each a figure that is compared with that of another size. */
async function alone(mailbox: Mailbox): Promise<Figure[]> {
  const taken: Taken[] = []
  for (let round = 0; round < rounds; round++) taken.push(checked(await takeIn('postbag', mailbox)))
  const beside = `${count} messages`
  return [
    { name: `peak memory, ${count}`, value: median(taken.map(each => each.peakMb)), unit: 'MB', beside },
    { name: `unchanged, ${count}`, value: median(taken.map(each => each.unchangedMs!)), unit: 'ms', beside },
  ]
}

type Rates = { ours: Taken[]; drop: number[]; naive: number[]; mailparser: number[] } & Record<PeerName, number[]>

async function beside(mailbox: Mailbox): Promise<Figure[]> {
  const rates: Rates = { ours: [], drop: [], naive: [], mailparser: [], notmuch: [], mu: [], 'public-inbox-watch': [] }
  for (let round = 0; round < rounds; round++) {
    rates.ours.push(checked(await takeIn('postbag', mailbox)))
    for (const kind of ['drop', 'naive'] as const) rates[kind].push(count / (await takeIn(kind, mailbox)).seconds)
    const middle = count >> 1
    const halves = [takeIn('mailparser', mailbox, `1:${middle}`), takeIn('mailparser', mailbox, `${middle + 1}:*`)]
    rates.mailparser.push(count / Math.max(...(await Promise.all(halves)).map(each => each.seconds)))
    for (const [name, peer] of Object.entries(peers) as [PeerName, (typeof peers)[PeerName]][])
      if (isThere(peer.program)) rates[name].push(count / (await peer.seconds(mailbox)))
    process.stderr.write(`  round ${round + 1} of ${rounds}\n`)
  }
  return figuresFrom(rates)
}

function checked(taken: Taken): Taken {
  if (taken.messages + (taken.parked ?? 0) === count && taken.unaccounted === 0) return taken
  throw new Error(`of ${count} messages ${taken.messages} came in: ${JSON.stringify(taken)}`)
}

function figuresFrom(rates: Rates): Figure[] {
  const ours = median(rates.ours.map(each => count / each.seconds))
  const kept = median(rates.ours.map(each => count / each.keptSeconds!))
  const against = (name: string, theirs: number[], least: number, rate = ours): Figure => {
    const measured = theirs.length > 0
    return {
      name,
      value: measured ? rate / median(theirs) : null,
      unit: '×',
      least,
      beside: measured
        ? `${Math.round(rate)}/s; theirs ${Math.round(median(theirs))}/s`
        : 'not measured: not installed',
    }
  }
  return [
    {
      name: 'mailbox → queue',
      value: ours,
      unit: '/s',
      beside: `${count} messages, two workers, medians of ${rounds}; ${median(rates.ours.map(each => each.processor)).toFixed(1)} s of processor`,
    },
    against('mailbox → queue, against public-inbox-watch', rates['public-inbox-watch'], 5),
    against('mailbox → queue, against notmuch new', rates.notmuch, 2),
    against('mailbox → queue, against mu index', rates.mu, 1),
    against('mailbox → queue, against the naive pipeline', rates.naive, 1.7),
    against('mailbox → queue, against mailparser on two cores', rates.mailparser, 0.4),
    against('mailbox → kept durably, against fetch and drop', rates.drop, 0.4, kept),
    {
      name: 'peak memory of intake',
      value: median(rates.ours.map(each => each.peakMb)),
      unit: 'MB',
      most: 400,
      beside: `${count} messages`,
    },
    {
      name: 'database against the messages it keeps',
      value: median(rates.ours.map(each => each.growth!)),
      unit: '×',
      most: 1.6,
      beside: 'bytes of the file for each compressed byte of mail',
    },
  ]
}
