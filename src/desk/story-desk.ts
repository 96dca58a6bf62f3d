// How the desk of a story is set up, beside what its readers see: subjects that lead to it, pins, the balance.
import { cleanLine } from '../safe.ts'
import { appendEvent, type Context, commit, type Db } from '../store/index.ts'
import type { Faults } from './staff.ts'

export type StoryDesk = {
  /** Words of a subject that lead an email here, lower case. */
  subjects: string[]
  pinMax: number
  /** Staff see points of view received and published. Never readers. */
  showBalance: boolean
  /** When a story that is closing will be closed; null: it is not closing. */
  closesAt: number | null
}

const mostSubjects = 20

export async function readStoryDesk(db: Db, id: string): Promise<StoryDesk> {
  const row = await db
    .selectFrom('story')
    .select(['pin_max', 'show_balance', 'closes_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const subjects = await db
    .selectFrom('story_subject')
    .select('words')
    .where('story_id', '=', id)
    .orderBy('position')
    .execute()
  return {
    subjects: subjects.map(each => each.words),
    pinMax: row.pin_max,
    showBalance: row.show_balance === 1,
    closesAt: row.closes_at,
  }
}

type Wish = Omit<StoryDesk, 'closesAt'>

/** Changes it; answers what is wrong by field, or null when it is saved. */
export const changeStoryDesk = (context: Context, by: string, id: string, wish: Wish): Promise<Faults | null> =>
  commit(context, async trx => {
    const subjects = [...new Set(wish.subjects.map(each => cleanLine(each, 100).toLowerCase()))].filter(Boolean)
    const faults: Faults = {}
    if (!Number.isInteger(wish.pinMax) || wish.pinMax < 0 || wish.pinMax > 10)
      faults.pinMax = 'Pins are a whole number from 0 to 10.'
    if (subjects.some(each => each.length < 3)) faults.subjects = 'Give at least three letters: fewer match too much.'
    if (subjects.length > mostSubjects) faults.subjects = `At most ${mostSubjects} lines.`
    if (Object.keys(faults).length > 0) return faults
    const at = context.now()
    await trx
      .updateTable('story')
      .set({ pin_max: wish.pinMax, show_balance: Number(wish.showBalance), updated_at: at })
      .where('id', '=', id)
      .execute()
    await trx.deleteFrom('story_subject').where('story_id', '=', id).execute()
    const rows = subjects.map((words, position) => ({ story_id: id, position, words }))
    if (rows.length > 0) await trx.insertInto('story_subject').values(rows).execute()
    await appendEvent(trx, { at, kind: 'story-changed', actor: by, storyId: id, data: { desk: true } })
    return null
  })
