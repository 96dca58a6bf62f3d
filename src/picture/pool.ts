// Pictures are opened in a process of their own. A thread could not be stopped inside the decoder, and a decoder that
// breaks on a hostile file would take the desk with it; a process is killed, and the next one starts clean.
import { type ChildProcess, fork } from 'node:child_process'
import type { Made, Parked, Wish } from './make.ts'

export type { Made, Parked, Wish } from './make.ts'

export type PictureMaker = {
  /** Never rejects. One at a time, in order: ten moderators who open pictures at once do not fill the machine. */
  make: (wish: Wish) => Promise<Made | Parked>
  close: () => Promise<void>
}

/** What loading the library may take on a busy machine. */
const startMs = 15_000
/** A process that was asked nothing for so long gives its memory back. */
const idleMs = 60_000

export function createPictureMaker({ timeoutMs = 5_000 }: { timeoutMs?: number } = {}): PictureMaker {
  let child: ChildProcess | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let idle: NodeJS.Timeout | undefined

  const end = () => {
    child?.kill('SIGKILL')
    child = null
  }
  async function one(wish: Wish): Promise<Made | Parked> {
    clearTimeout(idle)
    const fresh = child?.connected ? null : start()
    child = fresh ?? child!
    if (fresh && (await answerOf(fresh, startMs)) !== 'ready') {
      end()
      return { parked: 'The program that opens pictures did not start.' }
    }
    const waiting = answerOf(child, timeoutMs)
    child.send(wish, () => undefined)
    const answer = await waiting
    if (answer === 'late' || answer === 'gone') end()
    idle = setTimeout(end, idleMs).unref()
    if (answer === 'late') return { parked: `Opening it took longer than ${timeoutMs / 1000} seconds.` }
    if (answer === 'gone') return { parked: 'The program that opens pictures broke on it.' }
    return answer as Made | Parked
  }
  return {
    make(wish) {
      const made = turn.then(() => one(wish))
      turn = made
      return made
    },
    async close() {
      clearTimeout(idle)
      end()
    },
  }
}

/** Nothing of the environment goes along: what runs beside a hostile file should know no secret. */
function start(): ChildProcess {
  const child = fork(new URL('./process.ts', import.meta.url), [], {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=128', '--disable-warning=ExperimentalWarning'],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.unref()
  child.channel?.unref()
  return child
}

/** The next message; `late` after `ms`, `gone` when the process ends first. */
function answerOf(child: ChildProcess, ms: number): Promise<unknown> {
  return new Promise(resolve => {
    const settle = (answer: unknown) => {
      clearTimeout(timer)
      for (const event of ['message', 'exit', 'error']) child.off(event, listeners[event]!)
      resolve(answer)
    }
    const listeners: Record<string, (value: unknown) => void> = {
      message: settle,
      exit: () => settle('gone'),
      error: () => settle('gone'),
    }
    const timer = setTimeout(settle, ms, 'late')
    for (const [event, listener] of Object.entries(listeners)) child.on(event, listener)
  })
}
