// The consent ledger: what a reader allowed, by which words, and what somebody wrote down after asking.
import { nameWithheld } from '../feed/index.ts'
import { newId } from '../id.ts'
import { cleanText } from '../safe.ts'
import {
  appendEvent,
  type ConsentAnswer,
  type ConsentMatter,
  type Context,
  commit,
  type Db,
  type Trx,
} from '../store/index.ts'
import { namesOf } from './names.ts'
import { type Actor, actorId } from './policy.ts'

export const consentMatters: Record<ConsentMatter, string> = {
  publish: 'Publish the words',
  name: 'Print the full name',
  place: 'Print the place',
  contact: 'Write or ring back',
  picture: 'Publish the picture',
}

export const consentAnswers: Record<ConsentAnswer, string> = { yes: 'Yes', part: 'In part', no: 'No' }

export type Consent = {
  what: ConsentMatter
  /** Null: nothing is known. */
  answer: ConsentAnswer | null
  /** The reader's words, or the call-out that was answered. */
  evidence: string
  /** Who wrote it down; null for what the email itself says. */
  by: string | null
  at: number | null
}

/** The call-out that stood when an email arrived; null when there was none. */
export type CallOut = { version: number; words: string; at: number }

export async function callOutAt(db: Db | Trx, storyId: string | null, at: number): Promise<CallOut | null> {
  if (storyId === null) return null
  const row = await db
    .selectFrom('call_out_version')
    .select(['version', 'words', 'at'])
    .where('story_id', '=', storyId)
    .where('at', '<=', at)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  // A call-out that was taken away invites nobody.
  return row && row.words !== '' ? row : null
}

type Facts = { number: number; storyId: string | null; receivedAt: number; anonymous: boolean }

/** One line for each matter: what was written down last, else what the email says, else what the call-out asked for. */
export async function readConsent(db: Db | Trx, email: Facts): Promise<Consent[]> {
  const rows = await db
    .selectFrom('consent')
    .selectAll()
    .where('submission_number', '=', email.number)
    .orderBy('id')
    .execute()
  const name = await namesOf(
    db,
    rows.map(row => row.made_by),
  )
  const said = await wishesOf(db, email)
  const callOut = await callOutAt(db, email.storyId, email.receivedAt)
  return (Object.keys(consentMatters) as ConsentMatter[]).map(what => {
    const row = rows.findLast(each => each.what === what)
    if (row) return { what, answer: row.answer, evidence: row.evidence, by: name(row.made_by), at: row.at }
    const wish = said.get(what)
    if (wish) return { what, ...wish, by: null, at: null }
    if (callOut && (what === 'publish' || what === 'name' || what === 'place'))
      return {
        what,
        answer: 'yes',
        evidence: `Answered call-out ${callOut.version}: “${callOut.words}”`,
        by: null,
        at: null,
      }
    return { what, answer: null, evidence: '', by: null, at: null }
  })
}

/** What the checks heard the reader ask for. */
async function wishesOf(
  db: Db | Trx,
  email: Facts,
): Promise<Map<ConsentMatter, { answer: ConsentAnswer; evidence: string }>> {
  const rows = await db
    .selectFrom('finding')
    .select(['check', 'words'])
    .where('submission_number', '=', email.number)
    .where('check', 'in', ['not-for-publication', 'asked-anonymous', 'asked-part-name'])
    .orderBy('position')
    .execute()
  const words = (check: string) => rows.find(row => row.check === check)?.words
  const wishes = new Map<ConsentMatter, { answer: ConsentAnswer; evidence: string }>()
  const said = (text: string) => `The reader: “${text}”`
  const not = words('not-for-publication')
  const anonymous = words('asked-anonymous')
  const part = words('asked-part-name')
  if (not !== undefined) wishes.set('publish', { answer: 'no', evidence: said(not) })
  if (anonymous !== undefined || email.anonymous)
    wishes.set('name', { answer: 'no', evidence: anonymous ? said(anonymous) : 'The reader asked not to be named' })
  else if (part !== undefined) wishes.set('name', { answer: 'part', evidence: said(part) })
  return wishes
}

/** What may be printed of the name: nothing is known about it means yes, for then the reader signed it to us. */
export const nameAllowed = async (db: Db | Trx, email: Facts): Promise<ConsentAnswer> =>
  (await readConsent(db, email)).find(each => each.what === 'name')?.answer ?? 'yes'

/** More than one word is more than a first name; a title and a word is a surname, too. */
export const isFullName = (name: string): boolean => name !== nameWithheld && name.trim().split(/\s+/).length > 1

export type ConsentWish = { what: ConsentMatter; answer: ConsentAnswer; evidence: string }

/** Writes down what a reader said. False when there is no such email, or no evidence is given. */
export const recordConsent = (context: Context, actor: Actor, number: number, wish: ConsentWish): Promise<boolean> =>
  commit(context, async trx => {
    const at = context.now()
    const evidence = cleanText(wish.evidence).trim().slice(0, 1000)
    const row = await trx
      .selectFrom('submission')
      .select(['story_id', 'stage'])
      .where('number', '=', number)
      .executeTakeFirst()
    if (!row || row.stage === 'erased' || evidence === '') return false
    const { what, answer } = wish
    await writeConsent(trx, { number, storyId: row.story_id, what, answer, evidence, by: actorId(actor), at })
    return true
  })

type ConsentLine = ConsentWish & { number: number; storyId: string | null; by: string; at: number }

/** The line and its event, for callers that hold a transaction of their own. */
export async function writeConsent(trx: Trx, line: ConsentLine): Promise<void> {
  const { number, storyId, what, answer, evidence, by, at } = line
  await trx
    .insertInto('consent')
    .values({ id: newId(at), submission_number: number, what, answer, evidence, made_by: by, at })
    .execute()
  await appendEvent(trx, { at, actor: by, storyId, submission: number, kind: 'consent', data: { what, answer } })
}
