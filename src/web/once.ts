// The same request twice does one thing: its answer is kept 24 hours under the caller's key.
import { sha256 } from '../id.ts'
import type { Context } from '../store/index.ts'

export type Answer = { status: number; body: string }

const keptFor = 24 * 3_600_000

export type Asking = {
  /** Staff id or `token:ID`. */
  caller: string
  /** The caller's own; empty: nothing is kept. */
  key: string
  /** Method, address and body. */
  request: string
}

/** The answer kept for this key, or `other` when the key was used for another request. */
export async function answered({ db, now }: Context, asking: Asking): Promise<Answer | 'other' | null> {
  if (asking.key === '') return null
  const row = await db
    .selectFrom('idempotency')
    .selectAll()
    .where('caller', '=', asking.caller)
    .where('key', '=', asking.key)
    .where('created_at', '>', now() - keptFor)
    .executeTakeFirst()
  if (!row) return null
  return row.request === sha256(asking.request) ? { status: row.status, body: row.answer } : 'other'
}

/** Keeps an answer under its key; the first one stands. */
export async function keepAnswer({ db, now }: Context, asking: Asking, answer: Answer): Promise<void> {
  if (asking.key === '') return
  await db
    .deleteFrom('idempotency')
    .where('created_at', '<', now() - keptFor)
    .execute()
  await db
    .insertInto('idempotency')
    .values({
      caller: asking.caller,
      key: asking.key,
      request: sha256(asking.request),
      status: answer.status,
      answer: answer.body,
      created_at: now(),
    })
    .onConflict(conflict => conflict.columns(['caller', 'key']).doNothing())
    .execute()
}
