// One's own account: password, look, single keys, sessions, second factor.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { listPasskeys } from '../desk/passkeys.ts'
import { hasSecondFactor, needsSecondFactor, recoveryCodesLeft } from '../desk/second-factor.ts'
import { endSession, endSessions, listSessions } from '../desk/sessions.ts'
import { changeStaff, type Staff, setPreferences, verifyPassword } from '../desk/staff.ts'
import { sha256 } from '../id.ts'
import { type Form, fields, form } from './form.ts'
import { actor } from './guard.ts'
import { must } from './input.ts'
import { flash, page } from './page.ts'
import type { Web } from './route.ts'
import { completeSignIn, inWords } from './sign-in.ts'
import { beginAttempt } from './throttle.ts'

/** `GET /account` */
export function showAccount(request: Request, response: Response, web: Web): Promise<void> {
  return view(request, response, web, form())
}

async function view(request: Request, response: Response, web: Web, filled: Form): Promise<void> {
  const { context } = web
  const staff = request.user as Staff
  const tick = (on: boolean) => (on ? 'yes' : '')
  const ticks = { skipOpen: tick(staff.skipOpen), spoken: tick(staff.spoken), sound: tick(staff.sound) }
  const own = { keys: staff.keys, theme: staff.theme, ...ticks }
  await page(
    response,
    web,
    'account/page',
    { title: titleOf('Your account', filled), section: 'account' },
    {
      staff,
      form: form({ ...own, ...filled.values }, filled.faults),
      sessions: await listSessions(context, staff.id),
      thisSession: sha256(request.sessionID),
      secondFactor: await hasSecondFactor(context, staff.id),
      required: needsSecondFactor(web.config.secondFactor, staff),
      passkeys: await listPasskeys(context, staff.id),
      recoveryCodes: await recoveryCodesLeft(context, staff.id),
    },
  )
}

/** A page's title says first that a form was wrong (GOV.UK error summary pattern). */
export const titleOf = (title: string, { faults }: Form): string =>
  Object.keys(faults).length > 0 ? `Error: ${title}` : title

const wish = z.strictObject({
  keys: z.enum(['on', 'off', 'alt']),
  theme: z.enum(['auto', 'light', 'dark']),
  skipOpen: z.literal('yes').optional(),
  spoken: z.literal('yes').optional(),
  sound: z.literal('yes').optional(),
})

/** `POST /account/preferences` */
export async function savePreferences(request: Request, response: Response, web: Web): Promise<void> {
  const { keys, theme, ...ticks } = must(wish, request.body ?? {})
  const [skipOpen, spoken, sound] = [ticks.skipOpen, ticks.spoken, ticks.sound].map(tick => tick === 'yes')
  await setPreferences(web.context, actor(response).id, { keys, theme, skipOpen, spoken, sound })
  flash(request, { words: 'Saved.', tone: 'done' })
  response.redirect(303, '/account')
}

/** `POST /account/password`: ends every other session, and this one goes on under a new id. */
export async function changePassword(request: Request, response: Response, web: Web): Promise<void> {
  const { current, password } = fields(request.body, ['current', 'password'])
  const staff = request.user as Staff
  const wrong = (status: number, faults: Form['faults']) => {
    response.status(status)
    return view(request, response, web, form({}, faults))
  }
  const attempt = await beginAttempt(web, `password ${staff.id}`, request.ip)
  if (!attempt.ok) {
    response.set('Retry-After', String(attempt.wait))
    return wrong(429, { current: `Too many tries. Wait ${inWords(attempt.wait)}, then try again.` })
  }
  if (!(await verifyPassword(web.context, staff.email, current)))
    return wrong(400, { current: 'This is not your present password.' })
  await attempt.succeeded()
  const result = await changeStaff(web.context, staff.id, staff.id, { password })
  if (!result?.ok) return wrong(400, result?.faults ?? {})
  await completeSignIn(request, web, result.staff)
  flash(request, { words: 'Your password is changed. Everywhere else you are signed out.', tone: 'done' })
  response.redirect(303, '/account')
}

/** `POST /account/sessions/end`: one of one's own sessions, or all the others. */
export async function endOwnSession(request: Request, response: Response, web: Web): Promise<void> {
  const { key } = fields(request.body, ['key'])
  const { id } = actor(response)
  const ended = key
    ? Number(await endSession(web.context, id, id, key))
    : await endSessions(web.context, id, id, sha256(request.sessionID))
  flash(request, { words: ended === 1 ? 'One session is ended.' : `${ended} sessions are ended.`, tone: 'done' })
  response.redirect(303, '/account')
}
