// Everything the reading pane needs of one email.

import { barredIn, readBarred } from '../feed/index.ts'
import type { Candidate, Confidence, Evidence } from '../mail/reading.ts'
import {
  type Context,
  type Db,
  type Level,
  type PointOfView,
  type Row,
  readInstallation,
  type SubmissionStage,
  type SubmissionState,
  type Urgent,
} from '../store/index.ts'
import { type Assignment, assignmentsOf } from './assignment.ts'
import { type Campaign, campaignsOf } from './campaign.ts'
import { stageWhyWords, wordsOf, worstFirst } from './checks.ts'
import { type Contributor, contributorOf } from './contributors.ts'
import { type EntryFields, proposalOf, wasTakenDown } from './decide.ts'
import { namesOf } from './names.ts'
import { parkedPictures, seenBefore } from './pictures.ts'
import {
  attachmentsOf,
  candidatesOf,
  defectsOf,
  deliveriesOf,
  entryOf,
  foldsOf,
  type ListedAttachment,
  type OwnStory,
  type ShownEntry,
  type ShownFold,
  storyOf,
} from './submission-parts.ts'

export type { ShownEntry, ShownFold } from './submission-parts.ts'

export type Submission = {
  number: number
  id: string
  version: number
  stage: SubmissionStage
  /** Aside or parked: why, and the words that caused it. */
  stageWhy: string | null
  stageWords: string | null
  state: SubmissionState | null
  needs: 'editor' | null
  reason: string | null
  story: OwnStory | null
  receivedAt: number
  sentAt: number | null
  from: { name: string; address: string }
  to: string
  /** When the rules of retention deleted sender and email; null: they are kept. */
  clearedAt: number | null
  legalHold: boolean
  /** Authentication-Results as they stood, a line each. */
  authentication: string
  subject: string
  messageId: string | null
  /** The whole message as text; folds and evidence are UTF-16 offsets into it. */
  original: string
  text: string
  folds: ShownFold[]
  /** What would be published when nobody changes it. */
  proposal: EntryFields
  nameFrom: Evidence | null
  placeFrom: Evidence | null
  candidates: Candidate[]
  anonymous: boolean
  /** Worst first. */
  findings: { check: string; level: Level; label: string; sentence: string; words: string }[]
  flagged: boolean
  urgent: Urgent | null
  /** Somebody may be in danger: whom to call, a line each. */
  care: string[]
  /** Names and words in this that the story may not publish. */
  barred: string[]
  /** Who sent it to a second person: a staff id; null when nobody has. */
  sentBy: string | null
  /** Carries a `bad` finding or was withdrawn for a reason, so that it needs an editor. */
  blocked: boolean
  attachments: ListedAttachment[]
  photos: number
  /** A moderator folded the pictures for everybody. */
  graphic: boolean
  /** The same picture came earlier from another address: its position, and the number of that email. */
  seenBefore: { position: number; number: number }[]
  /** Those that somebody tried to see and that cannot be shown. */
  parkedPictures: { position: number; why: string }[]
  defects: string[]
  pointOfView: PointOfView | null
  contributor: Contributor | null
  /** Near-identical letters, where there are others. */
  campaign: Campaign | null
  /** Whose it is to decide; null: anybody's. */
  assigned: Assignment | null
  decidedBy: string | null
  decidedAt: number | null
  entry: ShownEntry | null
  /** How many times the mail servers delivered these same bytes. */
  deliveries: number
}

/** The email of a number, or null. An erased one has `stage: 'erased'` and no words. */
export async function readSubmission({ db }: Pick<Context, 'db'>, number: number): Promise<Submission | null> {
  const row = await db.selectFrom('submission').selectAll().where('number', '=', number).executeTakeFirst()
  if (!row) return null
  const findings = await db.selectFrom('finding').selectAll().where('submission_number', '=', number).execute()
  const entry = await entryOf(db, number)
  const name = await namesOf(db, [row.decided_by])
  return {
    ...plain(row),
    story: await storyOf(db, row),
    folds: await foldsOf(db, row),
    candidates: await candidatesOf(db, number),
    findings: worstFirst(findings).map(({ check, level, words }) => ({ check, level, words, ...wordsOf(check) })),
    blocked: findings.some(finding => finding.level === 'bad') || wasTakenDown({ entry }),
    care: row.urgent === 'safety' ? callsOf(await readInstallation(db)) : [],
    barred: await barredOf(db, row),
    attachments: await attachmentsOf(db, number),
    parkedPictures: row.photos > 0 ? await parkedPictures(db, number) : [],
    seenBefore: row.photos > 0 ? await seenBefore(db, number) : [],
    defects: await defectsOf(db, number),
    contributor: row.contributor_id === null ? null : await contributorOf(db, row.contributor_id, number),
    campaign: (await campaignsOf(db, [number])).get(number) ?? null,
    assigned: (await assignmentsOf(db, [number])).get(number) ?? null,
    decidedBy: row.decided_by === null ? null : name(row.decided_by),
    entry,
    deliveries: await deliveriesOf(db, number),
  }
}

const callsOf = ({ dutyOfCare }: { dutyOfCare: string }): string[] =>
  dutyOfCare.split('\n').filter(line => line.trim() !== '')

async function barredOf(db: Db, { story_id: storyId, subject, original }: Row<'submission'>): Promise<string[]> {
  if (storyId === null) return []
  return barredIn(await readBarred(db, storyId), `${subject}\n${original}`)
}

type Gathered =
  | 'story'
  | 'folds'
  | 'candidates'
  | 'findings'
  | 'blocked'
  | 'care'
  | 'barred'
  | 'attachments'
  | 'seenBefore'
  | 'parkedPictures'
  | 'defects'
  | 'contributor'
  | 'campaign'
  | 'assigned'
  | 'decidedBy'
  | 'entry'
  | 'deliveries'

/** What the row itself holds. */
export const plain = (row: Row<'submission'>): Omit<Submission, Gathered> => ({
  number: row.number,
  id: row.id,
  version: row.version,
  stage: row.stage,
  stageWhy: stageWhyWords(row.stage_why),
  stageWords: row.stage_words,
  state: row.state,
  needs: row.needs,
  reason: row.reason,
  receivedAt: row.received_at,
  sentAt: row.sent_at,
  from: { name: row.from_name, address: row.from_address },
  to: row.to_address,
  clearedAt: row.cleared_at,
  legalHold: row.legal_hold === 1,
  authentication: row.authentication,
  subject: row.subject,
  messageId: row.message_id,
  original: row.original,
  text: row.text,
  proposal: proposalOf(row),
  nameFrom: evidence(row.name_kind, row.name_start, row.name_end, row.name_words, row.name_confidence),
  placeFrom: evidence(row.place_kind, row.place_start, row.place_end, row.place_words, row.place_confidence),
  anonymous: row.anonymous === 1,
  flagged: row.flagged === 1,
  urgent: row.urgent,
  sentBy: row.needs === 'editor' ? row.decided_by : null,
  photos: row.photos,
  graphic: row.graphic === 1,
  pointOfView: row.point_of_view,
  decidedAt: row.decided_at,
})

function evidence(
  kind: string | null,
  start: number | null,
  end: number | null,
  words: string | null,
  confidence: Confidence | null,
): Evidence | null {
  if (kind === null || confidence === null) return null
  return { kind: kind as Evidence['kind'], start: start ?? 0, end: end ?? 0, words: words ?? '', confidence }
}
