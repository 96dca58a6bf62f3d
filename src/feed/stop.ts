// The stop button of a story. Frozen: nothing new goes live and nothing live is changed, only withdrawn. Down: readers
// see a sentence instead of the page and the feeds as well.
import { cleanText } from '../safe.ts'
import { appendEvent, type Context, commit, type Db, type Trx } from '../store/index.ts'

export type Stop = 'frozen' | 'down'
export type Stopped = { how: Stop; words: string; at: number }

/** What readers see of a story that is down, when nobody wrote another sentence. */
export const usualStopWords = 'This page is not available at the moment. We are sorry.'

export async function readStop(db: Db | Trx, storyId: string): Promise<Stopped | null> {
  const row = await db
    .selectFrom('story')
    .select(['stopped', 'stopped_words', 'stopped_at'])
    .where('id', '=', storyId)
    .executeTakeFirst()
  return row?.stopped ? { how: row.stopped, words: row.stopped_words, at: row.stopped_at ?? 0 } : null
}

export const isStopped = async (db: Db | Trx, storyId: string): Promise<boolean> =>
  (await readStop(db, storyId)) !== null

/** Stops a story, or stops it in the other way. What is in its grace stays there until somebody lifts the stop. */
export const stopPublishing = (
  context: Context,
  actor: string,
  storyId: string,
  { how, words = '' }: { how: Stop; words?: string },
): Promise<void> =>
  commit(context, async trx => {
    const at = context.now()
    const sentence = how === 'down' ? cleanText(words).trim().slice(0, 500) || usualStopWords : ''
    await trx
      .updateTable('story')
      .set(story => ({
        stopped: how,
        stopped_words: sentence,
        stopped_at: at,
        updated_at: at,
        page_seq: story('page_seq', '+', 1),
      }))
      .where('id', '=', storyId)
      .execute()
    await appendEvent(trx, { at, kind: 'publishing-stopped', actor, storyId, data: { how } })
  })

/**
 * Lifts the stop. What became due meanwhile gets the story's grace anew, so that nothing goes live in the very moment
 * and each can still be stopped by itself. False when nothing was stopped.
 */
export const resumePublishing = (context: Context, actor: string, storyId: string): Promise<boolean> =>
  commit(context, async trx => {
    if (!(await isStopped(trx, storyId))) return false
    const at = context.now()
    const { grace_seconds: grace } = await trx
      .updateTable('story')
      .set(story => ({
        stopped: null,
        stopped_words: '',
        stopped_at: null,
        updated_at: at,
        page_seq: story('page_seq', '+', 1),
      }))
      .where('id', '=', storyId)
      .returning('grace_seconds')
      .executeTakeFirstOrThrow()
    await trx
      .updateTable('entry')
      .set({ publish_at: at + grace * 1000 })
      .where('story_id', '=', storyId)
      .where('state', '=', 'scheduled')
      .where('publish_at', '<', at + grace * 1000)
      .execute()
    await appendEvent(trx, { at, kind: 'publishing-resumed', actor, storyId })
    return true
  })
