// The one place that commits a decision: whole or not at all, against the version the person saw.
import { scheduleEntry } from '../feed/index.ts'
import { appendEvent, type Context, commit, indexPublished, type Trx } from '../store/index.ts'
import { writeConsent } from './consent.ts'
import {
  type Approval,
  type ApprovalWish,
  type Change,
  type DismissalWish,
  approve as decideApproval,
  dismiss,
  proposalOf,
} from './decide.ts'
import { dropDraft, saveDraft } from './draft.ts'
import { doubts } from './faithful.ts'
import { type DecisionKind, type Item, loadItem } from './item.ts'
import { namesOf } from './names.ts'
import { hiddenEdits } from './open-edits.ts'
import { permissions } from './picture-choice.ts'
import { type Actor, actorId } from './policy.ts'
import { type Refusal, refuse, type Standing, type Why } from './refusal.ts'

export type EntryMade = { id: string; state: 'scheduled' | 'live' | 'withdrawn'; publishAt: number }
export type Decided = { ok: true; submission: Standing; entry: EntryMade | null }

/** What the caller wants in the same commit, such as the answer kept for a repeated request. */
export type Together = {
  also?: (trx: Trx, decided: Decided) => Promise<void>
  /** An id that the emails decided in one go share: undo takes them back together. */
  batch?: string
}

/** Publishes a submission after the story's grace: state, entry, revision, event and search index in one commit. */
export async function approve(
  context: Context,
  actor: Actor,
  number: number,
  wish: ApprovalWish & Together,
): Promise<(Decided & { entry: EntryMade }) | Refusal> {
  const answer = await commit(context, async trx => {
    const item = await loadItem(trx, number)
    if (!item) return refuse('not-found')
    const approval = decideApproval(item, actor, wish)
    if (!approval.ok) return explain(trx, item, approval)
    const at = context.now()
    const submission = await writeDecision(trx, item, { actor, at, change: approval, batch: wish.batch })
    const entry = await publish(trx, item, { actor, at, approval, grace: wish.grace })
    if (actor.kind === 'staff') await dropDraft(trx, number, actor.id)
    const decided = { ok: true as const, submission, entry }
    await wish.also?.(trx, decided)
    return decided
  })
  // What the person typed outlives the refusal: it waits as their draft.
  if (!answer.ok && answer.why === 'stale' && actor.kind === 'staff') await saveDraft(context, actor, number, wish)
  return answer
}

export const hold = (context: Context, actor: Actor, number: number, wish: DismissalWish & Together) =>
  dismissAs(context, actor, { number, kind: 'held', wish })

export const reject = (context: Context, actor: Actor, number: number, wish: DismissalWish & Together) =>
  dismissAs(context, actor, { number, kind: 'rejected', wish })

export const markSpam = (context: Context, actor: Actor, number: number, wish: DismissalWish & Together) =>
  dismissAs(context, actor, { number, kind: 'spam', wish })

type Dismissal = { number: number; kind: DecisionKind; wish: DismissalWish & Together }

const dismissAs = (context: Context, actor: Actor, { number, kind, wish }: Dismissal): Promise<Decided | Refusal> =>
  commit(context, async trx => {
    const item = await loadItem(trx, number)
    if (!item) return refuse('not-found')
    const change = dismiss(item, actor, kind, wish)
    if (!change.ok) return explain(trx, item, change)
    const submission = await writeDecision(trx, item, { actor, at: context.now(), change, batch: wish.batch })
    const decided: Decided = { ok: true, submission, entry: null }
    await wish.also?.(trx, decided)
    return decided
  })

type Writing = { actor: Actor; at: number; change: Change; batch?: string }

/** The row, the event, and the words of the reason. */
export async function writeDecision(trx: Trx, { row }: Item, { actor, at, change, batch }: Writing): Promise<Standing> {
  const version = row.version + 1
  const by = actorId(actor)
  await trx
    .updateTable('submission')
    .set({
      state: change.state,
      needs: change.needs,
      reason: change.reason,
      version,
      decided_by: by,
      decided_at: at,
    })
    .where('number', '=', row.number)
    .execute()
  const seq = await appendEvent(trx, {
    at,
    kind: change.kind,
    actor: by,
    storyId: row.story_id,
    submission: row.number,
    data: {
      ...{ version, from: row.state, fromNeeds: row.needs, needs: change.needs },
      ...doubtsOf(row, change),
      ...(batch && { batch }),
    },
  })
  if (change.reason !== null)
    await trx
      .insertInto('reason')
      .values({ event_seq: seq, submission_number: row.number, words: change.reason })
      .execute()
  return { number: row.number, version, state: change.state, needs: change.needs }
}

/** Where the edit may have changed what the reader meant, and what of it readers cannot see: recorded with the approval, by kind only. */
function doubtsOf(row: Item['row'], change: Change): { doubts?: string; edits?: string } {
  if (!('fields' in change)) return {}
  const [before, after] = [proposalOf(row).text, (change as Approval).fields.text]
  const kinds = (found: { why: string }[]) => [...new Set(found.map(each => each.why))].join(' ')
  const [doubted, hidden] = [kinds(doubts(before, after)), kinds(hiddenEdits(before, after))]
  return { ...(doubted && { doubts: doubted }), ...(hidden && { edits: hidden }) }
}

type Publication = { actor: Actor; at: number; approval: Approval; grace: number | undefined }

async function publish(trx: Trx, { row }: Item, { actor, at, approval, grace }: Publication): Promise<EntryMade> {
  const story = await trx
    .selectFrom('story')
    .select(['id', 'grace_seconds'])
    .where('id', '=', row.story_id!)
    .executeTakeFirstOrThrow()
  const entry = await scheduleEntry(trx, {
    words: approval.fields,
    picture: approval.picture ?? undefined,
    storyId: story.id,
    submission: row.number,
    publishAt: at + 1000 * (grace ?? story.grace_seconds),
    actor: actorId(actor),
    at,
  })
  if (approval.picture)
    await writeConsent(trx, {
      ...{ number: row.number, storyId: story.id, what: 'picture', answer: 'yes', by: actorId(actor), at },
      evidence: permissions[approval.picture.permission || 'asked'],
    })
  await indexPublished(trx, row.number, approval.fields.text)
  return { id: entry.id, state: entry.state, publishAt: entry.publish_at }
}

/** Refusals that are somebody's doing, so that the person refused is told whose. */
const someonesDoing = new Set<Why>(['stale', 'decided', 'not-decided', 'live'])

/** A refusal with where the item stands now and, where somebody else's change is the reason, who and when. */
export async function explain(trx: Trx, { row, last }: Item, refusal: Refusal): Promise<Refusal> {
  const submission = { number: row.number, version: row.version, state: row.state, needs: row.needs }
  if (!last || !someonesDoing.has(refusal.why)) return { ...refusal, submission }
  const name = await namesOf(trx, [last.by])
  return { ...refusal, submission, by: name(last.by), at: last.at }
}
