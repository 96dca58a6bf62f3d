// What is said between the thread that fetches and the thread that keeps.
import { LeaseLost } from '../store/index.ts'
import type { Batch } from './batch.ts'
import type { Keeping } from './keep.ts'

/** What a commit needs to know; `now` is the clock of the one who asks. */
export type KeepWish = Omit<Keeping, 'fingerprint'> & { now: number }

/** First the bytes, to be packed; then, when the database is ours alone, the word to commit the batch of this number. */
export type Ask = { id: number } & ({ batch: Batch } | { wish: KeepWish })

export type Answer = { value: unknown } | { failure: Failure }

/** An error loses its class and its code on its way between threads. */
type Failure = { message: string; code: string | undefined; leaseLost: boolean }

export const failureFrom = (error: unknown): Failure => ({
  message: error instanceof Error ? error.message : String(error),
  code: (error as { code?: string } | null)?.code,
  leaseLost: error instanceof LeaseLost,
})

export const errorFrom = ({ message, code, leaseLost }: Failure): Error =>
  leaseLost ? new LeaseLost(message) : Object.assign(new Error(message), code === undefined ? {} : { code })
