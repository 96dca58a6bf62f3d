// The thread that commits a burst's batches, each when it is told to.
import { workerData } from 'node:worker_threads'
import { silent } from '../log.ts'
import { openKeys } from '../secret.ts'
import { createSignal, leaveLog, openStore } from '../store/index.ts'
import { type PackedBatch, packedOf } from './batch.ts'
import { type Keeping, type Kept, keepPacked } from './keep.ts'
import { answerEach } from './thread.ts'

/** What to commit, and what a commit needs to know; `now` is the clock of the one who asks. */
export type Commit = { batch: PackedBatch; wish: Omit<Keeping, 'fingerprint'> & { now: number } }

const { database, keyFile } = workerData as { database: string; keyFile: string }
const { db } = openStore(database)
leaveLog(db, true)
const { fingerprint } = openKeys(keyFile)
const signal = createSignal()

answerEach(({ batch, wish: { now, ...keeping } }: Commit): Promise<Kept> => {
  const context = { db, log: silent, signal, now: () => now }
  return keepPacked(context, { ...keeping, fingerprint }, packedOf(batch))
})
