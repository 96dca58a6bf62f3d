// `backup FILE`: everything that a new machine needs, in one file.
import type { Command } from 'commander'
import { length, size } from '../amount.ts'
import type { House, Open } from './house.ts'
import { readSecret, say } from './say.ts'

type Options = { passphraseFile?: string; json?: boolean }

export function backupCommand(program: Command, open: Open): void {
  program
    .command('backup')
    .argument('<file>', 'the file to write')
    .description('write database, key file and erasure log into one file, also while Postbag runs')
    .option('--passphrase-file <file>', 'seal it with the passphrase in this file (- for standard input)')
    .option('--json', 'print JSON')
    .action((file: string, options: Options) => open(house => backup(file, options, house), 'existing'))
}

async function backup(file: string, { passphraseFile, json }: Options, house: House): Promise<void> {
  const { makeBackup, noteBackup } = await import('../store/index.ts')
  const passphrase = passphraseFile === undefined ? undefined : readSecret(passphraseFile)
  house.keys()
  const { keyFile } = house.config
  const at = house.context.now()
  const report = await makeBackup(house.store, { to: file, keyFile, passphrase, at })
  await noteBackup(house.context.db, { at, ms: report.ms, bytes: report.bytes, error: '' })
  const { counts } = report
  say(json, report, [
    `Wrote ${report.file}: ${size(report.bytes)} in ${length(report.ms)}, read back and sound.`,
    `It holds ${counts.submissions} emails, ${counts.entries} entries, ${counts.events} events and the key file.`,
    ...(report.sealed
      ? ['It is sealed: without the passphrase nobody can open it, and nor can you.']
      : ['It is not sealed, so whoever has it has the readers’ mail. Seal the next one with --passphrase-file.']),
  ])
}
