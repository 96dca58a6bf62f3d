// The switch of the single keys, in the keys dialog (WCAG 2.1.4).
import type { Request, Response } from 'express'
import { z } from 'zod'
import { setPreferences } from '../desk/staff.ts'
import { wantsJson } from './errors.ts'
import { actor } from './guard.ts'
import { must } from './input.ts'
import type { Web } from './route.ts'

/** `POST /account/keys` */
export async function postKeys(request: Request, response: Response, web: Web): Promise<void> {
  const wish = must(z.strictObject({ keys: z.enum(['on', 'off', 'alt']) }), request.body ?? {})
  await setPreferences(web.context, actor(response).id, wish)
  if (wantsJson(request)) response.json(wish)
  else response.redirect(303, '/account')
}
