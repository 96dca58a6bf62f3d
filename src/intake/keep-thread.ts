// The thread that keeps mail in a burst: packs a batch as soon as it comes, commits it when it is told to.
import { parentPort, workerData } from 'node:worker_threads'
import { silent } from '../log.ts'
import { openKeys } from '../secret.ts'
import { createSignal, openStore } from '../store/index.ts'
import { arrivalsOf } from './batch.ts'
import { keepPacked } from './keep.ts'
import { type Answer, type Ask, failureFrom } from './keep-wish.ts'
import { type Packed, pack } from './pack.ts'

const { database, keyFile } = workerData as { database: string; keyFile: string }
const port = parentPort!
const { db } = openStore(database)
const { fingerprint } = openKeys(keyFile)
const signal = createSignal()
const packed = new Map<number, Packed[]>()

async function answer(ask: Ask): Promise<unknown> {
  if ('batch' in ask) {
    packed.set(ask.id, arrivalsOf(ask.batch).map(pack))
    return null
  }
  const batch = packed.get(ask.id)
  packed.delete(ask.id)
  // The thread that packed it has died: whoever fetched it fetches again.
  if (!batch) throw new Error('the thread that keeps mail has ended')
  const { now, ...keeping } = ask.wish
  return await keepPacked({ db, log: silent, signal, now: () => now }, { ...keeping, fingerprint }, batch)
}

// One after the other: answers come in the order of the questions.
let turn = Promise.resolve()
port.on('message', (ask: Ask) => {
  turn = turn.then(async () => {
    const said: Answer = await answer(ask).then(
      value => ({ value }),
      error => ({ failure: failureFrom(error) }),
    )
    port.postMessage(said)
  })
})
