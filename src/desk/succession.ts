// One story goes on in another: tomorrow's page takes over what waits, or two stories become one.
import { moveEntries, moveWebhooks } from '../feed/index.ts'
import { newId } from '../id.ts'
import { appendEvents, type Context, commit, type NewEvent, type Row, type Trx } from '../store/index.ts'
import { type StoryResult, storyById } from './stories.ts'
import { faultsOf } from './story-rules.ts'

/** What of a story is still to be decided. */
const undecided = ['waiting', 'held'] as const

export type RollOver = { slug: string; title: string; close: boolean }

/**
 * Opens the page of the next day: a new story with every setting of `id` (legal rules and embedding among them), which
 * takes over its addresses, its mailboxes, its being the default, and all that waits or is held, with drafts and points
 * of view. What was decided stays with the old story. One commit: all of it happens, or nothing. Null: no such story.
 */
export const rollOver = (context: Context, by: string, id: string, wish: RollOver): Promise<StoryResult | null> =>
  commit(context, async trx => {
    const old = await trx.selectFrom('story').selectAll().where('id', '=', id).executeTakeFirst()
    if (!old || old.merged_at !== null) return null
    const faults = await faultsOf(trx, null, wish)
    if (Object.keys(faults).length > 0) return { ok: false, faults }
    const at = context.now()
    const next = await openLike(trx, old, { ...wish, at })
    await takeOverMail(trx, old.id, next)
    const moved = await moveSubmissions(trx, { from: old.id, to: next, by, at }, undecided)
    const closed = wish.close ? ({ status: 'closed', closed_at: at } as const) : {}
    await trx
      .updateTable('story')
      .set({ ...closed, is_default: 0, continued_by: next, updated_at: at })
      .set(story => ({ page_seq: story('page_seq', '+', 1) }))
      .where('id', '=', old.id)
      .execute()
    const told = { at, kind: 'story-rolled-over', actor: by, storyId: old.id, data: { into: next, moved } } as const
    await appendEvents(trx, [{ at, kind: 'story-added', actor: by, storyId: next }, told])
    return { ok: true, story: (await storyById(trx, next))! }
  })

/**
 * Makes one story of two: the emails and entries of `id` become those of `into`, whose settings stand; what `id` may
 * not publish, `into` may not either. The page and the feeds of `id` redirect for ever, entries keep their ids and
 * times, and the feed of `into` tells of each. Null: one of them does not exist, or they are the same.
 */
export const mergeStories = (context: Context, by: string, id: string, into: string): Promise<StoryResult | null> =>
  commit(context, async trx => {
    const rows = await trx.selectFrom('story').selectAll().where('id', 'in', [id, into]).execute()
    const [old, next] = [id, into].map(each => rows.find(row => row.id === each && row.merged_at === null))
    if (!old || !next || id === into) return null
    const at = context.now()
    await takeOverMail(trx, id, into)
    await moveSubmissions(trx, { from: id, to: into, by, at })
    await trx.updateTable('ban').set({ story_id: into }).where('story_id', '=', id).execute()
    await joinSubjects(trx, id, into)
    await moveEntries(trx, { from: id, to: into, at })
    await joinLegalRules(trx, old, next)
    await moveWebhooks(trx, { from: id, to: into, at, after: next.feed_seq })
    await trx.updateTable('story').set({ continued_by: into }).where('continued_by', '=', id).execute()
    // The slug becomes a redirect; its row takes its own id for a name, which nobody can have typed or been given.
    await trx
      .updateTable('story')
      .set({ slug: id, status: 'closed', closed_at: at, is_default: 0, continued_by: into, merged_at: at })
      .where('id', '=', id)
      .execute()
    await trx.updateTable('story_slug').set({ story_id: into }).where('story_id', '=', id).execute()
    await trx.insertInto('story_slug').values({ slug: old.slug, story_id: into }).execute()
    await trx
      .updateTable('story')
      .set({ is_default: Math.max(old.is_default, next.is_default), updated_at: at })
      .set(story => ({ page_seq: story('page_seq', '+', 1) }))
      .where('id', '=', into)
      .execute()
    await appendEvents(trx, [{ at, kind: 'story-merged', actor: by, storyId: into, data: { merged: id } }])
    return { ok: true, story: (await storyById(trx, into))! }
  })

