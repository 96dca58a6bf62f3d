// Expected refusals are values. The sentence a person reads for each stands in one table beside the type.
import type { SubmissionState } from '../store/index.ts'

export const refusals = {
  stale: 'Someone else has changed this email since you opened it.',
  'needs-editor': 'Only an editor may publish this. Send it to an editor.',
  'second-person': 'A second person has to approve this: not the one who sent it to an editor, and not a program.',
  'not-allowed': 'Your role does not allow this.',
  'not-found': 'There is no such email.',
  erased: 'This email was erased.',
  unread: 'This email is not in the queue: it has not been read yet, or was filed aside.',
  unrouted: 'This email belongs to no story yet. Move it to a story first.',
  live: 'This is on the live page. Withdraw it?',
  'no-text': 'There is no text to publish.',
  'too-long': 'The text is longer than an entry may be.',
  'asked-not-to-be-named': 'This reader asked not to be named. Confirm that the name may be published.',
  decided: 'This email is approved. Undo the approval first.',
  'not-decided': 'There is no such decision to take back.',
  flagged: 'The checks found something in this email, so it is not approved together with others.',
  'not-parked': 'This email is not parked.',
  'not-aside': 'This email was not filed aside.',
  'no-such-story': 'There is no such story.',
} as const

export type Why = keyof typeof refusals

/** Where an item stands now, so that the person refused can go on from there. */
export type Standing = { number: number; version: number; state: SubmissionState | null; needs: 'editor' | null }

export type Refusal = {
  ok: false
  why: Why
  /** Name of the person (or token) whose change is the reason, and when it was made. */
  by?: string
  at?: number
  submission?: Standing
}

export const refuse = (why: Why, more: Omit<Refusal, 'ok' | 'why'> = {}): Refusal => ({ ok: false, why, ...more })

/** The sentence a person reads. */
export const refusalWords = (refusal: Refusal): string => refusals[refusal.why]
