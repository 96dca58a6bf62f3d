// The picture of an entry: its bytes in a table of their own, under an id that is nobody else's.
import { newId } from '../id.ts'
import { cleanLine } from '../safe.ts'
import type { Aspect, Db, Row, Sizes, Trx } from '../store/index.ts'

/** What readers get of a picture. `alt` says in words what it shows, `credit` whose it is. */
export type FeedPicture = { id: string; width: number; height: number; alt: string; credit: string }

/** A re-encoding that becomes an entry's picture. */
export type NewPicture = {
  position: number
  aspect: Aspect
  focal: number
  alt: string
  credit: string
  sizes: Sizes
}

/** All pictures have this media type. */
export const pictureType = 'image/webp'

const smallWidth = 640

/** The smaller of the two sizes that every picture has. */
export const smallOf = ({ width, height }: Pick<FeedPicture, 'width' | 'height'>) => {
  const small = Math.min(width, smallWidth)
  return { width: small, height: Math.max(1, Math.round((height * small) / width)) }
}

export const tidyPicture = (picture: FeedPicture): FeedPicture => ({
  ...picture,
  alt: cleanLine(picture.alt, 500),
  credit: cleanLine(picture.credit, 120),
})

/** The columns of a revision that are its picture's. */
export const pictureColumns = (picture: FeedPicture | null) => ({
  picture_id: picture?.id ?? null,
  picture_width: picture?.width ?? 0,
  picture_height: picture?.height ?? 0,
  picture_alt: picture?.alt ?? '',
  picture_credit: picture?.credit ?? '',
})

type PictureColumns = Pick<
  Row<'revision'>,
  'picture_id' | 'picture_width' | 'picture_height' | 'picture_alt' | 'picture_credit'
>

export const pictureFrom = (row: PictureColumns): FeedPicture | null =>
  row.picture_id === null
    ? null
    : {
        id: row.picture_id,
        width: row.picture_width,
        height: row.picture_height,
        alt: row.picture_alt,
        credit: row.picture_credit,
      }

/** Keeps the bytes for an entry; the same cut of the same file keeps its id, so that what is cached stays good. */
export async function keepPicture(trx: Trx, entryId: string, picture: NewPicture, at: number): Promise<FeedPicture> {
  const { position, aspect, focal, sizes, alt, credit } = picture
  const before = await trx
    .selectFrom('picture')
    .select('id')
    .where('entry_id', '=', entryId)
    .where('position', '=', position)
    .where('aspect', '=', aspect)
    .where('focal', '=', focal)
    .executeTakeFirst()
  const id = before?.id ?? newId(at)
  if (!before)
    await trx
      .insertInto('picture')
      .values({ id, entry_id: entryId, position, aspect, focal, ...sizes, made_at: at })
      .execute()
  return tidyPicture({ id, width: sizes.width, height: sizes.height, alt, credit })
}

/** Erases the bytes of every picture that the entry ever had; its revisions must name none any more. */
export const dropPictures = (trx: Trx, entryId: string) =>
  trx.deleteFrom('picture').where('entry_id', '=', entryId).execute()

/** The bytes of a picture that stands on the page now; `gone` once it was there; null: it never was. */
export async function readPublicPicture(
  db: Db,
  storyId: string,
  id: string,
  size: 'large' | 'small',
): Promise<Uint8Array | 'gone' | null> {
  const row = await db
    .selectFrom('picture')
    .innerJoin('entry', 'entry.id', 'picture.entry_id')
    .innerJoin('revision', join =>
      join.onRef('revision.entry_id', '=', 'entry.id').onRef('revision.revision', '=', 'entry.revision'),
    )
    .leftJoin('entry as group', 'group.id', 'entry.group_id')
    .select([`picture.${size} as bytes`, 'entry.state', 'revision.picture_id', 'entry.published_at'])
    .select(['entry.group_id', 'group.state as group_state', 'group.published_at as group_published_at'])
    .where('picture.id', '=', id)
    .where('entry.story_id', '=', storyId)
    .executeTakeFirst()
  if (!row) return null
  const stands = row.state === 'live' && (row.group_id === null || row.group_state === 'live')
  if (stands && row.picture_id === id) return row.bytes
  return (row.published_at ?? row.group_published_at) === null ? null : 'gone'
}

/** The bytes of a picture whatever became of its entry, for staff. */
export async function readKeptPicture(db: Db, storyId: string, id: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('picture')
    .innerJoin('entry', 'entry.id', 'picture.entry_id')
    .select('picture.large')
    .where('picture.id', '=', id)
    .where('entry.story_id', '=', storyId)
    .executeTakeFirst()
  return row?.large ?? null
}

/** Ids of the pictures that readers may see now. */
export async function livePictures(db: Db, storyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('entry')
    .innerJoin('revision', join =>
      join.onRef('revision.entry_id', '=', 'entry.id').onRef('revision.revision', '=', 'entry.revision'),
    )
    .leftJoin('entry as group', 'group.id', 'entry.group_id')
    .select('revision.picture_id as id')
    .where('entry.story_id', '=', storyId)
    .where('entry.state', '=', 'live')
    .where(eb => eb.or([eb('entry.group_id', 'is', null), eb('group.state', '=', 'live')]))
    .where('revision.picture_id', 'is not', null)
    .orderBy('revision.picture_id')
    .execute()
  return rows.flatMap(row => row.id ?? [])
}
