// Copies on a schedule, from the process that serves: every five minutes, thinned out to hours and days.
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Context } from '../context.ts'
import type { Store } from '../database.ts'
import { takeLease } from '../lease.ts'
import { type BackupReport, makeBackup, type Packed, type Packing } from './backup.ts'
import { noteBackup, readBackupState } from './state.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** So many copies of each length of time are kept: the newest of each of the last `copies` periods that have one. */
const tiers = [
  { period: 5 * minute, copies: 12 },
  { period: 60 * minute, copies: 24 },
  { period: day, copies: 7 },
]

/** No copy is kept longer than this, so that what retention or an erasure took away is gone from the copies too. */
export const longestKept = 7 * day

/** A copy that takes longer than this makes the step wider, so that copying never fills the day. */
const share = 10

/** From one copy to the next (ms), where a copy takes `ms`. */
export const stepAfter = (ms: number, step = 5 * minute) => Math.max(step, ms * share)

/** What loss of the disk costs at most (ms of work): a step, and the copy that was being made. */
export const lossAtMost = (ms: number): number => stepAfter(ms) + ms

export type Schedule = {
  folder: string
  keyFile: string
  passphrase?: string
  /** Milliseconds between copies. */
  step?: number
  /** Breaks a copy off that is being made. */
  signal?: AbortSignal
}

/** What a process that was killed in the middle of a scheduled copy left behind, unsealed perhaps. */
const leftBehind = /^\.?postbag-\d{8}T\d{6}Z\.backup\.\d+\.(db|db-journal|part)$/

const namePattern = /^postbag-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.backup$/

/** `postbag-20160426T074500Z.backup`. */
export const backupName = (at: number) => `postbag-${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}.backup`

/** Epoch milliseconds in a name of ours; null for any other file, which is never touched. */
export function backupTime(name: string): number | null {
  const [, ...parts] = namePattern.exec(name) ?? []
  if (parts.length === 0) return null
  const [year, month, date, hour, minutes, seconds] = parts.map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return Date.UTC(year, month - 1, date, hour, minutes, seconds)
}

/** Which of the copies made at `times` are kept at `now`. */
export function copiesToKeep(times: number[], now: number): Set<number> {
  const kept = new Set<number>()
  const newestFirst = times.filter(at => at > now - longestKept).sort((one, other) => other - one)
  for (const { period, copies } of tiers) {
    const periods = new Set<number>()
    for (const at of newestFirst) {
      const number = Math.floor(at / period)
      if (periods.has(number) || periods.size === copies) continue
      periods.add(number)
      kept.add(at)
    }
  }
  return kept
}

/** Writes one copy into the folder and thins the others out. Tells the database how it went; throws when it failed. */
export async function scheduledBackup(store: Store, context: Context, schedule: Schedule): Promise<BackupReport> {
  const at = context.now()
  try {
    const { folder, ...how } = schedule
    const report = await makeBackup(store, {
      ...how,
      ...{ to: join(folder, backupName(at)), at, gentle: true, pack: packInThread },
    })
    await thinOut(folder, at)
    await noteBackup(context.db, { at, ms: report.ms, bytes: report.bytes, error: '' })
    return report
  } catch (error) {
    if (!schedule.signal?.aborted) await noteBackup(context.db, { error: (error as Error).message })
    throw error
  }
}

/** Copies until told to stop. A copy that fails is logged and told to the database; the next one is tried in time. */
export function startBackups(store: Store, context: Context, schedule: Schedule): { stop: () => Promise<void> } {
  const step = schedule.step ?? 5 * minute
  const stopping = new AbortController()
  const { signal } = stopping
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  const plan = (wait: number) => {
    if (signal.aborted) return
    timer = setTimeout(() => {
      round = copyUnderLease(store, context, { ...schedule, signal }).then(ms => plan(stepAfter(ms, step)))
    }, wait)
    timer.unref()
  }
  readBackupState(context.db).then(
    state => plan(Math.max(0, (state.at ?? 0) + step - context.now())),
    () => plan(step),
  )
  return {
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await round
    },
  }
}

/** Answers how long the copy took (ms). Never throws. */
async function copyUnderLease(store: Store, context: Context, schedule: Schedule): Promise<number> {
  try {
    const lease = await takeLease(context, 'backup', `backup-${process.pid}`, 60 * minute)
    if (!lease) return 0
    try {
      const { ms, bytes } = await scheduledBackup(store, context, schedule)
      context.log.info({ ms, bytes }, 'backup written')
      return ms
    } finally {
      await lease.release()
    }
  } catch (error) {
    if (!schedule.signal?.aborted) context.log.error({ error }, 'the backup failed')
    return 0
  }
}

async function thinOut(folder: string, now: number): Promise<void> {
  const names = await readdir(folder)
  const ours = names.flatMap(name => {
    const at = backupTime(name)
    return at === null ? [] : [{ name, at }]
  })
  const kept = copiesToKeep(
    ours.map(each => each.at),
    now,
  )
  const gone = ours.filter(({ at }) => !kept.has(at)).map(each => each.name)
  for (const name of [...gone, ...names.filter(each => leftBehind.test(each))])
    await rm(join(folder, name), { force: true })
}

/** Proving and packing take a second for every few hundred megabytes: not on the thread that answers pages. */
function packInThread(packing: Packing, signal?: AbortSignal): Promise<Packed> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const worker = new Worker(new URL('./pack-worker.ts', import.meta.url), { workerData: packing })
    signal?.addEventListener('abort', () => void worker.terminate(), { once: true })
    worker.once('message', (answer: { packed: Packed } | { error: string }) =>
      'packed' in answer ? resolve(answer.packed) : reject(new Error(answer.error)),
    )
    worker.once('error', reject)
    worker.once('exit', code => reject(new Error(`the thread that packs backups ended (${code})`)))
  })
}
