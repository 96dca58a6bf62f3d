// Which story an email is for. The rules are asked in this order, and the first that knows decides:
// an address of a story, a plus-tag, words of the subject, the mailbox's own story, the default story; else the email is unrouted.
import type { Context } from '../store/index.ts'
import { loadToldStories, type StoryTold } from './elsewhere.ts'

export type Routes = {
  /** Lower-case address → story. */
  addresses: Map<string, string>
  /** Slug, also one of old → story. */
  slugs: Map<string, string>
  /** Words of subjects, lower case, and the open story they lead to. */
  subjects: { words: string; storyId: string }[]
  /** Mailbox id → its story and the name it signs in with, which usually is an address. */
  mailboxes: Map<string, { storyId: string | null; username: string }>
  defaultStory: string | null
  /** What the open stories are about, for the mark that an email was meant for another. */
  told: StoryTold[]
}

export type Rule = 'address' | 'plus-tag' | 'subject' | 'mailbox' | 'default' | 'unrouted'

/** `words` is what matched: the address, or nothing. */
export type Route = { storyId: string | null; rule: Rule; words: string }

/** What of an email the rules look at. */
type Asked = { to: string[]; subject: string }

/** Reads the rules as they stand. */
export async function loadRoutes({ db }: Pick<Context, 'db'>): Promise<Routes> {
  const [addresses, stories, old, mailboxes, subjects, told] = await Promise.all([
    db.selectFrom('story_address').select(['address', 'story_id']).execute(),
    db.selectFrom('story').select(['id', 'slug', 'is_default', 'status', 'continued_by']).execute(),
    db.selectFrom('story_slug').select(['slug', 'story_id']).execute(),
    db.selectFrom('mailbox').select(['id', 'story_id', 'username']).execute(),
    db
      .selectFrom('story_subject')
      .innerJoin('story', 'story.id', 'story_subject.story_id')
      .select(['words', 'story_id as storyId'])
      .where('story.status', '!=', 'closed')
      .orderBy('story.created_at', 'desc')
      .orderBy('position')
      .execute(),
    loadToldStories(db),
  ])
  /** A closed story that was rolled over: its tag leads to the story that goes on. */
  const heirOf = (id: string): string => {
    const row = stories.find(each => each.id === id)
    return row?.status === 'closed' && row.continued_by !== null ? heirOf(row.continued_by) : id
  }
  return {
    addresses: new Map(addresses.map(row => [row.address, row.story_id])),
    slugs: new Map([
      ...old.map(row => [row.slug, heirOf(row.story_id)] as const),
      ...stories.map(row => [row.slug, heirOf(row.id)] as const),
    ]),
    subjects,
    mailboxes: new Map(
      mailboxes.map(row => [row.id, { storyId: row.story_id, username: row.username.toLowerCase() }] as const),
    ),
    defaultStory: stories.find(row => row.is_default === 1 && row.status !== 'closed')?.id ?? null,
    told,
  }
}

/** The story for an email sent to the addresses `to` (lower case) that lay in the mailboxes with these ids. */
export function routeOf(routes: Routes, { to, subject }: Asked, mailboxIds: string[]): Route {
  for (const address of to) {
    const storyId = routes.addresses.get(address)
    if (storyId) return { storyId, rule: 'address', words: address }
  }
  for (const address of to) {
    const storyId = byPlusTag(routes, address)
    if (storyId) return { storyId, rule: 'plus-tag', words: address }
  }
  const heading = subject.replace(/\s+/g, ' ').toLowerCase()
  const named = routes.subjects.find(each => heading.includes(each.words))
  if (named) return { storyId: named.storyId, rule: 'subject', words: named.words }
  for (const id of mailboxIds) {
    const mailbox = routes.mailboxes.get(id)
    if (mailbox?.storyId) return { storyId: mailbox.storyId, rule: 'mailbox', words: mailbox.username }
  }
  if (routes.defaultStory) return { storyId: routes.defaultStory, rule: 'default', words: '' }
  return { storyId: null, rule: 'unrouted', words: '' }
}

/** `haveyoursay+nhs@example.org`: the story with the slug `nhs`, else the one whose address is without the tag. */
function byPlusTag(routes: Routes, address: string): string | null {
  const parts = /^([^+@]+)\+([^@]*)@(.+)$/.exec(address)
  if (!parts) return null
  const base = `${parts[1]}@${parts[3]}`
  const ours = routes.addresses.get(base)
  // The tag leads somewhere only at an address of ours: anyone may write a slug before an @.
  if (ours === undefined && ![...routes.mailboxes.values()].some(mailbox => mailbox.username === base)) return null
  return routes.slugs.get(parts[2]!) ?? ours ?? null
}

/** Whether an email came from one of our own addresses: our mail coming back, or someone who pretends so. */
export const isOurs = (routes: Routes, address: string): boolean =>
  routes.addresses.has(address) || [...routes.mailboxes.values()].some(mailbox => mailbox.username === address)
