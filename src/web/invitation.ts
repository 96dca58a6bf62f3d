// The page behind a link for a new password.
import type { Request, Response } from 'express'
import { accept, findInvited } from '../desk/invitations.ts'
import { titleOf } from './account.ts'
import { showError } from './errors.ts'
import { type Form, fields, form } from './form.ts'
import { page } from './page.ts'
import type { Web } from './route.ts'
import { enter } from './sign-in.ts'

const gone = (response: Response) =>
  showError(
    response,
    410,
    'This link has been used, or is too old. Ask an administrator of your newsroom for a new one.',
  )

/** `GET /invitation/:secret` */
export const showInvitation = (request: Request, response: Response, web: Web): Promise<void> =>
  view(request, response, web, form())

async function view(request: Request, response: Response, web: Web, filled: Form): Promise<void> {
  const staff = await findInvited(web.context, String(request.params.secret))
  if (!staff) return gone(response)
  const model = { form: filled, staff }
  await page(response, web, 'invitation/page', { title: titleOf('Choose a password', filled), section: '' }, model)
}

/** `POST /invitation/:secret`: sets the password and signs in; a second factor is asked for as always. */
export async function useInvitation(request: Request, response: Response, web: Web): Promise<void> {
  const { password } = fields(request.body, ['password'])
  const result = await accept(web.context, String(request.params.secret), password)
  if (!result) return gone(response)
  if (!result.ok) {
    response.status(400)
    return view(request, response, web, form({}, result.faults))
  }
  await enter(request, response, web, { staff: result.staff, next: '/' })
}
