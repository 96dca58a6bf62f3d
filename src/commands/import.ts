// `import`: mail from disk, by the same path as mail from a server.
import type { Command } from 'commander'
import type { ImportCounts } from '../intake/import.ts'
import type { House, Open } from './house.ts'
import { storyId } from './mailbox.ts'
import { Fault, say } from './say.ts'

type Options = { story?: string; all?: boolean; json?: boolean }

export function importCommand(program: Command, open: Open): void {
  program
    .command('import')
    .argument('<path...>', '.eml files, mbox files, Maildir folders, or folders of these; with --all one folder')
    .description('take mail in from disk')
    .option('--story <slug>', 'the story it belongs to')
    .option('--all', 'everything that `export --all` wrote, into an empty database')
    .option('--json', 'print JSON')
    .action((paths: string[], options: Options) =>
      open(house => (options.all ? everything(paths, options, house) : importAll(paths, options, house))),
    )
}

async function importAll(paths: string[], options: Options, house: House): Promise<void> {
  const [{ importPath }, { createReader }] = await Promise.all([
    import('../intake/import.ts'),
    import('../mail/pool.ts'),
  ])
  if (options.story === undefined)
    throw new Fault('Say which story it belongs to, with --story, or --all for everything.')
  const story = await storyId(house, options.story)
  const reader = createReader({ threads: house.config.workers })
  const results: ({ path: string } & ImportCounts)[] = []
  try {
    for (const path of paths) {
      const counts = await importPath(house.context, reader, path, { storyId: story, keys: house.keys() }).catch(
        error => {
          throw unreadable(path, error)
        },
      )
      results.push({ path, ...counts })
    }
  } finally {
    await reader.close()
  }
  say(options.json, results, results.map(line))
}

async function everything([folder = '', ...more]: string[], { json }: Options, house: House): Promise<void> {
  if (more.length > 0) throw new Fault('With --all name one folder: the one that `export --all` wrote.')
  const { importWhole } = await import('./import-all.ts')
  const rows = await importWhole(house.store, house.context, folder)
  say(json, { folder, rows }, [
    `Took in ${rows.submission} emails, ${rows.entry} entries and ${rows.event} events from ${folder}.`,
    'Nobody can sign in yet, and mailboxes are paused: passwords are not part of an export. Next: postbag user add, and the password of each mailbox.',
    'Use the key file of the house that was exported, or those who were erased there could be taken in again here.',
  ])
}

/** A path that cannot be read, in a sentence; any other error as it is. */
function unreadable(path: string, error: NodeJS.ErrnoException): Error {
  if (error.code === 'ENOENT') return new Fault(`There is no file or folder ${error.path ?? path}.`)
  if (error.code === 'EACCES') return new Fault(`${error.path ?? path} cannot be read: the rights do not allow it.`)
  return error
}

function line({
  path,
  found,
  duplicate,
  erased,
  read,
  aside,
  parked,
  pending,
  passedOver,
}: ImportCounts & { path: string }): string {
  const rest = Object.entries({ duplicate, aside, parked, pending, erased }).filter(([, count]) => count > 0)
  const others =
    passedOver > 0 ? ` (${passedOver} ${passedOver === 1 ? 'file' : 'files'} passed over: no mail by the name)` : ''
  return `${path}: ${found} found, ${read} new for the desk${rest.map(([name, count]) => `, ${count} ${name}`).join('')}${others}`
}
