// Views that people named, as links beside the others: mine or the team's.
import type { Request, Response } from 'express'
import { countUpTo } from '../desk/queue.ts'
import { listSavedViews, mayRemove, removeView, saveView } from '../desk/saved-views.ts'
import type { Story } from '../desk/stories.ts'
import { fields } from './form.ts'
import { actor } from './guard.ts'
import { must, nothingMore } from './input.ts'
import { flash } from './page.ts'
import { type Asked, questionOf, readAsked, search } from './queue-query.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

/** Counted one by one up to here: a filter has no tally, and more than this is “99+” to anybody. */
const countedTo = 99

const queryOf = (text: string): Asked => readAsked(Object.fromEntries(new URLSearchParams(text)), () => null)

/** The address of the list without what only says where in it somebody is. */
export const viewQuery = (asked: Asked): string => search(asked, { item: undefined, after: undefined })

/** The views of a story as links with their counts; the one that is shown is `current`. */
export async function savedViewLinks(response: Response, web: Web, story: Story, asked: Asked) {
  const me = actor(response)
  const saved = await listSavedViews(web.context, me, story.id)
  return Promise.all(
    saved.map(async view => {
      const count = await countUpTo(web.context, questionOf(queryOf(view.query), story.id, me.id), countedTo + 1)
      return {
        ...view,
        href: `/s/${story.slug}/queue${view.query}`,
        count: count > countedTo ? `${countedTo}+` : String(count),
        current: view.query === viewQuery(asked),
        removable: mayRemove(me, view),
      }
    }),
  )
}

/** `POST /s/:story/views`: names the view whose query string is given. 400 for one that no link may hold. */
export async function postView(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const typed = fields(request.body, ['name', 'query', 'team'])
  const query = viewQuery(queryOf(typed.query))
  const kept = await saveView(web.context, actor(response), {
    ...{ storyId: story.id, name: typed.name, query, team: typed.team === 'yes' },
  })
  flash(
    request,
    kept
      ? { words: 'The view is saved.', tone: 'done' }
      : { words: 'Not saved: give the view a name of its own. A person, and a team, has at most 20.', tone: 'warn' },
  )
  response.redirect(303, `/s/${story.slug}/queue${query}`)
}

/** `POST /s/:story/views/:id/removal` */
export async function postViewRemoval(request: Request, response: Response, web: Web): Promise<void> {
  must(nothingMore, request.body ?? {})
  const story = await storyOf(request, response, web)
  if (!story) return
  const gone = await removeView(web.context, actor(response), story.id, String(request.params.id))
  flash(
    request,
    gone
      ? { words: 'The view is gone.', tone: 'done' }
      : { words: 'Only whoever made it, or an editor, takes it away.', tone: 'warn' },
  )
  response.redirect(303, `/s/${story.slug}/queue`)
}
