// A story that is closing is closed when its quarter of an hour is over; its mail is kept.
import { appendEvent, type Context, commit } from '../store/index.ts'

/** Looks this often (ms). */
const patience = 5_000

/** Looks until told to stop. */
export function startClosing(context: Context): { stop: () => Promise<void> } {
  let running = Promise.resolve()
  const timer = setInterval(() => {
    running = running
      .then(() => closeDue(context))
      .catch(error => context.log.error({ error }, 'closing a story failed; trying again'))
  }, patience)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

/** Closes the stories whose time is over. Two processes at once close each of them once. */
export async function closeDue(context: Context): Promise<void> {
  const due = (db: Context['db']) =>
    db.selectFrom('story').select('id').where('status', '=', 'closing').where('closes_at', '<=', context.now())
  if (!(await due(context.db).limit(1).executeTakeFirst())) return
  await commit(context, async trx => {
    const at = context.now()
    for (const { id } of await due(trx).execute()) {
      await trx
        .updateTable('story')
        .set({ status: 'closed', closed_at: at, updated_at: at })
        .set(story => ({ page_seq: story('page_seq', '+', 1) }))
        .where('id', '=', id)
        .execute()
      await appendEvent(trx, { at, kind: 'story-changed', actor: 'system', storyId: id, data: { status: 'closed' } })
    }
  })
}
