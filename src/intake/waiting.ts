// Waits that end early when told. The only timers of the room.

/** Waits `ms` milliseconds, or until `signal` aborts; never rejects. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    if (signal?.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal?.addEventListener('abort', done)
  })
}

/** Lets everything else that waits in this process have its turn. */
export const breathe = () => new Promise<void>(resolve => setImmediate(resolve))

/** `work`, or an error made by `late` once `ms` have passed. `late` also ends what `work` waits for. */
export async function withDeadline<Result>(work: Promise<Result>, ms: number, late: () => Error): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const watchdog = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms)
  })
  try {
    return await Promise.race([work, watchdog])
  } finally {
    clearTimeout(timer)
    // The loser of the race may still fail; nobody is listening any more.
    work.catch(() => {})
  }
}
