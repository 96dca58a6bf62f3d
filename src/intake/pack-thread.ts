// The thread that packs a burst's batches while others fetch and commit. It has no database.
import type { Batch } from './batch.ts'
import { packInPlace } from './batch.ts'
import { answerEach } from './thread.ts'

answerEach((batch: Batch) => packInPlace(batch))
