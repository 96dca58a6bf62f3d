// `user add` and `user list`.
import { type Command, Option } from 'commander'
import type { Role } from '../store/index.ts'
import type { House, Open } from './house.ts'
import { columns, faultOf, readSecret, say } from './say.ts'

export const roles = ['viewer', 'moderator', 'editor', 'admin'] as const

type AddOptions = { name: string; role: Role; passwordFile: string; json?: boolean }

export function userCommand(program: Command, open: Open): void {
  const user = program.command('user').description('people who work at the desk')
  user
    .command('add')
    .argument('<email>', 'the address they sign in with')
    .description('add a person')
    .requiredOption('--name <name>', 'as it stands beside their decisions')
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).makeOptionMandatory())
    .requiredOption('--password-file <file>', 'a file with the password as its only line, or - for standard input')
    .option('--json', 'print JSON')
    .action((email: string, options: AddOptions) => open(house => addUser(email, options, house)))
  user
    .command('list')
    .description('list people')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) => open(house => listUsers(house, json)))
}

async function addUser(email: string, options: AddOptions, { context }: House): Promise<void> {
  const { addStaff } = await import('../desk/staff.ts')
  const { name, role, passwordFile } = options
  const result = await addStaff(context, 'system', { email, name, role, password: readSecret(passwordFile) })
  if (!result.ok) throw faultOf(result.faults)
  const { id, createdAt } = result.staff
  say(options.json, { id, email: result.staff.email, name, role, createdAt }, [
    `Added ${result.staff.name} <${result.staff.email}> as ${role}.`,
  ])
}

async function listUsers({ context }: House, json: boolean | undefined): Promise<void> {
  const { listStaff } = await import('../desk/staff.ts')
  const people = (await listStaff(context)).map(({ id, email, name, role, createdAt, disabledAt }) => ({
    id,
    email,
    name,
    role,
    createdAt,
    disabledAt,
  }))
  const rows = people.map(each => [each.email, each.role, each.name, each.disabledAt === null ? '' : 'disabled'])
  say(json, people, rows.length > 0 ? columns(rows) : ['Nobody yet. Add somebody: postbag user add EMAIL …'])
}
