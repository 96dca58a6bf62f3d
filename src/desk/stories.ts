// Stories: a live page each, with its queue, its addresses and its settings.

import { readBarred } from '../feed/index.ts'
import { newId } from '../id.ts'
import { cleanLine, cleanText } from '../safe.ts'
import { appendEvent, type Context, commit, type Db, type Row, readInstallation, type Trx } from '../store/index.ts'
import { verbs as usualVerbs } from './decide.ts'
import { writeBarred } from './legal.ts'
import type { Faults } from './staff.ts'
import { faultsOf, type Story, type StoryWish } from './story-rules.ts'

export type { Story, StoryWish } from './story-rules.ts'
export type StoryResult = { ok: true; story: Story } | { ok: false; faults: Faults }

/** Adds a story; `by` is a staff id or `system`. The first story takes the mail that no address claims. */
export async function addStory(
  context: Context,
  by: string,
  wish: StoryWish & { slug: string; title: string },
): Promise<StoryResult> {
  const zone = wish.zone ?? (await readInstallation(context.db)).zone
  const facts = { ...wish, zone }
  return commit(context, async trx => {
    const faults = await faultsOf(trx, null, facts)
    if (Object.keys(faults).length > 0) return { ok: false, faults }
    const at = context.now()
    const id = newId(at)
    const first =
      (await trx.selectFrom('story').select('id').where('merged_at', 'is', null).limit(1).executeTakeFirst()) ===
      undefined
    await trx
      .insertInto('story')
      .values({ id, slug: wish.slug, title: '', zone, created_at: at, updated_at: at })
      .execute()
    await write(trx, id, { ...facts, isDefault: wish.isDefault ?? first }, at)
    await appendEvent(trx, { at, kind: 'story-added', actor: by, storyId: id })
    return { ok: true, story: (await storyById(trx, id))! }
  })
}

/** Changes a story; what is left out stays. An old slug redirects for ever. Null: there is no such story. */
export const changeStory = (
  context: Context,
  by: string,
  id: string,
  wish: StoryWish & { slug?: string; title?: string },
): Promise<StoryResult | null> =>
  commit(context, async trx => {
    const before = await storyById(trx, id)
    if (!before) return null
    const faults = await faultsOf(trx, id, wish)
    if (Object.keys(faults).length > 0) return { ok: false, faults }
    const at = context.now()
    if (wish.slug !== undefined && wish.slug !== before.slug) {
      await trx.deleteFrom('story_slug').where('slug', '=', wish.slug).execute()
      await trx.insertInto('story_slug').values({ slug: before.slug, story_id: id }).execute()
      await trx.updateTable('story').set({ slug: wish.slug }).where('id', '=', id).execute()
    }
    await write(trx, id, wish, at)
    // Stored answers of the live page and the feeds show the story's own words, so they are out of date now.
    await trx
      .updateTable('story')
      .set(story => ({ page_seq: story('page_seq', '+', 1) }))
      .where('id', '=', id)
      .execute()
    await appendEvent(trx, { at, kind: 'story-changed', actor: by, storyId: id, data: { status: wish.status ?? null } })
    return { ok: true, story: (await storyById(trx, id))! }
  })

