// From an approval to a live entry: scheduled in the approval's own transaction, made live by the due-work loop alone.
import { newId } from '../id.ts'
import {
  appendEvent,
  type Context,
  checkFence,
  commit,
  type Db,
  type Lease,
  type Row,
  type Trx,
} from '../store/index.ts'
import { reviseGroup } from './correct.ts'
import { addRevision, changeEntry, findEntry, nextChange, recordChange, tell } from './entry.ts'
import { membersOf } from './group.ts'
import { keepPicture, type NewPicture } from './picture.ts'
import { stopBarred } from './stop-barred.ts'
import { tidyWords, type WordsWish } from './words.ts'

export type Approval = {
  submission: number
  storyId: string
  /** Who approved: a staff id or `token:ID`. */
  actor: string
  /** When (epoch milliseconds), and not before when it may be published. */
  at: number
  publishAt: number
  words: WordsWish
  picture?: NewPicture
  /** The group whose letter it becomes, and its place there. */
  group?: { id: string; position: number }
}

/** One due-work round takes at most so many entries in one transaction. */
const batch = 50

/**
 * Gives an approved submission its entry, `scheduled`, inside the caller's transaction. A submission has one entry for
 * ever: approved again after an undo or a withdrawal, the same entry gets a new revision. (Only when the submission has
 * since moved to another story, or joins a group, does a published one stay behind as a tombstone, and a new one is
 * made.)
 */
export async function scheduleEntry(trx: Trx, approval: Approval): Promise<Row<'entry'>> {
  const { submission, storyId, actor, at, publishAt } = approval
  const words = tidyWords(approval.words)
  const before = await entryOf(trx, submission)
  if (before && before.state !== 'withdrawn') throw new Error(`entry ${before.id} is already ${before.state}`)
  const stays = before && before.story_id === storyId && (!approval.group || before.published_at === null)
  const kept = before && (stays || !(await leaveBehind(trx, before))) ? before : undefined
  const id = kept?.id ?? newId(at)
  const revision = (kept?.revision ?? 0) + 1
  const facts = {
    story_id: storyId,
    state: 'scheduled' as const,
    revision,
    publish_at: publishAt,
    group_id: approval.group?.id ?? null,
    group_position: approval.group?.position ?? null,
  }
  const entry = kept
    ? await changeEntry(trx, id, facts)
    : await trx
        .insertInto('entry')
        .values({ id, submission_number: submission, created_at: at, ...facts })
        .returningAll()
        .executeTakeFirstOrThrow()
  const picture = approval.picture ? await keepPicture(trx, id, approval.picture, at) : null
  await addRevision(trx, { ...words, picture }, { entryId: id, kind: 'letter', revision, actor, at })
  await appendEvent(trx, {
    at,
    kind: 'scheduled',
    actor,
    storyId,
    submission,
    entryId: id,
    data: { revision, publishAt },
  })
  return entry
}

/**
 * Takes back an approval whose entry has not gone live, inside the caller's transaction: nothing was ever published,
 * so the feed hears nothing. An entry that readers saw before keeps its tombstone. False when there is none scheduled.
 */
export async function unscheduleEntry(trx: Trx, submission: number): Promise<boolean> {
  const entry = await entryOf(trx, submission)
  if (entry?.state !== 'scheduled') return false
  await changeEntry(trx, entry.id, { state: 'withdrawn' })
  return true
}

/** Makes every due entry live, oldest first. Answers how many. Throws LeaseLost when another process has taken over. */
export async function publishDue(context: Context, lease?: Pick<Lease, 'name' | 'fence'>): Promise<number> {
  let published = 0
  for (;;) {
    if ((await nextDue(context)) > context.now()) return published
    published += await commit(context, async trx => {
      if (lease) await checkFence(trx, lease)
      const due = await waitingRows(trx)
        .selectAll('entry')
        .where('entry.publish_at', '<=', context.now())
        .orderBy('entry.publish_at')
        .orderBy('entry.id')
        .limit(batch)
        .execute()
      for (const entry of due)
        if (!(await stopBarred(trx, entry, context.now()))) await publish(trx, entry, context.now())
      return due.length
    })
  }
}

