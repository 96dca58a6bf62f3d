// A published email after its time: sender, message and unpublished words go; the entry and its attribution stay.
import type { Keys } from '../secret.ts'
import { appendEvents, forgetPassing, indexSubmission, type Row, type Trx } from '../store/index.ts'
import { banned } from './bans.ts'
import { forgetLikeness } from './campaign.ts'
import { findByNumbers } from './erase-find.ts'

const parts = ['fold', 'finding', 'candidate', 'attachment', 'rendition', 'defect', 'draft'] as const

const nothing: Partial<Row<'submission'>> = {
  ...{ raw_id: null, contributor_id: null, message_id: null, repeat_of: null, sent_at: null },
  ...{ from_name: '', from_address: '', to_address: '', subject: '', original: '', text: '', proposed: null },
  ...{ authentication: '', name: '', name_confidence: null, name_kind: null, name_start: null, name_end: null },
  ...{ name_words: null, place: '', place_confidence: null, place_kind: null, place_start: null, place_end: null },
  // A point of view on politics is special-category data: it goes with the person.
  ...{ place_words: null, point_of_view: null, photos: 0, flagged: 0 },
}

/** Clears these approved emails, inside the caller's transaction. The consent ledger stays: it is why the entry stands. */
export async function clearPublished(
  trx: Trx,
  numbers: number[],
  { keys, at }: { keys: Keys; at: number },
): Promise<void> {
  const { contributors, entries } = await findByNumbers(trx, numbers)
  const rows = await trx
    .selectFrom('submission')
    .leftJoin('raw', 'raw.id', 'submission.raw_id')
    .leftJoin('entry', 'entry.submission_number', 'submission.number')
    .leftJoin('revision', join =>
      join.onRef('revision.entry_id', '=', 'entry.id').onRef('revision.revision', '=', 'entry.revision'),
    )
    .select(['submission.number', 'submission.story_id', 'submission.raw_id', 'raw.sha256', 'revision.text'])
    .where('submission.number', 'in', numbers)
    .execute()
  for (const part of parts) await trx.deleteFrom(part).where('submission_number', 'in', numbers).execute()
  await forgetLikeness(trx, numbers)
  await forgetPassing(trx, { numbers, entryIds: entries.map(each => each.id), address: '' })
  const marks = rows.flatMap(row => (row.sha256 === null ? [] : [{ fingerprint: keys.fingerprint(row.sha256), at }]))
  if (marks.length > 0)
    await trx
      .insertInto('cleared')
      .values(marks)
      .onConflict(conflict => conflict.doNothing())
      .execute()
  await trx.updateTable('ledger').set({ raw_id: null }).where('submission_number', 'in', numbers).execute()
  await trx
    .updateTable('submission')
    .set(row => ({ ...nothing, cleared_at: at, version: row('version', '+', 1) }))
    .where('number', 'in', numbers)
    .execute()
  await trx
    .deleteFrom('raw')
    .where(
      'id',
      'in',
      rows.flatMap(row => row.raw_id ?? []),
    )
    .execute()
  const kept = await banned(trx, contributors, at)
  const gone = contributors.filter(id => !kept.has(id))
  await trx.deleteFrom('contributor').where('id', 'in', gone).execute()
  for (const { number, text } of rows)
    await indexSubmission(trx, number, { subject: '', original: '', sender: '', published: text ?? '' })
  await appendEvents(
    trx,
    rows.map(row => ({
      at,
      kind: 'cleared' as const,
      actor: 'system',
      storyId: row.story_id,
      submission: row.number,
    })),
  )
}
