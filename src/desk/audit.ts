// The event log as people read it: who did what, to which item, when.
import { brokenEvent, type Context, eventKinds } from '../store/index.ts'
import { sentences } from './history.ts'
import { namesOf } from './names.ts'

export type AuditFilter = {
  /** An actor: staff id, `token:ID` or `system`. */
  who?: string
  kind?: string
  /** A submission's number. */
  item?: number
  /** Epoch milliseconds; `until` is not included. */
  since?: number
  until?: number
  /** Sequence number: only older events. */
  before?: number
}

export type AuditLine = {
  seq: number
  at: number
  by: string
  actor: string
  words: string
  story: { slug: string; title: string } | null
  submission: number | null
  entryId: string | null
  data: Record<string, string | number | boolean | null>
}

const page = 50

const houseWords: Record<string, string> = {
  banned: 'Contributor banned',
  'ban-lifted': 'Ban lifted',
  noted: 'Note on a contributor',
  'erasure-asked': 'Erasure asked for',
  'story-added': 'Story added',
  'story-changed': 'Story changed',
  'story-rolled-over': 'Story rolled over',
  'story-merged': 'Stories merged',
  'mailbox-added': 'Mailbox added',
  'mailbox-changed': 'Mailbox changed',
  'staff-added': 'Account added',
  'staff-changed': 'Account changed',
  'token-added': 'Token added',
  'token-revoked': 'Token revoked',
  'webhook-added': 'Webhook added',
  'webhook-removed': 'Webhook removed',
  'webhook-replayed': 'Webhook replayed',
  'retention-changed': 'Retention changed',
  'signed-in': 'Signed in',
  'signed-out': 'Signed out',
}

/** Every kind of event with its words, for the filter. */
export const kindsInWords = (): [kind: string, words: string][] =>
  eventKinds.map(kind => [kind, houseWords[kind] ?? sentences[kind]?.({}, String) ?? kind])

/** Newest first, a page of 50; `next` is the `before` of the page after it, or null. */
export async function listEvents(
  { db }: Context,
  filter: AuditFilter,
): Promise<{ lines: AuditLine[]; next: number | null }> {
  let query = db
    .selectFrom('event')
    .leftJoin('story', 'story.id', 'event.story_id')
    .select(['event.seq', 'event.at', 'event.kind', 'event.actor', 'event.submission_number', 'event.entry_id'])
    .select(['event.data', 'story.slug', 'story.title'])
    .orderBy('event.seq', 'desc')
    .limit(page + 1)
  if (filter.who !== undefined) query = query.where('event.actor', '=', filter.who)
  if (filter.kind !== undefined) query = query.where('event.kind', '=', filter.kind)
  if (filter.item !== undefined) query = query.where('event.submission_number', '=', filter.item)
  if (filter.since !== undefined) query = query.where('event.at', '>=', filter.since)
  if (filter.until !== undefined) query = query.where('event.at', '<', filter.until)
  if (filter.before !== undefined) query = query.where('event.seq', '<', filter.before)
  const rows = await query.execute()
  const shown = rows.slice(0, page)
  const told = shown.map(row => ({ row, data: JSON.parse(row.data) as AuditLine['data'] }))
  const people = told.flatMap(({ row, data }) => [row.actor, typeof data.staff === 'string' ? data.staff : null])
  const name = await namesOf(db, people)
  const lines = told.map(({ row, data }) => ({
    seq: row.seq,
    at: row.at,
    by: name(row.actor),
    actor: row.actor,
    words: wordsOf(row.kind, data, name),
    story: row.slug === null || row.title === null ? null : { slug: row.slug, title: row.title },
    submission: row.submission_number,
    entryId: row.entry_id,
    data,
  }))
  return { lines, next: rows.length > page ? shown.at(-1)!.seq : null }
}

function wordsOf(kind: string, data: AuditLine['data'], name: (actor: string) => string): string {
  const words = houseWords[kind] ?? sentences[kind]?.(data, name) ?? kind
  const more = [
    typeof data.staff === 'string' ? name(data.staff) : '',
    typeof data.role === 'string' ? String(data.role) : '',
    data.disabled === true ? 'closed' : '',
    data.password === true ? 'new password' : '',
    data.secondFactor === true ? 'second factor on' : data.secondFactor === false ? 'second factor off' : '',
    data.invited ? 'link made' : '',
    typeof data.ended === 'number' ? `${data.ended} ended` : '',
  ].filter(Boolean)
  return more.length > 0 && kind in houseWords ? `${words}: ${more.join(', ')}` : words
}

/** Walks the whole chain; answers the first event that does not fit, or null, and how many there are. */
export async function checkChain({ db }: Context): Promise<{ broken: number | null; events: number; head: string }> {
  const last = await db.selectFrom('event').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return { broken: await brokenEvent(db), events: last?.seq ?? 0, head: last?.hash ?? '' }
}
