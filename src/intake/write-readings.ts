// Writes what the reader made of kept messages: the second half of stage B, whole or not at all.
import { performance } from 'node:perf_hooks'
import { newId } from '../id.ts'
import {
  appendEvents,
  type Context,
  checkFence,
  commit,
  indexSubmission,
  type Lease,
  type NewEvent,
  type Outcome,
  type SubmissionStage,
  type Trx,
} from '../store/index.ts'
import { rejectBanned } from './banned.ts'
import { meantForAnother } from './elsewhere.ts'
import { columnsOf, isReading, type ReadMail, searchText, writeParts } from './reading-rows.ts'
import { isOurs, type Routes, routeOf } from './route.ts'
import { markUrgent } from './urgent.ts'

type Judged = ReadMail & {
  stage: SubmissionStage
  outcome: Outcome
  why: string | null
  words: string | null
  storyTo: string | null
}

/**
 * Commits a batch of readings with their events; counts by outcome. `ms`: how long writing took without the commit
 * itself, whose price is the disk's and the same for one message as for fifty.
 */
export async function writeReadings(context: Context, lease: Lease | null, routes: Routes, mails: ReadMail[]) {
  const now = context.now()
  return await commit(context, async trx => {
    const started = performance.now()
    if (lease) await checkFence(trx, lease)
    const current = await stillReceived(trx, mails)
    const boxes = await mailboxesOf(trx, [...current])
    // Ascending: the full-text index writes out what it has gathered whenever a number is lower than the one before.
    const judged = mails
      .filter(mail => current.has(mail.number))
      .sort((one, other) => one.number - other.number)
      .map(mail => judge(mail, routes, boxes))
    const contributors = await contributorsOf(trx, judged, now)
    for (const each of judged) await writeSubmission(trx, each, contributors)
    await writeParts(trx, judged)
    await linkRepeats(trx, judged)
    const readable = judged.filter(each => each.stage === 'read')
    await markUrgent(trx, readable)
    const rejected = await rejectBanned(
      trx,
      readable.map(each => each.number),
      now,
    )
    await settleLedger(trx, judged)
    await appendEvents(trx, [...judged.map(each => eventOf(each, now)), ...rejected])
    const count = (stage: SubmissionStage) => judged.filter(each => each.stage === stage).length
    return { read: count('read'), aside: count('aside'), parked: count('parked'), ms: performance.now() - started }
  })
}

/** Another process, or a person, may have been quicker: only what still waits to be read is written. */
async function stillReceived(trx: Trx, mails: ReadMail[]): Promise<Set<number>> {
  const rows = await trx
    .selectFrom('submission')
    .select('number')
    .where('stage', '=', 'received')
    .where(
      'number',
      'in',
      mails.map(mail => mail.number),
    )
    .execute()
  return new Set(rows.map(row => row.number))
}

async function mailboxesOf(trx: Trx, numbers: number[]): Promise<Map<number, string[]>> {
  const boxes = new Map<number, string[]>()
  if (numbers.length === 0) return boxes
  const rows = await trx
    .selectFrom('ledger')
    .select(['submission_number', 'mailbox_id'])
    .where('submission_number', 'in', numbers)
    .execute()
  for (const row of rows)
    boxes.set(row.submission_number!, [...(boxes.get(row.submission_number!) ?? []), row.mailbox_id])
  return boxes
}

/** What becomes of a message: to the desk, aside with its reason, or parked with its reason. */
function judge(mail: ReadMail, routes: Routes, boxes: Map<number, string[]>): Judged {
  const { result } = mail
  const asked = isReading(result) ? result : { to: [], subject: '' }
  const storyTo = mail.storyId ?? routeOf(routes, asked, boxes.get(mail.number) ?? []).storyId
  const made = (stage: SubmissionStage, outcome: Outcome, why: string | null, words: string | null): Judged => ({
    ...mail,
    ...{ stage, outcome, why, words, storyTo },
  })
  if (!isReading(result)) return made('parked', 'parked', result.parked.why, null)
  if (result.automatic) return made('aside', 'ignored', result.automatic.why, result.automatic.words)
  if (isOurs(routes, result.from.address)) return made('aside', 'ignored', 'own', result.from.address)
  const checks = [...result.checks, ...meantForAnother(routes.told, storyTo, result)]
  return { ...made('read', 'ingested', null, null), result: { ...result, checks } }
}

/** Contributors by their lower-case address, made when new. */
async function contributorsOf(trx: Trx, judged: Judged[], now: number): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const { stage, result } of judged)
    if (stage === 'read' && isReading(result) && result.from.address)
      names.set(result.from.address.toLowerCase(), result.from.name)
  if (names.size === 0) return new Map()
  await trx
    .insertInto('contributor')
    .values([...names].map(([address, name]) => ({ id: newId(now), address, name, created_at: now })))
    .onConflict(conflict => conflict.column('address').doNothing())
    .execute()
  const rows = await trx
    .selectFrom('contributor')
    .select(['id', 'address'])
    .where('address', 'in', [...names.keys()])
    .execute()
  return new Map(rows.map(row => [row.address, row.id]))
}

async function writeSubmission(trx: Trx, each: Judged, contributors: Map<string, string>): Promise<void> {
  const { result } = each
  await trx
    .updateTable('submission')
    .set({
      stage: each.stage,
      stage_why: each.why,
      stage_words: each.words,
      state: each.stage === 'read' ? 'waiting' : null,
      story_id: each.storyTo,
      contributor_id: isReading(result) ? (contributors.get(result.from.address.toLowerCase()) ?? null) : null,
      ...(isReading(result) ? columnsOf(result) : {}),
    })
    .where('number', '=', each.number)
    .execute()
  if (isReading(result)) await indexSubmission(trx, each.number, { ...searchText(result), published: '' })
}

/** The same Message-ID with other bytes: both stay, and the later one names the earlier. A hint, since senders choose it. */
async function linkRepeats(trx: Trx, judged: Judged[]): Promise<void> {
  const numbers = new Map<string, number[]>()
  for (const { number, result } of judged) {
    const id = isReading(result) ? result.messageId : null
    if (id) numbers.set(id, [...(numbers.get(id) ?? []), number])
  }
  if (numbers.size === 0) return
  const rows = await trx
    .selectFrom('submission')
    .select(['message_id', 'number'])
    .where('message_id', 'in', [...numbers.keys()])
    .orderBy('number')
    .execute()
  const all = new Map<string, number[]>()
  for (const row of rows) all.set(row.message_id!, [...(all.get(row.message_id!) ?? []), row.number])
  for (const [first, ...later] of all.values())
    if (later.length > 0)
      await trx.updateTable('submission').set({ repeat_of: first! }).where('number', 'in', later).execute()
}

/** The row that brought the message in gets its outcome; copies of it stay duplicates. */
async function settleLedger(trx: Trx, judged: Judged[]): Promise<void> {
  const groups = new Map<string, Judged[]>()
  for (const each of judged) {
    const key = `${each.outcome} ${each.why ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  for (const group of groups.values())
    await trx
      .updateTable('ledger')
      .set({ outcome: group[0]!.outcome, why: group[0]!.why })
      .where(
        'submission_number',
        'in',
        group.map(each => each.number),
      )
      .where('outcome', 'in', ['pending', 'ingested', 'ignored', 'parked'])
      .execute()
}

const eventOf = (each: Judged, now: number): NewEvent => ({
  at: now,
  kind: each.stage === 'read' ? 'read' : each.stage === 'aside' ? 'aside' : 'parked',
  actor: 'system',
  storyId: each.storyTo,
  submission: each.number,
})
