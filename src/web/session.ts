// Sessions in the database and passport on top of them.
import type { RequestHandler } from 'express'
import session from 'express-session'
import passport from 'passport'
import { Strategy as LocalStrategy } from 'passport-local'
import { findStaff, verifyPassword } from '../desk/staff.ts'
import { newSecret } from '../id.ts'
import type { Web } from './route.ts'
import { absoluteLife, sessionStore } from './session-store.ts'

declare module 'express-session' {
  interface SessionData {
    passport?: { user?: string }
    flash?: Flash
    /** Who gave the right password and still owes the second factor. */
    half?: { staff: string; at: number; next: string }
    /** The sealed secret of a second factor that is being set up. */
    enrolling?: string
    /** What a passkey has to answer: once, within five minutes. */
    challenge?: { value: string; at: number }
    /** When the person last proved to be who they are; opens what asks to confirm it. */
    confirmedAt?: number
    /** When the person signed in; to confirm who one is begins nothing anew. */
    beganAt?: number
    /** The sealed password of a mailbox that is being set up. */
    typedPassword?: string
    /** What was searched for and must not stand in an address: an email address, a phone number. */
    searches?: { id: string; sealed: string }[]
    /** Set-up goes on with sample emails instead of a mailbox. */
    samples?: boolean
    /** The last email's number when the wait for a test email began, and when that was. */
    waiting?: { since: number; at: number }
  }
}

/** One sentence for the next page, and the way back from what was done. */
export type Flash = {
  words: string
  tone: 'done' | 'warn'
  undo?: { action: string; fields: Record<string, string>; label?: string }
}

/** The middlewares that give a request its session and its actor (`response.locals.actor`). */
export function sessions(web: Web): RequestHandler[] {
  const auth = new passport.Passport()
  auth.serializeUser((user, done) => done(null, (user as { id: string }).id))
  auth.deserializeUser((id: string, done) => {
    findStaff(web.context, id).then(
      staff => done(null, staff && staff.disabledAt === null ? staff : false),
      error => done(error),
    )
  })
  auth.use(
    new LocalStrategy({ usernameField: 'email' }, (email, password, done) => {
      verifyPassword(web.context, email, password).then(
        staff => done(null, staff ?? false),
        error => done(error),
      )
    }),
  )
  const secure = web.config.baseUrl.startsWith('https:')
  return [
    (request, _response, next) => {
      // Whether the cookie is Secure follows the configured address; the proxy's word about this request is not asked.
      Object.defineProperty(request, 'secure', { value: secure, configurable: true })
      next()
    },
    session({
      name: cookieName(web),
      secret: web.keys.session,
      resave: false,
      saveUninitialized: false,
      rolling: false,
      genid: newSecret,
      cookie: {
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        secure,
        maxAge: absoluteLife,
      },
      store: sessionStore(web.context),
    }),
    auth.initialize(),
    auth.session(),
    (request, response, next) => {
      response.locals.passport = auth
      if (request.user) response.locals.actor = { kind: 'staff', ...request.user }
      next()
    },
  ]
}

/** `__Host-` only where the browser will take it: over https. Follows the configured address, never the request. */
export const cookieName = (web: Web) => (web.config.baseUrl.startsWith('https:') ? '__Host-postbag' : 'postbag')
