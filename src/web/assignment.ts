// Whose email it is: taken, given to a colleague, given back. Forms are answered by a redirect, our script by JSON.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { assign, type Colleague } from '../desk/assignment.ts'
import { problem, wantsJson } from './errors.ts'
import { actor } from './guard.ts'
import { must, numberParameter, safeNext } from './input.ts'
import { flash } from './page.ts'
import { refusedWords, statusOf } from './refused.ts'
import type { Web } from './route.ts'
import { showAgain } from './submission.ts'

const staffId = z
  .string()
  .max(64)
  .transform(id => id || null)

const body = z.strictObject({
  /** A staff id, or '' for nobody. */
  to: staffId.default(null),
  /** The button “Take it”, whatever stands in the list beside it. */
  take: z.literal('1').optional(),
  /** Whose it was on the page that was pressed. */
  seen: staffId.default(null),
  back: z.string().max(1000).optional(),
  as: z.string().max(64).optional(),
})

/** `POST …/assignment` */
export const postAssignment = (request: Request, response: Response, web: Web): Promise<void> =>
  give(request, response, web, ({ to, take }) => (take ? actor(response).id : to))

/** `POST …/assignment/undo`: nobody’s any more. */
export const undoAssignment = (request: Request, response: Response, web: Web): Promise<void> =>
  give(request, response, web, () => null)

async function give(
  request: Request,
  response: Response,
  web: Web,
  whom: (wish: z.infer<typeof body>) => string | null,
): Promise<void> {
  const wish = must(body, request.body ?? {})
  const me = actor(response)
  if (wish.as !== undefined && wish.as !== me.id)
    return problem(response, 403, 'This was pressed by another person.', { why: 'other-person' })
  const number = numberParameter(request)
  const to = whom(wish)
  const result = await assign(web.context, me, number, { to, seen: wish.seen })
  if (!result.ok) {
    const words = refusedWords(result, web.context.now())
    if (wantsJson(request)) return problem(response, statusOf(result.why), words, { why: result.why, by: result.by })
    return showAgain(request, response, web, {
      ...{ status: statusOf(result.why), words, faults: {}, typed: { back: wish.back } },
    })
  }
  const words = givenWords(number, result.to, me.id)
  if (wantsJson(request)) return void response.json({ words, to: result.to })
  const back = safeNext(wish.back ?? `/s/${request.params.story}/queue`)
  const action = `/s/${request.params.story}/submissions/${number}/assignment/undo`
  const undo = to === null ? undefined : { action, fields: { seen: to, back } }
  flash(request, { words, tone: 'done', undo })
  response.redirect(303, back.includes('/queue') ? `${back}${back.includes('?') ? '&' : '?'}item=${number}` : back)
}

const givenWords = (number: number, to: Colleague | null, me: string): string =>
  to === null ? `#${number} is anybody’s again.` : `#${number} is ${to.id === me ? 'yours' : `assigned to ${to.name}`}.`
