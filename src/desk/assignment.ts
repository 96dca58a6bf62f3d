// Whose email it is: one's own, or a colleague's who may decide. It locks nothing; everybody else is led past it.
import type { Kysely } from 'kysely'
import {
  appendEvent,
  type Context,
  commit,
  type Db,
  type Role,
  type Row,
  type Schema,
  type Trx,
} from '../store/index.ts'
import type { Placed } from './placing.ts'
import { type Actor, actorId, may } from './policy.ts'
import { type Refusal, refuse } from './refusal.ts'

export type Assignment = { staffId: string; name: string; at: number }

export type Colleague = Pick<Row<'staff'>, 'id' | 'name'>

/** `to`: whose it is now. */
export type Given = Placed & { to: Colleague | null }

export type AssignmentWish = {
  /** A staff id; null: nobody's any more. */
  to: string | null
  /** Whose it was when the person looked: of two who take it at once, one gets it. */
  seen: string | null
}

const deciders = (['viewer', 'moderator', 'editor', 'admin'] satisfies Role[]).filter(role => may(role, 'decide'))

/** Who may be given an email, by name: everybody who may decide. */
export const listColleagues = ({ db }: Pick<Context, 'db'>): Promise<Colleague[]> =>
  db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('role', 'in', deciders)
    .where('disabled_at', 'is', null)
    .orderBy('name')
    .execute()

/** Whose these emails are, by number. What belongs to somebody who may no longer decide is nobody's. */
export async function assignmentsOf(db: Db | Trx, numbers: number[]): Promise<Map<number, Assignment>> {
  if (numbers.length === 0) return new Map()
  const rows = await standing(db)
    .select(['submission_number as number', 'staff_id as staffId', 'staff.name', 'assignment.at'])
    .where('submission_number', 'in', numbers)
    .execute()
  return new Map(rows.map(({ number, ...assignment }) => [number, assignment]))
}

/** Numbers of the emails that belong to somebody else, as a part of a query. */
export const assignedToOthers = (db: Db | Trx, staffId: string) =>
  standing(db).select('submission_number').where('staff_id', '!=', staffId)

/** How many waiting emails of a story are this person's. */
export async function countAssigned({ db }: Pick<Context, 'db'>, storyId: string, staffId: string): Promise<number> {
  const { count } = await db
    .selectFrom('assignment')
    .innerJoin('submission', 'submission.number', 'assignment.submission_number')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('staff_id', '=', staffId)
    .where('story_id', '=', storyId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return count
}

const standing = (db: Db | Trx) =>
  (db as Kysely<Schema>)
    .selectFrom('assignment')
    .innerJoin('staff', 'staff.id', 'assignment.staff_id')
    .where('staff.role', 'in', deciders)
    .where('staff.disabled_at', 'is', null)

/**
 * Gives an email to somebody, or to nobody. It decides nothing, so it makes no new version. Refuses with `assigned` when
 * it is not whose it was seen to be, naming whose it is now.
 */
export const assign = (
  context: Context,
  actor: Actor,
  number: number,
  wish: AssignmentWish,
): Promise<Given | Refusal> =>
  commit(context, async trx => {
    const row = await trx
      .selectFrom('submission')
      .select(['number', 'version', 'state', 'needs', 'stage', 'story_id'])
      .where('number', '=', number)
      .executeTakeFirst()
    if (!row) return refuse('not-found')
    if (row.stage === 'erased') return refuse('erased')
    if (actor.kind !== 'staff' || !may(actor.role, 'decide')) return refuse('not-allowed')
    if (row.state === null) return refuse('unread')
    if (row.state === 'approved') return refuse('decided')
    const submission = { number, version: row.version, state: row.state, needs: row.needs }
    const now = (await assignmentsOf(trx, [number])).get(number)
    if ((now?.staffId ?? null) !== wish.seen) return refuse('assigned', { by: now?.name, at: now?.at, submission })
    const to = wish.to === null ? null : (await listColleagues({ db: trx })).find(each => each.id === wish.to)
    if (to === undefined) return refuse('no-such-colleague', { submission })
    if (wish.to !== wish.seen) await write(trx, { context, actor, number, storyId: row.story_id, to: wish.to })
    return { ok: true, submission, to }
  })

type Writing = { context: Context; actor: Actor; number: number; storyId: string | null; to: string | null }

async function write(trx: Trx, { context, actor, number, storyId, to }: Writing): Promise<void> {
  const at = context.now()
  await trx.deleteFrom('assignment').where('submission_number', '=', number).execute()
  if (to !== null)
    await trx
      .insertInto('assignment')
      .values({ submission_number: number, staff_id: to, made_by: actor.id, at })
      .execute()
  await appendEvent(trx, {
    ...{ at, kind: 'assigned', actor: actorId(actor), storyId, submission: number },
    data: { staff: to },
  })
}

/** “Rob”: the first of their names. */
export const firstName = (name: string): string => name.split(' ')[0]!
