// A session as the front door keeps it, without the second that its password costs: for tests that are not about
// signing in.
import { createHmac } from 'node:crypto'
import { newSecret, sha256 } from '../../src/id.ts'
import type { Context } from '../../src/store/index.ts'

const hour = 3_600_000

/** Opens a session for a person who has just proved who they are; answers the cookie, as express-session signs it. */
export async function openSession(
  { db, now }: Context,
  keys: { session: string },
  staffId: string,
): Promise<{ name: string; value: string }> {
  const id = newSecret()
  const data = { cookie: { originalMaxAge: hour, path: '/' }, passport: { user: staffId }, confirmedAt: now() }
  await db
    .insertInto('session')
    .values({
      key: sha256(id),
      data: JSON.stringify(data),
      staff_id: staffId,
      created_at: now(),
      seen_at: now(),
      expires_at: now() + hour,
    })
    .execute()
  const signature = createHmac('sha256', keys.session).update(id).digest('base64').replace(/=+$/, '')
  return { name: 'postbag', value: encodeURIComponent(`s:${id}.${signature}`) }
}
