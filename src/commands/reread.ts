// `reread`: a better reader over everything stored. What people decided stays.
import type { Command } from 'commander'
import type { House, Open } from './house.ts'
import { say } from './say.ts'

export function rereadCommand(program: Command, open: Open): void {
  program
    .command('reread')
    .description('read every stored email again; what people decided, moved or wrote stays as it is')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) => open(house => rereadAll(house, json), 'existing'))
}

async function rereadAll({ context, config }: House, json: boolean | undefined): Promise<void> {
  const { reread } = await import('../intake/index.ts')
  const { createReader } = await import('../mail/pool.ts')
  const reader = createReader({ threads: config.workers })
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    const counts = await reread(context, reader, stopping.signal)
    say(json, counts, [
      `Read ${counts.read} emails again: ${counts.changed} changed, ${counts.unreadable} could not be read.`,
    ])
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    await reader.close()
  }
}
