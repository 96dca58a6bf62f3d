// What a banned sender writes is rejected as it arrives, and stays readable. Two things never are: a word that somebody
// may be in danger, and a wish about something of theirs on a live page. Those wait like any other, with the tag.
import type { NewEvent, Trx } from '../store/index.ts'

/** Rejects those of these emails (just read, routed and marked urgent) whose sender is banned; answers what to tell. */
export async function rejectBanned(trx: Trx, numbers: number[], at: number): Promise<NewEvent[]> {
  if (numbers.length === 0) return []
  const rows = await trx
    .selectFrom('submission')
    .innerJoin('ban', 'ban.contributor_id', 'submission.contributor_id')
    .select(['submission.number', 'submission.story_id', 'submission.version', 'submission.urgent', 'ban.id as ban'])
    .where('submission.number', 'in', numbers)
    .where('ban.lifted_at', 'is', null)
    .where(eb => eb.or([eb('ban.until', 'is', null), eb('ban.until', '>', at)]))
    .where(eb => eb.or([eb('ban.story_id', 'is', null), eb('ban.story_id', '=', eb.ref('submission.story_id'))]))
    .orderBy('submission.number')
    .execute()
  // Banned from this story and from all: one rejection is enough.
  const banned = [...new Map(rows.map(row => [row.number, row])).values()]
  for (const { number, version, urgent } of banned)
    await trx
      .updateTable('submission')
      .set(
        urgent === null
          ? { banned: 1, state: 'rejected', version: version + 1, decided_by: 'system', decided_at: at }
          : { banned: 1 },
      )
      .where('number', '=', number)
      .execute()
  return banned
    .filter(row => row.urgent === null)
    .map(({ number, story_id: storyId, version, ban }) => {
      const data = { version: version + 1, from: 'waiting', fromNeeds: null, needs: null, ban }
      return { at, kind: 'rejected' as const, actor: 'system', storyId, submission: number, data }
    })
}
