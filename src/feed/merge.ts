// Entries of one story become those of another: the same ids, texts and times, told to the readers of its feed.
import type { Trx } from '../store/index.ts'
import { changeEntry, nextChange, recordChange } from './entry.ts'
import { nextOrdinal } from './publish.ts'

/**
 * Moves every entry, inside the caller's transaction, in the order of their first publication. What was published is
 * published anew in the feed of `to` and what was withdrawn is withdrawn there too, so that a consumer who follows the
 * redirect hears of both. Pins stay behind: the other page has its own.
 */
export async function moveEntries(trx: Trx, { from, to, at }: { from: string; to: string; at: number }): Promise<void> {
  const entries = await trx
    .selectFrom('entry')
    .selectAll()
    .where('story_id', '=', from)
    .orderBy('published_at')
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  for (const entry of entries) {
    const ordinal = entry.ordinal === null ? null : await nextOrdinal(trx, to)
    const moved = await changeEntry(trx, entry.id, { story_id: to, ordinal, pinned: 0, key_point: 0 })
    if (entry.published_at === null || entry.withdrawn_why === 'moved') continue
    const change = await nextChange(trx, to, at)
    await recordChange(trx, moved, moved.state === 'live' ? 'published' : 'withdrawn', change)
  }
}

/** Webhooks that were told of the story `from` are told of `to`, from the change after number `after` on. */
export async function moveWebhooks(
  trx: Trx,
  { from, to, at, after }: { from: string; to: string; at: number; after: number },
): Promise<void> {
  const hooks = await trx.selectFrom('webhook').select('id').where('story_id', '=', from).execute()
  if (hooks.length === 0) return
  const rows = hooks.map(({ id }) => ({ webhook_id: id, story_id: to, seq: after, next_at: at }))
  await trx.insertInto('delivery').values(rows).execute()
  await trx.updateTable('webhook').set({ story_id: to }).where('story_id', '=', from).execute()
}
