// What undo goes on with after a reload: my own decisions of this session, one after the other.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { type Earlier, earlierDecision } from '../desk/earlier.ts'
import { actor } from './guard.ts'
import { must } from './input.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

/** Sessions that began before it was written down when (ms). */
const usualShift = 12 * 3_600_000

/** My last decision in a story, made in this session and before event `before`. */
export const earlierOf = (
  request: Request,
  response: Response,
  web: Web,
  { storyId, before }: { storyId: string; before?: number },
): Promise<Earlier | null> => {
  const since = request.session.beganAt ?? web.context.now() - usualShift
  return earlierDecision(web.context, actor(response), { storyId, since, before })
}

const query = z.object({ before: z.coerce.number().int().positive().optional() })

/** `GET /s/:story/decisions?before=…`: `{decision}`, null when there is none left. */
export async function showEarlier(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const { before } = must(query, request.query)
  response.json({ decision: await earlierOf(request, response, web, { storyId: story.id, before }) })
}
