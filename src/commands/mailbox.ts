// `mailbox add`, `mailbox list` and `mailbox test`.
import { readFileSync } from 'node:fs'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { House, Open } from './house.ts'
import { columns, Fault, readSecret, say } from './say.ts'

type AddOptions = {
  host: string
  port?: number
  user: string
  passwordFile?: string
  oauthFile?: string
  folder: string
  security: 'tls' | 'starttls' | 'none'
  story?: string
  quiet?: boolean
  json?: boolean
}

export function mailboxCommand(program: Command, open: Open): void {
  const mailbox = program.command('mailbox').description('mailboxes that readers’ emails are fetched from')
  mailbox
    .command('add')
    .argument('<name>', 'what people call it')
    .description('add a mailbox')
    .requiredOption('--host <host>', 'the mail server (IMAP)')
    .option('--port <port>', 'its port (993 with tls, else 143)', port)
    .requiredOption('--user <user>', 'the name that signs in')
    .option('--password-file <file>', 'a file that holds the password; - reads standard input')
    .option('--oauth-file <file>', 'instead of a password: a JSON file for OAuth 2.0, see the README')
    .option('--folder <folder>', 'the folder to read', 'INBOX')
    .addOption(
      new Option('--security <kind>', 'none is for this computer only')
        .choices(['tls', 'starttls', 'none'])
        .default('tls'),
    )
    .option('--story <slug>', 'takes the mail that no address of a story claims')
    .option('--quiet', 'leave the mailbox exactly as it is: nothing is flagged')
    .option('--json', 'print JSON')
    .action((name: string, options: AddOptions) => open(house => add(name, options, house)))
  mailbox
    .command('list')
    .description('list mailboxes with their health and their sums')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) => open(house => list(house, json)))
  mailbox
    .command('test')
    .argument('[name]', 'one mailbox; without it, all')
    .description('try the way in, step by step; nothing on the server changes')
    .option('--json', 'print JSON')
    .action((name: string | undefined, { json }: { json?: boolean }) => open(house => tryOut(name, house, json)))
}

function port(given: string): number {
  if (!/^\d{1,5}$/.test(given) || Number(given) < 1 || Number(given) > 65535)
    throw new InvalidArgumentError('It is a number from 1 to 65535.')
  return Number(given)
}

async function add(name: string, options: AddOptions, house: House): Promise<void> {
  const { addMailbox } = await import('../intake/mailboxes.ts')
  const added = await addMailbox(house.context, house.keys(), {
    name,
    host: options.host,
    port: options.port ?? (options.security === 'tls' ? 993 : 143),
    username: options.user,
    ...secretOf(options),
    folder: options.folder,
    security: options.security,
    storyId: options.story === undefined ? null : await storyId(house, options.story),
    quiet: options.quiet,
  })
  if (!added.ok) throw new Fault(added.words)
  const { secret: _, ...facts } = added.mailbox
  say(options.json, facts, [`Added the mailbox ${name}. Try the way in: postbag mailbox test ${JSON.stringify(name)}`])
}

/** Exactly one of the two ways in. */
function secretOf({ passwordFile, oauthFile }: AddOptions) {
  if ((passwordFile === undefined) === (oauthFile === undefined))
    throw new Fault('Give either --password-file or --oauth-file.')
  if (passwordFile !== undefined) return { password: readSecret(passwordFile) }
  return { password: '', oauth: readOAuth(oauthFile!) }
}

/** `{"tokenUrl": …, "clientId": …, "clientSecret": …, "refreshToken"?: …, "scope"?: …}` */
function readOAuth(file: string) {
  const wanted = 'It holds tokenUrl, clientId and clientSecret, and perhaps refreshToken and scope, as JSON.'
  let given: Record<string, unknown>
  try {
    given = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Fault(`There is no file ${file}.`)
    throw new Fault(`The file ${file} cannot be read. ${wanted}`)
  }
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : undefined)
  const [tokenUrl, clientId, clientSecret] = [text('tokenUrl'), text('clientId'), text('clientSecret')]
  if (!tokenUrl || !URL.canParse(tokenUrl) || !clientId || !clientSecret)
    throw new Fault(`The file ${file} is not complete. ${wanted}`)
  return { tokenUrl, clientId, clientSecret, refreshToken: text('refreshToken'), scope: text('scope') }
}

/** The id of a story by its slug, also by one it had before. */
export async function storyId({ context }: House, slug: string): Promise<string> {
  const { findStory } = await import('../desk/stories.ts')
  const found = await findStory(context, slug)
  if (found?.story) return found.story.id
  if (found?.moved) throw new Fault(`The story ${slug} is now called ${found.moved}.`)
  throw new Fault(`There is no story ${slug}. See: postbag story list`)
}

async function list({ context }: House, json: boolean | undefined): Promise<void> {
  const { mailboxAccounts } = await import('../intake/health.ts')
  const boxes = await mailboxAccounts(context)
  const rows = boxes.map(box => [
    box.name,
    box.state,
    box.checkedAt === null ? '' : `${box.seen ?? 0} seen`,
    box.checkedAt === null ? '' : `unaccounted: ${box.sums.unaccounted}`,
    `${box.folder} on ${box.host}`,
    box.warning === null ? box.words : `${box.words} ${box.warning}`,
  ])
  say(json, boxes, rows.length > 0 ? columns(rows) : ['No mailboxes yet. Add one: postbag mailbox add --help'])
}

async function tryOut(name: string | undefined, house: House, json: boolean | undefined): Promise<void> {
  const [{ listMailboxes, settingsOf, tryAgain }, { testMailbox }] = await Promise.all([
    import('../intake/mailboxes.ts'),
    import('../intake/test-mailbox.ts'),
  ])
  const all = await listMailboxes(house.context)
  const boxes = all.filter(box => name === undefined || box.name === name)
  if (boxes.length === 0)
    throw new Fault(
      name === undefined ? 'There are no mailboxes yet.' : `There is no mailbox ${name}. See: postbag mailbox list`,
    )
  const results = []
  for (const box of boxes) {
    if (!json) process.stdout.write(`${box.name}\n`)
    const result = await testMailbox({ ...settingsOf(box, house.keys()), outgoing: house.context.outgoing }, step => {
      if (!json) process.stdout.write(`  ${step.ok ? '✓' : '✗'} ${step.words}\n`)
    })
    results.push({ mailbox: box.name, ...result })
    // The way in is free again: a service that gave up, or waits, need not wait any longer.
    if (result.ok && box.error !== null) await tryAgain(house.context, box.id)
  }
  say(json, results, [])
  if (results.some(result => !result.ok)) process.exitCode = 1
}
