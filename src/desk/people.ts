// Contributors as staff look them up. Looking someone up by address is written down in `access`.
import type { ExpressionBuilder } from 'kysely'
import type { Context, EntryState, Schema, SubmissionStage, SubmissionState } from '../store/index.ts'
import { recordAccess } from './access.ts'
import type { Actor } from './policy.ts'

export type Person = { id: string; name: string; address: string; since: number }
export type ListedPerson = { id: string; name: string; written: number; lastAt: number | null }

export type PersonLine = {
  number: number
  subject: string
  receivedAt: number
  stage: SubmissionStage
  state: SubmissionState | null
  story: { slug: string; title: string } | null
  entry: EntryState | null
  /** Came while they were banned. */
  banned: boolean
}

const page = 50

export type PeopleQuery = {
  /** Words of the name. */
  q?: string
  /** The first letter of the name. */
  letter?: string
  /** Only who has written once: their first letter. */
  first?: boolean
  /** Id that the page before ended with. */
  after?: string
}

/** Contributors by name, a page of 50. */
export async function listPeople(
  { db }: Context,
  { q = '', letter = '', first = false, after }: PeopleQuery,
): Promise<{ people: ListedPerson[]; next: string | null }> {
  let query = db
    .selectFrom('contributor')
    .select(['id', 'name'])
    .select(eb => [
      emails(eb)
        .select(sub => sub.fn.countAll<number>().as('written'))
        .as('written'),
      emails(eb)
        .select(sub => sub.fn.max('submission.received_at').as('last'))
        .as('lastAt'),
    ])
    .orderBy('name')
    .orderBy('id')
    .limit(page + 1)
  const words = q.replace(/[%_]/g, '').trim()
  if (words) query = query.where('name', 'like', `%${words}%`)
  if (letter) query = query.where('name', 'like', `${letter}%`)
  if (first)
    query = query
      .where(eb => eb.exists(emails(eb).select('submission.number')))
      .where(eb => eb.not(eb.exists(emails(eb).select('submission.number').limit(1).offset(1))))
  const from = after ? await findPerson({ db }, after) : null
  if (from)
    query = query.where(where =>
      where.or([where('name', '>', from.name), where.and([where('name', '=', from.name), where('id', '>', from.id)])]),
    )
  const rows = await query.execute()
  const people = rows.slice(0, page).map(row => ({ ...row, written: row.written ?? 0 }))
  return { people, next: rows.length > page ? people.at(-1)!.id : null }
}

const emails = (eb: ExpressionBuilder<Schema, 'contributor'>) =>
  eb.selectFrom('submission').whereRef('submission.contributor_id', '=', 'contributor.id')

export async function findPerson({ db }: Pick<Context, 'db'>, id: string): Promise<Person | null> {
  const row = await db.selectFrom('contributor').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? { id: row.id, name: row.name, address: row.address, since: row.created_at } : null
}

/** The contributor who writes from `address`, or null. The search is recorded, found or not; the address is not. */
export async function findByAddress(context: Context, actor: Actor, address: string): Promise<Person | null> {
  const row = await context.db
    .selectFrom('contributor')
    .select('id')
    .where('address', '=', address.trim().toLowerCase())
    .executeTakeFirst()
  await recordAccess(context, actor, row ? 'searched by address: found' : 'searched by address: not found', null)
  return row ? findPerson(context, row.id) : null
}

/** A contributor's emails, newest first; `before` is a number. */
export async function emailsOf(
  { db }: Context,
  id: string,
  before?: number,
): Promise<{ lines: PersonLine[]; next: number | null }> {
  let query = db
    .selectFrom('submission')
    .leftJoin('story', 'story.id', 'submission.story_id')
    .leftJoin('entry', 'entry.submission_number', 'submission.number')
    .select(['submission.number', 'submission.subject', 'submission.received_at', 'submission.stage'])
    .select(['submission.state', 'story.slug', 'story.title', 'entry.state as entry'])
    .select('submission.banned')
    .where('submission.contributor_id', '=', id)
    .orderBy('submission.number', 'desc')
    .limit(page + 1)
  if (before !== undefined) query = query.where('submission.number', '<', before)
  const rows = await query.execute()
  const lines = rows.slice(0, page).map(({ received_at, slug, title, banned, ...row }) => ({
    ...row,
    banned: banned === 1,
    receivedAt: received_at,
    story: slug === null || title === null ? null : { slug, title },
  }))
  return { lines, next: rows.length > page ? lines.at(-1)!.number : null }
}
