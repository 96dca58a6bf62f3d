// `webhook add`, `list`, `remove` and `replay`: programs that are told of every change.
import type { Command } from 'commander'
import { rfc3339 } from '../time.ts'
import type { House, Open } from './house.ts'
import { columns, Fault, say } from './say.ts'

type Json = { json?: boolean }
type Adding = { url: string; story?: string; hub?: boolean } & Json

export function webhookCommand(program: Command, open: Open): void {
  const webhook = program
    .command('webhook')
    .description('programs (and hubs) that are told of every publication, change and withdrawal')
  webhook
    .command('add')
    .argument('<name>', 'as the desk shows it beside what it has taken')
    .description('add one and print its signing secret, once')
    .requiredOption('--url <address>', 'where to send: https, or http on this machine')
    .option('--story <slug>', 'of this story only')
    .option('--hub', 'it is a WebSub hub: told that the feeds changed, and named in them')
    .option('--json', 'print JSON')
    .action((name: string, options: Adding) => open(house => add(name, options, house)))
  webhook
    .command('list')
    .description('list them, with what they have not taken yet')
    .option('--json', 'print JSON')
    .action(({ json }: Json) => open(house => list(house, json)))
  webhook
    .command('remove')
    .argument('<name>')
    .description('tell it nothing any more')
    .option('--json', 'print JSON')
    .action((name: string, { json }: Json) => open(house => remove(name, house, json)))
  webhook
    .command('replay')
    .argument('<name>')
    .description('try again at once what failed or was given up')
    .option('--from <number>', 'send everything after this number of the story’s changes once more')
    .option('--json', 'print JSON')
    .action((name: string, options: { from?: string } & Json) => open(house => replay(name, options, house)))
}

const refusals = {
  'no-name': 'Give the webhook a name.',
  'name-taken': 'There is already a webhook of this name. See: postbag webhook list',
  'bad-address': 'The address must begin with https:// (or http:// on this machine) and hold no password.',
  'not-on-the-list': 'Postbag may not call this host: POSTBAG_OUTGOING does not name it.',
}

async function add(name: string, { url, story: slug, hub, json }: Adding, house: House) {
  const { addWebhook, findPublicStory } = await import('../feed/index.ts')
  const found = slug === undefined ? null : await findPublicStory(house.context.db, slug)
  if (slug !== undefined && (!found || !('story' in found)))
    throw new Fault(`There is no story ${slug}. See: postbag story list`)
  const storyId = found && 'story' in found ? found.story.id : null
  const result = await addWebhook(house.context, house.keys(), 'system', {
    name,
    url,
    storyId,
    kind: hub ? 'hub' : 'webhook',
  })
  if (!result.ok) throw new Fault(refusals[result.why])
  if (hub) return say(json, { id: result.id, name, url }, [`The feeds name ${url} as their hub now.`])
  say(json, { id: result.id, name, url, secret: result.secret }, [result.secret])
  if (!json) process.stderr.write('This is the only time the secret is shown. The program checks signatures with it.\n')
}

async function list({ context }: House, json: boolean | undefined): Promise<void> {
  const { listWebhooks } = await import('../feed/index.ts')
  const hooks = await listWebhooks(context)
  const rows = hooks.map(({ name, url, deliveries }) => {
    const behind = deliveries.reduce((sum, each) => sum + each.behind, 0)
    const failing = deliveries.find(each => each.error !== null)
    const next =
      failing && (failing.nextAt === null ? 'given up; replay it by hand' : `next try ${rfc3339(failing.nextAt)}`)
    return [name, url, behind === 0 ? 'has everything' : `${behind} to send`, failing ? `${failing.error} ${next}` : '']
  })
  say(
    json,
    hooks,
    rows.length > 0 ? columns(rows) : ['No webhooks yet. Add one: postbag webhook add NAME --url ADDRESS'],
  )
}

async function remove(name: string, { context }: House, json: boolean | undefined): Promise<void> {
  const { removeWebhook } = await import('../feed/index.ts')
  if (!(await removeWebhook(context, 'system', name))) throw new Fault(`There is no webhook named ${name}.`)
  say(json, { name, removed: true }, [`Removed the webhook ${name}.`])
}

async function replay(name: string, { from, json }: { from?: string } & Json, { context }: House): Promise<void> {
  if (from !== undefined && !/^\d{1,12}$/.test(from)) throw new Fault('--from must be a whole number, 0 or more.')
  const { replayWebhook } = await import('../feed/index.ts')
  const done = await replayWebhook(context, 'system', name, from === undefined ? undefined : Number(from))
  if (!done) throw new Fault(`There is no webhook named ${name}.`)
  say(json, { name, replayed: true }, [`${name} is tried again now.`])
}
