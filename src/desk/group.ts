// Several emails approved as one entry under a heading: all of them, or none.
import { type EntryChanged, type EntryRefusal, scheduleEntry, scheduleGroup, stopEntry } from '../feed/index.ts'
import { cleanLine } from '../safe.ts'
import { type Context, commit, indexPublished, type Trx } from '../store/index.ts'
import { type Approval, approve } from './decide.ts'
import { explain, writeDecision } from './decisions.ts'
import { dropDraft, readDraft } from './draft.ts'
import { readEntry } from './entries.ts'
import { type Item, loadItem } from './item.ts'
import type { Seen } from './placing.ts'
import { type Actor, actorId, may } from './policy.ts'
import { type Refusal, refuse } from './refusal.ts'
import { undo } from './undo.ts'

/** At most so many emails in one group. */
export const mostMembers = 30

export type GroupWish = { storyId: string; heading: string; items: Seen[] }
export type GroupMade = { ok: true; entry: string; publishAt: number }
export type GroupRefusal = { ok: false; why: 'no-heading' | 'too-few' | 'too-many' } | (Refusal & { number: number })

type Wanted = { item: Item; approval: Approval }

/** Approves every email as the actor left it (their draft, else the proposal), in this order, as one entry. */
export async function approveGroup(
  context: Context,
  actor: Actor,
  { storyId, heading: typed, items }: GroupWish,
): Promise<GroupMade | GroupRefusal> {
  const heading = cleanLine(typed, 200)
  if (heading === '') return { ok: false, why: 'no-heading' }
  if (items.length < 2) return { ok: false, why: 'too-few' }
  if (items.length > mostMembers) return { ok: false, why: 'too-many' }
  const drafts = new Map<number, Awaited<ReturnType<typeof readDraft>>>()
  for (const { number } of items) drafts.set(number, await readDraft(context, actor, number))
  return commit(context, async trx => {
    const wanted: Wanted[] = []
    for (const { number, version } of items) {
      const item = await loadItem(trx, number)
      if (!item || item.row.story_id !== storyId) return { ...refuse('not-found'), number }
      // Letters of a group stand without pictures.
      const { savedAt: _, picture: _picture, ...draft } = drafts.get(number) ?? { savedAt: 0, picture: null }
      const approval = approve(item, actor, { ...draft, version })
      if (!approval.ok) return { ...(await explain(trx, item, approval)), number }
      wanted.push({ item, approval })
    }
    return publish(trx, actor, { storyId, heading, wanted, at: context.now() })
  })
}

async function publish(
  trx: Trx,
  actor: Actor,
  { storyId, heading, wanted, at }: { storyId: string; heading: string; wanted: Wanted[]; at: number },
): Promise<GroupMade> {
  const { grace_seconds: grace } = await trx
    .selectFrom('story')
    .select('grace_seconds')
    .where('id', '=', storyId)
    .executeTakeFirstOrThrow()
  const common = { storyId, actor: actorId(actor), at, publishAt: at + 1000 * grace }
  const group = await scheduleGroup(trx, { ...common, heading })
  for (const [position, { item, approval }] of wanted.entries()) {
    const { number } = item.row
    await writeDecision(trx, item, { actor, at, change: approval })
    const into = { id: group.id, position }
    await scheduleEntry(trx, { ...common, submission: number, words: approval.fields, group: into })
    await indexPublished(trx, number, approval.fields.text)
    if (actor.kind === 'staff') await dropDraft(trx, number, actor.id)
  }
  return { ok: true, entry: group.id, publishAt: group.publish_at }
}

/** Stops what staff wrote, or a group with the approvals of its emails, while nobody has seen it. */
export async function stopWaiting(
  context: Context,
  actor: Actor,
  id: string,
): Promise<EntryChanged | EntryRefusal | Refusal> {
  const entry = await readEntry(context, id)
  if (!entry) return refuse('not-found')
  if (entry.kind !== 'group') {
    if (!may(actor.role, 'arrange-live-page')) return refuse('not-allowed')
    return stopEntry(context, actorId(actor), id)
  }
  if (entry.state !== 'scheduled') return { ok: false, why: 'not-scheduled' }
  const letters = await context.db
    .selectFrom('entry')
    .innerJoin('submission', 'submission.number', 'entry.submission_number')
    .select(['submission.number', 'submission.version'])
    .where('entry.group_id', '=', id)
    .where('entry.state', '=', 'scheduled')
    .execute()
  for (const { number, version } of letters) {
    const undone = await undo(context, actor, number, { decision: 'approval', version })
    if (!undone.ok) return undone
  }
  return stopEntry(context, actorId(actor), id)
}
