// What a mailbox's row says of its last tries: well, or what went wrong since when.
import type { Context } from '../store/index.ts'
import type { MailFailure } from './failure.ts'

/** A look went through. */
export async function noteWell(context: Context, id: string): Promise<void> {
  const now = context.now()
  await context.db
    .updateTable('mailbox')
    .set({ tried_at: now, checked_at: now, error: null, error_kind: null, error_since: null, refusals: 0 })
    .where('id', '=', id)
    .execute()
}

/** When the certificate of the mailbox's server ends, as seen at sign-in. */
export async function noteCertificate({ db }: Context, id: string, until: number | null): Promise<void> {
  await db.updateTable('mailbox').set({ certificate_until: until }).where('id', '=', id).execute()
}

/** A look failed. `error_since` keeps the moment when this fault began; waking shows the banner at once. Answers how often
 * these credentials have been refused in a row. */
export async function noteFailure(context: Context, id: string, failure: Pick<MailFailure, 'kind' | 'message'>) {
  const now = context.now()
  const row = await context.db
    .updateTable('mailbox')
    .set(eb => ({
      tried_at: now,
      error: failure.message,
      error_kind: failure.kind,
      refusals: failure.kind === 'credentials' ? eb('refusals', '+', 1) : eb.ref('refusals'),
      error_since: eb.fn.coalesce('error_since', eb.val(now)),
    }))
    .where('id', '=', id)
    .returning('refusals')
    .executeTakeFirst()
  context.signal.wake()
  return row?.refusals ?? 0
}
