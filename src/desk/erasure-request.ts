// An erasure asked for at the desk: what would go, and, where words of the reader are live, the second person's word.
import type { PublishedChoice } from '../feed/index.ts'
import { appendEvent, type Context, commit, type Db, type EntryState } from '../store/index.ts'
import { findByAddress, findUnread } from './erase-find.ts'
import { namesOf } from './names.ts'
import { type Actor, actorId } from './policy.ts'

export type ErasurePreview = {
  address: string
  /** Numbers of the emails that go. */
  emails: number[]
  /** Of those, how many pictures and files, drafts of the staff, notes. */
  attachments: number
  drafts: number
  notes: number
  /** What was made of them. */
  entries: { id: string; submission: number; state: EntryState; line: string; slug: string }[]
  live: number
}

/** What an erasure of this contributor would reach; null when there is none. Nothing is changed. */
export async function previewErasure(db: Db, contributorId: string): Promise<ErasurePreview | null> {
  const person = await db.selectFrom('contributor').select('address').where('id', '=', contributorId).executeTakeFirst()
  if (!person) return null
  const { address } = person
  const found = await findByAddress(db, address, await findUnread(db, address))
  const count = async (table: 'attachment' | 'draft') =>
    (
      await db
        .selectFrom(table)
        .select(eb => eb.fn.countAll<number>().as('count'))
        .where('submission_number', 'in', found.numbers)
        .executeTakeFirstOrThrow()
    ).count
  const notes = await db.selectFrom('note').select('id').where('contributor_id', '=', contributorId).execute()
  const entries = await db
    .selectFrom('entry')
    .innerJoin('story', 'story.id', 'entry.story_id')
    .innerJoin('revision', join =>
      join.onRef('revision.entry_id', '=', 'entry.id').onRef('revision.revision', '=', 'entry.revision'),
    )
    .select(['entry.id', 'entry.submission_number as submission', 'entry.state', 'revision.line', 'story.slug'])
    .where(
      'entry.id',
      'in',
      found.entries.map(entry => entry.id),
    )
    .execute()
  return {
    ...{ address, emails: found.numbers, notes: notes.length },
    attachments: await count('attachment'),
    drafts: await count('draft'),
    entries: entries.map(entry => ({ ...entry, submission: entry.submission ?? 0 })),
    live: entries.filter(entry => entry.state === 'live').length,
  }
}

export type ErasureRequest = { published: PublishedChoice; by: string; actor: string; at: number }

/** Who asked for this erasure and waits for a second person; null when nobody does. */
export async function readErasureRequest(db: Db, contributorId: string): Promise<ErasureRequest | null> {
  const row = await db
    .selectFrom('erasure_request')
    .selectAll()
    .where('contributor_id', '=', contributorId)
    .executeTakeFirst()
  if (!row) return null
  const name = await namesOf(db, [row.made_by])
  return { published: row.published, by: name(row.made_by), actor: row.made_by, at: row.at }
}

/** Writes down that somebody asked; a later one of the same person takes its place. */
export const askForErasure = (
  context: Context,
  actor: Actor,
  contributorId: string,
  published: PublishedChoice,
): Promise<void> =>
  commit(context, async trx => {
    const at = context.now()
    const row = { published, made_by: actorId(actor), at }
    await trx
      .insertInto('erasure_request')
      .values({ contributor_id: contributorId, ...row })
      .onConflict(conflict => conflict.column('contributor_id').doUpdateSet(row))
      .execute()
    const data = { contributor: contributorId, published }
    await appendEvent(trx, { at, kind: 'erasure-asked', actor: actorId(actor), data })
  })

/** Takes the wish back; nothing is erased. */
export const dropErasureRequest = (context: Context, actor: Actor, contributorId: string): Promise<void> =>
  commit(context, async trx => {
    const gone = await trx.deleteFrom('erasure_request').where('contributor_id', '=', contributorId).executeTakeFirst()
    const data = { contributor: contributorId, dropped: true }
    if (gone.numDeletedRows > 0n)
      await appendEvent(trx, { at: context.now(), kind: 'erasure-asked', actor: actorId(actor), data })
  })
