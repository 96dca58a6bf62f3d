// Who keeps a batch: this thread, or, when a burst of mail comes, threads of their own, one that packs, one that commits and
// one that writes the log into the file, so that fingerprints, compression and the disk do not hold up the client that reads
// from the server, nor the desk, nor one another.
import { type Context, distrustAfter } from '../store/index.ts'
import { arrivalsOf, type Batch, createRooms, type PackedBatch, type Rooms } from './batch.ts'
import { createCheckpoints } from './checkpoints.ts'
import { type Keeping, type Kept, keepMessages } from './keep.ts'
import type { Commit } from './keep-thread.ts'
import { createThread } from './thread.ts'

export type Keeper = {
  rooms: Rooms
  /** Resolves after the durable commit, and never before it. `packed` is told when only the commit is left to do. */
  keep: (keeping: Keeping, batch: Batch, packed: () => void) => Promise<Kept>
  /** When nothing is under way any more. */
  close: () => Promise<void>
}

/**
 * Where threads of their own find the database and the key. `from`: a batch of so many bytes is worth it.
 * `checkpointEvery`: after so many the log is written into the file.
 */
export type OwnThread = { database: string; keyFile: string; from?: number; checkpointEvery?: number }

/** What a few letters cost is less than what it costs to hand them over. */
const worthIt = 256 * 1024

export function createKeeper(context: Context, own: OwnThread | null): Keeper {
  const rooms = createRooms()
  // A database in memory is this connection's alone: another thread would open another one.
  const threads = own && own.database !== ':memory:' ? startThreads(context, own) : null
  const there = async (
    { packer, keeper, checkpoints }: Threads,
    { fingerprint: _, ...wish }: Keeping,
    batch: Batch,
    packed: () => void,
  ) => {
    const ready = await packer.ask(batch)
    packed()
    checkpoints.coming(sizeOf(ready.messages))
    // Our own connection waits its turn meanwhile: two writers of one process would only ask again and again.
    const kept = await context.db
      .connection()
      .execute(() => keeper.ask({ batch: ready, wish: { ...wish, now: context.now() } }))
      .catch(error => {
        distrustAfter(context.db, error)
        throw error
      })
    context.signal.wake()
    return kept
  }
  return {
    rooms,
    keep: async (keeping, batch, packed) => {
      const kept =
        threads && sizeOf(batch.messages) >= (own?.from ?? worthIt)
          ? await there(threads, keeping, batch, packed)
          : await keepMessages(context, keeping, arrivalsOf(batch))
      rooms.giveBack(batch.bytes)
      return kept
    },
    close: async () =>
      void (await Promise.all([threads?.packer.end(), threads?.keeper.end(), threads?.checkpoints.end()])),
  }
}

type Threads = ReturnType<typeof startThreads>

const startThreads = (context: Context, { database, keyFile, checkpointEvery }: OwnThread) => ({
  packer: createThread<Batch, PackedBatch>(new URL('./pack-thread.ts', import.meta.url)),
  keeper: createThread<Commit, Kept>(new URL('./keep-thread.ts', import.meta.url), { database, keyFile }),
  checkpoints: createCheckpoints(context, database, checkpointEvery),
})

const sizeOf = (messages: { length: number }[]) => messages.reduce((sum, each) => sum + each.length, 0)
