// Who keeps a batch: this thread, or, when a burst of mail comes, a thread of its own, so that fingerprints, compression
// and the disk do not hold up the client that reads from the server, nor the desk.
import { Worker } from 'node:worker_threads'
import type { Context } from '../store/index.ts'
import { arrivalsOf, type Batch, createRooms, type Rooms } from './batch.ts'
import { type Keeping, type Kept, keepMessages } from './keep.ts'
import { type Answer, type Ask, errorFrom, type KeepWish } from './keep-wish.ts'

/** `emptied`: nobody reads the batch's memory any more. `kept`: resolves after the durable commit, and never before it. */
export type Handed = { emptied: Promise<SharedArrayBuffer>; kept: Promise<Kept> }

export type Keeper = {
  rooms: Rooms
  keep: (keeping: Keeping, batch: Batch, packed: () => void) => Handed
  /** When nothing is under way any more. */
  close: () => Promise<void>
}

/** Where a thread of its own finds the database and the key. `from`: a batch of so many bytes is worth it. */
export type OwnThread = { database: string; keyFile: string; from?: number }

/** What a few letters cost is less than what it costs to hand them over. */
const worthIt = 256 * 1024

/** A thread that nobody needed for this long ends, and its memory with it. Milliseconds. */
const idleLife = 60_000

export function createKeeper(context: Context, own: OwnThread | null): Keeper {
  const rooms = createRooms()
  let last = 0
  // A database in memory is this connection's alone: another thread would open another one.
  const thread = own && own.database !== ':memory:' ? createThread(own) : null
  const here = (keeping: Keeping, batch: Batch): Handed => {
    const kept = keepMessages(context, keeping, arrivalsOf(batch))
    return { kept, emptied: kept.then(() => batch.bytes) }
  }
  const there = (keeping: Keeping, batch: Batch, packed: () => void): Handed => {
    const { fingerprint: _, ...wish } = keeping
    const id = ++last
    const emptied = thread!.ask<null>({ id, batch }).then(() => batch.bytes)
    const kept = emptied.then(async () => {
      packed()
      // Our own connection waits its turn meanwhile: two writers of one process would sleep for one another.
      const kept = await context.db
        .connection()
        .execute(() => thread!.ask<Kept>({ id, wish: { ...wish, now: context.now() } satisfies KeepWish }))
      context.signal.wake()
      return kept
    })
    return { emptied, kept }
  }
  return {
    rooms,
    keep: (keeping, batch, packed) =>
      thread && sizeOf(batch) >= (own?.from ?? worthIt) ? there(keeping, batch, packed) : here(keeping, batch),
    close: async () => thread?.end(),
  }
}

const sizeOf = ({ messages }: Batch) => messages.reduce((sum, each) => sum + each.length, 0)

type Pending = { resolve: (value: never) => void; reject: (error: Error) => void }

type Running = { worker: Worker; asked: Pending[] }

/** Starts the thread when it is first asked, and again after it ended; everything asked of one that dies is rejected. */
function createThread({ database, keyFile }: OwnThread) {
  let running: Running | null = null
  let idle: NodeJS.Timeout | undefined
  const end = async () => {
    clearTimeout(idle)
    const ending = running
    running = null
    await ending?.worker.terminate()
  }
  const start = (): Running => {
    const worker = new Worker(new URL('./keep-thread.ts', import.meta.url), {
      workerData: { database, keyFile },
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 },
    })
    const own: Running = { worker, asked: [] }
    const over = (error: Error) => {
      if (running === own) running = null
      for (const each of own.asked.splice(0)) each.reject(error)
    }
    worker.on('error', over)
    worker.on('exit', () => over(new Error('the thread that keeps mail has ended')))
    // Answers come in the order of the questions.
    worker.on('message', (answer: Answer) => {
      const { resolve, reject } = own.asked.shift()!
      if ('failure' in answer) reject(errorFrom(answer.failure))
      else resolve(answer.value as never)
      if (running === own && own.asked.length === 0) idle = setTimeout(() => void end(), idleLife).unref()
    })
    return own
  }
  return {
    end,
    ask: <Value>(ask: Ask): Promise<Value> =>
      new Promise((resolve, reject) => {
        clearTimeout(idle)
        running ??= start()
        running.asked.push({ resolve, reject })
        running.worker.postMessage(ask)
      }),
  }
}
