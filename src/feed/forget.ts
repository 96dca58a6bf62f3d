// A contributor's erasure, as far as it reaches what was published. Whether published words stay is an editor's decision.
import { isDeepStrictEqual } from 'node:util'
import type { Row, Trx } from '../store/index.ts'
import { revise } from './correct.ts'
import { wordsOf } from './entry.ts'
import { dropPictures, pictureColumns } from './picture.ts'
import { unscheduleEntry } from './publish.ts'
import { withdrawLive } from './withdraw.ts'
import { lineOf, noExtras, tidyWords } from './words.ts'

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
    const current = await wordsOf(trx, entry)
    // Whatever else may name the reader goes too: headline, hand-written line, note, role.
    const { verb, text, language, tags } = current
    const bare = tidyWords({ name: '', place: '', verb, text, language, tags })
    const kept = isDeepStrictEqual(current, bare) ? entry : await revise(trx, entry, bare, { actor, now, minor: false })
    await blank(trx, entry, kept.revision)
    return 'kept'
  }
  const before = entry.state
  if (before === 'scheduled' && entry.submission_number !== null) await unscheduleEntry(trx, entry.submission_number)
  if (before === 'live') await withdrawLive(trx, entry, { actor, now, why: 'asked' })
  await blank(trx, entry, null)
  return before === 'scheduled' ? 'stopped' : before === 'live' ? 'withdrawn' : 'gone'
}

async function blank(trx: Trx, entry: Row<'entry'>, except: number | null): Promise<void> {
  const rows = await trx
    .selectFrom('revision')
    .select(['revision', 'verb'])
    .where('entry_id', '=', entry.id)
    .where('revision', '!=', except ?? 0)
    .execute()
  for (const { revision, verb } of rows) {
    const {
      nameForm,
      ownLine,
      notedAt,
      tags: _,
      picture,
      ...columns
    } = {
      ...noExtras,
      name: '',
      place: '',
      verb,
      text: '',
    }
    const line = lineOf(entry.kind, { ...noExtras, name: '', place: '', verb, text: '' })
    await trx
      .updateTable('revision')
      .set({ ...columns, line, name_form: nameForm, own_line: ownLine, noted_at: notedAt, ...pictureColumns(picture) })
      .where('entry_id', '=', entry.id)
      .where('revision', '=', revision)
      .execute()
  }
  await trx
    .deleteFrom('revision_tag')
    .where('entry_id', '=', entry.id)
    .where('revision', '!=', except ?? 0)
    .execute()
  // A picture is the reader's, and may show them: it goes even where the words stay.
  await dropPictures(trx, entry.id)
}
