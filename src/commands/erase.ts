// `erase ADDRESS`: a reader's wish to be forgotten, and the certificate that it was done.
import { type Command, Option } from 'commander'
import type { Certificate } from '../desk/erase.ts'
import type { PublishedChoice } from '../feed/index.ts'
import { rfc3339 } from '../time.ts'
import type { House, Open } from './house.ts'
import { Fault, say } from './say.ts'

type Options = { published?: PublishedChoice; yes?: boolean; json?: boolean }

export function eraseCommand(program: Command, open: Open): void {
  program
    .command('erase')
    .argument('<address>', 'the reader’s email address')
    .description('erase a reader from every place, for good, and print a certificate')
    .addOption(
      new Option('--published <choice>', 'what becomes of their published words: an editor’s decision').choices([
        'withdraw',
        'keep-as-a-reader',
      ]),
    )
    .option('--yes', 'yes, erase: there is no way back')
    .option('--json', 'print JSON')
    .action((address: string, options: Options) => open(house => erase(address, options, house), 'existing'))
}

async function erase(address: string, { published, yes, json }: Options, house: House): Promise<void> {
  if (!/^\S+@\S+$/.test(address)) throw new Fault(`${address} is not an email address.`)
  if (!yes) throw new Fault(`Erasing ${address} cannot be undone. Say --yes when you are sure.`)
  const { eraseContributor } = await import('../desk/erase.ts')
  const wish = { address, published, actor: 'system', database: house.config.database }
  const result = await eraseContributor(house.context, house.keys(), wish)
  if (!result.ok && result.why === 'not-found') throw new Fault(`There is nothing from ${address}.`)
  if (!result.ok) {
    const numbers = result.live.map(entry => entry.submission).join(', ')
    throw new Fault(
      `Words of this reader are on a live page (email ${numbers}). Say --published withdraw to take them down, or --published keep-as-a-reader to leave them without name and place. Nothing has been erased.`,
    )
  }
  const { places } = await import('../desk/erase.ts')
  say(json, result.certificate, certificateLines(address, result.certificate, places))
}

const became = {
  stopped: 'stopped before it went live',
  withdrawn: 'withdrawn from the live page and every feed',
  kept: 'still live, without name and place',
  gone: 'had been withdrawn before; its words are gone',
}

function certificateLines(address: string, certificate: Certificate, places: Record<string, string>): string[] {
  const { emails, backups, log, mentions } = certificate
  const counts = Object.entries(certificate.places).map(
    ([place, count]) => `  ${String(count).padStart(6)}  ${places[place]}`,
  )
  return [
    `Certificate of erasure, ${rfc3339(certificate.erasedAt)}`,
    `${address}: ${emails.length === 1 ? 'one email' : `${emails.length} emails`} (${emails.join(', ')})`,
    'Removed or emptied:',
    ...counts,
    ...certificate.entries.map(entry => `Entry ${entry.id} (email ${entry.submission}): ${became[entry.became]}.`),
    certificate.purged
      ? 'Nothing is left in freed pages, the write-ahead log or the search index.'
      : 'Another process is reading, so the write-ahead log empties a little later. Run the command `verify` after it.',
    `Kept for ever: a fingerprint of each message and its line in the ledger, so that no poll or restore brings it back.`,
    backups.goneBy === null
      ? 'No backup has been written so far.'
      : `Backups made before hold it still: in ${backups.folders.join(', ')}. Scheduled ones are gone by ${rfc3339(backups.goneBy)}; those made by hand stay until you delete them.`,
    `The log by which a restored backup forgets as well lies in ${log.written.join(', ')}.`,
    ...log.failed.map(
      folder => `IT COULD NOT BE WRITTEN TO ${folder}. Copy it there before you restore from that folder.`,
    ),
    ...(mentions.emails.length > 0
      ? [`Other people’s emails name the address and were not touched: ${mentions.emails.join(', ')}.`]
      : []),
    ...mentions.entries.map(id => `Entry ${id} names the address in its words and was not touched.`),
    'The mail server’s own copy was not touched: delete it there.',
  ]
}
