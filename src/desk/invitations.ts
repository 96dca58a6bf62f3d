// Single-use links by which a person chooses a password: to begin with, or after losing it. They keep the second factor.
import { newSecret, sha256 } from '../id.ts'
import { appendEvent, type Context, commit } from '../store/index.ts'
import { changeStaff, type Faults, findStaff, type Staff } from './staff.ts'

/** A new colleague may be on holiday; a lost password is replaced at once (ASVS 6.4.3). */
const lives = { welcome: 3 * 24 * 3_600_000, recovery: 30 * 60_000 }

export type Invitation = { secret: string; expiresAt: number }

/** Makes a link's secret for a person, in place of any before it. Only its hash is kept. */
export const invite = (context: Context, by: string, staffId: string, why: keyof typeof lives): Promise<Invitation> =>
  commit(context, async trx => {
    const at = context.now()
    const secret = newSecret()
    const expiresAt = at + lives[why]
    await trx.deleteFrom('invitation').where('staff_id', '=', staffId).execute()
    await trx
      .insertInto('invitation')
      .values({ hash: sha256(secret), staff_id: staffId, expires_at: expiresAt })
      .execute()
    await appendEvent(trx, { at, kind: 'staff-changed', actor: by, data: { staff: staffId, invited: why } })
    return { secret, expiresAt }
  })

/** Whom a link is for; null when it is unknown, used, too old, or the account is closed. */
export async function findInvited({ db, now }: Context, secret: string): Promise<Staff | null> {
  const row = await db
    .selectFrom('invitation')
    .select('staff_id')
    .where('hash', '=', sha256(secret))
    .where('expires_at', '>', now())
    .executeTakeFirst()
  const staff = row ? await findStaff({ db }, row.staff_id) : null
  return staff?.disabledAt === null ? staff : null
}

/** Sets the password and uses the link up. Null: the link no longer works. */
export async function accept(
  context: Context,
  secret: string,
  password: string,
): Promise<{ ok: true; staff: Staff } | { ok: false; faults: Faults } | null> {
  const staff = await findInvited(context, secret)
  if (!staff) return null
  const result = await changeStaff(context, staff.id, staff.id, { password })
  if (!result?.ok) return result
  // Two requests with one link: the one that removes the row goes on.
  const used = await context.db.deleteFrom('invitation').where('hash', '=', sha256(secret)).executeTakeFirst()
  return used.numDeletedRows === 1n ? result : null
}
