// When a session ends, for the page that warns two minutes before (WCAG 2.2.1), and staying signed in.
import type { Request, Response } from 'express'
import { must, nothingMore } from './input.ts'
import type { Web } from './route.ts'
import { askQuietly, sessionEnd } from './session-store.ts'

/** `GET /account/session`: what is left, in milliseconds. To ask is not to be there: the session does not go on for it. */
export async function showSessionEnd(request: Request, response: Response, web: Web): Promise<void> {
  askQuietly(request.session)
  response.json(await sessionEnd(web.context, request.sessionID))
}

/** `POST /account/session`: “Stay signed in”. */
export async function staySignedIn(request: Request, response: Response, web: Web): Promise<void> {
  must(nothingMore, request.body ?? {})
  await new Promise<void>(resolve => request.sessionStore.touch!(request.sessionID, request.session, resolve))
  response.json(await sessionEnd(web.context, request.sessionID))
}
