// What becomes of a story by the clock: a scheduled one opens when its time comes; one that is closing is closed when its
// quarter of an hour is over, and its mail is kept.
import { appendEvent, type Context, commit } from '../store/index.ts'

/** Looks this often (ms). */
const patience = 5_000

/** Looks until told to stop. */
export function startClosing(context: Context): { stop: () => Promise<void> } {
  let running = Promise.resolve()
  const timer = setInterval(() => {
    running = running
      .then(() => openDue(context))
      .then(() => closeDue(context))
      .catch(error => context.log.error({ error }, 'opening or closing a story failed; trying again'))
  }, patience)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

type Turn = { from: 'scheduled' | 'closing'; to: 'open' | 'closed'; time: 'opens_at' | 'closes_at' }

/** Opens the scheduled stories whose time has come. Two processes at once open each of them once. */
export const openDue = (context: Context) => turn(context, { from: 'scheduled', to: 'open', time: 'opens_at' })

/** Closes the stories whose time is over, each once. */
export const closeDue = (context: Context) => turn(context, { from: 'closing', to: 'closed', time: 'closes_at' })

async function turn(context: Context, { from, to, time }: Turn): Promise<void> {
  const due = (db: Context['db']) =>
    db.selectFrom('story').select('id').where('status', '=', from).where(time, '<=', context.now())
  if (!(await due(context.db).limit(1).executeTakeFirst())) return
  await commit(context, async trx => {
    const at = context.now()
    for (const { id } of await due(trx).execute()) {
      await trx
        .updateTable('story')
        .set({ status: to, opens_at: null, closed_at: to === 'closed' ? at : null, updated_at: at })
        .set(story => ({ page_seq: story('page_seq', '+', 1) }))
        .where('id', '=', id)
        .execute()
      await appendEvent(trx, { at, kind: 'story-changed', actor: 'system', storyId: id, data: { status: to } })
    }
  })
}
