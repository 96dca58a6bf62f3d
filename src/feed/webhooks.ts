// Consumers that are told of every change instead of asking: webhooks, and hubs (WebSub). Added, listed, removed, replayed.
import { randomBytes } from 'node:crypto'
import { newId } from '../id.ts'
import { mayCall } from '../outgoing.ts'
import { cleanLine } from '../safe.ts'
import type { Keys } from '../secret.ts'
import { appendEvent, type Context, commit, type Trx } from '../store/index.ts'

export type Webhook = {
  id: string
  name: string
  kind: 'webhook' | 'hub'
  url: string
  /** Null: every story. */
  storyId: string | null
  deliveries: {
    storyId: string
    seq: number
    /** Changes that it has not taken yet. */
    behind: number
    takenAt: number | null
    /** Null when given up. */
    nextAt: number | null
    error: string | null
  }[]
}

export type WebhookWish = { name: string; url: string; storyId: string | null; kind?: Webhook['kind'] }

/**
 * Adds a webhook, which is told of what happens from now on. `secret` (`whsec_…`, Standard Webhooks) is shown once: it
 * is kept sealed. The address must be https, or http on this very machine.
 */
export async function addWebhook(
  context: Context,
  keys: Pick<Keys, 'seal'>,
  by: string,
  wish: WebhookWish,
): Promise<
  | { ok: true; id: string; secret: string }
  | { ok: false; why: 'no-name' | 'name-taken' | 'bad-address' | 'not-on-the-list' }
> {
  const name = cleanLine(wish.name, 100)
  if (name === '') return { ok: false, why: 'no-name' }
  if (!isSafeAddress(wish.url)) return { ok: false, why: 'bad-address' }
  if (!mayCall(context.outgoing, new URL(wish.url).hostname)) return { ok: false, why: 'not-on-the-list' }
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const sealed = keys.seal(secret)
  return commit(context, async trx => {
    const taken = await trx.selectFrom('webhook').select('id').where('name', '=', name).executeTakeFirst()
    if (taken) return { ok: false, why: 'name-taken' }
    const at = context.now()
    const id = newId(at)
    const kind = wish.kind ?? 'webhook'
    const row = { id, name, url: wish.url, secret: sealed, story_id: wish.storyId, created_at: at, kind }
    await trx.insertInto('webhook').values(row).execute()
    if (kind === 'hub') await turnFeeds(trx, wish.storyId, at)
    for (const story of await trx.selectFrom('story').select(['id', 'feed_seq', 'page_seq']).execute())
      if (wish.storyId === null || story.id === wish.storyId)
        await trx
          .insertInto('delivery')
          .values({ webhook_id: id, story_id: story.id, seq: story.feed_seq, page_seq: story.page_seq, next_at: at })
          .execute()
    await appendEvent(trx, { at, kind: 'webhook-added', actor: by, storyId: wish.storyId, data: { webhook: id } })
    return { ok: true, id, secret }
  })
}

/** Every webhook by name, with how far it has come with each story. */
export async function listWebhooks({ db }: Pick<Context, 'db'>): Promise<Webhook[]> {
  const hooks = await db.selectFrom('webhook').selectAll().orderBy('name').execute()
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('story', 'story.id', 'delivery.story_id')
    .selectAll('delivery')
    .select('story.feed_seq')
    .execute()
  return hooks.map(hook => ({
    id: hook.id,
    name: hook.name,
    kind: hook.kind,
    url: hook.url,
    storyId: hook.story_id,
    deliveries: rows
      .filter(row => row.webhook_id === hook.id)
      .map(row => ({
        storyId: row.story_id,
        seq: row.seq,
        behind: row.feed_seq - row.seq,
        takenAt: row.taken_at,
        nextAt: row.next_at,
        error: row.error,
      })),
  }))
}

/** Ends a webhook. False when there is none of this name. */
export const removeWebhook = (context: Context, by: string, name: string): Promise<boolean> =>
  commit(context, async trx => {
    const hook = await findByName(trx, name)
    if (!hook) return false
    const at = context.now()
    await trx.deleteFrom('webhook').where('id', '=', hook.id).execute()
    if (hook.kind === 'hub') await turnFeeds(trx, hook.story_id, at)
    await appendEvent(trx, { at, kind: 'webhook-removed', actor: by, data: { webhook: hook.id } })
    return true
  })

/**
 * Tries again at once what failed or was given up; with `from`, everything after that number once more. A number that
 * it has not reached changes nothing: no replay skips a change.
 */
export const replayWebhook = (context: Context, by: string, name: string, from?: number): Promise<boolean> =>
  commit(context, async trx => {
    const hook = await findByName(trx, name)
    if (!hook) return false
    await trx
      .updateTable('delivery')
      .set({ attempts: 0, next_at: context.now(), error: null })
      .where('webhook_id', '=', hook.id)
      .execute()
    if (from !== undefined)
      await trx
        .updateTable('delivery')
        .set({ seq: from })
        .where('webhook_id', '=', hook.id)
        .where('seq', '>', from)
        .execute()
    const data = { webhook: hook.id, from: from ?? null }
    await appendEvent(trx, { at: context.now(), kind: 'webhook-replayed', actor: by, data })
    return true
  })

const findByName = (trx: Trx, name: string) =>
  trx.selectFrom('webhook').select(['id', 'kind', 'story_id']).where('name', '=', name).executeTakeFirst()

/** The feeds name their hubs, so that a hub more or less is other bytes. */
const turnFeeds = (trx: Trx, storyId: string | null, at: number) =>
  trx
    .updateTable('story')
    .set(story => ({ page_seq: story('page_seq', '+', 1), updated_at: at }))
    .$if(storyId !== null, stories => stories.where('id', '=', storyId!))
    .execute()

/** What is published may travel only under TLS; a consumer on this very machine needs none. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  if (url.username || url.password) return false
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
  )
}
