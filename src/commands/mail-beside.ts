// Mail is taken in by a thread of its own beside the desk: written by the thread that answers pages, a burst kept every
// page waiting for tenths of a second.

import { setFlagsFromString } from 'node:v8'
import { type MessagePort, Worker } from 'node:worker_threads'
import type { Signal } from '../store/index.ts'
import type { House } from './house.ts'
import type { Taking } from './mail.ts'

/** A thread that died is started again after this long (ms). */
const patience = 5_000
/** A thread that was told to stop is ended after this long (ms); what it had not committed comes again. */
const longestStop = 3_000

/** A young generation as small as the main thread's begins: three semi-spaces of 1 MB (`heap.ts` says why). */
const smallYoung = { maxYoungGenerationSizeMb: 3 }

export function takeMailBeside({ config, context }: House): Taking {
  let stopping = false
  let again: NodeJS.Timeout | undefined
  let running: { worker: Worker; taking: boolean; ended: Promise<void> }
  // Ours need not stay small any more: what pages leave behind dies young, and is best collected rarely.
  setFlagsFromString('--semi-space-growth-factor=2')
  const start = () => {
    const worker = new Worker(new URL('./mail-thread.ts', import.meta.url), {
      workerData: config,
      resourceLimits: smallYoung,
    })
    const apart = joinSignals(context.signal, worker)
    worker.on('error', error => context.log.error({ error }, 'The thread that takes mail in has failed'))
    const ended = new Promise<void>(done =>
      worker.once('exit', () => {
        apart()
        if (!stopping) again = setTimeout(start, patience)
        done()
      }),
    )
    running = { worker, taking: false, ended }
    worker.on('message', word => {
      if (word === 'taking') running.taking = true
    })
  }
  start()
  return {
    async stop() {
      stopping = true
      clearTimeout(again)
      const { worker, taking, ended } = running
      // One that is still loading has nothing in hand, and would be asked long before it listens.
      if (taking) worker.postMessage('stop')
      else void worker.terminate()
      const late = setTimeout(() => void worker.terminate(), longestStop)
      await ended
      clearTimeout(late)
    },
  }
}

/** What wakes one thread wakes the other, once for as much as is committed in one go. Answers what ends that. */
export function joinSignals(signal: Signal, port: MessagePort | Worker): () => void {
  let told = false
  let relaying = false
  const off = signal.onWake(() => {
    if (told || relaying) return
    told = true
    setImmediate(() => {
      told = false
      port.postMessage('wake')
    })
  })
  const relay = (word: unknown) => {
    if (word !== 'wake') return
    relaying = true
    signal.wake()
    relaying = false
  }
  port.on('message', relay)
  return () => {
    off()
    port.off('message', relay)
  }
}
