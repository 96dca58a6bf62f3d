// The switch of the single keys, in the keys dialog (WCAG 2.1.4), and the end of the first steps.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { setPreferences } from '../desk/staff.ts'
import { wantsJson } from './errors.ts'
import { fields } from './form.ts'
import { actor } from './guard.ts'
import { must, safeNext } from './input.ts'
import type { Web } from './route.ts'

/** `POST /account/keys` */
export async function postKeys(request: Request, response: Response, web: Web): Promise<void> {
  const wish = must(z.strictObject({ keys: z.enum(['on', 'off', 'alt']) }), request.body ?? {})
  await setPreferences(web.context, actor(response).id, wish)
  if (wantsJson(request)) response.json(wish)
  else response.redirect(303, '/account')
}

/** `POST /account/coached`: the strip of first steps has been read, and does not come back. */
export async function postCoached(request: Request, response: Response, web: Web): Promise<void> {
  const { back } = fields(request.body, ['back'])
  await setPreferences(web.context, actor(response).id, { coached: true })
  response.redirect(303, safeNext(back))
}
