// After a change of UIDVALIDITY every message has a new number. Those we know are found again by size, date and
// Message-ID, without fetching them; whatever is not found that way is fetched, and its fingerprint decides.
import { checkFence, commit, type NewRow, type Row } from '../store/index.ts'
import type { Run } from './fetch.ts'
import type { Outline } from './mail-session.ts'
import { breathe } from './waiting.ts'

type Old = Pick<Row<'ledger'>, 'outcome' | 'why' | 'raw_id' | 'submission_number'>

/** Gives UIDs that the ledger knows under an earlier UIDVALIDITY their place; answers the others. */
export async function rematch(run: Run, todo: number[]): Promise<number[]> {
  // Only a ledger with nothing under this UIDVALIDITY can be one whose numbers changed.
  if (run.known.uids.size > 0) return todo
  const earlier = await earlierPlaces(run)
  if (earlier.size === 0) return todo
  const matched = new Set<number>()
  for (let start = 0; start < todo.length; start += 200) {
    run.signal.throwIfAborted()
    const outlines = await run.session.outline(todo.slice(start, start + 200), true)
    const found = outlines.flatMap(outline => {
      const key = keyOf(outline.size, outline.internalDate, outline.messageId)
      const old = earlier.get(key)
      // Two messages alike in all three, on either side, cannot be told apart without their bytes.
      if (!old || old === 'several') return []
      earlier.delete(key)
      return [{ outline, old }]
    })
    if (found.length > 0) await writePlaces(run, found)
    for (const { outline } of found) {
      matched.add(outline.uid)
      run.known.uids.add(outline.uid)
    }
    await breathe()
  }
  return todo.filter(uid => !matched.has(uid))
}

const keyOf = (size: number, internalDate: number, messageId: string) =>
  `${size} ${internalDate} ${messageId.replace(/[<>\s]/g, '')}`

async function earlierPlaces(run: Run): Promise<Map<string, Old | 'several'>> {
  const { context, known, mailboxId } = run
  const places = new Map<string, Old | 'several'>()
  const last = await context.db
    .selectFrom('ledger')
    .select('uidvalidity')
    .where('mailbox_id', '=', mailboxId)
    .where('uidvalidity', '!=', known.uidvalidity)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return places
  const rows = await context.db
    .selectFrom('ledger')
    .innerJoin('submission', 'submission.number', 'ledger.submission_number')
    .select(['ledger.size', 'ledger.internal_date', 'submission.message_id', 'ledger.raw_id'])
    .select(['ledger.outcome', 'ledger.why', 'ledger.submission_number'])
    .where('ledger.mailbox_id', '=', mailboxId)
    .where('ledger.uidvalidity', '=', last.uidvalidity)
    .where('submission.message_id', 'is not', null)
    .execute()
  for (const { size, internal_date, message_id, ...old } of rows) {
    const key = keyOf(size, internal_date, message_id!)
    places.set(key, places.has(key) ? 'several' : old)
  }
  return places
}

async function writePlaces(run: Run, found: { outline: Outline; old: Old }[]): Promise<void> {
  const { context, known, lease, mailboxId } = run
  const at = context.now()
  const rows: NewRow<'ledger'>[] = found.map(({ outline, old }) => ({
    mailbox_id: mailboxId,
    uidvalidity: known.uidvalidity,
    uid: outline.uid,
    size: outline.size,
    internal_date: outline.internalDate,
    ...old,
    at,
  }))
  await commit(context, async trx => {
    await checkFence(trx, lease)
    await trx
      .insertInto('ledger')
      .values(rows)
      .onConflict(conflict => conflict.doNothing())
      .execute()
  })
}
