// `poll --once`: one pass over every mailbox, and its totals.
import type { Command } from 'commander'
import type { MailboxReport } from '../intake/poll.ts'
import type { House, Open } from './house.ts'
import { Fault, say } from './say.ts'

export function pollCommand(program: Command, open: Open): void {
  program
    .command('poll')
    .description('fetch from every mailbox once, read what came, and print what the ledger says against the server')
    .requiredOption('--once', 'one pass; for a standing service use serve')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) => open(house => poll(house, json)))
}

async function poll(house: House, json: boolean | undefined): Promise<void> {
  const [{ pollOnce }, { createReader }] = await Promise.all([import('../intake/poll.ts'), import('../mail/pool.ts')])
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  const reader = createReader({ threads: house.config.workers })
  try {
    const { database, keyFile } = house.config
    const options = { signal: stopping.signal, ownThread: { database, keyFile } }
    const reports = await pollOnce(house.context, house.keys(), reader, options)
    if (reports.length === 0 && !json)
      throw new Fault('There is no mailbox to fetch from. Add one: postbag mailbox add --help')
    say(json, reports, reports.map(line))
    if (reports.some(report => report.error !== undefined)) process.exitCode = 1
  } finally {
    await reader.close()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop)
  }
}

function line(report: MailboxReport): string {
  if (report.error !== undefined) return `${report.mailbox}: ${report.error}`
  const { pending, ingested, duplicate, ignored, parked, erased, unaccounted } = report
  const sums = Object.entries({ pending, ingested, duplicate, ignored, parked, erased, unaccounted })
  const sum = sums.map(([name, count]) => `${name}: ${count}`).join(' + ')
  const held = report.countedOnly ? ' (another process fetches from it; this pass only counted)' : ''
  return `${report.mailbox}: seen: ${report.seen} = ${sum}; new: ${report.new}; gone: ${report.gone}${held}`
}
