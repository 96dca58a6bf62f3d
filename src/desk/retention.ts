// How long what is kept: rules by state, what the next run would do, and the run itself.

import type { ExpressionBuilder } from 'kysely'
import type { Keys } from '../secret.ts'
import {
  appendEvent,
  type Context,
  commit,
  purgeDeleted,
  type Retention,
  readRetention,
  type Schema,
  saveRetention,
  spreadErasures,
  type Trx,
} from '../store/index.ts'
import { banned } from './bans.ts'
import { clearPublished } from './clear.ts'
import { findByNumbers } from './erase-find.ts'
import { eraseRows } from './erase-rows.ts'

const dayLength = 24 * 3_600_000

/** What each rule is about, in the words of its form. Days count from the decision, or, without one, from our taking it in. */
export const rules = {
  waiting: 'Waiting, and nobody has decided',
  held: 'Held',
  rejected: 'Rejected',
  spam: 'Spam',
  aside: 'Filed aside or parked',
  published: 'Published: sender, email and attachments (what was published stays)',
} as const satisfies Record<keyof Retention, string>

export type Rule = keyof typeof rules

export type Preview = {
  /** When the rules run next (epoch milliseconds). */
  at: number
  lastRun: number | null
  /** Emails that each rule would reach then. */
  counts: Record<Rule, number>
  /** Emails that a legal hold keeps from it. */
  onHold: number
}

type Builder = ExpressionBuilder<Schema, 'submission'>

/** The emails a rule reaches at `at`; `days` 0 reaches none. */
const due = (rule: Rule, days: number, at: number) => (eb: Builder) => {
  const before = at - days * dayLength
  const age = eb(eb.fn.coalesce('decided_at', 'kept_at'), '<=', before)
  const of =
    rule === 'aside'
      ? eb('stage', 'in', ['aside', 'parked'])
      : rule === 'published'
        ? eb('state', '=', 'approved')
        : eb('state', '=', rule)
  return eb.and([days > 0 ? age : eb.lit(false), of, eb('cleared_at', 'is', null)])
}

/** What the next run will do, were nothing to change until then. */
export async function previewRetention({ db, now }: Pick<Context, 'db' | 'now'>): Promise<Preview> {
  const { ranAt, ...days } = await readRetention(db)
  const at = Math.max(now(), (ranAt ?? 0) + dayLength)
  const count = async (rule: Rule, hold: 0 | 1) => {
    const { n } = await db
      .selectFrom('submission')
      .select(eb => eb.fn.countAll<number>().as('n'))
      .where(due(rule, days[rule], at))
      .where('legal_hold', '=', hold)
      .executeTakeFirstOrThrow()
    return n
  }
  const counts = {} as Record<Rule, number>
  let onHold = 0
  for (const rule of Object.keys(rules) as Rule[]) {
    counts[rule] = await count(rule, 0)
    onHold += await count(rule, 1)
  }
  return { at, lastRun: ranAt !== null && ranAt <= now() ? ranAt : null, counts, onHold }
}

/** At most so many emails in one commit. */
const batch = 100

/** Runs the rules when a day has passed since the last time; answers how many emails each reached, or null. */
export async function runRetention(
  context: Context,
  keys: Keys,
  database: string,
): Promise<Record<Rule, number> | null> {
  const { ranAt, ...days } = await readRetention(context.db)
  const at = context.now()
  if (ranAt !== null && ranAt + dayLength > at) return null
  const counts = {} as Record<Rule, number>
  for (const rule of Object.keys(rules) as Rule[]) {
    counts[rule] = 0
    for (;;) {
      const reached = await commit(context, trx => reach(trx, { rule, days: days[rule], at, keys }))
      counts[rule] += reached
      if (reached < batch) break
      // The desk has its turn between two batches.
      await new Promise(resolve => setImmediate(resolve))
    }
  }
  await commit(context, trx => saveRetention(trx, { ranAt: at }))
  if (Object.values(counts).some(count => count > 0)) {
    await purgeDeleted(context.db)
    await spreadErasures(context.db, database)
    context.log.info(
      { count: Object.values(counts).reduce((sum, count) => sum + count, 0) },
      'what was kept long enough is gone',
    )
  }
  return counts
}

type Reaching = { rule: Rule; days: number; at: number; keys: Keys }

async function reach(trx: Trx, { rule, days, at, keys }: Reaching): Promise<number> {
  const rows = await trx
    .selectFrom('submission')
    .select('number')
    .where(due(rule, days, at))
    .where('legal_hold', '=', 0)
    .orderBy('number')
    .limit(batch)
    .execute()
  const numbers = rows.map(row => row.number)
  if (numbers.length === 0) return 0
  if (rule === 'published') await clearPublished(trx, numbers, { keys, at })
  else {
    const found = await findByNumbers(trx, numbers)
    const kept = await banned(trx, found.contributors, at)
    found.contributors = found.contributors.filter(id => !kept.has(id))
    await eraseRows(trx, found, { keys, actor: 'system', now: at, published: 'withdraw', address: '' })
  }
  return numbers.length
}

/** Puts an email under legal hold, or lets it go; `by` is a staff id. */
export const setLegalHold = (context: Context, by: string, number: number, hold: boolean): Promise<void> =>
  commit(context, async trx => {
    const row = await trx
      .updateTable('submission')
      .set({ legal_hold: Number(hold) })
      .where('number', '=', number)
      .where('stage', '!=', 'erased')
      .returning('story_id')
      .executeTakeFirst()
    if (!row) return
    const about = { at: context.now(), actor: by, storyId: row.story_id, submission: number }
    await appendEvent(trx, { ...about, kind: 'legal-hold', data: { hold } })
  })