/** Every story: open ones first, newest first. */
export async function listStories({ db }: Pick<Context, 'db'>): Promise<Story[]> {
  const rows = await db
    .selectFrom('story')
    .selectAll()
    .where('merged_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute()
  const addresses = await db.selectFrom('story_address').selectAll().orderBy('position').execute()
  const barred = await db.selectFrom('barred').selectAll().orderBy('position').execute()
  const stories = rows.map(row =>
    storyOf(row, {
      addresses: addresses.filter(each => each.story_id === row.id).map(each => each.address),
      barred: barred.filter(each => each.story_id === row.id).map(each => each.words),
    }),
  )
  const last = (story: Story) => Number(story.status === 'closed')
  return stories.sort((one, other) => last(one) - last(other))
}

/** The story of a slug; or the slug it has `moved` to; or null. */
export async function findStory(
  { db }: Pick<Context, 'db'>,
  slug: string,
): Promise<{ story: Story; moved?: undefined } | { moved: string; story?: undefined } | null> {
  const row = await db
    .selectFrom('story')
    .select('id')
    .where('slug', '=', slug)
    .where('merged_at', 'is', null)
    .executeTakeFirst()
  if (row) return { story: (await storyById(db, row.id))! }
  const moved = await db
    .selectFrom('story_slug')
    .innerJoin('story', 'story.id', 'story_slug.story_id')
    .select('story.slug')
    .where('story_slug.slug', '=', slug)
    .executeTakeFirst()
  return moved ? { moved: moved.slug } : null
}

export async function storyById(db: Db | Trx, id: string): Promise<Story | null> {
  const row = await db.selectFrom('story').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return null
  const addresses = await db
    .selectFrom('story_address')
    .selectAll()
    .where('story_id', '=', id)
    .orderBy('position')
    .execute()
  return storyOf(row, { addresses: addresses.map(each => each.address), barred: await readBarred(db, id) })
}

async function write(trx: Trx, id: string, wish: StoryWish & { title?: string }, at: number): Promise<void> {
  const line = (text: string | undefined, most: number) => (text === undefined ? undefined : cleanLine(text, most))
  await trx
    .updateTable('story')
    .set({
      title: line(wish.title, 200),
      status: wish.status,
      opens_at: wish.status === undefined || wish.status === 'scheduled' ? wish.opensAt : null,
      closed_at: wish.status === undefined ? undefined : wish.status === 'closed' ? at : null,
      grace_seconds: wish.graceSeconds,
      zone: wish.zone,
      headline: line(wish.headline, 300),
      standfirst: wish.standfirst === undefined ? undefined : cleanText(wish.standfirst).trim().slice(0, 2000),
      byline: line(wish.byline, 300),
      call_out: line(wish.callOut, 300),
      words_soft: wish.wordsSoft,
      words_hard: wish.wordsHard,
      verbs: wish.verbs && verbLines(wish.verbs),
      show_withdrawn: wish.showWithdrawn === undefined ? undefined : Number(wish.showWithdrawn),
      legal_notice: wish.legalNotice === undefined ? undefined : cleanText(wish.legalNotice).trim().slice(0, 1000),
      updated_at: at,
    })
    .where('id', '=', id)
    .execute()
  if (wish.barred !== undefined) await writeBarred(trx, id, wish.barred)
  if (wish.isDefault !== undefined) await setDefault(trx, id, wish.isDefault)
  if (wish.addresses !== undefined) await setAddresses(trx, id, wish.addresses)
}

/** The verbs of a story; the usual ones where it has none of its own. */
export const verbsOf = (lines: string): string[] => (lines === '' ? [...usualVerbs] : lines.split('\n'))

function verbLines(verbs: string[]): string {
  const lines = [...new Set(verbs.map(verb => cleanLine(verb, 40)).filter(verb => verb !== ''))].join('\n')
  return lines === usualVerbs.join('\n') ? '' : lines
}

async function setDefault(trx: Trx, id: string, isDefault: boolean): Promise<void> {
  if (isDefault) await trx.updateTable('story').set({ is_default: 0 }).where('is_default', '=', 1).execute()
  await trx
    .updateTable('story')
    .set({ is_default: Number(isDefault) })
    .where('id', '=', id)
    .execute()
}

async function setAddresses(trx: Trx, id: string, addresses: string[]): Promise<void> {
  await trx.deleteFrom('story_address').where('story_id', '=', id).execute()
  const rows = [...new Set(addresses.map(each => each.trim().toLowerCase()))].map((address, position) => ({
    address,
    story_id: id,
    position,
  }))
  if (rows.length > 0) await trx.insertInto('story_address').values(rows).execute()
}

const storyOf = (row: Row<'story'>, lists: Pick<Story, 'addresses' | 'barred'>): Story => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  status: row.status,
  isDefault: row.is_default === 1,
  graceSeconds: row.grace_seconds,
  zone: row.zone,
  headline: row.headline,
  standfirst: row.standfirst,
  byline: row.byline,
  callOut: row.call_out,
  showWithdrawn: row.show_withdrawn === 1,
  legalNotice: row.legal_notice,
  wordsSoft: row.words_soft,
  wordsHard: row.words_hard,
  verbs: verbsOf(row.verbs),
  ...lists,
  createdAt: row.created_at,
  opensAt: row.opens_at,
  closedAt: row.closed_at,
})
