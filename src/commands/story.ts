// `story add` and `story list`.
import { type Command, InvalidArgumentError } from 'commander'
import type { Open } from './house.ts'
import { collect, columns, faultOf, say } from './say.ts'

type AddOptions = {
  title: string
  address?: string[]
  grace?: number
  zone?: string
  callOut?: string
  default?: boolean
  json?: boolean
}

export function storyCommand(program: Command, open: Open): void {
  const story = program.command('story').description('stories: a live page each, with its queue')
  story
    .command('add')
    .argument('<slug>', 'its name in addresses: small letters, figures and hyphens')
    .description('add a story')
    .requiredOption('--title <title>', 'what the live page is called')
    .option('--address <address>', 'mail to this address comes to the story; may be given several times', collect)
    .option('--grace <seconds>', 'how long an approval waits before it is live, 0 to 60 (10)', seconds)
    .option('--zone <zone>', 'time zone of the page, such as Europe/London (the newsroom’s)')
    .option('--call-out <words>', 'the line that invites readers to write')
    .option('--default', 'takes the mail that no address claims')
    .option('--json', 'print JSON')
    .action((slug: string, options: AddOptions) => open(house => addStory(slug, options, house.context)))
  story
    .command('list')
    .description('list stories with their waiting emails')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) => open(house => listStories(house.context, json)))
}

function seconds(given: string): number {
  if (!/^\d+$/.test(given)) throw new InvalidArgumentError('It is a whole number of seconds from 0 to 60.')
  return Number(given)
}

type Context = Parameters<Parameters<Open>[0]>[0]['context']

async function addStory(slug: string, options: AddOptions, context: Context): Promise<void> {
  const { addStory } = await import('../desk/stories.ts')
  const result = await addStory(context, 'system', {
    slug,
    title: options.title,
    addresses: options.address,
    graceSeconds: options.grace,
    zone: options.zone,
    callOut: options.callOut,
    isDefault: options.default,
  })
  if (!result.ok) throw faultOf(result.faults)
  say(options.json, result.story, [`Added the story ${slug} (${result.story.title}).`])
}

async function listStories(context: Context, json: boolean | undefined): Promise<void> {
  const { listStories } = await import('../desk/stories.ts')
  const { countViews } = await import('../desk/view.ts')
  const stories = []
  for (const story of await listStories(context))
    stories.push({ ...story, waiting: (await countViews(context, story.id)).waiting })
  const rows = stories.map(story => [
    story.slug,
    story.status,
    `${story.waiting} waiting`,
    story.title,
    story.addresses.join(', '),
  ])
  say(
    json,
    stories,
    rows.length > 0 ? columns(rows) : ['No stories yet. Add one: postbag story add SLUG --title TITLE'],
  )
}
