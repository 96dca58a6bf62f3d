// A thread that answers one question after the other, and whoever asks it.
import { parentPort, Worker } from 'node:worker_threads'
import { LeaseLost } from '../store/lease.ts'

type Answer = { value: unknown } | { failure: Failure }

/** An error loses its class and its code on its way between threads. */
type Failure = { message: string; code: string | undefined; leaseLost: boolean }

const failureFrom = (error: unknown): Failure => ({
  message: error instanceof Error ? error.message : String(error),
  code: (error as { code?: string } | null)?.code,
  leaseLost: error instanceof LeaseLost,
})

const errorFrom = ({ message, code, leaseLost }: Failure): Error =>
  leaseLost ? new LeaseLost(message) : Object.assign(new Error(message), code === undefined ? {} : { code })

/** In the thread: answers come in the order of the questions. */
export function answerEach<Question>(answer: (question: Question) => unknown): void {
  let turn = Promise.resolve()
  parentPort!.on('message', (question: Question) => {
    turn = turn.then(async () => {
      const said: Answer = await Promise.resolve()
        .then(() => answer(question))
        .then(
          value => ({ value }),
          error => ({ failure: failureFrom(error) }),
        )
      parentPort!.postMessage(said)
    })
  })
}

/** A thread that nobody needed for this long ends, and its memory with it. Milliseconds. */
export const idleLife = 60_000

type Pending = { resolve: (value: never) => void; reject: (error: Error) => void }

type Running = { worker: Worker; asked: Pending[] }

export type Thread<Question, Value> = { ask: (question: Question) => Promise<Value>; end: () => Promise<void> }

/** Starts the thread when it is first asked, and again after it ended; everything asked of one that dies is rejected. */
export function createThread<Question, Value>(file: URL, workerData?: unknown): Thread<Question, Value> {
  let running: Running | null = null
  let idle: NodeJS.Timeout | undefined
  const end = async () => {
    clearTimeout(idle)
    const ending = running
    running = null
    await ending?.worker.terminate()
  }
  const start = (): Running => {
    const worker = new Worker(file, {
      workerData,
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
    ask: question =>
      new Promise((resolve, reject) => {
        clearTimeout(idle)
        running ??= start()
        running.asked.push({ resolve, reject })
        running.worker.postMessage(question)
      }),
  }
}
