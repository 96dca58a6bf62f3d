// What surrounds the entries of a live page: headline, standfirst, byline, key points, call-out.
import { cleanLine, cleanText } from '../safe.ts'
import { appendEvent, type Context, commit, type Db } from '../store/index.ts'
import { mostKeyPoints } from './read.ts'
import { isStopped } from './stop.ts'

export type PageTop = {
  /** Empty: the story's title. */
  headline: string
  standfirst: string
  byline: string
  callOut: string
  callOutShown: boolean
  /** Again after every so many entries; 0: only at the top. Left out: as it was. */
  callOutEvery?: number
  keyPoints: string[]
}

export async function readPageTop({ db }: { db: Db }, storyId: string): Promise<PageTop> {
  const story = await db.selectFrom('story').selectAll().where('id', '=', storyId).executeTakeFirstOrThrow()
  const points = await db
    .selectFrom('key_point')
    .select('text')
    .where('story_id', '=', storyId)
    .orderBy('position')
    .execute()
  return {
    headline: story.headline,
    standfirst: story.standfirst,
    byline: story.byline,
    callOut: story.call_out,
    callOutShown: story.call_out_shown === 1,
    callOutEvery: story.call_out_every,
    keyPoints: points.map(point => point.text),
  }
}

/**
 * Writes the top of the page. Readers see it at once; empty key points are left out, those beyond six refused, and
 * everything while publishing is stopped.
 */
export async function changePageTop(
  context: Context,
  actor: string,
  storyId: string,
  top: PageTop,
): Promise<{ ok: true } | { ok: false; why: 'too-many-key-points' | 'stopped' }> {
  const points = top.keyPoints.map(point => cleanLine(point, 300)).filter(point => point !== '')
  if (points.length > mostKeyPoints) return { ok: false, why: 'too-many-key-points' }
  return commit(context, async trx => {
    if (await isStopped(trx, storyId)) return { ok: false, why: 'stopped' }
    const at = context.now()
    await trx
      .updateTable('story')
      .set(story => ({
        headline: cleanLine(top.headline, 300),
        standfirst: cleanText(top.standfirst).trim().slice(0, 2000),
        byline: cleanLine(top.byline, 300),
        call_out: cleanLine(top.callOut, 300),
        call_out_shown: top.callOutShown ? 1 : 0,
        call_out_every:
          top.callOutEvery === undefined ? undefined : Math.min(Math.max(0, Math.floor(top.callOutEvery)), 1000),
        page_seq: story('page_seq', '+', 1),
        updated_at: at,
      }))
      .where('id', '=', storyId)
      .execute()
    await trx.deleteFrom('key_point').where('story_id', '=', storyId).execute()
    const rows = points.map((text, position) => ({ story_id: storyId, position, text }))
    if (rows.length > 0) await trx.insertInto('key_point').values(rows).execute()
    await appendEvent(trx, { at, kind: 'story-changed', actor, storyId, data: { keyPoints: points.length } })
    return { ok: true }
  })
}
