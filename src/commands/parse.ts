// `parse FILE…` and `parse --jsonl PATH…`: the Reading of each message as JSON, with no database and no settings.
import type { Command } from 'commander'
import type { UnreadablePath } from '../mail/parse.ts'

type Options = { jsonl?: boolean; threads: string }

export function parseCommand(program: Command): void {
  program
    .command('parse')
    .argument('<path...>', '.eml files, mbox files, folders or Maildirs')
    .description('print what is read in each email as JSON; needs no database')
    .option('--jsonl', 'one line of JSON for each message')
    .option('--threads <n>', 'how many worker threads read', '2')
    .action(parse)
}

async function parse(paths: string[], { jsonl, threads }: Options): Promise<void> {
  const { createReader } = await import('../mail/pool.ts')
  const { parsePaths } = await import('../mail/parse.ts')
  const reader = createReader({ threads: Math.min(16, Math.max(1, Number.parseInt(threads, 10) || 2)) })
  try {
    for await (const line of parsePaths(reader, paths)) {
      if ('unreadable' in line) unreadable(line)
      else await print(`${JSON.stringify(line, null, jsonl ? undefined : 2)}\n`)
    }
  } catch (error) {
    // Whoever reads our output has seen enough (`| head`).
    if ((error as { code?: string }).code !== 'EPIPE') throw error
  } finally {
    await reader.close()
  }
}

/** The other paths are still read; the exit code tells. */
function unreadable({ file, unreadable: why }: UnreadablePath): void {
  process.stderr.write(`postbag: ${file}: ${why}\n`)
  process.exitCode = 2
}

/** Waits while the other end is slower than we are, so that nothing piles up in memory. */
const print = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, error => (error ? reject(error) : resolve()))
  })
