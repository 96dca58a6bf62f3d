// Proves and packs one copy in a thread of its own.
import { parentPort, workerData } from 'node:worker_threads'
import { type Packing, packCopy } from './backup.ts'

packCopy(workerData as Packing).then(
  packed => parentPort!.postMessage({ packed }),
  (error: Error) => parentPort!.postMessage({ error: error.message }),
)
