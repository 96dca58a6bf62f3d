// What must hold after many people have worked at once, read from the database itself.
import type { Db } from '../../src/store/index.ts'

/** Emails that were decided more than once with nobody taking the first decision back. */
export async function decidedTwice(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('event')
    .select(['submission_number', eb => eb.fn.countAll<number>().as('count')])
    .where('kind', 'in', ['approved', 'held', 'rejected', 'spam'])
    .groupBy('submission_number')
    .having(eb => eb.fn.countAll(), '>', 1)
    .execute()
  return rows.map(row => row.submission_number!)
}

/** Of these words typed into emails, those that are neither published nor kept as a draft. */
export async function lostEdits(db: Db, edits: { number: number; words: string }[]): Promise<string[]> {
  const drafts = await db.selectFrom('draft').select(['submission_number as number', 'text']).execute()
  const entries = await db
    .selectFrom('revision')
    .innerJoin('entry', 'entry.id', 'revision.entry_id')
    .select(['entry.submission_number as number', 'revision.text'])
    .execute()
  const kept = [...drafts, ...entries]
  const isKept = ({ number, words }: { number: number; words: string }) =>
    kept.some(each => each.number === number && each.text.includes(words))
  return edits.filter(edit => !isKept(edit)).map(edit => edit.words)
}
