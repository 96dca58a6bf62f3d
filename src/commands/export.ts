// `export --all` for everything that is stored, `export --story` for what was published: a table, or a web site.
import { type Command, Option } from 'commander'
import type { House, Open } from './house.ts'
import { Fault, say } from './say.ts'

type Options = { all?: boolean; story?: string; to?: string; format: 'csv' | 'json'; watch?: boolean; json?: boolean }

export function exportCommand(program: Command, open: Open): void {
  program
    .command('export')
    .description('write everything into a folder, or what was published of one story')
    .option('--all', 'every message byte for byte, every row as JSON Lines; no passwords and no keys')
    .option('--to <folder>', 'with --all: an empty or new folder; with --story: its live page and feeds as files')
    .option('--story <slug>', 'what readers saw of this story')
    .addOption(new Option('--format <format>', 'with --story').choices(['csv', 'json']).default('csv'))
    .option('--watch', 'with --story and --to: keep the folder current until stopped')
    .option('--json', 'print JSON')
    .action((options: Options) => {
      if (options.all && options.to !== undefined)
        return open(house => everything(options.to!, options.json, house), 'existing')
      if (options.story !== undefined && options.to !== undefined && !options.all)
        return open(async house => {
          const { exportSite } = await import('./export-site.ts')
          await exportSite({ ...options, story: options.story!, to: options.to! }, house)
        }, 'existing')
      if (options.story !== undefined && !options.all) return open(house => published(options, house), 'existing')
      throw new Fault('Say what to export: --all --to FOLDER, --story SLUG, or --story SLUG --to FOLDER.')
    })
}

async function everything(folder: string, json: boolean | undefined, { store }: House): Promise<void> {
  const { exportAll } = await import('./export-all.ts')
  const done = await exportAll(store, folder)
  say(json, done, [
    `Wrote ${done.messages} messages to ${folder}/mail.mbox and every row beside it as JSON Lines.`,
    ...(done.separate > 0
      ? [`${done.separate} that an mbox file cannot hold byte for byte are in ${folder}/messages.`]
      : []),
    ...(done.incomplete > 0
      ? [`${done.incomplete} were too large to be taken whole; what we have of them is in ${folder}/incomplete.`]
      : []),
    `To take the mail in elsewhere: postbag import ${folder}/mail.mbox${done.separate > 0 ? ` ${folder}/messages` : ''}`,
    'It holds readers’ names, addresses and words. Keep it as carefully as the database.',
  ])
}

async function published({ story: slug, format, json }: Options, { context }: House): Promise<void> {
  const { archivedWithTimes, csv, findPublicStory, readArchive } = await import('../feed/index.ts')
  const found = await findPublicStory(context.db, slug!)
  if (!found) throw new Fault(`There is no story ${slug}. See: postbag story list`)
  if ('moved' in found) throw new Fault(`The story ${slug} is now called ${found.moved}.`)
  const entries = await readArchive(context.db, found.story.id)
  if (json || format === 'json') return say(true, { story: slug, entries: entries.map(archivedWithTimes) }, [])
  process.stdout.write(csv(entries))
}
