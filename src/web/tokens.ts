// Bearer tokens of programs: made, shown once, revoked.
import type { Request, Response } from 'express'
import { type Scope, scopes } from '../desk/policy.ts'
import { addToken as addToDesk, listTokens, revokeToken as revokeAtDesk } from '../desk/tokens.ts'
import type { Role } from '../store/index.ts'
import { titleOf } from './account.ts'
import { type Form, fields, form, wholeNumber } from './form.ts'
import { actor } from './guard.ts'
import { flash, page } from './page.ts'
import type { Web } from './route.ts'
import { roleChoices } from './staff.ts'

async function view(response: Response, web: Web, filled: Form, secret: string | null = null): Promise<void> {
  const tokens = await listTokens(web.context)
  const model = {
    form: filled,
    tokens,
    secret,
    roles: roleChoices,
    scopes: Object.entries(scopes),
    now: web.context.now(),
    tab: 'tokens',
  }
  await page(response, web, 'tokens/page', { title: titleOf('Tokens', filled), section: 'admin' }, model)
}

/** `GET /admin/tokens` */
export const showTokens = (_request: Request, response: Response, web: Web): Promise<void> =>
  view(response, web, form({ role: 'viewer' }))

/** `POST /admin/tokens`: the answer is the only page that ever shows the token. */
export async function addToken(request: Request, response: Response, web: Web): Promise<void> {
  const names = Object.keys(scopes) as Scope[]
  const typed = fields(request.body, ['name', 'role', 'days', ...names])
  const days = typed.days.trim() === '' ? null : wholeNumber(typed.days)
  const wish = { name: typed.name, role: typed.role as Role, scopes: names.filter(name => typed[name] === 'yes'), days }
  const result = await addToDesk(web.context, actor(response).id, wish)
  if (result.ok) return view(response, web, form({ role: 'viewer' }), result.secret)
  response.status(400)
  await view(response, web, form(typed, result.faults))
}

/** `POST /admin/tokens/:id/revoke` */
export async function revokeToken(request: Request, response: Response, web: Web): Promise<void> {
  const ended = await revokeAtDesk(web.context, actor(response).id, String(request.params.id))
  flash(
    request,
    ended ? { words: 'The token is revoked.', tone: 'done' } : { words: 'It was revoked before.', tone: 'warn' },
  )
  response.redirect(303, '/admin/tokens')
}
