// Looking at personal data beyond the ordinary queue leaves a line: who, what, which email.
import { newId } from '../id.ts'
import type { Context } from '../store/index.ts'
import { type Actor, actorId } from './policy.ts'

export async function recordAccess(context: Context, actor: Actor, what: string, number: number): Promise<void> {
  const at = context.now()
  await context.db
    .insertInto('access')
    .values({ id: newId(at), at, actor: actorId(actor), what, submission_number: number })
    .execute()
}
