// When the log of a burst is written into the database file: beside the commits, by a thread of its own. A commit that has
// to do it waits for the disk twice as long, and so does the desk behind it.
import { type Context, leaveLog } from '../store/index.ts'
import { createThread, idleLife } from './thread.ts'

export type Checkpoints = {
  /** Before a batch of so many bytes is committed. */
  coming: (bytes: number) => void
  end: () => Promise<void>
}

/** `every`: bytes kept between two checkpoints. */
export function createCheckpoints({ db, log }: Context, database: string, every = 16 * 1024 * 1024): Checkpoints {
  const thread = createThread<null, void>(new URL('./checkpoint-thread.ts', import.meta.url), { database })
  let since = 0
  let underWay = false
  let quiet: NodeJS.Timeout | undefined
  const write = async () => {
    underWay = true
    since = 0
    // Nothing is lost by one that failed: the log has it all, and the next one begins where this one did.
    await thread.ask(null).catch(error => log.warn({ error }, 'The log could not be written into the database'))
    underWay = false
  }
  return {
    coming(bytes) {
      if (quiet === undefined) leaveLog(db, true)
      clearTimeout(quiet)
      quiet = setTimeout(() => {
        quiet = undefined
        leaveLog(db, false)
      }, idleLife).unref()
      since += bytes
      if (since >= every && !underWay) void write()
    },
    async end() {
      clearTimeout(quiet)
      await thread.end()
    },
  }
}
