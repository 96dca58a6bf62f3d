// How submissions and entries stand in the API: times in RFC 3339, no address of a reader.
import type { StaffEntry } from '../../desk/entries.ts'
import type { HistoryLine } from '../../desk/history.ts'
import type { Submission } from '../../desk/submission.ts'
import type { ListedSubmission } from '../../desk/submission-list.ts'

const time = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** What a list holds of each email. */
export const listed = (email: ListedSubmission) => ({
  number: email.number,
  id: email.id,
  version: email.version,
  stage: email.stage,
  state: email.state,
  needs: email.needs,
  urgent: email.urgent,
  story: email.story?.slug ?? null,
  receivedAt: time(email.receivedAt),
  sentAt: time(email.sentAt),
  subject: email.subject,
  text: email.proposal.text,
  name: email.proposal.name,
  place: email.proposal.place,
  verb: email.proposal.verb,
  anonymous: email.anonymous,
  pointOfView: email.pointOfView,
  checks: email.findings.map(({ check, level, words }) => ({ check, level, words })),
  attachments: email.attachments.map(({ filename, contentType, size }) => ({ filename, contentType, size })),
  decidedBy: email.decidedBy,
  decidedAt: time(email.decidedAt),
  reason: email.reason,
  entry: email.entry && {
    id: email.entry.id,
    state: email.entry.state,
    revision: email.entry.revision,
    line: email.entry.line,
    publishAt: time(email.entry.publishAt),
    publishedAt: time(email.entry.publishedAt),
  },
})

/** One email whole, as the reading pane shows it. */
export const whole = (email: Submission, history: HistoryLine[]) => ({
  ...listed(email),
  messageId: email.messageId,
  original: email.original,
  folded: email.folds.map(({ kind, start, end }) => ({ kind, start, end })),
  nameFrom: email.nameFrom,
  placeFrom: email.placeFrom,
  candidates: email.candidates,
  defects: email.defects,
  contributor: email.contributor,
  campaign: email.campaign,
  deliveries: email.deliveries,
  history: history.map(line => ({ ...line, at: time(line.at) })),
})

export const entryShape = (entry: StaffEntry) => ({
  ...entry,
  publishAt: time(entry.publishAt),
  publishedAt: time(entry.publishedAt),
  updatedAt: time(entry.updatedAt),
  withdrawnAt: time(entry.withdrawnAt),
})

/** The entry as an approval answers it. */
export const entryMade = (entry: { id: string; state: string; publishAt: number } | null) =>
  entry && { id: entry.id, state: entry.state, publishAt: time(entry.publishAt) }
