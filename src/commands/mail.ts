// Takes mail in for as long as the house is open, and groups campaigns as letters are read.
import type { House } from './house.ts'

export type Taking = { stop: () => Promise<void> }

/** Starts the reader, the loops of the mailboxes and the grouping, in this thread. */
export async function takeMail({ config, context, keys }: House): Promise<Taking> {
  const [{ createReader }, { startIntake }, { startGrouping }] = await Promise.all([
    import('../mail/pool.ts'),
    import('../intake/index.ts'),
    import('../desk/grouping.ts'),
  ])
  const { database, keyFile, livePace, workers } = config
  const reader = createReader({ threads: workers })
  const intake = startIntake(context, keys(), reader, { livePace, ownThread: { database, keyFile } })
  const grouping = startGrouping(context)
  return {
    async stop() {
      await grouping.stop()
      await intake.stop()
      await reader.close()
    },
  }
}
