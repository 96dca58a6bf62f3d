// Looking at personal data beyond the ordinary queue leaves a line: who, what, which email.
import { newId } from '../id.ts'
import type { Context } from '../store/index.ts'
import { namesOf } from './names.ts'
import { type Actor, actorId } from './policy.ts'

/** `what` never holds the address or words that were looked for; `number` is null where no one email was meant. */
export async function recordAccess(context: Context, actor: Actor, what: string, number: number | null): Promise<void> {
  const at = context.now()
  await context.db
    .insertInto('access')
    .values({ id: newId(at), at, actor: actorId(actor), what, submission_number: number })
    .execute()
}

export type AccessLine = {
  id: string
  at: number
  by: string
  what: string
  submission: number | null
  slug: string | null
}

const page = 50

/** Newest first, a page of 50; `before` is the id that the page before ended with. */
export async function listAccess(
  { db }: Pick<Context, 'db'>,
  { who, before }: { who?: string; before?: string },
): Promise<{ lines: AccessLine[]; next: string | null }> {
  let query = db
    .selectFrom('access')
    .leftJoin('submission', 'submission.number', 'access.submission_number')
    .leftJoin('story', 'story.id', 'submission.story_id')
    .select(['access.id', 'access.at', 'access.actor', 'access.what', 'access.submission_number', 'story.slug'])
    // The ids are UUIDv7: their order is the order of time, and the key gives it without a sort.
    .orderBy('access.id', 'desc')
    .limit(page + 1)
  if (who !== undefined) query = query.where('access.actor', '=', who)
  if (before !== undefined) query = query.where('access.id', '<', before)
  const rows = await query.execute()
  const shown = rows.slice(0, page)
  const name = await namesOf(
    db,
    shown.map(row => row.actor),
  )
  const lines = shown.map(({ id, at, actor, what, submission_number, slug }) => ({
    ...{ id, at, by: name(actor), what },
    submission: submission_number,
    slug,
  }))
  return { lines, next: rows.length > page ? shown.at(-1)!.id : null }
}
