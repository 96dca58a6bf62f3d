// Abuse stays folded until somebody asks for it, for the moderators' sake: its words are not on the page, and what nobody
// has read nobody can approve. Rejecting, holding and sending it on need no reading.
import type { Submission } from '../desk/submission.ts'
import type { Button } from './bar.ts'
import type { CheckLine } from './checks-card.ts'

/** What stands in place of the words. */
export const foldedWords = 'Words of abuse, folded. Open the email to decide whether to read them.'

const abuse = 'abuse'

/** Whether a row's excerpt is folded. What was approved has been read. */
export const isRowFolded = (row: { state: string | null; tags: { check: string }[] }): boolean =>
  row.state !== 'approved' && row.tags.some(tag => tag.check === abuse)

export const isFolded = ({ state, findings }: Pick<Submission, 'state' | 'findings'>): boolean =>
  state !== 'approved' && findings.some(finding => finding.check === abuse)

/** The subject too, when it is what was found. */
export const sparedSubject = ({ subject, findings }: Pick<Submission, 'subject' | 'findings'>): string =>
  findings.some(each => each.check === abuse && subject.includes(each.words)) ? '(folded: words of abuse)' : subject

/** The checks without what they quote, and without the way to where it stands. */
export const sparedChecks = (checks: CheckLine[]): CheckLine[] =>
  checks.map(each => ({ ...each, words: '', marks: [] }))

/** Neither published nor edited unread. */
export const sparedButtons = (buttons: Button[]): Button[] =>
  buttons.filter(({ path, act }) => path !== 'approval' && act !== 'edit')
