// Tells webhooks of every change, in the story's order, each with an id that stays the same however often it is sent
// (Standard Webhooks 1.0). A change counts as taken when the consumer answers 2xx, and only then is the next one sent.
import { createHmac } from 'node:crypto'
import type { ExpressionBuilder } from 'kysely'
import type { Keys } from '../secret.ts'
import type { Context, Row, Schema } from '../store/index.ts'
import { type Change, readChangesWithEntries } from './changes.ts'
import { tagOf } from './feed.ts'
import { pingHub } from './hub.ts'
import { toJson } from './json.ts'
import { jsonItem } from './json-feed.ts'
import { post } from './post.ts'
import { readFeed } from './read.ts'

/** Waits between attempts (ms), over a day in all; after the last one the delivery is given up. */
export const waits = [5, 60, 5 * 60, 30 * 60, 2 * 3600, 5 * 3600, 10 * 3600, 10 * 3600].map(seconds => seconds * 1000)

/** So many changes of one story go out in one round, before the others have their turn. */
const batch = 20

export type Sending = {
  keys: Pick<Keys, 'unseal'>
  baseUrl: string
  signal: AbortSignal
  /** Called before each change is sent; false when another process has taken over. */
  mayGoOn: () => Promise<boolean>
}

export type Waiting = Row<'delivery'> & { next_at: number; url: string; secret: string; kind: 'webhook' | 'hub' }

/** What waits to be told: to whom, of which story, not before when. Given up ones do not wait. */
export async function waitingDeliveries(context: Context): Promise<Waiting[]> {
  await openDeliveries(context)
  const rows = await context.db
    .selectFrom('delivery')
    .innerJoin('webhook', 'webhook.id', 'delivery.webhook_id')
    .innerJoin('story', 'story.id', 'delivery.story_id')
    .selectAll('delivery')
    .select(['webhook.url', 'webhook.secret', 'webhook.kind'])
    .where(isBehind)
    .where('delivery.next_at', 'is not', null)
    .orderBy('delivery.next_at')
    .execute()
  return rows as Waiting[]
}

/** There is something to tell: a change of an entry, and to a hub also a change of what surrounds the entries. */
const isBehind = (
  row: ExpressionBuilder<Pick<Schema, 'delivery' | 'story' | 'webhook'>, 'delivery' | 'story' | 'webhook'>,
) =>
  row.or([
    row('story.feed_seq', '>', row.ref('delivery.seq')),
    row.and([row('webhook.kind', '=', 'hub'), row('story.page_seq', '!=', row.ref('delivery.page_seq'))]),
  ])

/** Tells one consumer of one story's changes, in their order, until it has them, does not answer, or `batch` are sent. */
export const deliver = (context: Context, due: Waiting, sending: Sending): Promise<void> =>
  (due.kind === 'hub' ? ping : send)(context, due, sending)

/** The three headers of a message (Standard Webhooks): the id, the second it is sent in, and the signature. */
export function signed(secret: string, id: string, at: number, body: string): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000))
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}

/** A webhook for every story also hears of stories that were opened after it. */
async function openDeliveries({ db, now }: Context): Promise<void> {
  const missing = await db
    .selectFrom('webhook')
    .innerJoin('story', join => join.onTrue())
    .leftJoin('delivery', join =>
      join.onRef('delivery.webhook_id', '=', 'webhook.id').onRef('delivery.story_id', '=', 'story.id'),
    )
    .select(['webhook.id as webhook_id', 'story.id as story_id'])
    .where('webhook.story_id', 'is', null)
    .where('delivery.seq', 'is', null)
    .execute()
  for (const each of missing)
    await db
      .insertInto('delivery')
      .values({ ...each, seq: 0, next_at: now() })
      .onConflict(conflict => conflict.doNothing())
      .execute()
}

async function send(context: Context, due: Waiting, sending: Sending): Promise<void> {
  const { db } = context
  const story = await db.selectFrom('story').selectAll().where('id', '=', due.story_id).executeTakeFirstOrThrow()
  const feed = await readFeed(db, story, sending.baseUrl, 0)
  const changes = await readChangesWithEntries(db, story, due.seq, batch)
  for (const change of changes.items) {
    if (sending.signal.aborted || !(await sending.mayGoOn())) return
    const at = context.now()
    const body = toJson({
      type: `entry.${change.type}`,
      timestamp: new Date(change.at).toISOString(),
      data: {
        story: story.slug,
        seq: change.seq,
        id: tagOf(feed, 'entry', change.id),
        revision: change.revision,
        // Of a story that was taken down no words leave the house; withdrawals go on being told.
        entry: change.entry && story.stopped !== 'down' ? jsonItem(feed, change.entry) : undefined,
      },
    })
    const headers = signed(sending.keys.unseal(due.secret), messageId(change, due.story_id), at, body)
    const error = await post(
      due.url,
      { body, headers: { 'Content-Type': 'application/json', ...headers }, outgoing: context.outgoing },
      sending.signal,
    )
    await note(context, due, error === null ? { seq: change.seq } : { error })
    if (error !== null) return
  }
}

const messageId = (change: Change, storyId: string) => `msg_${storyId}_${change.seq}`

/** One ping stands for everything that has changed: whoever heard of the newest state needs no older one. */
async function ping(context: Context, due: Waiting, sending: Sending): Promise<void> {
  if (sending.signal.aborted || !(await sending.mayGoOn())) return
  const story = await context.db
    .selectFrom('story')
    .select(['slug', 'feed_seq', 'page_seq'])
    .where('id', '=', due.story_id)
    .executeTakeFirstOrThrow()
  const feed = { baseUrl: sending.baseUrl, slug: story.slug, outgoing: context.outgoing }
  const error = await pingHub(due.url, feed, sending.signal)
  await note(context, due, error === null ? { seq: story.feed_seq, pageSeq: story.page_seq } : { error })
}

type Outcome = { seq: number; pageSeq?: number } | { error: string }

/** What became of an attempt. One statement, and no wake-up call: nobody else reads it. */
async function note(context: Context, due: Waiting, outcome: Outcome): Promise<void> {
  const now = context.now()
  if ('error' in outcome) due.attempts += 1
  else due.attempts = 0
  const wait = waits[due.attempts - 1]
  await context.db
    .updateTable('delivery')
    .set(
      'seq' in outcome
        ? {
            seq: outcome.seq,
            page_seq: outcome.pageSeq,
            attempts: 0,
            taken_at: now,
            error: null,
            next_at: now,
          }
        : { attempts: due.attempts, error: outcome.error, next_at: wait === undefined ? null : now + wait },
    )
    .where('webhook_id', '=', due.webhook_id)
    .where('story_id', '=', due.story_id)
    .execute()
}
