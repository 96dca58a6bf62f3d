// The front step of the desk: to the queue people most likely want.
import type { Request, Response } from 'express'
import { hasStaff } from '../desk/staff.ts'
import { listStories } from '../desk/stories.ts'
import { actorOf } from './guard.ts'
import type { Web } from './route.ts'

/** The default story's queue, else the newest open one's; before any story its form; before any person the set-up. */
export async function showHome(_request: Request, response: Response, web: Web): Promise<void> {
  response.redirect(303, await homeOf(response, web))
}

async function homeOf(response: Response, web: Web): Promise<string> {
  if (!actorOf(response)) return (await hasStaff(web.context)) ? '/sign-in' : '/setup'
  const stories = await listStories(web.context)
  const story = stories.find(each => each.isDefault && each.status !== 'closed') ?? stories[0]
  return story ? `/s/${story.slug}/queue` : '/stories/new'
}
