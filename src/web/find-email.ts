// The email that an address names, for every page and form below a story.
import type { Request, Response } from 'express'
import { shownTo } from '../desk/addresses.ts'
import type { Story } from '../desk/stories.ts'
import { readSubmission, type Submission } from '../desk/submission.ts'
import { showError } from './errors.ts'
import { actor } from './guard.ts'
import { numberParameter } from './input.ts'
import type { Web } from './route.ts'

/** The email as this person may see it, when it is one of this story; otherwise the answer is given: moved (301), erased (410), unknown (404). */
export async function findEmail(
  request: Request,
  response: Response,
  web: Web,
  story: Story,
): Promise<Submission | null> {
  const number = numberParameter(request)
  const email = shownTo(actor(response).role, await readSubmission(web.context, number))
  if (!email) showError(response, 404, `There is no email #${number}.`)
  else if (email.stage === 'erased') showError(response, 410, `Email #${number} was erased. Nothing of it is left.`)
  else if (email.story !== null && email.story.id !== story.id && request.method === 'GET')
    response.redirect(301, request.originalUrl.replace(`/s/${story.slug}/`, `/s/${email.story.slug}/`))
  else return email
  return null
}
