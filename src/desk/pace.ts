// How long emails waited and how fast people decide: their own figures, and for editors everybody's.
import type { Db } from '../store/index.ts'
import { namesOf } from './names.ts'
import { type Actor, actorId, may } from './policy.ts'
import type { Decided, Stretch } from './stretch.ts'

/** Milliseconds. */
export type Spread = { median: number; p90: number; count: number }

/** Median and 90th percentile of values with how often each occurs; null for none. */
export function spreadOf(values: [value: number, times: number][]): Spread | null {
  const sorted = values.toSorted(([one], [other]) => one - other)
  const count = sorted.reduce((sum, [, times]) => sum + times, 0)
  if (count === 0) return null
  const at = (share: number) => {
    let passed = 0
    for (const [value, times] of sorted) {
      passed += times
      if (passed >= share * count) return Math.max(0, value)
    }
    return 0
  }
  return { median: at(0.5), p90: at(0.9), count }
}

export async function moderatorsOf(db: Db, actor: Actor, stretch: Stretch, decisions: Decided[]) {
  const all = may(actor.role, 'decide-bad')
  const people = [...new Set(decisions.map(row => row.by))].filter(
    by => by !== null && by !== 'system' && (all || by === actorId(actor)),
  ) as string[]
  const name = await namesOf(db, people)
  const found = []
  for (const id of people) {
    const own = decisions.filter(row => row.by === id)
    const waiting = spreadOf(own.map(({ waited, count }) => [waited, count]))!
    found.push({ name: name(id), decided: waiting.count, waiting, pace: await paceOf(db, stretch, id) })
  }
  return found.sort((one, other) => other.decided - one.decided)
}

/** A pause longer than this between two decisions was no work on the second one. */
const pause = 5 * 60_000

/** The median time between a person's decisions, pauses left out; of the last thousand. Null: too few to say. */
async function paceOf(db: Db, { storyId, since, until }: Stretch, id: string): Promise<number | null> {
  const rows = await db
    .selectFrom('submission')
    .select('decided_at')
    .where('story_id', '=', storyId)
    .where('decided_by', '=', id)
    .where('decided_at', '>=', since)
    .where('decided_at', '<', until)
    .orderBy('decided_at', 'desc')
    .limit(1000)
    .execute()
  const gaps = rows.slice(1).map((row, at) => rows[at]!.decided_at! - row.decided_at!)
  return spreadOf(gaps.filter(gap => gap <= pause).map(gap => [gap, 1]))?.median ?? null
}
