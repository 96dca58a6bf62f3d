// `token add`, `token list` and `token revoke`.
import { type Command, Option } from 'commander'
import type { Role } from '../store/index.ts'
import { rfc3339 } from '../time.ts'
import type { House, Open } from './house.ts'
import { columns, Fault, faultOf, say } from './say.ts'
import { roles } from './user.ts'

export function tokenCommand(program: Command, open: Open): void {
  const token = program.command('token').description('bearer tokens of programs that use the API')
  token
    .command('add')
    .argument('<name>', 'as it stands beside what the program does')
    .description('make a token and print it, once')
    .addOption(new Option('--role <role>', 'what it may do').choices(roles).makeOptionMandatory())
    .option(
      '--scope <scope...>',
      'only for: read, decide, publish, receipts, metrics; left out: all that the role allows',
    )
    .option('--days <days>', 'how long it works; left out: until it is revoked', Number)
    .option('--json', 'print JSON')
    .action((name: string, options: Options) => open(house => addToken(name, options, house)))
  token
    .command('list')
    .description('list tokens')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) => open(house => listTokens(house, json)))
  token
    .command('revoke')
    .argument('<name>', 'name or id of the token')
    .description('end a token at once')
    .option('--json', 'print JSON')
    .action((name: string, { json }: { json?: boolean }) => open(house => revokeToken(name, house, json)))
}

type Options = { role: Role; scope?: string[]; days?: number; json?: boolean }

async function addToken(name: string, { role, scope, days, json }: Options, { context }: House) {
  const { addToken } = await import('../desk/tokens.ts')
  const result = await addToken(context, 'system', { name, role, scopes: scope, days })
  if (!result.ok) throw faultOf(result.faults)
  // The token alone on standard output, so that a script can keep it; the advice beside it is for people.
  say(json, { id: result.token.id, name: result.token.name, role, token: result.secret }, [result.secret])
  if (!json) process.stderr.write('This is the only time the token is shown. Keep it like a password.\n')
}

async function listTokens({ context }: House, json: boolean | undefined): Promise<void> {
  const { listTokens } = await import('../desk/tokens.ts')
  const tokens = await listTokens(context)
  const rows = tokens.map(each => [
    each.name,
    each.role,
    each.revokedAt === null ? (each.usedAt === null ? 'never used' : `used ${rfc3339(each.usedAt)}`) : 'revoked',
  ])
  say(json, tokens, rows.length > 0 ? columns(rows) : ['No tokens yet. Make one: postbag token add NAME --role ROLE'])
}

async function revokeToken(name: string, { context }: House, json: boolean | undefined): Promise<void> {
  const { revokeToken } = await import('../desk/tokens.ts')
  if (!(await revokeToken(context, 'system', name))) throw new Fault(`There is no working token named ${name}.`)
  say(json, { name, revoked: true }, [`Revoked the token ${name}.`])
}
