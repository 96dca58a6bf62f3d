// Expected refusals are values. The sentence a person reads for each stands in one table beside the type.
import type { SubmissionState } from '../store/index.ts'

export const refusals = {
  stale: 'Someone else has changed this email since you opened it.',
  'needs-editor': 'Only an editor may publish this. Send it to an editor.',
  'second-person': 'A second person has to approve this: not the one who sent it to an editor, and not a program.',
  'two-people':
    'Two people read this before it is published. Send it to a second person; somebody else then approves it.',
  'needs-reason': 'Somebody may be in danger. Say who was told, or why nobody needs to be, before you turn this away.',
  'name-withheld': 'The name is withheld because somebody may be in danger. Confirm that it may be published.',
  'full-name':
    'This reader did not allow the full name. Print less of it, or write down under “What the reader allowed” that they agreed.',
  barred: 'This story may not publish a name or word in this.',
  'not-allowed': 'Your role does not allow this.',
  'not-found': 'There is no such email.',
  elsewhere: 'This email is not in this story. It may have been moved to another.',
  erased: 'This email was erased.',
  unread: 'This email is not in the queue: it has not been read yet, or was filed aside.',
  unrouted: 'This email belongs to no story yet. Move it to a story first.',
  live: 'This is on the live page. Withdraw it?',
  'no-text': 'There is no text to publish.',
  'too-many-words': 'The text has more words than this story allows. Shorten it, marking each cut with […].',
  'no-alt': 'Say what the picture shows, for readers who cannot see it. Nothing was published.',
  'no-permission': 'Say whether permission for the picture was found in the email, or asked for.',
  'no-picture': 'That picture cannot be shown, so it cannot be published.',
  'picture-forbidden': 'This reader did not allow the picture. Publish without it, or write down that they agreed.',
  'too-long': 'The text is longer than an entry may be.',
  'asked-not-to-be-named': 'This reader asked not to be named. Confirm that the name may be published.',
  decided: 'This email is approved. Undo the approval first.',
  'not-decided': 'There is no such decision to take back.',
  flagged: 'The checks found something in this email, so it is not approved together with others.',
  assigned: 'Somebody else has this email, or has given it back since you looked.',
  'no-such-colleague': 'There is nobody of that name who may decide.',
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
  /** `barred`: what may not be published. */
  words?: string[]
}

export const refuse = (why: Why, more: Omit<Refusal, 'ok' | 'why'> = {}): Refusal => ({ ok: false, why, ...more })

/** The sentence a person reads. */
export const refusalWords = (refusal: Refusal): string =>
  refusal.why === 'barred' ? barredWords(refusal.words ?? []) : refusals[refusal.why]

/** “This story may not publish: “Jane Doe”. Take it out of the name, the place and the text.” */
export const barredWords = (words: string[]): string =>
  `This story may not publish ${words.map(each => `“${each}”`).join(', ')}. Take it out, or ask whoever wrote the story’s legal rules.`
