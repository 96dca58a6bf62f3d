// Several letters under one heading, published as one entry. Each letter is an entry of its own behind it, so that one
// can be corrected, withdrawn or erased alone; readers know it only through the group.
import { newId } from '../id.ts'
import { appendEvent, type Context, commit, type Row, type Trx } from '../store/index.ts'
import { reviseGroup } from './correct.ts'
import { addRevision, changeEntry, type EntryChanged, type EntryRefusal, findEntry, refuse } from './entry.ts'
import { tidyWords } from './words.ts'

export type GroupWish = { storyId: string; heading: string; actor: string; at: number; publishAt: number }

/** The group itself, scheduled, inside the caller's transaction; its letters are scheduled into it one by one. */
export async function scheduleGroup(trx: Trx, wish: GroupWish): Promise<Row<'entry'>> {
  const { storyId, actor, at, publishAt } = wish
  const entry = await trx
    .insertInto('entry')
    .values({
      id: newId(at),
      story_id: storyId,
      kind: 'group',
      state: 'scheduled',
      revision: 1,
      publish_at: publishAt,
      created_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const words = tidyWords({ name: '', place: '', verb: '', text: '', headline: wish.heading })
  await addRevision(trx, words, { entryId: entry.id, kind: 'group', revision: 1, actor, at })
  const data = { revision: 1, publishAt, entryKind: 'group' }
  await appendEvent(trx, { at, kind: 'scheduled', actor, storyId, entryId: entry.id, data })
  return entry
}

/** Every letter of a group, also those that were withdrawn, in their order. */
export const membersOf = (trx: Trx, groupId: string): Promise<Row<'entry'>[]> =>
  trx.selectFrom('entry').selectAll().where('group_id', '=', groupId).orderBy('group_position').orderBy('id').execute()

/** Moves a letter one place up or down within its group; readers see the group's next revision. */
export async function moveMember(
  context: Context,
  actor: string,
  id: string,
  move: 'up' | 'down',
): Promise<EntryChanged | EntryRefusal> {
  return commit(context, async trx => {
    const member = await findEntry(trx, id)
    if (!member?.group_id) return refuse('not-found')
    const group = await findEntry(trx, member.group_id)
    if (!group || group.state === 'withdrawn') return refuse('not-live', member)
    const shown = (await membersOf(trx, group.id)).filter(each => each.state !== 'withdrawn')
    const from = shown.findIndex(each => each.id === id)
    if (from < 0) return refuse('not-live', member)
    const to = move === 'up' ? from - 1 : from + 1
    if (to < 0 || to >= shown.length) return { ok: true, entry: member }
    const order = [...shown]
    order.splice(to, 0, ...order.splice(from, 1))
    const places = shown.map(each => each.group_position)
    for (const [at, each] of order.entries()) await changeEntry(trx, each.id, { group_position: places[at]! })
    if (group.state === 'live') await reviseGroup(trx, group, { actor, now: context.now(), minor: true })
    return { ok: true, entry: (await findEntry(trx, id))! }
  })
}
