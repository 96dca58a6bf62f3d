// A live entry is taken out of every format, and put back. A letter of a group goes alone: the group stays.
import { type Context, commit, type Row, type Trx } from '../store/index.ts'
import { reviseGroup } from './correct.ts'
import {
  changeEntry,
  type EntryChanged,
  type EntryRefusal,
  findEntry,
  nextChange,
  recordChange,
  refuse,
  tell,
  type WithdrawalReason,
} from './entry.ts'

/** Takes a live entry out of the feed: every format shows its tombstone from now on. Also while publishing is stopped. */
export async function withdrawEntry(
  context: Context,
  actor: string,
  id: string,
  why: WithdrawalReason,
): Promise<EntryChanged | EntryRefusal> {
  return commit(context, async trx => {
    const entry = await findEntry(trx, id)
    if (!entry) return refuse('not-found')
    if (entry.state !== 'live') return refuse('not-live', entry)
    return { ok: true, entry: await withdrawLive(trx, entry, { actor, now: context.now(), why }) }
  })
}

type Withdrawing = { actor: string; now: number; why: WithdrawalReason | 'undone' }

/** The withdrawal itself, for callers that hold a transaction of their own (the undo of a live approval). */
export async function withdrawLive(trx: Trx, entry: Row<'entry'>, by: Withdrawing): Promise<Row<'entry'>> {
  if (entry.group_id !== null) return withdrawMember(trx, entry, entry.group_id, by)
  const change = await nextChange(trx, entry.story_id, by.now)
  const withdrawn = await changeEntry(trx, entry.id, {
    state: 'withdrawn',
    withdrawn_at: change.at,
    withdrawn_why: by.why,
    pinned: 0,
    key_point: 0,
  })
  if (entry.kind === 'group') await withdrawMembers(trx, entry.id, change.at)
  await recordChange(trx, withdrawn, 'withdrawn', change)
  await tell(trx, withdrawn, 'withdrawn', { ...by, data: { revision: entry.revision, seq: change.seq, why: by.why } })
  return withdrawn
}

/** The group goes on with the others, as a new revision; without any it goes too. */
async function withdrawMember(trx: Trx, member: Row<'entry'>, groupId: string, by: Withdrawing): Promise<Row<'entry'>> {
  const withdrawn = await changeEntry(trx, member.id, {
    state: 'withdrawn',
    withdrawn_at: by.now,
    withdrawn_why: by.why,
  })
  await tell(trx, withdrawn, 'withdrawn', { ...by, data: { revision: member.revision, why: by.why } })
  const group = await findEntry(trx, groupId)
  if (group?.state !== 'live') return withdrawn
  const left = await trx
    .selectFrom('entry')
    .select('id')
    .where('group_id', '=', groupId)
    .where('state', '=', 'live')
    .executeTakeFirst()
  if (left) await reviseGroup(trx, group, { actor: by.actor, now: by.now, minor: false })
  else await withdrawLive(trx, group, by)
  return withdrawn
}

/** The letters of a withdrawn group are nowhere to be read; `group` says that they come back with it. */
const withdrawMembers = (trx: Trx, groupId: string, at: number) =>
  trx
    .updateTable('entry')
    .set({ state: 'withdrawn', withdrawn_at: at, withdrawn_why: 'group' })
    .where('group_id', '=', groupId)
    .where('state', '!=', 'withdrawn')
    .execute()

/**
 * Puts a withdrawn entry back, through the due-work loop like any publication. Only what readers once saw, and whose
 * submission still stands approved: an undone approval is approved again at the desk instead. What staff wrote
 * themselves comes back also when it was stopped before anybody saw it.
 */
export async function restoreEntry(context: Context, actor: string, id: string): Promise<EntryChanged | EntryRefusal> {
  return commit(context, async trx => {
    const entry = await findEntry(trx, id)
    if (!entry) return refuse('not-found')
    const own = entry.submission_number === null && entry.kind !== 'letter' && entry.kind !== 'group'
    const seen = entry.published_at !== null || (entry.group_id !== null && entry.withdrawn_at !== null)
    if (entry.state !== 'withdrawn' || !(seen || own)) return refuse('not-withdrawn', entry)
    if (entry.kind === 'letter' && !(await isApproved(trx, entry))) return refuse('not-approved', entry)
    const now = context.now()
    if (entry.kind === 'group' && !(await restoreMembers(trx, entry.id, now))) return refuse('not-approved', entry)
    if (entry.group_id !== null) await restoreGroup(trx, entry.group_id, now)
    const restored = await changeEntry(trx, id, {
      state: 'scheduled',
      publish_at: Math.max(now, entry.embargo_at ?? 0),
    })
    await tell(trx, restored, 'restored', { actor, now, data: { revision: entry.revision } })
    return { ok: true, entry: restored }
  })
}

async function isApproved(trx: Trx, entry: Row<'entry'>): Promise<boolean> {
  const submission = await trx
    .selectFrom('submission')
    .select('state')
    .where('number', '=', entry.submission_number ?? 0)
    .executeTakeFirst()
  return submission?.state === 'approved'
}

/** The letters that went with their group and still stand approved; false when there are none. */
async function restoreMembers(trx: Trx, groupId: string, now: number): Promise<boolean> {
  const members = await trx
    .selectFrom('entry')
    .selectAll()
    .where('group_id', '=', groupId)
    .where('withdrawn_why', '=', 'group')
    .execute()
  let any = false
  for (const member of members) {
    if (!(await isApproved(trx, member))) continue
    any = true
    await changeEntry(trx, member.id, { state: 'scheduled', publish_at: now })
  }
  return any
}

/** A letter that comes back brings its group back, when that is gone. */
async function restoreGroup(trx: Trx, groupId: string, now: number): Promise<void> {
  const group = await findEntry(trx, groupId)
  if (group?.state === 'withdrawn') await changeEntry(trx, groupId, { state: 'scheduled', publish_at: now })
}
