// Reading in worker threads, under a time and a heap limit. Tasks hold several messages because a task has its price
// (PERFORMANCE: 16 a task is 1.4 times as fast as one); when a task breaks a limit its messages are read again one by
// one, so that only the guilty one is parked.
import { Piscina } from 'piscina'
import type { ParkedReading, Reading } from './reading.ts'

type Result = Reading | ParkedReading

export type Reader = {
  /** Never throws, for any bytes. The bytes are copied to the worker and stay the caller's. */
  read: (raw: Uint8Array) => Promise<Result>
  /** The same for many, in order. */
  readMany: (raws: Uint8Array[]) => Promise<Result[]>
  close: () => Promise<void>
}

export type ReaderOptions = {
  threads: number
  timeoutMs?: number
  heapMb?: number
  /** What runs in a thread, in place of worker.ts: for drills whose worker fails on purpose. */
  worker?: URL
}

const messagesInTask = 16
const bytesInTask = 4 * 1024 * 1024
/** What a new worker's first task may wait for its modules to load, on a busy machine. */
const workerStartMs = 10_000

type Waiting = { raw: Uint8Array; done: (result: Result) => void }

/** A pool of `threads` workers; each message gets `timeoutMs` (5 s) and `heapMb` (256 MB) before it is parked. */
export function createReader({ threads, timeoutMs = 5_000, heapMb = 256, worker = ownWorker }: ReaderOptions): Reader {
  const lane = startPool(worker, threads, heapMb)
  // Second tries run here, one after the other, so that neighbours never wait behind a message that broke a limit once.
  let spare: Lane | null = null
  let turn: Promise<unknown> = Promise.resolve()
  const waiting: Waiting[] = []
  let running = 0

  const again = (item: Waiting) => {
    turn = turn.then(async () => {
      spare ??= startPool(worker, 1, heapMb)
      const outcome = await attempt(spare, [item.raw], timeoutMs)
      item.done(Array.isArray(outcome) ? outcome[0]! : { parked: { why: outcome } })
    })
  }
  // Never more tasks than workers: then a task's clock runs only while it is worked on, and what arrives meanwhile
  // gathers into the next task.
  const next = () => {
    while (running < threads && waiting.length > 0) {
      const task = takeTask(waiting, Math.ceil(waiting.length / threads))
      running++
      void attempt(
        lane,
        task.map(item => item.raw),
        timeoutMs,
      ).then(outcome => {
        running--
        if (Array.isArray(outcome)) for (const [index, item] of task.entries()) item.done(outcome[index]!)
        else task.forEach(again)
        next()
      })
    }
  }
  const read = (raw: Uint8Array) =>
    new Promise<Result>(done => {
      if (waiting.length === 0) queueMicrotask(next)
      waiting.push({ raw, done })
    })
  return {
    read,
    readMany: raws => Promise.all(raws.map(read)),
    close: async () => {
      await Promise.all([lane.pool.destroy(), spare?.pool.destroy()])
    },
  }
}

/** `cold`: how many of the next tasks may meet a worker that is still loading. */
type Lane = { pool: Piscina; cold: number }

const ownWorker = new URL('./worker.ts', import.meta.url)

function startPool(worker: URL, threads: number, heapMb: number): Lane {
  const pool = new Piscina({
    filename: worker.href,
    minThreads: 1,
    maxThreads: Math.max(1, threads),
    concurrentTasksPerWorker: 1,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 16 },
  })
  // A worker that dies between tasks is replaced by the pool; its task's own promise tells us the rest.
  pool.on('error', () => undefined)
  return { pool, cold: Math.max(1, threads) }
}

/** Takes the next task's messages off the front of the queue. */
function takeTask(waiting: Waiting[], share: number): Waiting[] {
  let size = 0
  let bytes = 0
  while (size < Math.min(share, messagesInTask) && size < waiting.length) {
    bytes += waiting[size]!.raw.length
    if (size > 0 && bytes > bytesInTask) break
    size++
  }
  return waiting.splice(0, size)
}

/** The results, or the sentence that says which limit the task broke. */
async function attempt(lane: Lane, raws: Uint8Array[], timeoutMs: number): Promise<Result[] | string> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), timeoutMs + (lane.cold > 0 ? workerStartMs : 0))
  try {
    const results: Result[] = await lane.pool.run(raws, { signal: controller.signal })
    if (lane.cold > 0) lane.cold--
    return results
  } catch (error) {
    // Its worker was ended with it, and the next one starts from nothing.
    lane.cold++
    return reason(error, timeoutMs)
  } finally {
    clearTimeout(timer)
  }
}

function reason(error: unknown, timeoutMs: number): string {
  const code = (error as { code?: string }).code
  const name = (error as Error).name
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return 'Reading it needed more memory than one message may take.'
  if (name === 'AbortError') return `Reading it took longer than ${timeoutMs / 1_000} seconds.`
  return `The reader failed on it (${String(error).slice(0, 200)}).`
}
