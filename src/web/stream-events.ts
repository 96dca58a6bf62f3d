// What open queue pages hear of: the event table read from a sequence number on, as ids and numbers only.
import { namesOf } from '../desk/names.ts'
import type { Context, Row } from '../store/index.ts'

export type Message = {
  id: number
  event: 'arrived' | 'decided' | 'published' | 'assigned' | 'stopped'
  data: Record<string, unknown>
}

const arriving = new Set(['read', 'queued', 'rerouted', 'aside', 'parked', 'retried'])
const deciding = new Set(['approved', 'held', 'rejected', 'spam', 'undone'])
const publishing = new Set(['published', 'amended', 'withdrawn', 'restored'])

/** The number of the last event of all. */
export async function lastSeq({ db }: Pick<Context, 'db'>): Promise<number> {
  const row = await db.selectFrom('event').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row?.seq ?? 0
}

const batch = 200

/**
 * Events after `since` that a queue page of this story must hear of, oldest first, and the number read up to. Mail of
 * no story is told to every page, since each shows it; a move is told to the story it left as well.
 */
export async function eventsSince(
  context: Context,
  storyId: string,
  since: number,
): Promise<{ messages: Message[]; upTo: number }> {
  const rows = await context.db
    .selectFrom('event')
    .select(['seq', 'kind', 'actor', 'submission_number', 'entry_id', 'data', 'story_id'])
    .where('seq', '>', since)
    .orderBy('seq')
    .limit(batch)
    .execute()
  const own = rows.filter(
    row =>
      row.story_id === storyId ||
      row.story_id === null ||
      (row.kind === 'rerouted' && JSON.parse(row.data).from === storyId),
  )
  const name = await namesOf(
    context.db,
    own.flatMap(row => [row.actor, row.kind === 'assigned' ? JSON.parse(row.data).staff : null]),
  )
  const messages = own.flatMap(row => messageOf(row, storyId, name))
  return { messages, upTo: rows.at(-1)?.seq ?? since }
}

type Told = Pick<Row<'event'>, 'seq' | 'kind' | 'actor' | 'submission_number' | 'entry_id' | 'data' | 'story_id'>

function messageOf(row: Told, storyId: string, name: (actor: string) => string): Message[] {
  const id = row.seq
  const number = row.submission_number
  const data = JSON.parse(row.data)
  const by = name(row.actor)
  if (row.kind === 'assigned') {
    const to = data.staff === null ? null : { id: data.staff, name: name(data.staff) }
    return [{ id, event: 'assigned', data: { number, to } }]
  }
  if (row.kind === 'publishing-stopped' || row.kind === 'publishing-resumed')
    return [{ id, event: 'stopped', data: { stopped: row.kind === 'publishing-stopped', by } }]
  const left = row.kind === 'rerouted' && row.story_id !== storyId
  if (deciding.has(row.kind) || left) {
    const action = left ? 'moved' : row.kind
    return [
      { id, event: 'decided', data: { number, action, to: data.to, by, actor: row.actor, version: data.version } },
    ]
  }
  if (arriving.has(row.kind)) return [{ id, event: 'arrived', data: { seq: id, number, kind: row.kind } }]
  if (publishing.has(row.kind))
    return [{ id, event: 'published', data: { entry: row.entry_id, number, kind: row.kind } }]
  return []
}
