// The strip of points of view beside the queue: for staff, and only where the story's settings show it.
import type { Request, Response } from 'express'
import { balanceOf } from '../desk/balance.ts'
import { readStoryDesk } from '../desk/story-desk.ts'
import { fragment } from './page.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

/** `GET /s/:story/balance`: the strip as it is now. */
export async function showBalance(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const balance = await shownBalance(web, story.id)
  if (balance) fragment(response, web, 'queue/balance', { balance })
  else response.status(204).end()
}

/** Null where the story's settings say that it is not shown. */
export const shownBalance = async (web: Web, storyId: string) =>
  (await readStoryDesk(web.context.db, storyId)).showBalance ? balanceOf(web.context, storyId) : null
