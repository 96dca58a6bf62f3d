// Many emails at once, as lists for programs hold them: one query a table, whatever their number.
import type { Context, Db, Row } from '../store/index.ts'
import { wordsOf, worstFirst } from './checks.ts'
import { wasTakenDown } from './decide.ts'
import { entryRows } from './entries.ts'
import { namesOf } from './names.ts'
import { plain, type Submission } from './submission.ts'
import { listedAttachment, ownStory, shownEntry } from './submission-parts.ts'

type NotInLists =
  | 'folds'
  | 'candidates'
  | 'defects'
  | 'contributor'
  | 'campaign'
  | 'assigned'
  | 'deliveries'
  | 'care'
  | 'barred'
  | 'seenBefore'
  | 'parkedPictures'

export type ListedSubmission = Omit<Submission, NotInLists>

/** The emails of these numbers, in their order; a number that does not exist is left out. */
export async function readSubmissions({ db }: Pick<Context, 'db'>, numbers: number[]): Promise<ListedSubmission[]> {
  if (numbers.length === 0) return []
  const rows = await db.selectFrom('submission').selectAll().where('number', 'in', numbers).execute()
  const findings = await db.selectFrom('finding').selectAll().where('submission_number', 'in', numbers).execute()
  const attachments = await db
    .selectFrom('attachment')
    .selectAll()
    .where('submission_number', 'in', numbers)
    .orderBy('position')
    .execute()
  const entries = await entryRows(db).where('entry.submission_number', 'in', numbers).execute()
  const stories = await storiesOf(db, rows)
  const name = await namesOf(
    db,
    rows.map(row => row.decided_by),
  )
  const of = <Part extends { submission_number: number | null }>(parts: Part[], number: number) =>
    parts.filter(part => part.submission_number === number)
  const byNumber = new Map(rows.map(row => [row.number, row]))
  return numbers.flatMap(number => {
    const row = byNumber.get(number)
    if (!row) return []
    const found = worstFirst(of(findings, number))
    const published = of(entries, number)[0]
    const entry = published ? shownEntry(published) : null
    return {
      ...plain(row),
      story: stories.find(story => story.id === row.story_id) ?? null,
      findings: found.map(({ check, level, words }) => ({ check, level, words, ...wordsOf(check) })),
      blocked: found.some(finding => finding.level === 'bad') || wasTakenDown({ entry }),
      attachments: of(attachments, number).map(listedAttachment),
      decidedBy: row.decided_by === null ? null : name(row.decided_by),
      entry,
    }
  })
}

async function storiesOf(db: Db, rows: Row<'submission'>[]) {
  const ids = [...new Set(rows.map(row => row.story_id).filter(id => id !== null))]
  if (ids.length === 0) return []
  return db.selectFrom('story').select(ownStory).where('id', 'in', ids).execute()
}
