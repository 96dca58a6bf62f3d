// From a mailbox on Dovecot to the queue, against a client that fetches and drops, and against notmuch and mu, which
// only index files on disk. Turn about on the same messages. Run: node scripts/bench/intake.ts [messages] [rounds]
import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { benchMessage } from './corpus.ts'
import { hasDovecot, serveMaildir } from './dovecot.ts'
import { type Figure, handOver, median } from './figure.ts'

const run = promisify(execFile)
const isThere = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
const count = Number(process.argv[2] ?? 10_000)
const rounds = Number(process.argv[3] ?? 5)

type Taken = {
  messages: number
  seconds: number
  peakMb: number
  parked?: number
  unaccounted?: number
  keptSeconds?: number
  unchangedMs?: number
  growth?: number
}

const names = {
  kept: 'mailbox → kept durably, against fetch and drop',
  notmuch: 'mailbox → queue, against notmuch new',
  mu: 'mailbox → queue, against mu index',
  memory: 'peak memory of intake',
  growth: 'database against the messages it keeps',
}

if (hasDovecot()) await measure()
else
  handOver(
    Object.values(names).map(name => ({
      name,
      value: null,
      unit: '×' as const,
      beside: 'not measured: dovecot-imapd is not installed',
    })),
  )

async function measure(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'postbag-bench-'))
  // Dovecot runs as an ordinary user and has to pass through.
  chmodSync(folder, 0o755)
  const server = await serveMaildir(join(folder, 'dovecot'), messages())
  try {
    const taken: Record<'drop' | 'postbag', Taken[]> = { drop: [], postbag: [] }
    const indexed: Record<'notmuch' | 'mu', number[]> = { notmuch: [], mu: [] }
    // The first connection makes Dovecot build its index, which is nobody's time.
    await takeIn('drop', server.port, folder)
    for (let round = 0; round < rounds; round++) {
      taken.drop.push(await takeIn('drop', server.port, folder))
      taken.postbag.push(await takeIn('postbag', server.port, folder))
      for (const peer of ['notmuch', 'mu'] as const)
        if (isThere(peer)) indexed[peer].push(await indexWith(peer, server.maildir, folder))
    }
    handOver(figuresFrom(taken, indexed))
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function figuresFrom(
  taken: Record<'drop' | 'postbag', Taken[]>,
  indexed: Record<'notmuch' | 'mu', number[]>,
): Figure[] {
  const wrong = taken.postbag.find(each => each.messages + (each.parked ?? 0) !== count || each.unaccounted !== 0)
  if (wrong) throw new Error(`of ${count} messages ${wrong.messages} came in: ${JSON.stringify(wrong)}`)
  const rate = (part: Taken[], of: (each: Taken) => number) => median(part.map(each => count / of(each)))
  const whole = rate(taken.postbag, each => each.seconds)
  const kept = rate(taken.postbag, each => each.keptSeconds!)
  const dropped = rate(taken.drop, each => each.seconds)
  const words = (name: string, theirs: number) => `${Math.round(whole)}/s; ${name} ${Math.round(theirs)}/s`
  const against = (peer: 'notmuch' | 'mu', least: number): Figure => {
    const theirs = indexed[peer].length > 0 ? median(indexed[peer]) : null
    const value = theirs === null ? null : whole / theirs
    return {
      name: names[peer],
      value,
      unit: '×',
      least,
      beside: theirs === null ? `not measured: ${peer} is not installed` : words(peer, theirs),
    }
  }
  return [
    {
      name: names.kept,
      value: kept / dropped,
      unit: '×',
      least: 0.4,
      beside: `${Math.round(kept)}/s; imapflow ${Math.round(dropped)}/s`,
    },
    {
      name: 'mailbox → queue',
      value: whole,
      unit: '/s',
      beside: `${count} messages, two workers, medians of ${rounds}`,
    },
    against('notmuch', 2),
    against('mu', 1),
    {
      name: names.memory,
      value: Math.max(...taken.postbag.map(each => each.peakMb)),
      unit: 'MB',
      most: 400,
      beside: `${count} messages`,
    },
    {
      name: names.growth,
      value: median(taken.postbag.map(each => each.growth!)),
      unit: '×',
      most: 1.6,
      beside: 'bytes of the file for each compressed byte of mail',
    },
    {
      name: 'looking at an unchanged mailbox',
      value: median(taken.postbag.map(each => each.unchangedMs!)),
      unit: 'ms',
      beside: `${count} messages`,
    },
  ]
}

function* messages(): Generator<Buffer> {
  for (let number = 0; number < count; number++) yield benchMessage(number, 0.05)
}

async function takeIn(kind: 'drop' | 'postbag', port: number, folder: string): Promise<Taken> {
  const place = mkdtempSync(join(folder, 'in-'))
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'take-in.ts'), kind, String(port), place])
  rmSync(place, { recursive: true, force: true })
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Taken
}

/** Messages a second of a program that indexes the same Maildir into a place of its own. */
async function indexWith(peer: 'notmuch' | 'mu', maildir: string, folder: string): Promise<number> {
  const place = mkdtempSync(join(folder, 'peer-'))
  const config = join(place, 'config')
  mkdirSync(join(place, 'database'))
  writeFileSync(
    config,
    `[database]\nmail_root=${maildir}\npath=${place}/database\n[new]\ntags=unread\n[user]\nname=x\nprimary_email=x@example.org\n`,
  )
  const env = { ...process.env, NOTMUCH_CONFIG: config, HOME: place, XDG_CACHE_HOME: place }
  if (peer === 'mu') await run('mu', ['init', `--maildir=${maildir}`, `--muhome=${place}/mu`], { env })
  const start = performance.now()
  if (peer === 'mu') await run('mu', ['index', '--quiet', `--muhome=${place}/mu`], { env })
  else await run('notmuch', ['new', '--no-hooks', '--quiet'], { env })
  const seconds = (performance.now() - start) / 1000
  rmSync(place, { recursive: true, force: true })
  return count / seconds
}
