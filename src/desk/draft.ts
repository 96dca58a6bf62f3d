// A person's unsaved work on a submission, kept on the server so that no failed request loses it.
import { longestText } from '../feed/index.ts'
import { cleanLine, cleanText } from '../safe.ts'
import type { Context, Db, Trx } from '../store/index.ts'
import { type EntryFields, proposalOf } from './decide.ts'
import { choiceFromText, choiceToText, type PictureWish } from './picture-choice.ts'
import type { Actor } from './policy.ts'

export type Draft = EntryFields & { picture: PictureWish | null; savedAt: number }

/** A picture left out stays as it was; null takes none. */
export type Typed = Partial<EntryFields> & { picture?: PictureWish | null }

const fields = ['name', 'place', 'verb', 'text'] as const

/** Keeps what `actor` has typed so far; a field left out takes the draft's, else the proposal's. False for no such email. */
export async function saveDraft(context: Context, actor: Actor, number: number, typed: Typed): Promise<boolean> {
  if (actor.kind !== 'staff') return false
  const row = await context.db.selectFrom('submission').selectAll().where('number', '=', number).executeTakeFirst()
  if (!row || row.stage === 'erased') return false
  const kept = await readDraft(context, actor, number)
  const before = kept ?? proposalOf(row)
  // Nothing typed is nothing to keep.
  if (!kept && !typed.picture && fields.every(field => typed[field] === undefined || typed[field] === before[field]))
    return true
  await putDraft(context.db, {
    submission_number: number,
    staff_id: actor.id,
    name: cleanLine(typed.name ?? before.name, 120),
    place: cleanLine(typed.place ?? before.place, 120),
    verb: cleanLine(typed.verb ?? before.verb, 40),
    // Half as long again as may be published: a draft over the limit is still somebody's work.
    text: cleanText(typed.text ?? before.text).slice(0, longestText * 1.5),
    picture: typed.picture === undefined ? undefined : typed.picture ? choiceToText(typed.picture) : '',
    saved_at: context.now(),
  })
  return true
}

/** The person's draft of this submission, or null. */
export async function readDraft({ db }: Context, actor: Actor, number: number): Promise<Draft | null> {
  const row = await db
    .selectFrom('draft')
    .selectAll()
    .where('submission_number', '=', number)
    .where('staff_id', '=', actor.id)
    .executeTakeFirst()
  return row
    ? {
        name: row.name,
        place: row.place,
        verb: row.verb,
        text: row.text,
        picture: choiceFromText(row.picture),
        savedAt: row.saved_at,
      }
    : null
}

type DraftRow = { submission_number: number; staff_id: string; saved_at: number; picture?: string } & EntryFields

/** Writes a draft in place of the one before. */
export async function putDraft(db: Db | Trx, row: DraftRow): Promise<void> {
  const { submission_number, staff_id, ...typed } = row
  await db
    .insertInto('draft')
    .values(row)
    .onConflict(conflict => conflict.columns(['submission_number', 'staff_id']).doUpdateSet(typed))
    .execute()
}

export async function dropDraft(db: Db | Trx, number: number, staffId: string): Promise<void> {
  await db.deleteFrom('draft').where('submission_number', '=', number).where('staff_id', '=', staffId).execute()
}
