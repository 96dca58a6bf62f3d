// What staff write themselves, and when an entry goes live: after its grace, at a time, never before an embargo.
import { newId } from '../id.ts'
import { appendEvent, type Context, commit, type EntryKind } from '../store/index.ts'
import { barredInEntry, readBarred } from './barred.ts'
import { wordsRefusal } from './correct.ts'
import { addRevision, changeEntry, type EntryChanged, type EntryRefusal, findEntry, refuse, tell } from './entry.ts'
import { noExtras, tidyWords, type WordsWish } from './words.ts'

/** Kinds that staff write; letters and groups come from the queue. */
export const composedKinds = ['note', 'quote', 'call-out', 'post'] as const satisfies EntryKind[]
export type ComposedKind = (typeof composedKinds)[number]

export type Composition = {
  storyId: string
  kind: ComposedKind
  words: Partial<WordsWish>
  /** Not before (epoch milliseconds); `embargo`: and nobody may publish it sooner by hand. */
  publishAt: number
  embargo?: boolean
}

/** A staff text, a quotation, a call-out or somebody's post from elsewhere, scheduled like any other entry. */
export async function composeEntry(
  context: Context,
  actor: string,
  { storyId, kind, words: wish, publishAt, embargo = false }: Composition,
): Promise<EntryChanged | EntryRefusal> {
  return commit(context, async trx => {
    const words = tidyWords({ ...noExtras, name: '', place: '', verb: '', text: '', ...wish })
    const no = wordsRefusal({ kind }, words)
    if (no) return no
    const barred = barredInEntry(await readBarred(trx, storyId), words)
    if (barred.length > 0) return { ...refuse('barred'), words: barred }
    const at = context.now()
    const entry = await trx
      .insertInto('entry')
      .values({
        id: newId(at),
        story_id: storyId,
        kind,
        state: 'scheduled',
        revision: 1,
        publish_at: publishAt,
        embargo_at: embargo ? publishAt : null,
        created_at: at,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await addRevision(trx, words, { entryId: entry.id, kind, revision: 1, actor, at })
    const data = { revision: 1, publishAt, entryKind: kind }
    await appendEvent(trx, { at, kind: 'scheduled', actor, storyId, entryId: entry.id, data })
    return { ok: true, entry }
  })
}

/** Ends the grace of a scheduled entry: it goes live with the next round of due work. */
export const publishNow = (context: Context, actor: string, id: string): Promise<EntryChanged | EntryRefusal> =>
  change(context, actor, id, ({ publish_at, embargo_at }, now) =>
    embargo_at !== null && embargo_at > now ? 'embargoed' : { publish_at: Math.min(now, publish_at) },
  )

/** Another time for a scheduled entry; `embargo`: nobody may publish it sooner. A time that is past is now. */
export const rescheduleEntry = (
  context: Context,
  actor: string,
  id: string,
  { publishAt, embargo }: { publishAt: number; embargo: boolean },
): Promise<EntryChanged | EntryRefusal> =>
  change(context, actor, id, (_, now) => ({
    publish_at: Math.max(now, publishAt),
    embargo_at: embargo && publishAt > now ? publishAt : null,
  }))

type Times = { publish_at: number; embargo_at?: number | null }

async function change(
  context: Context,
  actor: string,
  id: string,
  decide: (entry: { publish_at: number; embargo_at: number | null }, now: number) => Times | 'embargoed',
): Promise<EntryChanged | EntryRefusal> {
  return commit(context, async trx => {
    const entry = await findEntry(trx, id)
    if (!entry) return refuse('not-found')
    if (entry.state !== 'scheduled') return refuse('not-scheduled', entry)
    const now = context.now()
    const times = decide(entry, now)
    if (times === 'embargoed') return refuse(times, entry)
    const due = await changeEntry(trx, id, times)
    await tell(trx, due, 'scheduled', { actor, now, data: { revision: due.revision, publishAt: due.publish_at } })
    return { ok: true, entry: due }
  })
}

/** Stops what staff wrote, or a whole group, before it goes live. A letter is stopped by undoing its approval. */
export async function stopEntry(context: Context, actor: string, id: string): Promise<EntryChanged | EntryRefusal> {
  return commit(context, async trx => {
    const entry = await findEntry(trx, id)
    if (!entry) return refuse('not-found')
    if (entry.state !== 'scheduled' || entry.submission_number !== null) return refuse('not-scheduled', entry)
    const stopped = await changeEntry(trx, id, { state: 'withdrawn' })
    await tell(trx, stopped, 'undone', { actor, now: context.now(), data: { revision: entry.revision } })
    return { ok: true, entry: stopped }
  })
}
