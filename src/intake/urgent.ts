// Which emails go to the top of the queue: somebody may be in danger, or somebody on the live page asks us for something.
import type { Reading } from '../mail/reading.ts'
import type { Trx, Urgent } from '../store/index.ts'
import { isReading, type ReadMail } from './reading-rows.ts'

/** Checks that put an email into the safety lane: danger to somebody, and the illness of somebody who is named. */
const safety = new Set(['self-harm', 'threat', 'danger', 'third-party-health'])

/** Checks by which a published contributor may be asking for a change. */
const asking = new Set(['take-down', 'not-for-publication', 'asked-anonymous', 'correction', 'complaint'])

/** What a reading says by itself; `asks`: urgent when the sender is on a live page. */
const lanes = ({ checks }: Reading) => ({
  danger: checks.some(({ check }) => safety.has(check)),
  asks: checks.some(({ check }) => asking.has(check)),
})

/** Writes `urgent` for readings just written. Only a later email of somebody live or about to be is `published`. */
export async function markUrgent(trx: Trx, mails: Pick<ReadMail, 'number' | 'result'>[]): Promise<void> {
  for (const { number, result } of mails) {
    if (!isReading(result) || result.automatic) continue
    const { danger, asks } = lanes(result)
    const urgent: Urgent | null = danger ? 'safety' : asks && (await isPublished(trx, number)) ? 'published' : null
    if (urgent !== null) await trx.updateTable('submission').set({ urgent }).where('number', '=', number).execute()
  }
}

/** Whether the sender of this email has an earlier one on a live page, or about to be there. */
async function isPublished(trx: Trx, number: number): Promise<boolean> {
  const found = await trx
    .selectFrom('submission as this')
    .innerJoin('submission as earlier', 'earlier.contributor_id', 'this.contributor_id')
    .innerJoin('entry', 'entry.submission_number', 'earlier.number')
    .select('entry.id')
    .where('this.number', '=', number)
    .whereRef('earlier.number', '<', 'this.number')
    .where('entry.state', 'in', ['live', 'scheduled'])
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
