// What runs in a worker thread: messages in, Readings out. One message's failure is its own, never its neighbours'.
import { BeyondLimits } from './limits.ts'
import { readMessage } from './read.ts'
import type { ParkedReading, Reading } from './reading.ts'

/** Reads a task's messages in order. Answers one result for each; never rejects. */
export default async function readBatch(batch: Uint8Array[]): Promise<(Reading | ParkedReading)[]> {
  const results: (Reading | ParkedReading)[] = []
  for (const raw of batch) results.push(await readMessage(raw).catch(parked))
  return results
}

const parked = (error: unknown): ParkedReading => ({
  parked: {
    why: error instanceof BeyondLimits ? error.message : `The reader failed on it (${String(error).slice(0, 200)}).`,
  },
})
