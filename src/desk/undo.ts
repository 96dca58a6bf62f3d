// Taking a decision back is another event; nothing leaves the log.
import { unscheduleEntry, withdrawLive } from '../feed/index.ts'
import { appendEvent, type Context, commit, indexPublished, type Row, type Trx } from '../store/index.ts'
import { undo as decideUndo, proposalOf, type Undoing, type UndoWish } from './decide.ts'
import { type Decided, explain, type Together } from './decisions.ts'
import { putDraft } from './draft.ts'
import { type Item, loadItem } from './item.ts'
import { choiceToText, permissions } from './picture-choice.ts'
import { type Actor, actorId } from './policy.ts'
import { type Refusal, refuse, type Standing } from './refusal.ts'

/**
 * Takes the last decision back, to any depth: the state before it stands again. An approval inside its grace was never
 * published; one that is live refuses with `live` until the wish says `withdraw`.
 */
export const undo = (
  context: Context,
  actor: Actor,
  number: number,
  wish: UndoWish & Together,
): Promise<Decided | Refusal> =>
  commit(context, async trx => {
    const item = await loadItem(trx, number)
    if (!item) return refuse('not-found')
    const undoing = decideUndo(item, actor, wish)
    if (!undoing.ok) return explain(trx, item, undoing)
    const at = context.now()
    const submission = await write(trx, item, { actor, at, undoing })
    const entry = undoing.undone.kind === 'approved' ? await takeBack(trx, item, { actor, at, undoing }) : null
    const decided: Decided = { ok: true, submission, entry }
    await wish.also?.(trx, decided)
    return decided
  })

type Writing = { actor: Actor; at: number; undoing: Undoing }

async function write(trx: Trx, { row }: Item, { actor, at, undoing }: Writing): Promise<Standing> {
  const version = row.version + 1
  const { state, needs, below, undone } = undoing
  await trx
    .updateTable('submission')
    .set({
      state,
      needs,
      version,
      reason: below?.reason ?? null,
      decided_by: below?.by ?? null,
      decided_at: below?.at ?? null,
    })
    .where('number', '=', row.number)
    .execute()
  await appendEvent(trx, {
    at,
    kind: 'undone',
    actor: actorId(actor),
    storyId: row.story_id,
    submission: row.number,
    data: { version, of: undone.seq, decision: undone.kind, to: state },
  })
  return { number: row.number, version, state, needs }
}

/** The entry stops or is withdrawn, and the words that were approved wait as the approver's draft. */
async function takeBack(trx: Trx, { row, entry }: Item, { actor, at, undoing }: Writing): Promise<Decided['entry']> {
  if (!entry) return null
  const before = await trx.selectFrom('entry').selectAll().where('id', '=', entry.id).executeTakeFirstOrThrow()
  if (undoing.entry === 'stop') await unscheduleEntry(trx, row.number)
  if (undoing.entry === 'withdraw') await withdrawLive(trx, before, { actor: actorId(actor), now: at, why: 'undone' })
  await keepWords(trx, row, before, { by: undoing.undone.by, at })
  await indexPublished(trx, row.number, '')
  return { id: entry.id, state: 'withdrawn', publishAt: before.publish_at }
}

async function keepWords(
  trx: Trx,
  row: Item['row'],
  entry: Row<'entry'>,
  { by, at }: { by: string; at: number },
): Promise<void> {
  const words = await trx
    .selectFrom('revision')
    .select(['name', 'place', 'verb', 'text'])
    .where('entry_id', '=', entry.id)
    .where('revision', '=', entry.revision)
    .executeTakeFirstOrThrow()
  const proposal = proposalOf(row)
  const edited = (['name', 'place', 'verb', 'text'] as const).some(field => words[field] !== proposal[field])
  const person = await trx.selectFrom('staff').select('id').where('id', '=', by).executeTakeFirst()
  const picture = await choiceOf(trx, entry)
  if ((edited || picture) && person)
    await putDraft(trx, { ...words, picture, submission_number: row.number, staff_id: by, saved_at: at })
}

/** The picture as it was chosen, for the draft; '' when there was none. How it was allowed stands in the ledger. */
async function choiceOf(trx: Trx, { id, revision, submission_number: number }: Row<'entry'>): Promise<string> {
  const row = await trx
    .selectFrom('revision')
    .innerJoin('picture', 'picture.id', 'revision.picture_id')
    .select(['position', 'aspect', 'focal', 'picture_alt as alt', 'picture_credit as credit'])
    .where('revision.entry_id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (!row) return ''
  const consent = await trx
    .selectFrom('consent')
    .select('evidence')
    .where('submission_number', '=', number)
    .where('what', '=', 'picture')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return choiceToText({ ...row, permission: consent?.evidence === permissions.found ? 'found' : 'asked' })
}
