// What every function of every room is handed: the database, the clock, the log, and the in-process wake-up call.
import { EventEmitter } from 'node:events'
import type { Log } from '../log.ts'
import type { Outgoing } from '../outgoing.ts'
import type { Now } from '../time.ts'
import type { Db, Trx } from './database.ts'

/** Wakes readers of the event log in this process. Losing a call loses nothing: they look again by themselves. */
export type Signal = {
  wake: () => void
  /** Calls `listener` after each commit; answers the function that stops it. */
  onWake: (listener: () => void) => () => void
}

export type Context = {
  db: Db
  now: Now
  log: Log
  signal: Signal
  /** Hosts that the house may call; left out: whomever an administrator named. */
  outgoing?: Outgoing
  /** A file of stolen passwords, for whoever chooses a new one. */
  stolenPasswords?: string | null
}

export function createSignal(): Signal {
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  return {
    wake: () => void emitter.emit('wake'),
    onWake(listener) {
      emitter.on('wake', listener)
      return () => emitter.off('wake', listener)
    },
  }
}

/** One transaction, whole or not at all, and then the wake-up call. It holds store calls only. */
export async function commit<Result>(context: Context, work: (trx: Trx) => Promise<Result>): Promise<Result> {
  const result = await context.db.transaction().execute(work)
  context.signal.wake()
  return result
}
