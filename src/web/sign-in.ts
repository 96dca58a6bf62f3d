// Signing in and out. Who has a second factor, or must have one, is only half signed in by the password.
import type { NextFunction, Request, Response } from 'express'
import type { Authenticator } from 'passport'
import { listPasskeys } from '../desk/passkeys.ts'
import { TooBusy } from '../desk/password.ts'
import { hasSecondFactor, needsSecondFactor } from '../desk/second-factor.ts'
import { hasStaff, type Staff } from '../desk/staff.ts'
import { appendEvent, commit } from '../store/index.ts'
import { problem, wantsJson } from './errors.ts'
import { type Form, fields, form } from './form.ts'
import { actor } from './guard.ts'
import { safeNext } from './input.ts'
import { page } from './page.ts'
import type { Web } from './route.ts'
import { beginAttempt } from './throttle.ts'

const view = (response: Response, web: Web, filled: Form) =>
  page(response, web, 'sign-in/page', { title: 'Sign in', section: '' }, { form: filled })

export async function showSignIn(request: Request, response: Response, web: Web): Promise<void> {
  const next = safeNext(request.query.next)
  if (request.user) return response.redirect(303, next)
  if (!(await hasStaff(web.context))) return response.redirect(303, '/setup')
  await view(response, web, form({ next }))
}

export async function signIn(request: Request, response: Response, web: Web): Promise<void> {
  const typed = fields(request.body, ['email', 'password', 'next'])
  const again = { email: typed.email.slice(0, 320), next: safeNext(typed.next) }
  const refuse = (status: number, fault: string) => {
    web.context.log.warn({ status, why: fault }, 'a sign-in was refused')
    if (wantsJson(request)) return problem(response, status, fault)
    response.status(status)
    return view(response, web, form(again, { email: fault }))
  }
  const attempt = await beginAttempt(web, typed.email, request.ip)
  if (!attempt.ok) {
    response.set('Retry-After', String(attempt.wait))
    return refuse(429, `Too many tries. Wait ${inWords(attempt.wait)}, then try again.`)
  }
  try {
    const staff = await authenticate(request, response)
    if (!staff) return refuse(401, 'That email address and password do not go together. Check both and try again.')
    await attempt.succeeded()
    await enter(request, response, web, { staff, next: again.next })
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error
    response.set('Retry-After', '5')
    return refuse(503, 'Many people are signing in just now. Try again in a few seconds.')
  }
}

export const inWords = (seconds: number): string =>
  seconds < 90 ? `${seconds} second${seconds === 1 ? '' : 's'}` : `${Math.ceil(seconds / 60)} minutes`

/** The person whom passport's local strategy lets in. */
function authenticate(request: Request, response: Response): Promise<Staff | false> {
  const auth = response.locals.passport as Authenticator
  return new Promise((resolve, reject) => {
    const decided = (error: unknown, staff: Staff | false) => (error ? reject(error) : resolve(staff))
    const handler = auth.authenticate('local', decided) as (q: Request, s: Response, n: NextFunction) => void
    handler(request, response, () => resolve(false))
  })
}

/** Lets a person in whose password was right: at once, or by way of the second factor. */
export async function enter(
  request: Request,
  response: Response,
  web: Web,
  { staff, next }: { staff: Staff; next: string },
): Promise<void> {
  const owed = await stillOwed(request, web, staff, next)
  if (!owed) await completeSignIn(request, web, staff)
  // The dialog of a page that stays open asks for the code, or a passkey, in its own place.
  if (wantsJson(request)) {
    const passkey = owed === 'code' && (await listPasskeys(web.context, staff.id)).length > 0
    return void response.json({ asks: owed, ...(passkey && { passkey }) })
  }
  response.redirect(303, owed ? '/sign-in/code' : next)
}

/** What the person still owes: their code, or setting codes up; null: nothing. */
async function stillOwed(request: Request, web: Web, staff: Staff, next: string): Promise<'code' | 'enrolment' | null> {
  const has = await hasSecondFactor(web.context, staff.id)
  if (!has && !needsSecondFactor(web.config.secondFactor, staff)) return null
  await new Promise<void>((resolve, reject) => request.session.regenerate(error => (error ? reject(error) : resolve())))
  request.session.half = { staff: staff.id, at: web.context.now(), next }
  return has ? 'code' : 'enrolment'
}

/** Opens the session under a new id, and writes that down. */
export async function completeSignIn(request: Request, web: Web, staff: Staff): Promise<void> {
  await renewSession(request, web, staff)
  await record(web, 'signed-in', staff.id)
  web.context.log.info({ staff: staff.id }, 'somebody signed in')
}

/** Goes on under a new session id: who the person is was proved just now. */
export async function renewSession(request: Request, web: Web, staff: Staff): Promise<void> {
  const beganAt = (request.user && request.session.beganAt) || web.context.now()
  const typedPassword = request.user ? request.session.typedPassword : undefined
  await new Promise<void>((resolve, reject) => request.logIn(staff, error => (error ? reject(error) : resolve())))
  request.session.confirmedAt = web.context.now()
  request.session.beganAt = beganAt
  if (typedPassword) request.session.typedPassword = typedPassword
}

const record = (web: Web, kind: 'signed-in' | 'signed-out', staffId: string) =>
  commit(web.context, trx => appendEvent(trx, { at: web.context.now(), kind, actor: staffId }))

export async function signOut(request: Request, response: Response, web: Web): Promise<void> {
  const { id } = actor(response)
  await new Promise<void>((resolve, reject) => request.logout(error => (error ? reject(error) : resolve())))
  await record(web, 'signed-out', id)
  response.set('Clear-Site-Data', '"cache", "storage"')
  response.redirect(303, '/sign-in')
}
