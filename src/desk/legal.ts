// What the law, or an editor, forbids in a story: written down with its settings, looked for in what is live already.
import { barredInEntry, mostBarred, readBarred } from '../feed/index.ts'
import { cleanLine } from '../safe.ts'
import type { Context, Trx } from '../store/index.ts'
import { entriesOf, entryRows, type StaffEntry } from './entries.ts'

/** Writes the story's barred names and words, each once. */
export async function writeBarred(trx: Trx, storyId: string, barred: string[]): Promise<void> {
  await trx.deleteFrom('barred').where('story_id', '=', storyId).execute()
  const rows = tidyBarred(barred).map((words, position) => ({ story_id: storyId, position, words }))
  if (rows.length > 0) await trx.insertInto('barred').values(rows).execute()
}

/** Lines without what only looks like words. */
const tidyBarred = (barred: string[]): string[] => [
  ...new Set(barred.map(each => cleanLine(each, 200)).filter(each => /[\p{L}\p{N}]/u.test(each))),
]

/** What is wrong with a list of barred words; null when nothing is. */
export const barredFault = (barred: string[]): string | null =>
  tidyBarred(barred).length > mostBarred ? `A story bars at most ${mostBarred} names and words.` : null

/** Live or scheduled entries that hold what the story bars now: nothing withdraws them by itself. */
export async function entriesBarred(
  { db }: Pick<Context, 'db'>,
  storyId: string,
): Promise<{ entry: StaffEntry; words: string[] }[]> {
  const barred = await readBarred(db, storyId)
  if (barred.length === 0) return []
  const rows = await entryRows(db)
    .where('entry.story_id', '=', storyId)
    .where('entry.state', 'in', ['live', 'scheduled'])
    .execute()
  return (await entriesOf(db, rows)).flatMap(entry => {
    const words = barredInEntry(barred, entry)
    return words.length > 0 ? [{ entry, words }] : []
  })
}
