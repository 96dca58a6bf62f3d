// The views of the queue: what each holds, and where its count comes from.
import type { Db, SubmissionStage, SubmissionState } from '../store/index.ts'

/** Each view with its name on screen, in the order they stand. */
export const views = {
  waiting: 'Waiting',
  urgent: 'Urgent',
  flagged: 'Flagged',
  photos: 'Photos',
  held: 'Held',
  'second-approval': 'Second approval',
  approved: 'Approved',
  rejected: 'Rejected',
  spam: 'Spam',
  aside: 'Filed aside',
  parked: 'Parked',
  unrouted: 'Unrouted',
} as const

export type View = keyof typeof views

/** What makes a row belong to a view. */
export type Membership = {
  state: SubmissionState | null
  stage?: SubmissionStage
  urgent?: true
  flagged?: true
  photos?: true
  needsEditor?: true
  /** Also shows what belongs to no story: mail that no machine could read has none. */
  orNoStory?: true
  noStory?: true
}

export const membership: Record<View, Membership> = {
  waiting: { state: 'waiting' },
  urgent: { state: 'waiting', urgent: true },
  flagged: { state: 'waiting', flagged: true },
  photos: { state: 'waiting', photos: true },
  held: { state: 'held' },
  'second-approval': { state: 'held', needsEditor: true },
  approved: { state: 'approved' },
  rejected: { state: 'rejected' },
  spam: { state: 'spam' },
  aside: { state: null, stage: 'aside', orNoStory: true },
  parked: { state: null, stage: 'parked', orNoStory: true },
  unrouted: { state: 'waiting', noStory: true },
}

/** How many emails each view holds, from the tally that triggers keep in the commit of each change. */
export async function countViews({ db }: { db: Db }, storyId: string | null): Promise<Record<View, number>> {
  const rows = await db
    .selectFrom('tally')
    .selectAll()
    .where('story_id', 'in', [storyId ?? '', ''])
    .execute()
  const count = (story: string, kind: string) =>
    rows.find(row => row.story_id === story && row.kind === kind)?.count ?? 0
  const counts = {} as Record<View, number>
  for (const view of Object.keys(views) as View[]) {
    const { noStory, orNoStory } = membership[view]
    const own = noStory ? 0 : count(storyId ?? '', view)
    const none = noStory ? count('', 'waiting') : orNoStory && storyId !== null ? count('', view) : 0
    counts[view] = own + none
  }
  return counts
}
