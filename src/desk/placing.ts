// Where an email stands, beside the decisions: its story, its point of view, and the way back from parked and aside.
import { newId } from '../id.ts'
import {
  appendEvent,
  type Context,
  commit,
  type EventKind,
  type PointOfView,
  type Row,
  type Trx,
} from '../store/index.ts'
import { explain } from './decisions.ts'
import { type Item, loadItem } from './item.ts'
import { type Action, type Actor, actorId, may } from './policy.ts'
import { type Refusal, refuse, type Standing } from './refusal.ts'

/** An email and the version its reader saw. */
export type Seen = { number: number; version: number }

export type Placed = { ok: true; submission: Standing }

/** For, against, mixed or (null) none. It decides nothing, so it asks for no version and makes no new one. */
export const setPointOfView = (
  context: Context,
  actor: Actor,
  number: number,
  pointOfView: PointOfView | null,
): Promise<Placed | Refusal> =>
  change(context, actor, { number, action: 'decide' }, async (trx, item) => {
    if (item.row.point_of_view === pointOfView) return {}
    await tell(trx, context, item, { actor, kind: 'point-of-view', data: { pointOfView } })
    return { point_of_view: pointOfView }
  })

/** Moves an email to another story's queue. What is approved must be undone first: its entry stands on a live page. */
export const moveToStory = (
  context: Context,
  actor: Actor,
  number: number,
  wish: { version: number; storyId: string },
): Promise<Placed | Refusal> =>
  change(context, actor, { number, action: 'decide', version: wish.version }, async (trx, item) => {
    const story = await trx.selectFrom('story').select('id').where('id', '=', wish.storyId).executeTakeFirst()
    if (!story) return refuse('no-such-story')
    if (item.row.state === 'approved') return refuse('decided')
    if (item.row.story_id === story.id) return {}
    const data = { version: item.row.version + 1, from: item.row.story_id }
    await tell(trx, context, item, { actor, kind: 'rerouted', storyId: story.id, data })
    await forgetWrongStory(trx, number)
    return { story_id: story.id, version: data.version }
  })

/** Somebody has looked and moved it: the mark that it was meant for another story has done its work. */
async function forgetWrongStory(trx: Trx, number: number): Promise<void> {
  await trx.deleteFrom('finding').where('submission_number', '=', number).where('check', '=', 'wrong-story').execute()
  const loud = trx
    .selectFrom('finding')
    .select('submission_number')
    .where('submission_number', '=', number)
    .where('level', 'in', ['warn', 'bad'])
  await trx
    .updateTable('submission')
    .set(eb => ({ flagged: eb.case().when(eb.exists(loud)).then(1).else(0).end() }))
    .where('number', '=', number)
    .execute()
}

/** Takes a move out of a story, or out of none, back: the email stands again where it stood before. */
export const moveBack = (context: Context, actor: Actor, seen: Seen, storyId: string): Promise<Placed | Refusal> =>
  change(context, actor, { ...seen, action: 'decide' }, async (trx, item) => {
    const last = await trx
      .selectFrom('event')
      .select('data')
      .where('submission_number', '=', seen.number)
      .where('kind', '=', 'rerouted')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
    const move = JSON.parse(last?.data ?? '{}') as { version?: number; from?: string | null }
    if (move.version !== item.row.version || move.from === undefined) return refuse('not-decided')
    if (move.from !== null && move.from !== storyId) return refuse('elsewhere')
    const data = { version: item.row.version + 1, from: item.row.story_id }
    await tell(trx, context, item, { actor, kind: 'rerouted', storyId: move.from, data })
    return { story_id: move.from, version: data.version }
  })

/** Sends a parked email to be read again; the attempts start anew. */
export const retryParked = (context: Context, actor: Actor, number: number): Promise<Placed | Refusal> =>
  change(context, actor, { number, action: 'retry-parked' }, async (trx, item) => {
    if (item.row.stage !== 'parked') return refuse('not-parked')
    const version = item.row.version + 1
    await trx
      .updateTable('ledger')
      .set({ outcome: 'pending', why: null })
      .where('submission_number', '=', number)
      .where('outcome', '=', 'parked')
      .execute()
    await tell(trx, context, item, { actor, kind: 'retried', data: { version } })
    return { stage: 'received', stage_why: null, stage_words: null, attempts: 0, version }
  })

/** Puts mail that was filed aside as automatic into the waiting queue: a person knows better than a rule. */
export const putIntoQueue = (context: Context, actor: Actor, number: number): Promise<Placed | Refusal> =>
  change(context, actor, { number, action: 'decide' }, async (trx, item) => {
    if (item.row.stage !== 'aside') return refuse('not-aside')
    const version = item.row.version + 1
    await trx
      .updateTable('ledger')
      .set({ outcome: 'ingested', why: null })
      .where('submission_number', '=', number)
      .where('outcome', '=', 'ignored')
      .execute()
    await tell(trx, context, item, { actor, kind: 'queued', data: { version } })
    return { stage: 'read', state: 'waiting', version, contributor_id: await contributorFor(trx, context, item) }
  })

/** Automatic mail has no contributor; once a person says it is a reader's, it has one. */
async function contributorFor(trx: Trx, context: Context, { row }: Item): Promise<string | null> {
  const address = row.from_address.toLowerCase()
  if (row.contributor_id !== null || address === '') return row.contributor_id
  const now = context.now()
  await trx
    .insertInto('contributor')
    .values({ id: newId(now), address, name: row.from_name, created_at: now })
    .onConflict(conflict => conflict.column('address').doNothing())
    .execute()
  const found = await trx
    .selectFrom('contributor')
    .select('id')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  return found.id
}

type Change = { number: number; action: Action; version?: number }
type Columns = Partial<Row<'submission'>>

/** What all of these share: the item, the right, the version, and one commit. */
const change = (
  context: Context,
  actor: Actor,
  { number, action, version }: Change,
  decide: (trx: Trx, item: Item) => Promise<Columns | Refusal>,
): Promise<Placed | Refusal> =>
  commit(context, async trx => {
    const item = await loadItem(trx, number)
    if (!item) return refuse('not-found')
    if (item.row.stage === 'erased') return refuse('erased')
    if (!may(actor.role, action)) return refuse('not-allowed')
    if (version !== undefined && version !== item.row.version) return explain(trx, item, refuse('stale'))
    const columns = await decide(trx, item)
    if (isRefusal(columns)) return explain(trx, item, columns)
    if (Object.keys(columns).length > 0)
      await trx.updateTable('submission').set(columns).where('number', '=', number).execute()
    const row = { ...item.row, ...columns }
    return { ok: true, submission: { number, version: row.version, state: row.state, needs: row.needs } }
  })

const isRefusal = (answer: Columns | Refusal): answer is Refusal => 'ok' in answer

type Telling = {
  actor: Actor
  kind: EventKind
  /** Where it stands from now on; left out: where it stood. */
  storyId?: string | null
  data: Record<string, string | number | null>
}

const tell = (trx: Trx, context: Context, { row }: Item, { actor, kind, storyId, data }: Telling) =>
  appendEvent(trx, {
    at: context.now(),
    kind,
    actor: actorId(actor),
    storyId: storyId === undefined ? row.story_id : storyId,
    submission: row.number,
    data,
  })
