// From an approval to a live entry: scheduled in the approval's own transaction, made live by the due-work loop alone.
import { newId } from '../id.ts'
import { appendEvent, type Context, checkFence, commit, type Lease, type Row, type Trx } from '../store/index.ts'
import { barredInEntry, readBarred } from './barred.ts'
import { addRevision, changeEntry, type EntryWords, nextChange, recordChange, tidyWords, wordsOf } from './entry.ts'

export type Approval = {
  submission: number
  storyId: string
  /** Who approved: a staff id or `token:ID`. */
  actor: string
  /** When (epoch milliseconds), and not before when it may be published. */
  at: number
  publishAt: number
  words: EntryWords
}

/** One due-work round takes at most so many entries in one transaction. */
const batch = 50

/**
 * Gives an approved submission its entry, `scheduled`, inside the caller's transaction. A submission has one entry for
 * ever: approved again after an undo or a withdrawal, the same entry gets a new revision. (Only when the submission has
 * since moved to another story does the old entry stay behind as that story's tombstone, and a new one is made.)
 */
export async function scheduleEntry(trx: Trx, approval: Approval): Promise<Row<'entry'>> {
  const { submission, storyId, actor, at, publishAt } = approval
  const words = tidyWords(approval.words)
  const before = await entryOf(trx, submission)
  if (before && before.state !== 'withdrawn') throw new Error(`entry ${before.id} is already ${before.state}`)
  const kept = before && (before.story_id === storyId || !(await leaveBehind(trx, before))) ? before : undefined
  const id = kept?.id ?? newId(at)
  const revision = (kept?.revision ?? 0) + 1
  const facts = { story_id: storyId, state: 'scheduled' as const, revision, publish_at: publishAt }
  const entry = kept
    ? await changeEntry(trx, id, facts)
    : await trx
        .insertInto('entry')
        .values({ id, submission_number: submission, created_at: at, ...facts })
        .returningAll()
        .executeTakeFirstOrThrow()
  await addRevision(trx, words, { entryId: id, revision, actor, at })
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
      const due = await trx
        .selectFrom('entry')
        .selectAll()
        .where('state', '=', 'scheduled')
        .where('publish_at', '<=', context.now())
        .orderBy('publish_at')
        .orderBy('id')
        .limit(batch)
        .execute()
      for (const entry of due)
        if (!(await stopBarred(trx, entry, context.now()))) await publish(trx, entry, context.now())
      return due.length
    })
  }
}

/**
 * What was barred after the approval does not go live: the approval is taken back, and the email is held for an editor
 * with the words that stopped it. False when nothing is in the way.
 */
async function stopBarred(trx: Trx, entry: Row<'entry'>, at: number): Promise<boolean> {
  const barred = await readBarred(trx, entry.story_id)
  if (barred.length === 0) return false
  const found = barredInEntry(barred, await wordsOf(trx, entry))
  if (found.length === 0) return false
  const stopped = await changeEntry(trx, entry.id, { state: 'withdrawn' })
  const number = stopped.submission_number
  if (number === null) return true
  const words = `May not be published in this story: ${found.join(', ')}.`
  const { version } = await trx
    .updateTable('submission')
    .set(row => ({
      state: 'held',
      needs: 'editor',
      reason: words,
      decided_by: 'system',
      decided_at: at,
      version: row('version', '+', 1),
    }))
    .where('number', '=', number)
    .returning('version')
    .executeTakeFirstOrThrow()
  const about = { at, actor: 'system', storyId: entry.story_id, submission: number, entryId: entry.id }
  await appendEvent(trx, { ...about, kind: 'undone', data: { version, decision: 'approved', to: 'waiting' } })
  const data = { version, from: 'waiting', fromNeeds: null, needs: 'editor', why: 'barred' }
  const seq = await appendEvent(trx, { ...about, kind: 'held', data })
  await trx.insertInto('reason').values({ event_seq: seq, submission_number: number, words }).execute()
  return true
}

/** When the next scheduled entry is due (epoch milliseconds); Infinity when none is. */
export async function nextDue(context: Pick<Context, 'db'>): Promise<number> {
  const next = await context.db
    .selectFrom('entry')
    .select('publish_at')
    .where('state', '=', 'scheduled')
    .orderBy('publish_at')
    .limit(1)
    .executeTakeFirst()
  return next?.publish_at ?? Number.POSITIVE_INFINITY
}

async function publish(trx: Trx, entry: Row<'entry'>, now: number): Promise<void> {
  const change = await nextChange(trx, entry.story_id, now)
  const first = entry.published_at === null
  const live = await changeEntry(trx, entry.id, {
    state: 'live',
    published_at: entry.published_at ?? change.at,
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
