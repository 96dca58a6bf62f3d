// A page says which email it shows.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { actor } from './guard.ts'
import { must } from './input.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

const body = z.strictObject({
  page: z.string().min(8).max(64),
  number: z.coerce.number().int().positive().nullable(),
  mode: z.enum(['view', 'edit']).default('view'),
})

/** `POST /s/:story/presence` */
export async function postPresence(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const { page, number, mode } = must(body, request.body ?? {})
  const { id, name } = actor(response)
  // Under the person's own id, so that nobody can end another's presence.
  web.presence.tell(`${id} ${page}`, number === null ? null : { storyId: story.id, number, person: id, name, mode })
  response.status(204).end()
}
