// What one row of the queue shows, read for a whole window with one query a table.
import type {
  Confidence,
  Context,
  Db,
  EntryState,
  PointOfView,
  SubmissionStage,
  SubmissionState,
  Urgent,
} from '../store/index.ts'
import { type Assignment, assignmentsOf } from './assignment.ts'
import { type Campaign, campaignsOf } from './campaign.ts'
import { stageWhyWords, type Tag, tagsOf } from './checks.ts'
import { proposalOf } from './decide.ts'
import { namesOf } from './names.ts'

export type QueueRow = {
  number: number
  id: string
  version: number
  storyId: string | null
  stage: SubmissionStage
  /** Aside or parked: why, in words. */
  stageWords: string | null
  state: SubmissionState | null
  needs: 'editor' | null
  reason: string | null
  /** The proposal; “Name withheld” for a reader who asked not to be named. */
  name: string
  nameConfidence: Confidence | null
  place: string
  placeConfidence: Confidence | null
  anonymous: boolean
  /** The sender as the mail says; for rows without a proposed name. */
  fromName: string
  subject: string
  /** The beginning of the reader's own words, or what stands around those searched for: at most 240 characters, on one line. */
  excerpt: string
  receivedAt: number
  photos: number
  pointOfView: PointOfView | null
  /** Carries a `warn` or `bad` finding; `blocked`: a `bad` one, which needs an editor. */
  flagged: boolean
  urgent: Urgent | null
  blocked: boolean
  /** Worst first. */
  tags: Tag[]
  contributorId: string | null
  decidedBy: string | null
  decidedAt: number | null
  entry: { id: string; state: EntryState; publishAt: number } | null
  /** Whose it is to decide; null: anybody's. */
  assigned: Assignment | null
  /** Near-identical letters, where there are others. */
  campaign: Campaign | null
}

/** Rows for these numbers, in their order; a number that does not exist is left out. */
export async function rowsFor({ db }: Context, numbers: number[]): Promise<QueueRow[]> {
  if (numbers.length === 0) return []
  const [rows, findings, entries] = [
    await readRows(db, numbers),
    await db
      .selectFrom('finding')
      .select(['submission_number', 'check', 'level'])
      .where('submission_number', 'in', numbers)
      .execute(),
    await db
      .selectFrom('entry')
      .select(['id', 'state', 'publish_at', 'submission_number'])
      .where('submission_number', 'in', numbers)
      .execute(),
  ]
  const assigned = await assignmentsOf(db, numbers)
  const campaigns = await campaignsOf(db, numbers)
  const name = await namesOf(
    db,
    rows.map(row => row.decided_by),
  )
  const byNumber = new Map(rows.map(row => [row.number, row]))
  return numbers.flatMap(number => {
    const row = byNumber.get(number)
    if (!row) return []
    const own = findings.filter(finding => finding.submission_number === number)
    const entry = entries.find(each => each.submission_number === number)
    const campaign = campaigns.get(number) ?? null
    const before = row.first !== null && row.first < number
    return [
      {
        ...plainRow(row),
        blocked: own.some(finding => finding.level === 'bad'),
        tags: tagsOf(own, {
          photos: row.photos,
          writtenBefore: before,
          anonymous: row.anonymous === 1,
          alike: campaign?.size ?? 1,
          urgent: row.urgent,
          banned: row.banned === 1,
        }),
        campaign,
        assigned: assigned.get(number) ?? null,
        decidedBy: row.decided_by === null ? null : name(row.decided_by),
        entry: entry ? { id: entry.id, state: entry.state, publishAt: entry.publish_at } : null,
      },
    ]
  })
}

const readRows = (db: Db, numbers: number[]) =>
  db
    .selectFrom('submission')
    .select(['number', 'id', 'version', 'story_id', 'stage', 'stage_why', 'stage_words', 'state', 'needs', 'reason'])
    .select(['name', 'name_confidence', 'place', 'place_confidence', 'anonymous', 'from_name', 'subject'])
    .select([
      'received_at',
      'photos',
      'point_of_view',
      'flagged',
      'urgent',
      'banned',
      'contributor_id',
      'decided_by',
      'decided_at',
    ])
    .select(eb => eb.fn<string>('substr', ['text', eb.lit(1), eb.lit(400)]).as('text'))
    // The contributor's first email, by the end of an index: what came later is “Written before”.
    .select(eb =>
      eb
        .selectFrom('submission as earlier')
        .select(sub => sub.fn.min<number>('earlier.number').as('first'))
        .whereRef('earlier.contributor_id', '=', 'submission.contributor_id')
        .as('first'),
    )
    .where('number', 'in', numbers)
    .execute()

type Read = Awaited<ReturnType<typeof readRows>>[number]

function plainRow(row: Read): Omit<QueueRow, 'blocked' | 'tags' | 'decidedBy' | 'entry' | 'campaign' | 'assigned'> {
  // A row shows the beginning of the email, not of the entry.
  const proposal = proposalOf({ ...row, proposed: null })
  const why = stageWhyWords(row.stage_why)
  return {
    number: row.number,
    id: row.id,
    version: row.version,
    storyId: row.story_id,
    stage: row.stage,
    stageWords: row.stage_words ? `${why}: “${row.stage_words}”` : why,
    state: row.state,
    needs: row.needs,
    reason: row.reason,
    name: proposal.name,
    nameConfidence: row.name_confidence,
    place: proposal.place,
    placeConfidence: row.place_confidence,
    anonymous: row.anonymous === 1,
    fromName: row.from_name,
    subject: row.subject,
    excerpt: row.text.replace(/\s+/g, ' ').trim().slice(0, 240),
    receivedAt: row.received_at,
    photos: row.photos,
    pointOfView: row.point_of_view,
    flagged: row.flagged === 1,
    urgent: row.urgent,
    contributorId: row.contributor_id,
    decidedAt: row.decided_at,
  }
}
