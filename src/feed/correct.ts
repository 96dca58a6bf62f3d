// A published or scheduled entry is amended: a new revision under the same id.
import { isDeepStrictEqual } from 'node:util'
import { type Context, commit, indexPublished, type Row, type Trx } from '../store/index.ts'
import { barredInEntry, readBarred } from './barred.ts'
import {
  addRevision,
  changeEntry,
  type EntryChanged,
  type EntryRefusal,
  findEntry,
  longestText,
  nextChange,
  recordChange,
  refuse,
  tell,
  wordsOf,
} from './entry.ts'
import { isStopped } from './stop.ts'
import { type FullWords, tidyWords } from './words.ts'

export type Amendment = Partial<Omit<FullWords, 'notedAt'>> & {
  /** The revision the editor saw. */
  revision: number
  /** Too small to tell readers of: the time of the entry does not move. */
  minor?: boolean
}

/**
 * A new revision of a live or scheduled entry, under the same id. A field left out stays as it was. Changing nothing
 * makes no revision. A `note` is shown to readers with its time. Refuses a stale revision, a withdrawn entry, an empty
 * or endless text, what the story bars, and any change of what is live while publishing is stopped.
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
    if (entry.state === 'live' && (await isStopped(trx, entry.story_id))) return refuse('stopped', entry)
    const now = context.now()
    const before = await wordsOf(trx, entry)
    const words = amended(before, amendment, now)
    const no = wordsRefusal(entry, words)
    if (no) return no
    const barred = barredInEntry(await readBarred(trx, entry.story_id), words)
    if (barred.length > 0) return { ...refuse('barred', entry), words: barred }
    if (isDeepStrictEqual(words, before)) return { ok: true, entry }
    return { ok: true, entry: await revise(trx, entry, words, { actor, now, minor: !!amendment.minor }) }
  })
}

/** What no entry of its kind may lack or exceed. */
export function wordsRefusal(entry: Pick<Row<'entry'>, 'kind'> & Partial<Row<'entry'>>, words: FullWords) {
  const shown = 'id' in entry ? (entry as Row<'entry'>) : undefined
  if (entry.kind === 'group' ? words.headline === '' : words.text === '') return refuse('no-text', shown)
  return words.text.length > longestText ? refuse('too-long', shown) : null
}

/** The words after an amendment. A place or name typed anew is no longer what its parts said. */
function amended(before: FullWords, { revision: _, minor: _minor, ...wish }: Amendment, now: number): FullWords {
  const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined))
  const words: FullWords = { ...before, ...given }
  const parts = (['town', 'region', 'country'] as const).some(part => words[part].trim() !== before[part])
  if (!parts && words.place.trim() !== before.place) Object.assign(words, { town: '', region: '', country: '' })
  // Forms send “as typed” along with a name that nobody touched.
  if (words.name.trim() === before.name && words.nameForm === '') words.nameForm = before.nameForm
  else if (words.name.trim() !== before.name && wish.nameForm === undefined) words.nameForm = ''
  return tidyWords({ ...words, notedAt: words.note.trim() === before.note ? before.notedAt : now })
}

/** A new revision, for callers that hold a transaction of their own (the erasure of a contributor). */
export async function revise(
  trx: Trx,
  entry: Row<'entry'>,
  words: FullWords,
  by: { actor: string; now: number; minor: boolean },
): Promise<Row<'entry'>> {
  const revision = entry.revision + 1
  const group = entry.group_id === null ? undefined : await findEntry(trx, entry.group_id)
  const change = entry.state === 'live' && !group ? await nextChange(trx, entry.story_id, by.now) : null
  const at = change?.at ?? by.now
  const of = { entryId: entry.id, kind: entry.kind, revision, actor: by.actor, at, minor: by.minor }
  await addRevision(trx, words, of)
  if (entry.submission_number !== null) await indexPublished(trx, entry.submission_number, words.text)
  const moved = change && !by.minor ? { updated_at: change.at } : {}
  const amended = await changeEntry(trx, entry.id, { revision, ...moved })
  if (change) await recordChange(trx, amended, 'amended', change)
  await tell(trx, amended, 'amended', { ...by, data: { revision, seq: change?.seq ?? null, minor: by.minor } })
  // Readers know a letter of a group only through the group.
  if (group?.state === 'live' && entry.state === 'live') await reviseGroup(trx, group, by)
  return amended
}

/** A group whose letters changed: the next revision of the same words. */
export const reviseGroup = async (
  trx: Trx,
  group: Row<'entry'>,
  by: { actor: string; now: number; minor: boolean },
): Promise<Row<'entry'>> => revise(trx, group, await wordsOf(trx, group), by)
