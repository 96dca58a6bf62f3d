// Signing in and out.
import type { NextFunction, Request, Response } from 'express'
import type { Authenticator } from 'passport'
import { safeNext } from './input.ts'
import { page } from './page.ts'
import type { Web } from './route.ts'

const view = (response: Response, web: Web, model: { email: string; next: string; fault: string }) =>
  page(response, web, 'sign-in/page', { title: 'Sign in', section: '' }, model)

export async function showSignIn(request: Request, response: Response, web: Web): Promise<void> {
  const next = safeNext(request.query.next)
  if (request.user) return response.redirect(303, next)
  await view(response, web, { email: '', next, fault: '' })
}

export function signIn(request: Request, response: Response, web: Web): Promise<void> {
  const auth = response.locals.passport as Authenticator
  const next = safeNext(request.body.next)
  const email = typeof request.body.email === 'string' ? request.body.email.slice(0, 320) : ''
  return new Promise((resolve, reject) => {
    const decided = (error: unknown, staff: Express.User | false) => {
      if (error) return reject(error)
      if (!staff) {
        response.status(401)
        const fault = 'That email address and password do not go together. Check both and try again.'
        return resolve(view(response, web, { email, next, fault }))
      }
      request.logIn(staff, failure => (failure ? reject(failure) : resolve(response.redirect(303, next))))
    }
    const handler = auth.authenticate('local', decided) as (q: Request, s: Response, n: NextFunction) => void
    handler(request, response, reject)
  })
}

export function signOut(request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    request.logout(error => {
      if (error) return reject(error)
      response.set('Clear-Site-Data', '"cache", "storage"')
      resolve(response.redirect(303, '/sign-in'))
    })
  })
}
