// The demo's newsroom: its people, its stories, its mailbox.
import type { House } from '../../src/commands/house.ts'
import type { Actor } from '../../src/desk/policy.ts'
import { addStaff, listStaff } from '../../src/desk/staff.ts'
import { addStory, listStories, type Story } from '../../src/desk/stories.ts'
import { changePageTop, readPageTop } from '../../src/feed/index.ts'
import { addMailbox, changeMailbox, listMailboxes } from '../../src/intake/mailboxes.ts'
import { saveInstallation } from '../../src/store/index.ts'
import { callOut } from './emails/letter.ts'

/** For everyone of the demo. It listens on this computer only and holds invented mail. */
export const password = 'tea at the picket line'

export const people = [
  { email: 'editor@example.org', name: 'Ruth Calder', role: 'editor' },
  { email: 'moderator@example.org', name: 'Rob Adeane', role: 'moderator' },
  { email: 'second@example.org', name: 'Meera Joshi', role: 'moderator' },
  { email: 'viewer@example.org', name: 'Vic Oldroyd', role: 'viewer' },
  { email: 'admin@example.org', name: 'Ada Frost', role: 'admin' },
] as const

const keyPoints = [
  'The walk-out runs from 08:00 to 17:00 today and again tomorrow',
  'More than 125,000 operations and appointments have been put off',
  'Consultants are covering emergency departments in their place',
]

export const strikeSlug = 'junior-doctors-strike'

/** Makes newsroom, people and stories; answers the strike's story. */
export async function makeNewsroom({ context }: Pick<House, 'context'>): Promise<Story> {
  await saveInstallation(context.db, {
    newsroom: 'The Example',
    zone: 'Europe/London',
    language: 'en-GB',
    tagAuthority: 'example.org',
    tagDate: '2016',
  })
  for (const person of people) ok(await addStaff(context, 'system', { ...person, password }))
  const { story } = ok(
    await addStory(context, 'system', {
      slug: strikeSlug,
      title: 'Junior doctors’ strike',
      headline: 'Junior doctors’ strike: first all-out stoppage in the history of the NHS',
      standfirst: 'Junior doctors in England have walked out of all services, emergencies included, until 17:00.',
      byline: 'Ruth Calder and Rob Adeane',
      callOut: `Send us your views: ${callOut}`,
      addresses: [callOut],
      zone: 'Europe/London',
      isDefault: true,
    }),
  )
  ok(await changePageTop(context, 'system', story.id, { ...(await readPageTop(context, story.id)), keyPoints }))
  ok(
    await addStory(context, 'system', {
      slug: 'leicester-city',
      title: 'Leicester City: five thousand to one',
      callOut: 'Where will you watch it? football@example.org',
      addresses: ['football@example.org'],
      zone: 'Europe/London',
    }),
  )
  return story
}

export const strikeStory = async ({ context }: Pick<House, 'context'>): Promise<Story | undefined> =>
  (await listStories(context)).find(story => story.slug === strikeSlug)

/** Points the desk at the demo's mail server, which has a new port and a new password at every start. */
export async function pointAtMailServer(
  house: House,
  story: Story,
  at: { port: number; secret: string },
): Promise<void> {
  const where = { host: '127.0.0.1', port: at.port, security: 'none' as const, username: callOut, password: at.secret }
  const [mailbox] = await listMailboxes(house.context)
  if (mailbox) ok(await changeMailbox(house.context, house.keys(), mailbox.id, { ...where, actor: 'system' }))
  else ok(await addMailbox(house.context, house.keys(), { ...where, name: 'Have your say', storyId: story.id }))
}

export async function actorOf({ context }: Pick<House, 'context'>, email: string): Promise<Actor> {
  const person = (await listStaff(context)).find(each => each.email === email)
  if (!person) throw new Error(`the demo has nobody called ${email}`)
  return { kind: 'staff', id: person.id, name: person.name, role: person.role }
}

function ok<Result extends { ok: boolean }>(result: Result): Extract<Result, { ok: true }> {
  if (!result.ok) throw new Error(`the demo could not be set up: ${JSON.stringify(result)}`)
  return result as Extract<Result, { ok: true }>
}
