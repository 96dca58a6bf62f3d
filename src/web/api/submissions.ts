// Reading the queue as a program.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { shownTo } from '../../desk/addresses.ts'
import { history } from '../../desk/history.ts'
import { listQueue } from '../../desk/queue.ts'
import { findStory, type Story } from '../../desk/stories.ts'
import { readSubmission } from '../../desk/submission.ts'
import { readSubmissions } from '../../desk/submission-list.ts'
import { problem } from '../errors.ts'
import { actor } from '../guard.ts'
import { must, numberParameter } from '../input.ts'
import type { Web } from '../route.ts'
import { listed, whole } from './shape.ts'

const listQuery = z.strictObject({
  state: z.enum(['waiting', 'held', 'approved', 'rejected', 'spam']).default('waiting'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.coerce.number().int().positive().optional(),
  sort: z.enum(['oldest', 'newest', 'photos', 'flagged']).default('oldest'),
  q: z.string().max(200).optional(),
  flag: z.string().max(60).optional(),
})

/** `GET /stories/:story/submissions`: a window of one state, oldest first; `next` is the `after` of the next window. */
export async function listSubmissions(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyFor(request, response, web)
  if (!story) return
  const { state, ...query } = must(listQuery, request.query)
  const { rows, next } = await listQueue(web.context, { ...query, storyId: story.id, view: state })
  const emails = await readSubmissions(
    web.context,
    rows.map(row => row.number),
  )
  const items = shownTo(actor(response).role, emails).map(listed)
  response.json({ items, next })
}

/** `GET /submissions/:number`: 410 once it is erased. */
export async function getSubmission(request: Request, response: Response, web: Web): Promise<void> {
  const number = numberParameter(request)
  const email = shownTo(actor(response).role, await readSubmission(web.context, number))
  if (!email) return problem(response, 404, `There is no email #${number}.`)
  if (email.stage === 'erased') return problem(response, 410, `Email #${number} was erased.`)
  response.json(whole(email, await history(web.context, number)))
}

/** The story a path names; an old slug redirects, an unknown one is answered 404. Null: answered. */
export async function storyFor(request: Request, response: Response, web: Web): Promise<Story | null> {
  const slug = String(request.params.story)
  const found = await findStory(web.context, slug)
  if (found?.story) return found.story
  if (found) response.redirect(301, request.originalUrl.replace(`/stories/${slug}/`, `/stories/${found.moved}/`))
  else problem(response, 404, `There is no story ${slug}.`)
  return null
}
