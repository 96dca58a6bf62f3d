// What can happen to an entry after its approval: amended, withdrawn, restored, published at once, pinned.
import {
  appendEvent,
  type Context,
  commit,
  type EventKind,
  indexPublished,
  type Row,
  type Trx,
} from '../store/index.ts'
import { barredInEntry, readBarred } from './barred.ts'
import {
  addRevision,
  changeEntry,
  type EntryChanged,
  type EntryRefusal,
  type EntryWords,
  findEntry,
  longestText,
  nextChange,
  recordChange,
  refuse,
  tidyWords,
  turnPage,
  type WithdrawalReason,
  wordsOf,
} from './entry.ts'

/** At most so many entries stand above the others. */
export const mostPins = 3

export type Amendment = Partial<EntryWords> & {
  /** The revision the editor saw. */
  revision: number
  /** Too small to tell readers of: the time of the entry does not move. */
  minor?: boolean
}

/**
 * A new revision of a live or scheduled entry, under the same id. A field left out stays as it was. Changing nothing
 * makes no revision. Refuses a stale revision, a withdrawn entry, an empty or endless text, and what the story bars.
 */
export async function amendEntry(
  context: Context,
  actor: string,
  id: string,
  amendment: Amendment,
): Promise<EntryChanged | EntryRefusal> {
  return commit(context, async trx => {
    const entry = await findEntry(trx, id)
    if (!entry) return refuse('not-found')
    if (entry.revision !== amendment.revision) return refuse('stale', entry)
    if (entry.state === 'withdrawn') return refuse('withdrawn', entry)
    const before = await wordsOf(trx, entry)
    const words = tidyWords({
      name: amendment.name ?? before.name,
      place: amendment.place ?? before.place,
      verb: amendment.verb ?? before.verb,
      text: amendment.text ?? before.text,
    })
    if (words.text === '') return refuse('no-text', entry)
    if (words.text.length > longestText) return refuse('too-long', entry)
    const barred = barredInEntry(await readBarred(trx, entry.story_id), words)
    if (barred.length > 0) return { ...refuse('barred', entry), words: barred }
    if ((['name', 'place', 'verb', 'text'] as const).every(field => words[field] === before[field]))
      return { ok: true, entry }
    return { ok: true, entry: await revise(trx, entry, words, { actor, now: context.now(), minor: !!amendment.minor }) }
  })
}

/** Takes a live entry out of the feed: every format shows its tombstone from now on. */
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

/** The withdrawal itself, for callers that hold a transaction of their own (the undo of a live approval). */
export async function withdrawLive(
  trx: Trx,
  entry: Row<'entry'>,
  by: { actor: string; now: number; why: WithdrawalReason | 'undone' },
): Promise<Row<'entry'>> {
  const change = await nextChange(trx, entry.story_id, by.now)
  const withdrawn = await changeEntry(trx, entry.id, {
    state: 'withdrawn',
    withdrawn_at: change.at,
    withdrawn_why: by.why,
    pinned: 0,
  })
  await recordChange(trx, withdrawn, 'withdrawn', change)
  await tell(trx, withdrawn, 'withdrawn', { ...by, data: { revision: entry.revision, seq: change.seq, why: by.why } })
  return withdrawn
}

/**
 * Puts a withdrawn entry back, through the due-work loop like any publication. Only what readers once saw, and whose
 * submission still stands approved: an undone approval is approved again at the desk instead.
 */
export async function restoreEntry(context: Context, actor: string, id: string): Promise<EntryChanged | EntryRefusal> {
  return commit(context, async trx => {
    const entry = await findEntry(trx, id)
    if (!entry) return refuse('not-found')
    if (entry.state !== 'withdrawn' || entry.published_at === null) return refuse('not-withdrawn', entry)
    const submission = await trx
      .selectFrom('submission')
      .select('state')
      .where('number', '=', entry.submission_number ?? 0)
      .executeTakeFirst()
    if (submission?.state !== 'approved') return refuse('not-approved', entry)
    const now = context.now()
    const restored = await changeEntry(trx, id, { state: 'scheduled', publish_at: now })
    await tell(trx, restored, 'restored', { actor, now, data: { revision: entry.revision } })
    return { ok: true, entry: restored }
  })
}

/** Ends the grace of a scheduled entry: it goes live with the next round of due work. */
export async function publishNow(context: Context, actor: string, id: string): Promise<EntryChanged | EntryRefusal> {
  return commit(context, async trx => {
    const entry = await findEntry(trx, id)
    if (!entry) return refuse('not-found')
    if (entry.state !== 'scheduled') return refuse('not-scheduled', entry)
    const now = context.now()
    const due = await changeEntry(trx, id, { publish_at: Math.min(now, entry.publish_at) })
    await tell(trx, due, 'scheduled', { actor, now, data: { revision: due.revision, publishAt: due.publish_at } })
    return { ok: true, entry: due }
  })
}

/** Pins a live entry above the others of the page, or lets it go. The order of the feeds does not change. */
export async function setPinned(
  context: Context,
  actor: string,
  id: string,
  pinned: boolean,
): Promise<EntryChanged | EntryRefusal> {
  return commit(context, async trx => {
    const entry = await findEntry(trx, id)
    if (!entry) return refuse('not-found')
    if (entry.state !== 'live') return refuse('not-live', entry)
    if (Boolean(entry.pinned) === pinned) return { ok: true, entry }
    const { count } = await trx
      .selectFrom('entry')
      .select(entries => entries.fn.countAll<number>().as('count'))
      .where('story_id', '=', entry.story_id)
      .where('pinned', '=', 1)
      .executeTakeFirstOrThrow()
    if (pinned && count >= mostPins) return refuse('too-many-pins', entry)
    const changed = await changeEntry(trx, id, { pinned: pinned ? 1 : 0 })
    await turnPage(trx, entry.story_id, context.now())
    await tell(trx, changed, pinned ? 'pinned' : 'unpinned', { actor, now: context.now() })
    return { ok: true, entry: changed }
  })
}

/** A new revision, for callers that hold a transaction of their own (the erasure of a contributor). */
export async function revise(
  trx: Trx,
  entry: Row<'entry'>,
  words: EntryWords,
  by: { actor: string; now: number; minor: boolean },
): Promise<Row<'entry'>> {
  const revision = entry.revision + 1
  const live = entry.state === 'live'
  const change = live ? await nextChange(trx, entry.story_id, by.now) : null
  const at = change?.at ?? by.now
  await addRevision(trx, words, { entryId: entry.id, revision, actor: by.actor, at, minor: by.minor })
  if (entry.submission_number !== null) await indexPublished(trx, entry.submission_number, words.text)
  const moved = change && !by.minor ? { updated_at: change.at } : {}
  const amended = await changeEntry(trx, entry.id, { revision, ...moved })
  if (change) await recordChange(trx, amended, 'amended', change)
  await tell(trx, amended, 'amended', { ...by, data: { revision, seq: change?.seq ?? null, minor: by.minor } })
  return amended
}

const tell = (
  trx: Trx,
  entry: Row<'entry'>,
  kind: EventKind,
  by: { actor: string; now: number; data?: Record<string, string | number | boolean | null> },
) =>
  appendEvent(trx, {
    at: by.now,
    kind,
    actor: by.actor,
    storyId: entry.story_id,
    submission: entry.submission_number,
    entryId: entry.id,
    data: by.data,
  })
