// The history of an email: its events in words.
import type { Context } from '../store/index.ts'
import { namesOf } from './names.ts'

export type HistoryLine = {
  seq: number
  at: number
  /** Name of the person or token; “Postbag” for what the machine did. */
  by: string
  kind: string
  /** “Approved by Rob”. */
  words: string
  /** What was given as a reason. */
  reason: string | null
}

/** `name` tells whom the data speak of. */
export const sentences: Record<string, (data: Data, name: (staff: string) => string) => string> = {
  received: () => 'Arrived',
  read: () => 'Read',
  aside: () => 'Filed aside as automatic mail',
  parked: () => 'Parked: no machine could read it',
  retried: () => 'Sent to be read again',
  rerouted: () => 'Moved to another story',
  queued: () => 'Put into the queue',
  approved: data => {
    const edits = {
      cut: 'words cut',
      added: 'words added',
      'cut added': 'words cut and added',
      'added cut': 'words cut and added',
    }
    const hidden = data.edits ? `, ${edits[data.edits as keyof typeof edits] ?? 'edited'} without a mark` : ''
    return `Approved${data.doubts ? ' with an edit that may change the meaning' : ''}${hidden}`
  },
  held: data => (data.needs === 'editor' ? 'Sent to editor' : 'Held'),
  rejected: data => (data.ban ? 'Rejected, since the sender is banned' : 'Rejected'),
  spam: () => 'Marked as spam',
  undone: data => `${undoneWords[String(data.decision)] ?? 'Decision'} undone`,
  'point-of-view': data => (data.pointOfView === null ? 'Point of view cleared' : `Point of view: ${data.pointOfView}`),
  assigned: (data, name) =>
    data.staff === null
      ? 'Given back'
      : data.staff === undefined
        ? 'Assigned'
        : `Assigned to ${name(String(data.staff))}`,
  consent: data => `Consent written down (${data.what}: ${data.answer})`,
  verified: () => 'Confirmation of the sender written down',
  scheduled: () => 'Entry scheduled',
  published: () => 'Published',
  amended: data => (data.minor ? 'Entry changed (minor)' : 'Entry changed'),
  withdrawn: () => 'Withdrawn from the live page',
  restored: () => 'Entry restored',
  pinned: () => 'Pinned',
  unpinned: () => 'Unpinned',
  erased: () => 'Erased',
  cleared: () => 'Sender and email deleted by the rules of retention',
  graphic: data => (data.graphic ? 'Pictures folded as graphic' : 'Pictures not graphic after all'),
  'legal-hold': data => (data.hold ? 'Put under legal hold' : 'Legal hold ended'),
}

const undoneWords: Record<string, string> = {
  approved: 'Approval',
  held: 'Hold',
  rejected: 'Rejection',
  spam: 'Spam mark',
}

type Data = Record<string, string | number | boolean | null>

/** Oldest first. */
export async function history({ db }: Context, number: number): Promise<HistoryLine[]> {
  const events = await db
    .selectFrom('event')
    .leftJoin('reason', 'reason.event_seq', 'event.seq')
    .select(['seq', 'at', 'kind', 'actor', 'data', 'reason.words as reason'])
    .where('event.submission_number', '=', number)
    .orderBy('seq')
    .execute()
  const told = events.map(event => ({ ...event, data: JSON.parse(event.data) as Data }))
  const name = await namesOf(
    db,
    told.flatMap(({ actor, data }) => [actor, typeof data.staff === 'string' ? data.staff : null]),
  )
  return told.map(({ seq, at, kind, actor, data, reason }) => {
    const said = sentences[kind]?.(data, name) ?? kind
    const by = name(actor)
    return { seq, at, by, kind, words: actor === 'system' ? said : `${said} by ${by}`, reason }
  })
}
