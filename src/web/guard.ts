// Who may pass: default deny, one check for every route, and the origin check for requests that change something.
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { Config } from '../config.ts'
import { type Actor, may, mayAct } from '../desk/policy.ts'
import { findToken } from '../desk/tokens.ts'
import { refuse } from './errors.ts'
import type { Access, Web } from './route.ts'

/** The person or program behind a request that `guard` let pass; undefined where anyone may. */
export const actorOf = (response: Response): Actor | undefined => response.locals.actor as Actor | undefined

/** The same, where the route's access says that there is one. */
export function actor(response: Response): Actor {
  const found = actorOf(response)
  if (!found) throw new Error('a route asked who acts, but lets anyone in')
  return found
}

/** Lets the request pass when its actor may; otherwise sign-in (pages), 401 or 403. */
export const guard =
  (access: Access): RequestHandler =>
  (request, response, next) => {
    const who = actorOf(response)
    if (access === 'anyone') return next()
    if (!who) return refuse(request, response, 401, 'Sign in to go on.')
    if (access === 'signed-in' || mayAct(who, access)) return next()
    if (may(who.role, access)) return refuse(request, response, 403, 'This token was not given the scope for that.')
    return refuse(request, response, 403, access)
  }

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Requests that change something must come from our own pages: `Sec-Fetch-Site: same-origin`, or, where a browser
 * does not send it, an `Origin` equal to the configured one. Neither header: refused. No token in forms is needed.
 */
export const sameOrigin =
  (config: Config): RequestHandler =>
  (request, response, next) => {
    if (safeMethods.has(request.method)) return next()
    const site = request.get('sec-fetch-site')
    const origin = request.get('origin')
    if (site === undefined ? origin === config.baseUrl : site === 'same-origin') return next()
    const hint =
      origin !== undefined && site === undefined
        ? ` Postbag answers at ${config.baseUrl}; set POSTBAG_BASE_URL if that is wrong.`
        : ''
    return refuse(request, response, 403, `This request did not come from Postbag’s own page.${hint}`)
  }

/** The API knows bearer tokens only (RFC 6750); a session cookie never counts here. */
export const requireBearer = (web: Web) => async (request: Request, response: Response, next: NextFunction) => {
  const given = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.get('authorization') ?? '')?.[1]
  const found = given === undefined ? null : await findToken(web.context, given)
  if (!found) {
    response.set('WWW-Authenticate', 'Bearer realm="Postbag"')
    return refuse(request, response, 401, 'Send a valid token: Authorization: Bearer TOKEN.')
  }
  response.locals.actor = found
  return next()
}
