// What is known of whether the sender is who they say: our own mail server's word, earlier emails, and who was asked.
import { newId } from '../id.ts'
import { cleanLine, cleanText } from '../safe.ts'
import { appendEvent, type Context, commit, type Db, type VerifiedHow } from '../store/index.ts'
import { namesOf } from './names.ts'
import { type Actor, actorId } from './policy.ts'

export type Authentication = { method: 'spf' | 'dkim' | 'dmarc'; result: string; domain: string }[]

/**
 * What our own server found (RFC 8601). Only a field whose authserv-id is ours counts, and of those only the first: a
 * server adds its own at the top, so that whatever a sender wrote stands below it. Empty without one.
 */
export function readAuthentication(fields: string, ours: string | null): Authentication {
  if (!ours) return []
  for (const field of fields.split('\n')) {
    const [id = '', ...results] = withoutComments(field).split(';')
    if (id.trim().split(/\s+/)[0]?.toLowerCase() !== ours.toLowerCase()) continue
    return (['spf', 'dkim', 'dmarc'] as const).flatMap(method => resultOf(method, results) ?? [])
  }
  return []
}

/** The best result of a method: a message may carry several signatures, and one that holds is enough. */
function resultOf(method: Authentication[number]['method'], results: string[]): Authentication[number] | null {
  const found = results.flatMap(result => {
    const match = /^\s*([a-z]+)\s*=\s*([a-z]+)\b(.*)$/is.exec(result)
    if (match?.[1]?.toLowerCase() !== method) return []
    const domain = /\b(?:header\.(?:d|from|i)|smtp\.(?:mailfrom|helo))\s*=\s*"?(?:[^\s";]*@)?([^\s";]+)/i.exec(
      match[3]!,
    )
    return [{ method, result: match[2]!.toLowerCase(), domain: cleanLine(domain?.[1] ?? '', 100) }]
  })
  return found.find(each => each.result === 'pass') ?? found[0] ?? null
}

/** Comments stand in round brackets and may be nested (RFC 5322 section 3.2.2). */
function withoutComments(text: string): string {
  let depth = 0
  let plain = ''
  for (const letter of text) {
    if (letter === '(') depth++
    else if (letter === ')' && depth > 0) depth--
    else if (depth === 0) plain += letter
  }
  return plain
}

export const verifiedHow: Record<VerifiedHow, string> = {
  rang: 'Rung back',
  wrote: 'Answered an email of ours',
  met: 'Met',
  document: 'Showed a document',
  other: 'Otherwise',
}

export type Verification = { how: VerifiedHow; who: string; note: string; by: string; at: number }

/** Who was asked, the last first. */
export async function readVerifications(db: Db, number: number): Promise<Verification[]> {
  const rows = await db
    .selectFrom('verification')
    .selectAll()
    .where('submission_number', '=', number)
    .orderBy('id', 'desc')
    .execute()
  const name = await namesOf(
    db,
    rows.map(row => row.made_by),
  )
  return rows.map(({ how, who, note, made_by, at }) => ({ how, who, note, by: name(made_by), at }))
}

export type VerificationWish = { how: VerifiedHow; who: string; note: string }

/** Writes down who was asked and how. False when there is no such email, or nobody is named. */
export const recordVerification = (
  context: Context,
  actor: Actor,
  number: number,
  wish: VerificationWish,
): Promise<boolean> =>
  commit(context, async trx => {
    const at = context.now()
    const who = cleanLine(wish.who, 200)
    const row = await trx
      .selectFrom('submission')
      .select(['story_id', 'stage'])
      .where('number', '=', number)
      .executeTakeFirst()
    if (!row || row.stage === 'erased' || who === '') return false
    const note = cleanText(wish.note).trim().slice(0, 1000)
    const made_by = actorId(actor)
    await trx
      .insertInto('verification')
      .values({ id: newId(at), submission_number: number, how: wish.how, who, note, made_by, at })
      .execute()
    const about = { at, actor: made_by, storyId: row.story_id, submission: number }
    await appendEvent(trx, { ...about, kind: 'verified', data: { how: wish.how } })
    return true
  })
