// Work is taken by lease with a fence: a number that only rises, so that a late holder cannot write.
import type { Context } from './context.ts'
import type { Trx } from './database.ts'

export type Lease = {
  name: string
  holder: string
  fence: number
  /** Extends the lease by its length; false when another holder has it. */
  renew: () => Promise<boolean>
  /** Gives it back, if it is still ours. */
  release: () => Promise<void>
}

/**
 * Milliseconds. No lease lasts nearly as long (a backup's, the longest, an hour): one that says so was written by a clock
 * that has been set back since, and would keep everybody waiting until then. Taking it does no harm, since the fence
 * refuses its holder.
 */
const longest = 6 * 60 * 60 * 1000

/** Thrown inside a transaction whose writer no longer holds its lease; the transaction rolls back. */
export class LeaseLost extends Error {}

/** Takes `name` for `length` milliseconds when it is free or expired; null when another holder has it. */
export async function takeLease(context: Context, name: string, holder: string, length: number): Promise<Lease | null> {
  const fence = await context.db.transaction().execute(async trx => {
    const now = context.now()
    const row = await trx.selectFrom('lease').selectAll().where('name', '=', name).executeTakeFirst()
    const held = row !== undefined && row.expires_at > now && row.expires_at < now + longest
    if (held && row.holder !== holder) return null
    const next = (row?.fence ?? 0) + 1
    await trx
      .insertInto('lease')
      .values({ name, holder, fence: next, expires_at: now + length })
      .onConflict(conflict => conflict.column('name').doUpdateSet({ holder, fence: next, expires_at: now + length }))
      .execute()
    return next
  })
  if (fence === null) return null
  const own = () => context.db.updateTable('lease').where('name', '=', name).where('fence', '=', fence)
  return {
    name,
    holder,
    fence,
    renew: async () => {
      const result = await own()
        .set({ expires_at: context.now() + length })
        .executeTakeFirst()
      return result.numUpdatedRows === 1n
    },
    release: async () => void (await own().set({ expires_at: 0 }).execute()),
  }
}

/** To be called in every transaction that a lease protects; throws LeaseLost when a newer fence was given out. */
export async function checkFence(trx: Trx, lease: Pick<Lease, 'name' | 'fence'>): Promise<void> {
  const row = await trx.selectFrom('lease').select('fence').where('name', '=', lease.name).executeTakeFirst()
  if (row?.fence !== lease.fence) throw new LeaseLost(`another process has taken over ${lease.name}`)
}
