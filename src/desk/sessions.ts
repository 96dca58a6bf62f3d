// Where people are signed in. A session is named by the hash of its id, which opens nothing.
import { appendEvent, type Context, commit } from '../store/index.ts'

export type OpenSession = { key: string; createdAt: number; seenAt: number; expiresAt: number }

/** A person's live sessions, the one used last first. */
export async function listSessions({ db, now }: Context, staffId: string): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['key', 'created_at', 'seen_at', 'expires_at'])
    .where('staff_id', '=', staffId)
    .where('expires_at', '>', now())
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map(row => ({
    key: row.key,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
  }))
}

/** Ends one session of a person; `by` is who does. False: it was no session of theirs. */
export const endSession = (context: Context, by: string, staffId: string, key: string): Promise<boolean> =>
  commit(context, async trx => {
    const gone = await trx
      .deleteFrom('session')
      .where('staff_id', '=', staffId)
      .where('key', '=', key)
      .executeTakeFirst()
    if (gone.numDeletedRows === 0n) return false
    await appendEvent(trx, { at: context.now(), kind: 'signed-out', actor: by, data: { staff: staffId, ended: 1 } })
    return true
  })

/** Ends all sessions of a person but `except`; answers how many. */
export const endSessions = (context: Context, by: string, staffId: string, except = ''): Promise<number> =>
  commit(context, async trx => {
    const gone = await trx
      .deleteFrom('session')
      .where('staff_id', '=', staffId)
      .where('key', '!=', except)
      .executeTakeFirst()
    const ended = Number(gone.numDeletedRows)
    if (ended > 0)
      await appendEvent(trx, { at: context.now(), kind: 'signed-out', actor: by, data: { staff: staffId, ended } })
    return ended
  })
