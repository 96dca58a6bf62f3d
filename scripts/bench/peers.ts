// The programs that Postbag is measured beside, each with the same messages and an empty place of its own.
import { execFile, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'

const run = promisify(execFile)

export const isThere = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0

export type Mailbox = { port: number; maildir: string; count: number; folder: string }

/** What it takes to be measured, and seconds for the whole mailbox. */
export type Peer = { program: string; seconds: (mailbox: Mailbox) => Promise<number> }

/** A place of its own for `work`, gone afterwards. Seconds of `work`, or what it answers. */
async function inPlace(folder: string, work: (place: string) => Promise<number>): Promise<number> {
  const place = mkdtempSync(join(folder, 'peer-'))
  try {
    return await work(place)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

/** Only indexes files that are on disk already. */
const notmuch: Peer = {
  program: 'notmuch',
  seconds: ({ maildir, folder }) =>
    inPlace(folder, async place => {
      const config = join(place, 'config')
      mkdirSync(join(place, 'database'))
      writeFileSync(
        config,
        `[database]\nmail_root=${maildir}\npath=${place}/database\n[new]\ntags=unread\n[user]\nname=x\nprimary_email=x@example.org\n`,
      )
      const env = { ...process.env, NOTMUCH_CONFIG: config, HOME: place }
      return timed(() => run('notmuch', ['new', '--no-hooks', '--quiet'], { env }))
    }),
}

/** The same. */
const mu: Peer = {
  program: 'mu',
  seconds: ({ maildir, folder }) =>
    inPlace(folder, async place => {
      const env = { ...process.env, HOME: place, XDG_CACHE_HOME: place }
      await run('mu', ['init', `--maildir=${maildir}`, `--muhome=${place}/mu`], { env })
      return timed(() => run('mu', ['index', '--quiet', `--muhome=${place}/mu`], { env }))
    }),
}

/** From the mailbox into an archive with an index: the nearest peer. */
const publicInbox: Peer = {
  program: 'public-inbox-watch',
  seconds: ({ port, count, folder }) =>
    inPlace(folder, async place => (await watchedInbox(place, port, count)).seconds),
}

/** An archive at `place` that has taken in the `count` messages of the mailbox on `port`. */
export async function watchedInbox(place: string, port: number, count: number) {
  const env = await publicInboxAt(place, port)
  const start = performance.now()
  const watch = spawn('public-inbox-watch', [], { env, stdio: 'ignore' })
  const over = join(place, 'hys/xap15/over.sqlite3')
  const ended = new Promise(resolve => watch.once('exit', resolve))
  try {
    while (indexed(over) < count) {
      if (watch.exitCode !== null) throw new Error(`public-inbox-watch ended with ${watch.exitCode}`)
      await pause(100)
    }
    return { env, seconds: (performance.now() - start) / 1000 }
  } finally {
    watch.kill('SIGTERM')
    await ended
  }
}

async function publicInboxAt(place: string, port: number) {
  const env = {
    ...process.env,
    HOME: place,
    PI_CONFIG: join(place, 'config'),
    PERL_INLINE_DIRECTORY: join(place, 'inline'),
  }
  mkdirSync(env.PERL_INLINE_DIRECTORY)
  writeFileSync(join(place, '.netrc'), 'machine 127.0.0.1 login reader password secret\n', { mode: 0o600 })
  const git = (...words: string[]) => run('git', ['config', ...words], { env })
  await git('--global', 'user.name', 'x')
  await git('--global', 'user.email', 'x@example.org')
  const at = [join(place, 'hys'), 'http://127.0.0.1/hys', 'haveyoursay@example.org']
  await run('public-inbox-init', ['-V2', '-L', 'full', 'hys', ...at], { env })
  await git('-f', env.PI_CONFIG, 'publicinbox.hys.watch', `imap://reader@127.0.0.1:${port}/INBOX`)
  await git('-f', env.PI_CONFIG, 'publicinboxwatch.spamcheck', 'none')
  await git('-f', env.PI_CONFIG, 'imap.pollInterval', '30')
  await git('--global', 'credential.helper', '!f() { echo username=reader; echo password=secret; }; f')
  return env
}

function indexed(file: string): number {
  if (!existsSync(file)) return 0
  try {
    const engine = new Database(file, { readonly: true })
    const count = engine.prepare('select count(*) from over where num > 0').pluck().get() as number
    engine.close()
    return count
  } catch {
    // It is being made, or written to just now.
    return 0
  }
}

export const peers = { notmuch, mu, 'public-inbox-watch': publicInbox } as const
export type PeerName = keyof typeof peers
