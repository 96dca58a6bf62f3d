// Stage B: kept messages go through the reader and become work for the desk. Two lanes, the newest and the oldest in
// turn, so that what arrives now is seen now, however long the backlog.
import { performance } from 'node:perf_hooks'
import type { Reader } from '../mail/pool.ts'
import { type Context, decompress, type Lease, LeaseLost, takeLease } from '../store/index.ts'
import type { ReadMail } from './reading-rows.ts'
import { loadRoutes } from './route.ts'
import { breathe } from './waiting.ts'
import { writeReadings } from './write-readings.ts'

export type ReadCounts = { read: number; aside: number; parked: number }

/** Bytes of mail, as they came, that may be on their way through the reader at once. */
const bytesInFlight = 12 * 1024 * 1024
const messagesInFlight = 96
const messagesInCommit = 50
/** Below this the price of the commit itself outweighs what a smaller one would give back. */
const leastInCommit = 16
/** A finished reading waits at most this long for others to share its commit. Milliseconds. */
const longestGather = 50
/** Writing that held the thread longer than this makes the next batches smaller, so that pages are answered in between. */
const commitBudget = 8

type Options = {
  holder: string
  leaseMs: number
  signal?: AbortSignal
  /** No page is answered by this process: nobody waits while it writes, and commits are as large as they come. */
  alone?: boolean
  /** Names a moment, for the drills that stop the process there. */
  point?: (name: string) => void
}

/**
 * Reads everything that waits, under the lease `reading`; answers what became of it, or null when another process
 * holds the lease. Stops early when `signal` aborts.
 */
export async function readPending(context: Context, reader: Reader, options: Options): Promise<ReadCounts | null> {
  const lease = await takeLease(context, 'reading', options.holder, options.leaseMs)
  if (!lease) return null
  try {
    return await readUnder(context, reader, lease, options)
  } finally {
    await lease.release()
  }
}

async function readUnder(context: Context, reader: Reader, lease: Lease, options: Options): Promise<ReadCounts> {
  const counts: ReadCounts = { read: 0, aside: 0, parked: 0 }
  const flight = createFlight(context, reader)
  options.signal?.addEventListener('abort', flight.stop, { once: true })
  let batch = messagesInCommit
  let renewed = performance.now()
  while (!options.signal?.aborted) {
    await flight.refill()
    if (flight.idle()) break
    await flight.landed(batch)
    if (options.signal?.aborted) break
    const mails = flight.take(batch)
    if (mails.length === 0) continue
    options.point?.('read')
    const written = await writeReadings(context, lease, await loadRoutes(context), mails)
    options.point?.('written')
    for (const key of ['read', 'aside', 'parked'] as const) counts[key] += written[key]
    const fitting = Math.round(mails.length * (commitBudget / Math.max(written.ms, 1)))
    if (!options.alone) batch = Math.max(leastInCommit, Math.min(messagesInCommit, fitting))
    if (performance.now() - renewed > options.leaseMs / 3) {
      if (!(await lease.renew())) throw new LeaseLost('another process reads now')
      renewed = performance.now()
    }
    await breathe()
  }
  return counts
}

type Pending = { number: number; story_id: string | null; size: number }

/** The messages between the database and the database: asked for, with the reader, and read but not yet written. */
function createFlight(context: Context, reader: Reader) {
  const flying = new Map<number, number>()
  const done: ReadMail[] = []
  let bytes = 0
  let newestFirst = true
  let wake = () => {}
  let firstDone = 0

  const launch = (pending: Pending, raw: Uint8Array) => {
    flying.set(pending.number, pending.size)
    bytes += pending.size
    void reader.read(raw).then(result => {
      flying.delete(pending.number)
      bytes -= pending.size
      if (done.length === 0) firstDone = performance.now()
      done.push({ number: pending.number, storyId: pending.story_id, result })
      wake()
    })
  }
  const refill = async () => {
    if (flying.size > messagesInFlight / 2 || done.length >= messagesInCommit) return
    const busy = [...flying.keys(), ...done.map(mail => mail.number)]
    const found = await nextPending(context, busy, newestFirst)
    newestFirst = !newestFirst
    const fitting: Pending[] = []
    let room = bytesInFlight - bytes
    for (const pending of found) {
      // One that is larger than all the room goes when nothing else flies.
      if (pending.size > room && (bytes > 0 || fitting.length > 0)) break
      room -= pending.size
      fitting.push(pending)
    }
    const raws = await bytesOf(context, fitting)
    for (const pending of fitting) launch(pending, raws.get(pending.number)!)
  }
  let stopped = false
  return {
    refill,
    stop: () => {
      stopped = true
      wake()
    },
    idle: () => flying.size === 0 && done.length === 0,
    /** Resolves when there are readings to write: `enough`, or all that fly, or some that have waited long enough. */
    landed: async (enough: number) => {
      for (;;) {
        if (stopped || flying.size === 0 || done.length >= enough) return
        const left = done.length === 0 ? Number.POSITIVE_INFINITY : firstDone + longestGather - performance.now()
        if (left <= 0) return
        let timer: NodeJS.Timeout | undefined
        await new Promise<void>(resolve => {
          wake = resolve
          if (Number.isFinite(left)) timer = setTimeout(resolve, left)
        })
        clearTimeout(timer)
      }
    },
    take: (most: number) => {
      firstDone = performance.now()
      return done.splice(0, most)
    },
  }
}

async function bytesOf({ db }: Context, pending: Pending[]): Promise<Map<number, Uint8Array>> {
  if (pending.length === 0) return new Map()
  const rows = await db
    .selectFrom('raw')
    .innerJoin('submission', 'submission.raw_id', 'raw.id')
    .select(['submission.number', 'raw.bytes'])
    .where(
      'submission.number',
      'in',
      pending.map(each => each.number),
    )
    .execute()
  return new Map(rows.map(row => [row.number, decompress(row.bytes)]))
}

/** Up to 32 submissions that wait to be read, from one end of the queue. */
const nextPending = (context: Context, busy: number[], newestFirst: boolean): Promise<Pending[]> =>
  context.db
    .selectFrom('submission')
    .innerJoin('raw', 'raw.id', 'submission.raw_id')
    .select(['submission.number', 'submission.story_id', 'raw.size'])
    .where('submission.stage', '=', 'received')
    .$if(busy.length > 0, query => query.where('submission.number', 'not in', busy))
    .orderBy('submission.number', newestFirst ? 'desc' : 'asc')
    .limit(32)
    .execute()
