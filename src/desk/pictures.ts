// Pictures as staff see them: our own re-encodings, made when first asked for and kept with the email. The file that
// came is never shown.
import { type Aspect, appendEvent, type Context, commit, type Db, type Sizes } from '../store/index.ts'
import { type Actor, actorId } from './policy.ts'

/** Width through height; null: as it is. */
export const aspects: Record<Aspect, number | null> = { '16:9': 16 / 9, '4:3': 4 / 3, '1:1': 1, original: null }

/** The middle of the three by three grid of points that a cut keeps in sight. */
export const centre = 4

/** `position` counts the attachments of the email from 0. */
export type Cut = { position: number; aspect: Aspect; focal: number }

type Made = Record<'large' | 'small', { width: number; height: number; bytes: Uint8Array }>
/** Makes a re-encoding; null when there is no such attachment any more. */
export type MakePicture = (
  number: number,
  position: number,
  cut: { ratio: number | null; focal: number },
) => Promise<Made | { parked: string } | null>

export type Rendition = Sizes | { parked: string }

/** Our re-encoding of an attachment, or the sentence that says why there is none; null: there is no such attachment. */
export async function renditionOf(
  context: Context,
  make: MakePicture,
  number: number,
  cut: Cut,
): Promise<Rendition | null> {
  const known = await readRendition(context.db, number, cut)
  if (known) return known
  const made = await make(number, cut.position, { ratio: aspects[cut.aspect], focal: cut.focal })
  if (made === null) return null
  await keep(context, number, cut, made)
  return readRendition(context.db, number, cut)
}

async function readRendition(db: Db, number: number, cut: Cut): Promise<Rendition | null> {
  const row = await db
    .selectFrom('rendition')
    .selectAll()
    .where('submission_number', '=', number)
    .where('position', '=', cut.position)
    .where('aspect', '=', cut.aspect)
    .where('focal', '=', cut.focal)
    .executeTakeFirst()
  if (!row) return null
  const { parked, width, height, large, small_width, small_height, small } = row
  return parked === null ? ({ width, height, large, small_width, small_height, small } as Sizes) : { parked }
}

/** Nothing is kept of an email that was erased or cleared while its picture was being made. */
const keep = (context: Context, number: number, cut: Cut, made: Made | { parked: string }): Promise<void> =>
  commit(context, async trx => {
    const email = await trx
      .selectFrom('submission')
      .select('raw_id')
      .where('number', '=', number)
      .where('raw_id', 'is not', null)
      .executeTakeFirst()
    if (!email) return
    const sizes =
      'parked' in made
        ? { parked: made.parked }
        : {
            ...{ width: made.large.width, height: made.large.height, large: made.large.bytes },
            ...{ small_width: made.small.width, small_height: made.small.height, small: made.small.bytes },
          }
    await trx
      .insertInto('rendition')
      .values({ submission_number: number, ...cut, ...sizes, made_at: context.now() })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  })

/** The first of the same pictures in emails from other addresses, by position: they might not be this reader's. */
export async function seenBefore(db: Db, number: number): Promise<{ position: number; number: number }[]> {
  const rows = await db
    .selectFrom('attachment')
    .innerJoin('submission as mine', 'mine.number', 'attachment.submission_number')
    .innerJoin('attachment as other', 'other.sha256', 'attachment.sha256')
    .innerJoin('submission as theirs', 'theirs.number', 'other.submission_number')
    .select(eb => ['attachment.position', eb.fn.min<number>('theirs.number').as('number')])
    .where('attachment.submission_number', '=', number)
    .whereRef('theirs.number', '<', 'mine.number')
    .where(eb => eb('theirs.contributor_id', 'is distinct from', eb.ref('mine.contributor_id')))
    .groupBy('attachment.position')
    .execute()
  return rows.map(row => ({ position: row.position, number: row.number }))
}

/** Folds the pictures of an email for everybody until asked for, or lets them stand open. False: no such email. */
export const markGraphic = (context: Context, actor: Actor, number: number, graphic: boolean): Promise<boolean> =>
  commit(context, async trx => {
    const row = await trx
      .updateTable('submission')
      .set({ graphic: Number(graphic) })
      .where('number', '=', number)
      .where('stage', '!=', 'erased')
      .returning('story_id')
      .executeTakeFirst()
    if (!row) return false
    const about = { at: context.now(), actor: actorId(actor), storyId: row.story_id, submission: number }
    await appendEvent(trx, { ...about, kind: 'graphic', data: { graphic } })
    return true
  })

export async function parkedPictures(db: Db, number: number): Promise<{ position: number; why: string }[]> {
  const rows = await db
    .selectFrom('rendition')
    .select(['position', 'parked'])
    .where('submission_number', '=', number)
    .where('parked', 'is not', null)
    .execute()
  return rows.map(row => ({ position: row.position, why: row.parked! }))
}
