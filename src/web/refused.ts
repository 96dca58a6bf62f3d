// What becomes of a desk refusal at the edge: its status, its words for a person.
import { type Refusal, refusalWords, type Why } from '../desk/refusal.ts'
import { age } from '../time.ts'

const statuses: Partial<Record<Why, number>> = {
  stale: 409,
  decided: 409,
  'not-decided': 409,
  live: 409,
  assigned: 409,
  'needs-editor': 403,
  'second-person': 403,
  'two-people': 403,
  'not-allowed': 403,
  'not-found': 404,
  elsewhere: 404,
  erased: 410,
}

export const statusOf = (why: Why): number => statuses[why] ?? 422

const done = {
  waiting: 'put this back',
  held: 'held this',
  approved: 'approved this',
  rejected: 'rejected this',
  spam: 'marked this as spam',
}

/** “Rob approved this 3m ago.”, or the table's sentence. */
export function refusedWords(refusal: Refusal, now: number): string {
  const { why, by, at, submission } = refusal
  if (why === 'assigned' && by) return `${by} has this email already.`
  if ((why !== 'stale' && why !== 'decided') || !by || at === undefined || !submission?.state)
    return refusalWords(refusal)
  const ago = now - at < 60_000 ? `${Math.max(1, Math.round((now - at) / 1000))} s ago` : `${age(at, now)} ago`
  return `${by} ${done[submission.state]} ${ago}.`
}
