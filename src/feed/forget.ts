// A contributor's erasure, as far as it reaches what was published. Whether published words stay is an editor's decision.
import type { Row, Trx } from '../store/index.ts'
import { revise, withdrawLive } from './correct.ts'
import { attributionLine } from './line.ts'
import { unscheduleEntry } from './publish.ts'

/** `withdraw`: the entry and its words go. `keep-as-a-reader`: the words stay, without name and place. */
export type PublishedChoice = 'withdraw' | 'keep-as-a-reader'

export type Forgetting = { actor: string; now: number; choice: PublishedChoice }

/** What became of the entry: `stopped` was never live, `withdrawn` was, `kept` stands without a name, `gone` was withdrawn before. */
export type Forgotten = 'stopped' | 'withdrawn' | 'kept' | 'gone'

/**
 * Takes the contributor out of an entry and all its revisions, inside the caller's transaction. Readers and consumers
 * hear of it like of any amendment or withdrawal; what remains of a revision is its number, verb, author and time.
 */
export async function forgetEntry(trx: Trx, entry: Row<'entry'>, forgetting: Forgetting): Promise<Forgotten> {
  const { actor, now, choice } = forgetting
  if (entry.state === 'live' && choice === 'keep-as-a-reader') {
    const current = await trx
      .selectFrom('revision')
      .selectAll()
      .where('entry_id', '=', entry.id)
      .where('revision', '=', entry.revision)
      .executeTakeFirstOrThrow()
    const { verb, text } = current
    const kept =
      current.name === '' && current.place === ''
        ? entry
        : await revise(trx, entry, { name: '', place: '', verb, text }, { actor, now, minor: false })
    await blank(trx, entry.id, kept.revision)
    return 'kept'
  }
  const before = entry.state
  if (before === 'scheduled' && entry.submission_number !== null) await unscheduleEntry(trx, entry.submission_number)
  if (before === 'live') await withdrawLive(trx, entry, { actor, now, why: 'asked' })
  await blank(trx, entry.id, null)
  return before === 'scheduled' ? 'stopped' : before === 'live' ? 'withdrawn' : 'gone'
}

async function blank(trx: Trx, entryId: string, except: number | null): Promise<void> {
  const rows = await trx
    .selectFrom('revision')
    .select(['revision', 'verb'])
    .where('entry_id', '=', entryId)
    .where('revision', '!=', except ?? 0)
    .execute()
  for (const { revision, verb } of rows) {
    const words = { name: '', place: '', verb }
    await trx
      .updateTable('revision')
      .set({ name: '', place: '', text: '', line: attributionLine(words) })
      .where('entry_id', '=', entryId)
      .where('revision', '=', revision)
      .execute()
  }
}
