// The kill drill: pollers die at any moment, again and again, and at the end nothing is lost, doubled or left over.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addMailbox } from '../../src/intake/mailboxes.ts'
import { type MailboxReport, pollOnce } from '../../src/intake/poll.ts'
import { timings } from '../../src/intake/timings.ts'
import { createReader } from '../../src/mail/pool.ts'
import { openKeys } from '../../src/secret.ts'
import { brokenEvent, openStore } from '../../src/store/index.ts'
import { testContext } from '../context.ts'
import { type Dovecot, startDovecot } from '../dovecot.ts'
import { eventually } from '../eventually.ts'

const key = '42'.repeat(32)
const keyFileOf = (file: string) => `${file}.key`

export type DrillResult = {
  /** Submissions, and the messages that were sent. */
  submissions: number
  sent: number
  /** UIDs on the server without our keyword. */
  unmarked: number
  /** Rounds after which the database was not whole. */
  damaged: number
  /** The first event that breaks the chain; null: none. */
  broken: number | null
  /** Rounds in which a poller really was killed. */
  kills: number
  report: MailboxReport
}

export type Round = {
  /** Pollers at once. */
  pollers?: number
  /** Point to die at; without it the drill kills after a random wait. */
  die?: string
  /** Ends it by SIGTERM and asks for a clean exit. */
  term?: boolean
  /** The holder is stopped (SIGSTOP) past its lease, another takes over, and then it goes on. */
  frozen?: boolean
}

/** Goes through the rounds, sending messages in step with them, then lets one clean poll finish. */
export async function drill(
  messages: (number: number) => string,
  count: number,
  rounds: Round[],
): Promise<DrillResult> {
  const folder = mkdtempSync(join(tmpdir(), 'postbag-drill-'))
  const file = join(folder, 'drill.db')
  const server = await startDovecot()
  try {
    await prepare(file, server)
    const result = { damaged: 0, kills: 0 }
    let sent = 0
    for (const [at, round] of rounds.entries()) {
      const upTo = Math.ceil((count * (at + 1)) / rounds.length)
      await server.append(Array.from({ length: upTo - sent }, (_, index) => messages(sent + index + 1)))
      sent = upTo
      result.kills += await playRound(file, round)
      if (!isWhole(file)) result.damaged++
    }
    return { ...result, sent, ...(await finish(file, server)) }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function prepare(file: string, { host, port, username, password }: Dovecot): Promise<void> {
  const context = await testContext(file)
  writeFileSync(keyFileOf(file), Buffer.from(key, 'hex').toString('base64url'), { mode: 0o600 })
  const keys = openKeys(keyFileOf(file))
  await addMailbox(context, keys, { name: 'Letters', host, port, username, password, security: 'none' })
  await context.close()
}

const started = (file: string, round: Round): ChildProcess =>
  spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'drill-poller.ts'),
      file,
      keyFileOf(file),
      round.die ?? '',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )

/** One round; answers how many pollers died by SIGKILL. */
async function playRound(file: string, round: Round): Promise<number> {
  if (round.frozen) return await playFrozen(file, round)
  const pollers = Array.from({ length: round.pollers ?? 1 }, () => started(file, round))
  const ends = pollers.map(
    poller => new Promise<NodeJS.Signals | null>(resolve => poller.once('exit', (_, signal) => resolve(signal))),
  )
  await Promise.race([...pollers.map(poller => new Promise(resolve => poller.stdout!.once('data', resolve))), ...ends])
  // Where a point is named it may never be reached, when there was nothing left to do.
  const patience = round.die === undefined ? Math.random() * 60 : 1500
  await Promise.race([new Promise(resolve => setTimeout(resolve, patience)), ...(round.die ? ends : [])])
  for (const poller of pollers) poller.kill(round.term ? 'SIGTERM' : 'SIGKILL')
  const signals = await Promise.all(ends)
  return signals.filter(signal => signal === 'SIGKILL').length
}

async function playFrozen(file: string, round: Round): Promise<number> {
  const pollers: ChildProcess[] = []
  const begin = async () => {
    const poller = started(file, round)
    pollers.push(poller)
    await new Promise(resolve => poller.stdout!.once('data', resolve))
    return poller
  }
  const holder = await begin()
  holder.kill('SIGSTOP')
  // The second begins to fetch only when it holds the lease; never, if the first was stopped in the middle of a write.
  await Promise.race([begin(), new Promise(resolve => setTimeout(resolve, 5000))])
  holder.kill('SIGCONT')
  await new Promise(resolve => setTimeout(resolve, 200))
  await Promise.all(
    pollers.map(poller => {
      const ended = new Promise(resolve => poller.once('exit', resolve))
      poller.kill('SIGTERM')
      return ended
    }),
  )
  return 0
}

function isWhole(file: string): boolean {
  const store = openStore(file)
  const [row] = store.engine.pragma('integrity_check') as { integrity_check: string }[]
  store.engine.close()
  return row?.integrity_check === 'ok'
}

async function finish(file: string, server: Dovecot) {
  const context = { ...(await testContext(file)), now: () => Date.now() }
  const reader = createReader({ threads: 1 })
  const keys = openKeys(keyFileOf(file))
  try {
    // The dead held leases, which run out first.
    const report = await eventually(
      'the last poll',
      async () => {
        const [last] = await pollOnce(context, keys, reader, { timings: { ...timings, lease: 600 } })
        return !last!.error && !last!.countedOnly && last!.pending + last!.unaccounted === 0 && last!
      },
      30_000,
    )
    const client = await server.client()
    await client.mailboxOpen('INBOX')
    const unmarked = (await client.search({ unKeyword: '$PostbagStored' }, { uid: true })) || []
    await client.logout()
    const rows = await context.db.selectFrom('submission').select('number').execute()
    return { report, unmarked: unmarked.length, submissions: rows.length, broken: await brokenEvent(context.db) }
  } finally {
    await reader.close()
    await context.close()
  }
}
