// Receipts: who of the feed's consumers has taken which change, so that a withdrawal can be proven to have arrived.
import type { Context, Db } from '../store/index.ts'

export type Receipt = {
  kind: 'webhook' | 'hub' | 'token'
  consumer: string
  /** It has taken every change up to this number of the story's sequence. */
  seq: number
  /** When it said so (epoch milliseconds); null when it never has. */
  at: number | null
  /** A webhook that could not be told: why, and when it is tried next (null: given up). */
  failing: { error: string; nextAt: number | null } | null
}

/**
 * A consumer that asks for what came after number `since` has taken everything before. A number never falls, and never
 * exceeds what there is to take. One statement, and no wake-up call: asking changes nothing that others read.
 */
export async function noteReceipt(context: Context, tokenId: string, storyId: string, since: number): Promise<void> {
  const at = context.now()
  const story = await context.db
    .selectFrom('story')
    .select('feed_seq')
    .where('id', '=', storyId)
    .executeTakeFirstOrThrow()
  const seq = Math.min(since, story.feed_seq)
  await context.db
    .insertInto('receipt')
    .values({ token_id: tokenId, story_id: storyId, seq, at })
    .onConflict(conflict =>
      conflict.columns(['token_id', 'story_id']).doUpdateSet(row => ({
        at,
        seq: row.case().when('receipt.seq', '>', seq).then(row.ref('receipt.seq')).else(seq).end(),
      })),
    )
    .execute()
}

/** A program that reads changes.json with its token: how far it has come with a story. */
export type Reader = { consumer: string; storyId: string; seq: number; behind: number; at: number }

/** Every token that reads changes, story by story; revoked ones are gone. */
export async function listReaders(db: Db): Promise<Reader[]> {
  const rows = await db
    .selectFrom('receipt')
    .innerJoin('token', 'token.id', 'receipt.token_id')
    .innerJoin('story', 'story.id', 'receipt.story_id')
    .select(['token.name as consumer', 'receipt.story_id as storyId', 'receipt.seq', 'receipt.at', 'story.feed_seq'])
    .where('token.revoked_at', 'is', null)
    .orderBy('token.name')
    .orderBy('story.slug')
    .execute()
  return rows.map(({ feed_seq, ...row }) => ({ ...row, behind: feed_seq - row.seq }))
}

/** The receipts of a story's consumers, by name: tokens that read its changes (not revoked ones), and webhooks. */
export async function readReceipts(db: Db, storyId: string): Promise<Receipt[]> {
  const tokens = await db
    .selectFrom('receipt')
    .innerJoin('token', 'token.id', 'receipt.token_id')
    .select(['token.name as consumer', 'receipt.seq', 'receipt.at'])
    .where('receipt.story_id', '=', storyId)
    .where('token.revoked_at', 'is', null)
    .execute()
  const hooks = await db
    .selectFrom('delivery')
    .innerJoin('webhook', 'webhook.id', 'delivery.webhook_id')
    .select(['webhook.name as consumer', 'webhook.kind', 'delivery.seq', 'delivery.taken_at as at'])
    .select(['delivery.error', 'delivery.next_at'])
    .where('delivery.story_id', '=', storyId)
    .execute()
  const receipts: Receipt[] = [
    ...tokens.map(token => ({ kind: 'token' as const, ...token, failing: null })),
    ...hooks.map(({ kind, consumer, seq, at, error, next_at }) => ({
      kind,
      consumer,
      seq,
      at,
      failing: error === null ? null : { error, nextAt: next_at },
    })),
  ]
  return receipts.sort((one, other) => one.consumer.localeCompare(other.consumer, 'en'))
}
