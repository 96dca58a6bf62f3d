// What the staff note of a contributor, for each other. It goes with the contributor when they are erased.
import { newId } from '../id.ts'
import { cleanText } from '../safe.ts'
import { appendEvent, type Context, commit, type Db } from '../store/index.ts'
import { namesOf } from './names.ts'
import { type Actor, actorId } from './policy.ts'

export type Note = { id: string; words: string; by: string; at: number; own: boolean }

/** Adds a note; false when it has no words or there is no such contributor. */
export const addNote = (context: Context, actor: Actor, contributorId: string, typed: string): Promise<boolean> =>
  commit(context, async trx => {
    const words = cleanText(typed).trim().slice(0, 1000)
    const known = await trx.selectFrom('contributor').select('id').where('id', '=', contributorId).executeTakeFirst()
    if (words === '' || !known) return false
    const at = context.now()
    const made_by = actorId(actor)
    await trx
      .insertInto('note')
      .values({ id: newId(at), contributor_id: contributorId, words, made_by, at })
      .execute()
    await appendEvent(trx, { at, kind: 'noted', actor: made_by, data: { contributor: contributorId } })
    return true
  })

/** Takes one's own note away; false when it is not there or somebody else's. */
export async function removeNote(context: Context, actor: Actor, contributorId: string, id: string): Promise<boolean> {
  const gone = await context.db
    .deleteFrom('note')
    .where('id', '=', id)
    .where('contributor_id', '=', contributorId)
    .where('made_by', '=', actorId(actor))
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** Newest first. */
export async function notesOf(db: Db, contributorId: string, actor?: Actor): Promise<Note[]> {
  const rows = await db
    .selectFrom('note')
    .selectAll()
    .where('contributor_id', '=', contributorId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const name = await namesOf(
    db,
    rows.map(row => row.made_by),
  )
  return rows.map(({ id, words, made_by, at }) => ({
    ...{ id, words, at, by: name(made_by) },
    own: actor !== undefined && made_by === actorId(actor),
  }))
}
