// The queue's search box. It posts: words go on into the address, an email address or a phone number never does
// (ASVS 14.2.1). Those are kept in the session under an id that says nothing.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { recordAccess } from '../desk/access.ts'
import { may } from '../desk/policy.ts'
import { newId } from '../id.ts'
import { refuse } from './errors.ts'
import { actor } from './guard.ts'
import { must } from './input.ts'
import { isPersonal, readAsked, search } from './queue-query.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

/** So many searches are kept for a person; the oldest goes. */
const most = 5

const other = z.string().optional()
const searchForm = z.strictObject({
  q: z.string().max(200).default(''),
  ...{ view: other, sort: other, search: other, flag: other, photo: other, mine: other, from: other, campaign: other },
  ...{ 'point-of-view': other, item: other, after: other },
})

/** Words of a search that this person's session keeps, by its id; null once it is gone. */
export const keptSearch =
  (request: Request, web: Web) =>
  (id: string): string | null => {
    const sealed = request.session.searches?.find(each => each.id === id)?.sealed
    return sealed === undefined ? null : web.keys.unseal(sealed)
  }

/** `POST /s/:story/search`: `q` and the queue's own parameters as fields. 303 to the queue; 403 to who may not. */
export async function searchQueue(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const { q, ...rest } = must(searchForm, request.body ?? {})
  const words = q.trim()
  const personal = isPersonal(words)
  const asked = readAsked({ ...rest, q: personal ? '' : words, search: '' }, () => null)
  const queue = `/s/${story.slug}/queue`
  if (!personal) return response.redirect(303, queue + search(asked))
  if (!may(actor(response).role, 'see-addresses')) return refuse(request, response, 403, 'see-addresses')
  await recordAccess(web.context, actor(response), 'searched the queue by address or number', null)
  const id = newId(web.context.now())
  request.session.searches = [...(request.session.searches ?? []), { id, sealed: web.keys.seal(words) }].slice(-most)
  response.redirect(303, queue + search({ ...asked, search: id }))
}
