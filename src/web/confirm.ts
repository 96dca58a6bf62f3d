// “Confirm it’s you”: accounts, tokens and secrets ask for the password again after a quarter of an hour (ASVS 7.5.1).
import type { Request, Response } from 'express'
import { type Staff, verifyPassword } from '../desk/staff.ts'
import { titleOf } from './account.ts'
import { fields, form } from './form.ts'
import { safeNext } from './input.ts'
import { page } from './page.ts'
import type { Handler, Web } from './route.ts'
import { inWords, renewSession } from './sign-in.ts'
import { beginAttempt } from './throttle.ts'

const valid = 15 * 60_000
const field = 'confirm-password'

type Asked = { action: string; hidden: [name: string, value: string][]; fault?: string }

const ask = (response: Response, web: Web, { action, hidden, fault }: Asked) => {
  const filled = form({}, fault ? { [field]: fault } : {})
  const facts = { title: titleOf('Confirm it’s you', filled), section: 'admin' as const }
  return page(response, web, 'confirm/page', facts, { form: filled, action, hidden })
}

/** Why the password typed does not confirm; null when it does, and then the session has a new id. */
async function faultOf(request: Request, response: Response, web: Web, password: string): Promise<string | null> {
  const staff = request.user as Staff
  const attempt = await beginAttempt(web, `password ${staff.id}`, request.ip)
  if (!attempt.ok) {
    response.status(429).set('Retry-After', String(attempt.wait))
    return `Too many tries. Wait ${inWords(attempt.wait)}, then try again.`
  }
  if (!(await verifyPassword(web.context, staff.email, password))) {
    response.status(400)
    return 'This is not your password.'
  }
  await attempt.succeeded()
  await renewSession(request, web, staff)
  return null
}

/**
 * Wraps a handler. Without a proof of the last 15 minutes a GET is asked for again after the password, and a posted form
 * is sent again with everything that was typed but its passwords, which no page carries.
 */
export const confirmed =
  (handler: Handler): Handler =>
  async (request, response, web) => {
    const isPost = request.method === 'POST'
    const { [field]: typed, ...body } = (isPost ? (request.body ?? {}) : {}) as Record<string, unknown>
    if (isPost) request.body = body
    if ((request.session.confirmedAt ?? 0) > web.context.now() - valid) return handler(request, response, web)
    const action = isPost ? request.originalUrl : '/confirm'
    const kept = Object.entries(body).filter(([name, value]) => typeof value === 'string' && name !== 'password')
    const hidden = isPost ? (kept as [string, string][]) : ([['next', request.originalUrl]] as [string, string][])
    if (typeof typed !== 'string') return ask(response, web, { action, hidden })
    const fault = await faultOf(request, response, web, typed)
    return fault === null ? handler(request, response, web) : ask(response, web, { action, hidden, fault })
  }

/** `POST /confirm`: the password, and back to where it was asked for. */
export async function confirm(request: Request, response: Response, web: Web): Promise<void> {
  const { next, [field]: typed } = fields(request.body, ['next', field])
  const back = safeNext(next)
  const fault = await faultOf(request, response, web, typed)
  if (fault !== null) return ask(response, web, { action: '/confirm', hidden: [['next', back]], fault })
  response.redirect(303, back)
}
