// What a decision needs to know of a submission, read inside the transaction that decides.
import { readBarred } from '../feed/index.ts'
import type { ConsentAnswer, ConsentMatter, Db, EntryState, Row, SubmissionState, Trx } from '../store/index.ts'
import { readConsent } from './consent.ts'

/** A decision that stands: not undone, in the order they were made. */
export type StandingDecision = {
  seq: number
  kind: DecisionKind
  by: string
  at: number
  /** What an undo goes back to. */
  from: SubmissionState
  fromNeeds: 'editor' | null
  needs: 'editor' | null
  reason: string | null
}

export const decisionKinds = {
  approval: 'approved',
  hold: 'held',
  rejection: 'rejected',
  spam: 'spam',
} as const satisfies Record<string, SubmissionState>

export type DecisionName = keyof typeof decisionKinds
export type DecisionKind = (typeof decisionKinds)[DecisionName]

export type Item = {
  row: Row<'submission'>
  /** Carries a `bad` finding. */
  blocked: boolean
  /** Names and words that the story may not publish. */
  barred: string[]
  /** Words an entry of the story may have; 0: as many as fit. */
  wordsHard: number
  /** What the reader allowed to be printed of the name. */
  nameAllowed: ConsentAnswer
  /** What somebody wrote down of the pictures; null: nothing. */
  pictureAllowed: ConsentAnswer | null
  /** Decisions that stand, the last one at the end. */
  decisions: StandingDecision[]
  /** The last change of this item's version by anybody. */
  last: { by: string; at: number } | null
  /** `withdrawnWhy`: why readers lost it; null when they did not, `undone` when an approval was taken back. */
  entry: { id: string; state: EntryState; withdrawnWhy: string | null } | null
}

const moves = ['approved', 'held', 'rejected', 'spam', 'undone', 'rerouted', 'queued', 'retried', 'read'] as const

/** Reads the facts; null when there is no such number. */
export async function loadItem(db: Db | Trx, number: number): Promise<Item | null> {
  const row = await db.selectFrom('submission').selectAll().where('number', '=', number).executeTakeFirst()
  if (!row) return null
  const events = await db
    .selectFrom('event')
    .leftJoin('reason', 'reason.event_seq', 'event.seq')
    .select(['seq', 'kind', 'actor', 'at', 'data', 'reason.words as reason'])
    .where('event.submission_number', '=', number)
    .where('kind', 'in', moves)
    .orderBy('seq')
    .execute()
  const bad = await db
    .selectFrom('finding')
    .select('position')
    .where('submission_number', '=', number)
    .where('level', '=', 'bad')
    .limit(1)
    .executeTakeFirst()
  const entry = await db
    .selectFrom('entry')
    .select(['id', 'state', 'withdrawn_why as withdrawnWhy'])
    .where('submission_number', '=', number)
    .executeTakeFirst()
  const last = events.at(-1)
  const facts = { number, storyId: row.story_id, receivedAt: row.received_at, anonymous: row.anonymous === 1 }
  const consent = await readConsent(db, facts)
  const answerTo = (what: ConsentMatter) => consent.find(each => each.what === what)?.answer ?? null
  return {
    row,
    blocked: bad !== undefined,
    barred: row.story_id === null ? [] : await readBarred(db, row.story_id),
    wordsHard: await longestOf(db, row.story_id),
    nameAllowed: answerTo('name') ?? 'yes',
    pictureAllowed: answerTo('picture'),
    decisions: standing(events),
    last: last ? { by: last.actor, at: last.at } : null,
    entry: entry ?? null,
  }
}

async function longestOf(db: Db | Trx, storyId: string | null): Promise<number> {
  if (storyId === null) return 0
  const row = await db.selectFrom('story').select('words_hard').where('id', '=', storyId).executeTakeFirst()
  return row?.words_hard ?? 0
}

type DecisionEvent = { seq: number; kind: string; actor: string; at: number; data: string; reason: string | null }

/** Folds the events of one submission into the decisions that stand: an undo takes the last one off. */
function standing(events: DecisionEvent[]): StandingDecision[] {
  const stack: StandingDecision[] = []
  for (const event of events) {
    if (event.kind === 'undone') stack.pop()
    if (!isDecision(event.kind)) continue
    const data = JSON.parse(event.data)
    stack.push({
      seq: event.seq,
      kind: event.kind,
      by: event.actor,
      at: event.at,
      from: data.from,
      fromNeeds: data.fromNeeds ?? null,
      needs: data.needs ?? null,
      reason: event.reason,
    })
  }
  return stack
}

const isDecision = (kind: string): kind is DecisionKind =>
  kind === 'approved' || kind === 'held' || kind === 'rejected' || kind === 'spam'