type Opening = { slug: string; title: string; at: number }

/** A story with every setting of `old` but its name, its headline and what was published in it. */
async function openLike(trx: Trx, old: Row<'story'>, { slug, title, at }: Opening): Promise<string> {
  const id = newId(at)
  const begun = { status: 'open' as const, headline: '', standfirst: '', feed_seq: 0, page_seq: 0 }
  const times = { created_at: at, updated_at: at, closed_at: null, closes_at: null, opens_at: null, continued_by: null }
  await trx
    .insertInto('story')
    .values({ ...old, ...begun, ...times, id, slug, title: title.trim() })
    .execute()
  for (const table of ['barred', 'embed_host', 'embed_theme', 'story_subject'] as const) {
    const rows = await trx.selectFrom(table).selectAll().where('story_id', '=', old.id).execute()
    for (const row of rows)
      await trx
        .insertInto(table)
        .values({ ...row, story_id: id })
        .execute()
  }
  await banAlike(trx, old.id, id, at)
  return id
}

/** Who is banned from a story is banned from what goes on of it. */
async function banAlike(trx: Trx, from: string, to: string, at: number): Promise<void> {
  const bans = await trx
    .selectFrom('ban')
    .selectAll()
    .where('story_id', '=', from)
    .where('lifted_at', 'is', null)
    .execute()
  for (const ban of bans)
    await trx
      .insertInto('ban')
      .values({ ...ban, id: newId(at), story_id: to })
      .execute()
}

async function takeOverMail(trx: Trx, from: string, to: string): Promise<void> {
  await trx.updateTable('story_address').set({ story_id: to }).where('story_id', '=', from).execute()
  await trx.updateTable('mailbox').set({ story_id: to }).where('story_id', '=', from).execute()
}

type Moving = { from: string; to: string; by: string; at: number }

/** Moves emails, those in some states or all; every one has it in its history. Answers how many. */
async function moveSubmissions(
  trx: Trx,
  { from, to, by, at }: Moving,
  states?: readonly ('waiting' | 'held')[],
): Promise<number> {
  const moved = await trx
    .updateTable('submission')
    .set(row => ({ story_id: to, version: row('version', '+', 1) }))
    .where('story_id', '=', from)
    .$if(states !== undefined, query => query.where('state', 'in', states ?? []))
    .returning(['number', 'version'])
    .execute()
  const told = moved.map(({ number, version }): NewEvent => {
    const data = { version, from }
    return { at, kind: 'rerouted', actor: by, storyId: to, submission: number, data }
  })
  if (told.length > 0) await appendEvents(trx, told)
  return moved.length
}

/** Subjects that led to one lead to the other, after its own. */
async function joinSubjects(trx: Trx, from: string, to: string): Promise<void> {
  const lists = await trx
    .selectFrom('story_subject')
    .select(['story_id', 'words'])
    .where('story_id', 'in', [from, to])
    .orderBy('position')
    .execute()
  const own = (id: string) => lists.filter(row => row.story_id === id).map(row => row.words)
  const rows = [...new Set([...own(to), ...own(from)])].map((words, position) => ({ story_id: to, position, words }))
  await trx.deleteFrom('story_subject').where('story_id', 'in', [from, to]).execute()
  if (rows.length > 0) await trx.insertInto('story_subject').values(rows).execute()
}

async function joinLegalRules(trx: Trx, old: Row<'story'>, next: Row<'story'>): Promise<void> {
  const notices = [next.legal_notice, old.legal_notice].filter(notice => notice !== '')
  await trx
    .updateTable('story')
    .set({ legal_notice: [...new Set(notices)].join('\n\n') })
    .where('id', '=', next.id)
    .execute()
  const lists = await trx
    .selectFrom('barred')
    .select('words')
    .where('story_id', 'in', [next.id, old.id])
    .orderBy('position')
    .execute()
  const barred = [...new Set(lists.map(row => row.words))]
  await trx.deleteFrom('barred').where('story_id', 'in', [next.id, old.id]).execute()
  const rows = barred.map((words, position) => ({ story_id: next.id, position, words }))
  if (rows.length > 0) await trx.insertInto('barred').values(rows).execute()
}
