// The balance of a story, for staff only: what readers say, and what of it is held and published. Never a target.
import type { Db, PointOfView } from '../store/index.ts'
import { countViews } from './view.ts'

export type Stances = Record<PointOfView | 'none', number>

export type Balance = {
  /** Every email of the story that a person may decide or has decided, spam left out. */
  received: Stances
  held: Stances
  /** On the live page now. */
  published: Stances
  /** The point of view that all of the last eight published share; null when they differ or there are fewer. */
  run: PointOfView | null
}

/** So many in a row make a run worth telling of. */
const longRun = 8

export async function balanceOf({ db }: { db: Db }, storyId: string): Promise<Balance> {
  const marked = await db
    .selectFrom('submission')
    .select(eb => ['state', 'point_of_view', eb.fn.countAll<number>().as('count')])
    .where('story_id', '=', storyId)
    .where('state', 'in', ['waiting', 'held', 'approved', 'rejected'])
    .where('point_of_view', 'is not', null)
    .groupBy(['state', 'point_of_view'])
    .execute()
  const live = await db
    .selectFrom('entry')
    .leftJoin('submission', 'submission.number', 'entry.submission_number')
    .select(eb => ['point_of_view', eb.fn.countAll<number>().as('count')])
    .where('entry.story_id', '=', storyId)
    .where('entry.state', '=', 'live')
    .groupBy('point_of_view')
    .execute()
  const counts = await countViews({ db }, storyId)
  const received = stances(marked)
  received.none = counts.waiting + counts.held + counts.approved + counts.rejected - sumOf(received)
  const held = stances(marked.filter(row => row.state === 'held'))
  held.none = counts.held - sumOf(held)
  return { received, held, published: stances(live), run: await runOf(db, storyId) }
}

async function runOf(db: Db, storyId: string): Promise<PointOfView | null> {
  const last = await db
    .selectFrom('entry')
    .innerJoin('submission', 'submission.number', 'entry.submission_number')
    .select('point_of_view')
    .where('entry.story_id', '=', storyId)
    .where('entry.state', '=', 'live')
    .orderBy('entry.published_at', 'desc')
    .limit(longRun)
    .execute()
  const [first] = last
  const same = last.length === longRun && last.every(row => row.point_of_view === first!.point_of_view)
  return same ? first!.point_of_view : null
}

function stances(rows: { point_of_view: PointOfView | null; count: number }[]): Stances {
  const sums: Stances = { for: 0, against: 0, mixed: 0, none: 0 }
  for (const row of rows) sums[row.point_of_view ?? 'none'] += row.count
  return sums
}

const sumOf = (counts: Stances) => counts.for + counts.against + counts.mixed
