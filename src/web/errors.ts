// What goes wrong at the edge, in words: what happened, and what to do now. Problem details (RFC 9457) for programs.
import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import { TooBusy } from '../desk/password.ts'
import { type Actor, actorId, leastRole, policy } from '../desk/policy.ts'
import type { Log } from '../log.ts'
import { BadInput } from './input.ts'
import type { Web } from './route.ts'

/** Whether the asker is a program or our own script rather than a person's page load. */
export const wantsJson = (request: Request): boolean =>
  request.originalUrl.startsWith('/api/') || request.accepts(['html', 'json']) === 'json'

/** Answers problem+json: `{type, title, status, detail, …more}`. */
export function problem(response: Response, status: number, detail: string, more: Record<string, unknown> = {}): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, detail, ...more }))
}

const roleWords = { viewer: 'viewer', moderator: 'moderator', editor: 'editor', admin: 'administrator' }

/** Refuses a request: the sentence, or for a missing right the action's name, which is turned into who can. */
export function refuse(request: Request, response: Response, status: number, why: string): void {
  const words =
    why in policy ? `You need to be ${article(roleWords[leastRole(why as keyof typeof policy)])} to do this.` : why
  const toSignIn = status === 401 && request.method === 'GET' && !wantsJson(request)
  // A page that asks to sign in first is nothing to look at; whoever is known, or comes from elsewhere, is.
  if (!toSignIn) logRefusal(request, response, status, why)
  if (wantsJson(request)) problem(response, status, words)
  else if (toSignIn) response.redirect(303, `/sign-in?next=${encodeURIComponent(request.originalUrl)}`)
  else showError(response, status, words)
}

/** Who was refused what, for whoever watches the log: ids and routes, never an address or what was sent. */
function logRefusal(request: Request, response: Response, status: number, why: string): void {
  const log = request.app.locals.log as Log | undefined
  const { actor } = response.locals as { actor?: Actor }
  const staff = actor && actorId(actor)
  log?.warn({ method: request.method, route: request.route?.path, status, why, staff }, 'a request was refused')
}

const article = (role: string) => `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`

/** A page that says what happened. */
export function showError(response: Response, status: number, words: string, reference = ''): void {
  response.status(status).render('error/page', { title: titleOf(status), words, reference })
}

const titles: Record<number, string> = {
  400: 'That could not be read',
  401: 'Please sign in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Somebody else was quicker',
  410: 'Gone',
  413: 'Too large',
  429: 'Too many tries',
  503: 'Busy',
}
const titleOf = (status: number) => titles[status] ?? 'Something went wrong'

export const notFound =
  (_web: Web): RequestHandler =>
  (request, response) =>
    notFoundPage(request, response, 'There is nothing at this address. It may have been moved, merged or erased.')

/** 404 in words. */
export function notFoundPage(request: Request, response: Response, words: string): void {
  if (wantsJson(request)) problem(response, 404, words)
  else showError(response, 404, words)
}

/** The last handler: bad bodies are the asker's, all else is ours and carries an id that the log has too. */
export const errorPage =
  (web: Web): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const status = Number(error?.status ?? error?.statusCode)
    const theirs = status >= 400 && status < 500
    const busy = error?.code === 'SQLITE_BUSY' || error instanceof TooBusy
    const reference = theirs ? '' : randomUUID()
    if (!theirs && !(error instanceof TooBusy))
      web.context.log.error(
        { request: reference, method: request.method, route: request.route?.path, error },
        'request failed',
      )
    if (busy) response.set('Retry-After', '5')
    const code = theirs ? status : busy ? 503 : 500
    const words = theirs
      ? error instanceof BadInput && error.plain
        ? error.message
        : theirWords(status)
      : busy
        ? 'Postbag is busy. Try again in a few seconds.'
        : 'That failed on our side.'
    // A program is told which field was wrong; a page's own forms have said so beside the field.
    const detail = error instanceof BadInput ? error.message.replace(/\s+/g, ' ') : words
    if (wantsJson(request)) return problem(response, code, detail, reference ? { reference } : {})
    showError(response, code, words, reference)
  }

const theirWords = (status: number) =>
  status === 413 ? 'What was sent is too large.' : 'What was sent could not be read. Go back and try again.'
