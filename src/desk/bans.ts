// Bans: what a banned contributor sends is rejected by itself (intake/banned.ts), stays readable, and may be taken back.
import { newId } from '../id.ts'
import { cleanText } from '../safe.ts'
import { appendEvent, type Context, commit, type Db, type Trx } from '../store/index.ts'
import { namesOf } from './names.ts'
import { type Actor, actorId } from './policy.ts'

export type Ban = {
  id: string
  /** Null: every story. */
  story: { slug: string; title: string } | null
  reason: string
  /** Epoch milliseconds; null: until somebody lifts it. */
  until: number | null
  by: string
  at: number
  liftedAt: number | null
  stands: boolean
}

export type BanWish = { contributorId: string; storyId: string | null; reason: string; until: number | null }

export type BanResult = { ok: true } | { ok: false; why: 'no-reason' | 'past' | 'banned-already' | 'not-found' }

/** Bans a contributor from a story, or from all; an event tells of it without the reason, which is a person's words. */
export const ban = (context: Context, actor: Actor, wish: BanWish): Promise<BanResult> =>
  commit(context, async trx => {
    const at = context.now()
    const reason = cleanText(wish.reason).trim().slice(0, 500)
    if (reason === '') return { ok: false, why: 'no-reason' }
    if (wish.until !== null && wish.until <= at) return { ok: false, why: 'past' }
    const known = await trx.selectFrom('contributor').select('id').where('id', '=', wish.contributorId).execute()
    if (known.length === 0) return { ok: false, why: 'not-found' }
    const standing = await standingBans(trx, wish.contributorId, at)
    if (standing.some(each => each.story_id === null || each.story_id === wish.storyId))
      return { ok: false, why: 'banned-already' }
    const id = newId(at)
    const { contributorId: contributor_id, storyId: story_id, until } = wish
    await trx
      .insertInto('ban')
      .values({ id, contributor_id, story_id, reason, until, made_by: actorId(actor), at })
      .execute()
    const data = { contributor: contributor_id, ban: id, until }
    await appendEvent(trx, { at, kind: 'banned', actor: actorId(actor), storyId: story_id, data })
    return { ok: true }
  })

/** Lifts a ban; false when it does not stand. What it rejected stays rejected until somebody takes that back. */
export const liftBan = (context: Context, actor: Actor, contributorId: string, id: string): Promise<boolean> =>
  commit(context, async trx => {
    const at = context.now()
    const row = (await standingBans(trx, contributorId, at)).find(each => each.id === id)
    if (!row) return false
    await trx.updateTable('ban').set({ lifted_at: at }).where('id', '=', id).execute()
    const data = { contributor: contributorId, ban: id }
    await appendEvent(trx, { at, kind: 'ban-lifted', actor: actorId(actor), storyId: row.story_id, data })
    return true
  })

/** Every ban of a contributor, those that stand first. */
export async function bansOf({ db, now }: Pick<Context, 'db' | 'now'>, contributorId: string): Promise<Ban[]> {
  const rows = await db
    .selectFrom('ban')
    .leftJoin('story', 'story.id', 'ban.story_id')
    .select(['ban.id', 'reason', 'until', 'made_by', 'at', 'lifted_at', 'story.slug', 'story.title'])
    .where('contributor_id', '=', contributorId)
    .orderBy('at', 'desc')
    .execute()
  const name = await namesOf(
    db,
    rows.map(row => row.made_by),
  )
  const bans = rows.map(({ id, reason, until, at, lifted_at: liftedAt, made_by, slug, title }) => ({
    ...{ id, reason, until, at, liftedAt, by: name(made_by) },
    story: slug === null || title === null ? null : { slug, title },
    stands: liftedAt === null && (until === null || until > now()),
  }))
  return bans.sort((one, other) => Number(other.stands) - Number(one.stands))
}

/** Those of these contributors under a ban that stands: a rule of retention keeps their address for it. */
export async function banned(db: Db | Trx, contributorIds: string[], at: number): Promise<Set<string>> {
  if (contributorIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('ban')
    .select('contributor_id')
    .where('contributor_id', 'in', contributorIds)
    .where('lifted_at', 'is', null)
    .where(eb => eb.or([eb('until', 'is', null), eb('until', '>', at)]))
    .execute()
  return new Set(rows.map(row => row.contributor_id))
}

const standingBans = (trx: Trx, contributorId: string, at: number) =>
  trx
    .selectFrom('ban')
    .select(['id', 'story_id'])
    .where('contributor_id', '=', contributorId)
    .where('lifted_at', 'is', null)
    .where(eb => eb.or([eb('until', 'is', null), eb('until', '>', at)]))
    .execute()