/** What will go live by itself: not while its story is stopped, and a letter of a group that is to come only with it. */
const waitingRows = (db: Db | Trx) =>
  db
    .selectFrom('entry')
    .innerJoin('story', 'story.id', 'entry.story_id')
    .leftJoin('entry as around', 'around.id', 'entry.group_id')
    .where('entry.state', '=', 'scheduled')
    .where('story.stopped', 'is', null)
    .where(row => row.or([row('entry.group_id', 'is', null), row('around.state', '=', 'live')]))

/** When the next scheduled entry is due (epoch milliseconds); Infinity when none is. */
export async function nextDue(context: Pick<Context, 'db'>): Promise<number> {
  const next = await waitingRows(context.db)
    .select('entry.publish_at')
    .orderBy('entry.publish_at')
    .limit(1)
    .executeTakeFirst()
  return next?.publish_at ?? Number.POSITIVE_INFINITY
}

async function publish(trx: Trx, entry: Row<'entry'>, now: number): Promise<void> {
  if (entry.group_id !== null) return publishMember(trx, entry, entry.group_id, now)
  if (entry.kind === 'group' && !(await publishMembers(trx, entry, now))) {
    // Every letter of it was taken back: there is nothing to publish, and nothing was.
    await changeEntry(trx, entry.id, { state: 'withdrawn' })
    return
  }
  const change = await nextChange(trx, entry.story_id, now)
  const first = entry.published_at === null
  const live = await changeEntry(trx, entry.id, {
    state: 'live',
    published_at: entry.published_at ?? change.at,
    page_at: entry.page_at ?? change.at,
    ordinal: entry.ordinal ?? (await nextOrdinal(trx, entry.story_id)),
    // Readers who hold the tombstone believe the entry again only when it is newer (RFC 6721 section 4).
    updated_at: first ? null : change.at,
    withdrawn_at: null,
    withdrawn_why: null,
  })
  await recordChange(trx, live, first ? 'published' : 'restored', change)
  await appendEvent(trx, {
    at: change.at,
    kind: 'published',
    actor: 'system',
    storyId: live.story_id,
    submission: live.submission_number,
    entryId: live.id,
    data: { revision: live.revision, seq: change.seq },
  })
}

/** The letters of a group go live with it, those that nobody took back; false when none is left. */
async function publishMembers(trx: Trx, group: Row<'entry'>, now: number): Promise<boolean> {
  let left = false
  for (const member of await membersOf(trx, group.id)) {
    if (member.state === 'scheduled' && (await stopBarred(trx, member, now))) continue
    if (member.state === 'withdrawn') continue
    left = true
    await makeMemberLive(trx, member, now)
  }
  return left
}

/** A letter that came back into a live group: readers see the group's next revision. */
async function publishMember(trx: Trx, member: Row<'entry'>, groupId: string, now: number): Promise<void> {
  await makeMemberLive(trx, member, now)
  const group = await findEntry(trx, groupId)
  if (group) await reviseGroup(trx, group, { actor: 'system', now, minor: false })
}

async function makeMemberLive(trx: Trx, member: Row<'entry'>, now: number): Promise<void> {
  const live = await changeEntry(trx, member.id, { state: 'live', withdrawn_at: null, withdrawn_why: null })
  await tell(trx, live, 'published', { actor: 'system', now, data: { revision: live.revision } })
}

/** First publications are counted, so that an entry's archive document is fixed with its number. */
export async function nextOrdinal(trx: Trx, storyId: string): Promise<number> {
  const last = await trx
    .selectFrom('entry')
    .select('ordinal')
    .where('story_id', '=', storyId)
    .where('ordinal', 'is not', null)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (last?.ordinal ?? 0) + 1
}

const entryOf = (trx: Trx, submission: number) =>
  trx.selectFrom('entry').selectAll().where('submission_number', '=', submission).executeTakeFirst()

/** Cuts a once published entry loose from its submission, so that its story keeps the tombstone; false if never published. */
async function leaveBehind(trx: Trx, entry: Row<'entry'>): Promise<boolean> {
  if (entry.published_at === null) return false
  await changeEntry(trx, entry.id, { submission_number: null, withdrawn_why: 'moved' })
  return true
}
