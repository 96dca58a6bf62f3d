// The figures of a story over a stretch of time, for staff. Each question is answered by one covering index.
import type { Context, Db, PointOfView, SubmissionState } from '../store/index.ts'
import { moderatorsOf, type Spread, spreadOf } from './pace.ts'
import type { Actor } from './policy.ts'
import type { Decided, Stretch } from './stretch.ts'

export type Statistics = {
  /** For each step, how many were received, approved and rejected. */
  steps: { at: number; received: number; approved: number; rejected: number }[]
  received: number
  decided: Record<Exclude<SubmissionState, 'waiting'>, number>
  /** From arrival to decision, in milliseconds; null when nothing was decided. */
  waiting: Spread | null
  /** Longest waiting undecided email's age, in milliseconds; null when none waits. */
  oldest: number | null
  moderators: { name: string; decided: number; waiting: Spread; pace: number | null }[]
  places: { place: string; received: number; approved: number }[]
  pointsOfView: Record<PointOfView | 'none', { received: number; approved: number }>
  reasons: { reason: string; count: number }[]
  photos: { received: number; approved: number }
}

/** Reasons that no list has may hold a reader's words: they are counted together. */
const otherReason = 'In other words'
const noReason = 'None given'
const most = 12

/** Reads them; `known` are the reasons that are told by name. Other people's own figures are for editors. */
export async function readStatistics(
  context: Context,
  actor: Actor,
  stretch: Stretch,
  known: readonly string[],
): Promise<Statistics> {
  const { db } = context
  const groups = await receivedGroups(db, stretch)
  const decisions = await decisionGroups(db, stretch)
  const sum = (rows: { count: number }[]) => rows.reduce((total, row) => total + row.count, 0)
  const count = (state: SubmissionState) => sum(decisions.filter(row => row.state === state))
  const stance = (which: PointOfView | null) => {
    const rows = groups.filter(row => row.stance === which)
    return { received: sum(rows), approved: sum(rows.filter(row => row.state === 'approved')) }
  }
  const pictured = groups.filter(row => row.photos > 0)
  return {
    steps: stepsOf(stretch, await perStep(db, stretch), decisions),
    received: sum(groups),
    decided: {
      ...{ approved: count('approved'), rejected: count('rejected') },
      ...{ held: count('held'), spam: count('spam') },
    },
    waiting: spreadOf(decisions.map(({ waited, count: times }) => [waited, times])),
    oldest: await oldestWaiting(context, stretch.storyId),
    moderators: await moderatorsOf(db, actor, stretch, decisions),
    places: placesOf(groups),
    pointsOfView: { for: stance('for'), against: stance('against'), mixed: stance('mixed'), none: stance(null) },
    reasons: await reasonsOf(db, stretch, known),
    photos: { received: sum(pictured), approved: sum(pictured.filter(row => row.state === 'approved')) },
  }
}

const receivedGroups = (db: Db, { storyId, since, until }: Stretch) =>
  db
    .selectFrom('submission')
    .select(eb => ['state', 'point_of_view as stance', 'place', eb.fn.countAll<number>().as('count')])
    .select(eb => eb.case().when('photos', '>', 0).then(1).else(0).end().as('photos'))
    .where('story_id', '=', storyId)
    .where('state', 'is not', null)
    .where('received_at', '>=', since)
    .where('received_at', '<', until)
    .groupBy(['state', 'point_of_view', 'place', 'photos'])
    .execute()

const perStep = (db: Db, { storyId, since, until, step }: Stretch) =>
  db
    .selectFrom('submission')
    .select(eb => eb.cast<number>(eb(eb.parens('received_at', '-', since), '/', eb.lit(step)), 'integer').as('step'))
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('story_id', '=', storyId)
    .where('state', 'is not', null)
    .where('received_at', '>=', since)
    .where('received_at', '<', until)
    .groupBy('step')
    .execute()

/** Decisions that stand, by step, person and how long the email had waited: to the second, beyond ten minutes to the minute. */
const decisionGroups = async (db: Db, { storyId, since, until, step }: Stretch): Promise<Decided[]> =>
  (await db
    .selectFrom('submission')
    .select(eb => ['state', 'decided_by as by', eb.fn.countAll<number>().as('count')])
    .select(eb => eb.cast<number>(eb(eb.parens('decided_at', '-', since), '/', eb.lit(step)), 'integer').as('step'))
    .select(eb => {
      const wait = eb.parens('decided_at', '-', eb.ref('received_at'))
      const whole = (unit: number) => eb(eb.cast<number>(eb(wait, '/', eb.lit(unit)), 'integer'), '*', eb.lit(unit))
      return eb.case().when(wait, '<', 600_000).then(whole(1000)).else(whole(60_000)).end().as('waited')
    })
    .where('story_id', '=', storyId)
    .where('decided_at', 'is not', null)
    .where('decided_at', '>=', since)
    .where('decided_at', '<', until)
    .where('state', '!=', 'waiting')
    .groupBy(['step', 'state', 'decided_by', 'waited'])
    .execute()) as Decided[]

function stepsOf(stretch: Stretch, received: { step: number; count: number }[], decisions: Decided[]) {
  const length = Math.max(1, Math.ceil((stretch.until - stretch.since) / stretch.step))
  const steps = Array.from({ length }, (_each, at) => ({
    at: stretch.since + at * stretch.step,
    ...{ received: 0, approved: 0, rejected: 0 },
  }))
  for (const { step, count } of received) if (steps[step]) steps[step].received += count
  for (const { step, state, count } of decisions)
    if (steps[step] && (state === 'approved' || state === 'rejected')) steps[step][state] += count
  return steps
}

async function oldestWaiting({ db, now }: Context, storyId: string): Promise<number | null> {
  const row = await db
    .selectFrom('submission')
    .select('received_at')
    .where('story_id', '=', storyId)
    .where('state', '=', 'waiting')
    .orderBy('received_at')
    .limit(1)
    .executeTakeFirst()
  return row ? Math.max(0, now() - row.received_at) : null
}

function placesOf(groups: { place: string; state: SubmissionState | null; count: number }[]) {
  const places = new Map<string, { place: string; received: number; approved: number }>()
  for (const { place, state, count } of groups) {
    const known = places.get(place) ?? { place, received: 0, approved: 0 }
    known.received += count
    if (state === 'approved') known.approved += count
    places.set(place, known)
  }
  return [...places.values()].sort((one, other) => other.received - one.received)
}

async function reasonsOf(db: Db, { storyId, since, until }: Stretch, known: readonly string[]) {
  const rows = await db
    .selectFrom('submission')
    .select(eb => ['reason', eb.fn.countAll<number>().as('count')])
    .where('story_id', '=', storyId)
    .where('state', '=', 'rejected')
    .where('decided_at', '>=', since)
    .where('decided_at', '<', until)
    .groupBy('reason')
    .execute()
  const sums = new Map<string, number>()
  for (const { reason, count } of rows) {
    const name = reason === null ? noReason : known.includes(reason) ? reason : otherReason
    sums.set(name, (sums.get(name) ?? 0) + count)
  }
  const reasons = [...sums].map(([reason, count]) => ({ reason, count }))
  return reasons.sort((one, other) => other.count - one.count).slice(0, most)
}
