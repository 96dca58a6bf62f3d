// A thread that looks at the database again and again, and says when it first saw an entry live: what another
// connection reads is committed.
import { parentPort, workerData } from 'node:worker_threads'
import { openStore } from '../../src/store/index.ts'

const { engine } = openStore(workerData as string)
const live = engine.prepare('select 1 from entry where submission_number = ? and published_at is not null').pluck()
parentPort!.on('message', (submission: number) => {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  while (live.get(submission) === undefined) Atomics.wait(pause, 0, 0, 1)
  parentPort!.postMessage(Date.now())
})
