// What editors do to the page and not to the words: pins, key points, and the place of an entry among the others.
import { type Context, commit, type Row, type Trx } from '../store/index.ts'
import { changeEntry, type EntryChanged, type EntryRefusal, findEntry, refuse, tell, turnPage } from './entry.ts'
import { mostKeyPoints } from './read.ts'

type Flag = { column: 'pinned' | 'key_point'; why: 'too-many-pins' | 'too-many-key-points' }
const pinned: Flag = { column: 'pinned', why: 'too-many-pins' }
const keyPoint: Flag = { column: 'key_point', why: 'too-many-key-points' }

/** Pins a live entry above the others of the page, or lets it go. The order of the feeds does not change. */
export const setPinned = (context: Context, actor: string, id: string, on: boolean) =>
  setFlag(context, actor, id, { ...pinned, on })

/** Puts a live entry among the key points at the top, by its headline or first sentence, or takes it out. */
export const setKeyPoint = (context: Context, actor: string, id: string, on: boolean) =>
  setFlag(context, actor, id, { ...keyPoint, on })

async function setFlag(
  context: Context,
  actor: string,
  id: string,
  { column, why, on }: Flag & { on: boolean },
): Promise<EntryChanged | EntryRefusal> {
  return commit(context, async trx => {
    const entry = await findEntry(trx, id)
    if (!entry) return refuse('not-found')
    if (entry.state !== 'live' || entry.group_id !== null) return refuse('not-live', entry)
    if (Boolean(entry[column]) === on) return { ok: true, entry }
    const count = await countOf(trx, entry.story_id, column)
    if (on && count >= (await mostOf(trx, entry.story_id, column))) return refuse(why, entry)
    const changed = await changeEntry(trx, id, { [column]: on ? 1 : 0 })
    await turnPage(trx, entry.story_id, context.now())
    const kind = column === 'pinned' ? (on ? 'pinned' : 'unpinned') : on ? 'key-point' : 'no-key-point'
    await tell(trx, changed, kind, { actor, now: context.now() })
    return { ok: true, entry: changed }
  })
}

/** How many may stand above the others is a setting of the story. */
async function mostOf(trx: Trx, storyId: string, column: Flag['column']): Promise<number> {
  if (column === 'key_point') return mostKeyPoints
  const story = await trx.selectFrom('story').select('pin_max').where('id', '=', storyId).executeTakeFirstOrThrow()
  return story.pin_max
}

/** How many have it; the lines that staff wrote are key points too. */
async function countOf(trx: Trx, storyId: string, column: Flag['column']): Promise<number> {
  const { count } = await trx
    .selectFrom('entry')
    .select(entries => entries.fn.countAll<number>().as('count'))
    .where('story_id', '=', storyId)
    .where('state', '=', 'live')
    .where(column, '=', 1)
    .executeTakeFirstOrThrow()
  if (column === 'pinned') return count
  const typed = await trx.selectFrom('key_point').select('position').where('story_id', '=', storyId).execute()
  return count + typed.length
}

/** One place up or down, or to a place counted from the top, 1 being the first. */
export type Move = 'up' | 'down' | number

/**
 * Moves a live entry on the page, among the pinned ones or among the others; the feeds keep the order of publication.
 * The entries between its old and its new place hand their places on, so there is always room between two.
 */
export async function moveEntry(
  context: Context,
  actor: string,
  id: string,
  move: Move,
): Promise<EntryChanged | EntryRefusal> {
  return commit(context, async trx => {
    const entry = await findEntry(trx, id)
    if (!entry) return refuse('not-found')
    if (entry.state !== 'live' || entry.group_id !== null) return refuse('not-live', entry)
    const rows = await placesOf(trx, entry)
    const from = rows.findIndex(row => row.id === id)
    const wanted = move === 'up' ? from - 1 : move === 'down' ? from + 1 : Math.floor(move) - 1
    const to = Math.min(Math.max(wanted, 0), rows.length - 1)
    if (to === from) return { ok: true, entry }
    const [first, last] = [Math.min(from, to), Math.max(from, to)]
    const places = rows.slice(first, last + 1).map(row => row.page_at)
    const order = rows.map(row => row.id)
    order.splice(to, 0, ...order.splice(from, 1))
    for (const [at, place] of places.entries()) await changeEntry(trx, order[first + at]!, { page_at: place })
    await turnPage(trx, entry.story_id, context.now())
    await tell(trx, entry, 'moved', { actor, now: context.now(), data: { to: to + 1 } })
    return { ok: true, entry: (await findEntry(trx, id))! }
  })
}

/** The live entries that share a list of the page with this one, in its order. */
const placesOf = (trx: Trx, entry: Row<'entry'>) =>
  trx
    .selectFrom('entry')
    .select(['id', 'page_at'])
    .where('story_id', '=', entry.story_id)
    .where('state', '=', 'live')
    .where('group_id', 'is', null)
    .where('pinned', '=', entry.pinned)
    .orderBy('page_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
