// The story that a URL names.
import type { Request, Response } from 'express'
import { findStory, type Story } from '../desk/stories.ts'
import { showError } from './errors.ts'
import type { Web } from './route.ts'

/** The story of `/s/:story/…`; an old slug is sent on for ever (301), an unknown one gets a page. Null: answered. */
export async function storyOf(request: Request, response: Response, web: Web): Promise<Story | null> {
  const slug = String(request.params.story)
  const found = await findStory(web.context, slug)
  if (found?.story) return found.story
  if (!found) {
    showError(response, 404, 'There is no story at this address. Choose one from the list at the top of the desk.')
    return null
  }
  // A form sent from a page under the old address still means what it says.
  if (request.method !== 'GET') return (await findStory(web.context, found.moved))?.story ?? null
  response.redirect(301, request.originalUrl.replace(`/s/${slug}`, `/s/${found.moved}`))
  return null
}
