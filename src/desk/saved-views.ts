// Views of the queue that people named: a name for a query string, one's own or the team's.
import { newId } from '../id.ts'
import { cleanLine } from '../safe.ts'
import type { Context } from '../store/index.ts'
import { type Actor, may } from './policy.ts'

export type SavedView = { id: string; name: string; query: string; team: boolean; mine: boolean }

/** So many of a person, and so many of a team, in one story. */
const most = 20

/** The team's and one's own views of a story, by name. */
export async function listSavedViews({ db }: Pick<Context, 'db'>, actor: Actor, storyId: string): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('saved_view')
    .select(['id', 'name', 'query', 'staff_id', 'made_by'])
    .where('story_id', '=', storyId)
    .where(eb => eb.or([eb('staff_id', 'is', null), eb('staff_id', '=', actor.id)]))
    .orderBy('name')
    .execute()
  return rows.map(({ id, name, query, staff_id, made_by }) => {
    return { id, name, query, team: staff_id === null, mine: made_by === actor.id }
  })
}

export type ViewWish = { storyId: string; name: string; query: string; team: boolean }

/** Names a view; a second one of the same name takes the place of the first. False: no name, or too many already. */
export async function saveView(context: Context, actor: Actor, wish: ViewWish): Promise<boolean> {
  const name = cleanLine(wish.name, 40)
  if (actor.kind !== 'staff' || name === '') return false
  const there = (await listSavedViews(context, actor, wish.storyId)).filter(each => each.team === wish.team)
  const same = there.find(each => each.name === name)
  if (same && !mayRemove(actor, same)) return false
  if (!same && there.length >= most) return false
  if (same) await context.db.deleteFrom('saved_view').where('id', '=', same.id).execute()
  const at = context.now()
  await context.db
    .insertInto('saved_view')
    .values({
      ...{ id: newId(at), story_id: wish.storyId, staff_id: wish.team ? null : actor.id },
      ...{ name, query: wish.query, made_by: actor.id, created_at: at },
    })
    .execute()
  return true
}

/** Whoever made a view may take it away, and an editor any of the team's. */
export const mayRemove = (actor: Actor, view: Pick<SavedView, 'team' | 'mine'>): boolean =>
  view.mine || (view.team && may(actor.role, 'change-stories'))

/** Takes a view away; false when there is none that this person may. */
export async function removeView(context: Context, actor: Actor, storyId: string, id: string): Promise<boolean> {
  const view = (await listSavedViews(context, actor, storyId)).find(each => each.id === id)
  if (!view || !mayRemove(actor, view)) return false
  await context.db.deleteFrom('saved_view').where('id', '=', id).execute()
  return true
}
