// The last question before an entry goes live: whether something in it has been barred since its approval.
import { appendEvent, type Row, type Trx } from '../store/index.ts'
import { barredInEntry, readBarred } from './barred.ts'
import { changeEntry, wordsOf } from './entry.ts'
import { membersOf } from './group.ts'

/**
 * What was barred after the approval does not go live: the approval is taken back, and the email is held for an editor
 * with the words that stopped it. False when nothing is in the way.
 */
export async function stopBarred(trx: Trx, entry: Row<'entry'>, at: number): Promise<boolean> {
  const barred = await readBarred(trx, entry.story_id)
  if (barred.length === 0) return false
  const found = barredInEntry(barred, await wordsOf(trx, entry))
  if (found.length === 0) return false
  for (const letter of entry.kind === 'group' ? await membersOf(trx, entry.id) : [entry])
    if (letter.state === 'scheduled') await takeBack(trx, letter, at, found)
  await changeEntry(trx, entry.id, { state: 'withdrawn' })
  return true
}

async function takeBack(trx: Trx, entry: Row<'entry'>, at: number, found: string[]): Promise<void> {
  const stopped = await changeEntry(trx, entry.id, { state: 'withdrawn' })
  const number = stopped.submission_number
  if (number === null) return
  const words = `May not be published in this story: ${found.join(', ')}.`
  const { version } = await trx
    .updateTable('submission')
    .set(row => ({
      state: 'held',
      needs: 'editor',
      reason: words,
      decided_by: 'system',
      decided_at: at,
      version: row('version', '+', 1),
    }))
    .where('number', '=', number)
    .returning('version')
    .executeTakeFirstOrThrow()
  const about = { at, actor: 'system', storyId: entry.story_id, submission: number, entryId: entry.id }
  await appendEvent(trx, { ...about, kind: 'undone', data: { version, decision: 'approved', to: 'waiting' } })
  const data = { version, from: 'waiting', fromNeeds: null, needs: 'editor', why: 'barred' }
  const seq = await appendEvent(trx, { ...about, kind: 'held', data })
  await trx.insertInto('reason').values({ event_seq: seq, submission_number: number, words }).execute()
}
