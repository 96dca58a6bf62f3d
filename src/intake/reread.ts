// Reads everything stored again with today's reader. What people decided, moved or wrote stays as it is.
import type { Reader } from '../mail/pool.ts'
import type { Reading } from '../mail/reading.ts'
import { appendEvents, type Context, commit, decompress, indexSubmission, type Row, type Trx } from '../store/index.ts'
import { loadToldStories, meantForAnother, type StoryTold } from './elsewhere.ts'
import { columnsOf, isReading, type ReadMail, searchText, writeParts } from './reading-rows.ts'
import { markUrgent } from './urgent.ts'
import { breathe } from './waiting.ts'

export type RereadCounts = { read: number; changed: number; unreadable: number }

const inBatch = 16

type Stored = Pick<Row<'submission'>, 'number' | 'stage' | 'state' | 'story_id'> & Record<string, unknown>

/** Goes through all submissions whose bytes are still kept, oldest first. `signal` stops it between two batches. */
export async function reread(context: Context, reader: Reader, signal?: AbortSignal): Promise<RereadCounts> {
  const counts: RereadCounts = { read: 0, changed: 0, unreadable: 0 }
  let after = 0
  while (!signal?.aborted) {
    const rows = await context.db
      .selectFrom('submission')
      .innerJoin('raw', 'raw.id', 'submission.raw_id')
      .selectAll('submission')
      .select('raw.bytes')
      .where('submission.number', '>', after)
      .where('submission.stage', 'in', ['read', 'aside', 'parked'])
      .orderBy('submission.number')
      .limit(inBatch)
      .execute()
    if (rows.length === 0) break
    const results = await reader.readMany(rows.map(row => decompress(row.bytes)))
    const told = await loadToldStories(context.db)
    const mails = rows.map((row, at) => ({ stored: row as Stored, result: placed(told, row, results[at]!) }))
    for (const { result } of mails) counts[isReading(result) ? 'read' : 'unreadable']++
    counts.changed += await writeAgain(context, mails)
    after = rows.at(-1)!.number
    await breathe()
  }
  return counts
}

/** What waits is compared with the stories of today; where people have decided, its story is what they made it. */
function placed(told: StoryTold[], stored: Stored, result: ReadMail['result']): ReadMail['result'] {
  if (!isReading(result) || stored.state !== 'waiting') return result
  return { ...result, checks: [...result.checks, ...meantForAnother(told, stored.story_id, result)] }
}

async function writeAgain(context: Context, mails: { stored: Stored; result: ReadMail['result'] }[]): Promise<number> {
  const now = context.now()
  return await commit(context, async trx => {
    const changed: Stored[] = []
    for (const { stored, result } of mails) {
      // A message that could be read before and cannot now keeps its reading.
      if (!isReading(result)) continue
      await replaceParts(trx, stored.number, result)
      if (!(await replaceColumns(trx, stored, result))) continue
      changed.push(stored)
    }
    const read = mails.filter(mail => isReading(mail.result)).map(mail => mail.stored.number)
    await trx
      .updateTable('submission')
      .set({ urgent: null })
      .where('number', 'in', read)
      .where('urgent', 'is not', null)
      .execute()
    await markUrgent(
      trx,
      mails.map(({ stored, result }) => ({ number: stored.number, result })),
    )
    await appendEvents(
      trx,
      changed.map(({ number, story_id }) => ({
        ...{ at: now, kind: 'read' as const, actor: 'system', storyId: story_id, submission: number },
        data: { again: true },
      })),
    )
    return changed.length
  })
}

async function replaceParts(trx: Trx, number: number, reading: Reading): Promise<void> {
  for (const table of ['fold', 'finding', 'candidate', 'attachment', 'rendition', 'defect'] as const)
    await trx.deleteFrom(table).where('submission_number', '=', number).execute()
  await writeParts(trx, [{ number, storyId: null, result: reading }])
}

/** Writes the columns of the reading where they differ. A message that was aside or parked may come to the desk now. */
async function replaceColumns(trx: Trx, stored: Stored, reading: Reading): Promise<boolean> {
  const columns = columnsOf(reading)
  const toDesk = stored.stage !== 'read' && reading.automatic === null
  const same = Object.entries(columns).every(([column, value]) => stored[column] === value)
  if (same && !toDesk) return false
  await trx
    .updateTable('submission')
    .set(eb => ({ ...columns, version: eb('version', '+', 1) }))
    .$if(toDesk, query => query.set({ stage: 'read', stage_why: null, stage_words: null, state: 'waiting' }))
    .where('number', '=', stored.number)
    .execute()
  if (toDesk)
    await trx
      .updateTable('ledger')
      .set({ outcome: 'ingested', why: null })
      .where('submission_number', '=', stored.number)
      .where('outcome', 'in', ['ignored', 'parked'])
      .execute()
  await indexSubmission(trx, stored.number, {
    ...searchText(reading),
    published: await publishedText(trx, stored.number),
  })
  return true
}

/** What was published of it: line and text of the entry's last revision, '' without one. */
async function publishedText(trx: Trx, number: number): Promise<string> {
  const row = await trx
    .selectFrom('entry')
    .innerJoin('revision', join =>
      join.onRef('revision.entry_id', '=', 'entry.id').onRef('revision.revision', '=', 'entry.revision'),
    )
    .select(['revision.line', 'revision.text'])
    .where('entry.submission_number', '=', number)
    .executeTakeFirst()
  return row ? `${row.line}\n${row.text}` : ''
}
