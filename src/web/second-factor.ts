// The second half of signing in: the one-time code, or setting one up where it is required.
import type { Request, Response } from 'express'
import encodeQR from 'qr'
import { listPasskeys } from '../desk/passkeys.ts'
import {
  enrol,
  hasSecondFactor,
  needsSecondFactor,
  newTotpSecret,
  otpauthUri,
  removeSecondFactor,
  verifyCode,
} from '../desk/second-factor.ts'
import { findStaff, type Staff } from '../desk/staff.ts'
import { readInstallation } from '../store/index.ts'
import { titleOf } from './account.ts'
import { problem, wantsJson } from './errors.ts'
import { type Form, fields, form } from './form.ts'
import { actor } from './guard.ts'
import { flash, page } from './page.ts'
import type { Web } from './route.ts'
import { completeSignIn, inWords } from './sign-in.ts'
import { beginAttempt } from './throttle.ts'

/** The password opens this door for ten minutes. */
const halfLife = 10 * 60_000

/** Who is half signed in, or null: sign in again. */
export async function halfWay(request: Request, web: Web): Promise<Staff | null> {
  const half = request.session.half
  if (!half || half.at < web.context.now() - halfLife) return null
  const staff = await findStaff(web.context, half.staff)
  return staff && staff.disabledAt === null ? staff : null
}

/** `GET /sign-in/code`: asks for the code, or shows how to set one up. */
export async function showCode(request: Request, response: Response, web: Web): Promise<void> {
  const staff = await halfWay(request, web)
  if (!staff) return response.redirect(303, '/sign-in')
  if (await hasSecondFactor(web.context, staff.id)) return askForCode(response, web, form(), staff)
  await showEnrolment(request, response, web, { staff, action: '/sign-in/second-factor', form: form() })
}

async function askForCode(response: Response, web: Web, filled: Form, staff: Staff): Promise<void> {
  const hasPasskey = (await listPasskeys(web.context, staff.id)).length > 0
  const facts = { title: titleOf('Your one-time code', filled), section: '' as const }
  await page(response, web, 'second-factor/code', facts, { form: filled, hasPasskey })
}

/** `POST /sign-in/code` */
export async function checkCode(request: Request, response: Response, web: Web): Promise<void> {
  const { code } = fields(request.body, ['code'])
  const staff = await halfWay(request, web)
  const program = wantsJson(request)
  if (!staff)
    return program
      ? problem(response, 401, 'That took too long. Give your password again.', { why: 'password' })
      : response.redirect(303, '/sign-in')
  const refuse = (status: number, fault: string) => {
    if (program) return problem(response, status, fault)
    response.status(status)
    return askForCode(response, web, form({ code: '' }, { code: fault }), staff)
  }
  const attempt = await beginAttempt(web, `code ${staff.id}`, request.ip)
  if (!attempt.ok) {
    response.set('Retry-After', String(attempt.wait))
    return refuse(429, `Too many tries. Wait ${inWords(attempt.wait)}, then try again.`)
  }
  if (!(await verifyCode(web.context, web.keys, staff.id, code))) {
    web.context.log.warn({ status: 401, staff: staff.id, why: 'code' }, 'a sign-in was refused')
    return refuse(401, 'That code does not fit, or was used before. Wait for the next one, or use a recovery code.')
  }
  await attempt.succeeded()
  const { next } = request.session.half!
  await completeSignIn(request, web, staff)
  if (program) return void response.json({ asks: null })
  response.redirect(303, next)
}

/** `POST /sign-in/second-factor`: sets up the second factor that is required, and signs in. */
export async function enrolAtSignIn(request: Request, response: Response, web: Web): Promise<void> {
  const { code } = fields(request.body, ['code'])
  const staff = await halfWay(request, web)
  if (!staff || (await hasSecondFactor(web.context, staff.id))) return response.redirect(303, '/sign-in')
  const { next } = request.session.half!
  const codes = await tryEnrolment(request, response, web, { staff, code, action: '/sign-in/second-factor' })
  if (!codes) return
  await completeSignIn(request, web, staff)
  response.locals.actor = { kind: 'staff', ...staff }
  await showRecoveryCodes(response, web, codes, next)
}

/** `GET /account/second-factor` */
export async function showOwnEnrolment(request: Request, response: Response, web: Web): Promise<void> {
  const staff = request.user as Staff
  if (await hasSecondFactor(web.context, staff.id)) return response.redirect(303, '/account')
  await showEnrolment(request, response, web, { staff, action: '/account/second-factor', form: form() })
}

/** `POST /account/second-factor` */
export async function enrolOwn(request: Request, response: Response, web: Web): Promise<void> {
  const { code } = fields(request.body, ['code'])
  const staff = request.user as Staff
  if (await hasSecondFactor(web.context, staff.id)) return response.redirect(303, '/account')
  const codes = await tryEnrolment(request, response, web, { staff, code, action: '/account/second-factor' })
  if (codes) await showRecoveryCodes(response, web, codes, '/account')
}

/** `POST /account/second-factor/removal`: asks for a code once more, so that an open screen cannot do it. */
export async function removeOwn(request: Request, response: Response, web: Web): Promise<void> {
  const { code } = fields(request.body, ['code'])
  const { id } = actor(response)
  const staff = request.user as Staff
  const attempt = await beginAttempt(web, `code ${id}`, request.ip)
  const right = attempt.ok && (await verifyCode(web.context, web.keys, id, code))
  if (needsSecondFactor(web.config.secondFactor, staff))
    flash(request, { words: 'A second factor is required for your role, so it stays on.', tone: 'warn' })
  else if (!right) flash(request, { words: 'That code does not fit. The second factor stays on.', tone: 'warn' })
  else {
    await attempt.succeeded()
    await removeSecondFactor(web.context, id, id)
    flash(request, { words: 'The second factor is off.', tone: 'done' })
  }
  response.redirect(303, '/account')
}

type Enrolment = { staff: Staff; action: string; form: Form }

async function showEnrolment(request: Request, response: Response, web: Web, shown: Enrolment): Promise<void> {
  const sealed = request.session.enrolling ?? web.keys.seal(newTotpSecret())
  request.session.enrolling = sealed
  const secret = web.keys.unseal(sealed)
  const { newsroom } = await readInstallation(web.context.db)
  const uri = otpauthUri(secret, newsroom, shown.staff.email)
  const model = { ...shown, uri, groups: secret.match(/.{1,4}/g), code: drawn(uri) }
  await page(response, web, 'second-factor/enrol', { title: 'Set up one-time codes', section: 'account' }, model)
}

async function tryEnrolment(
  request: Request,
  response: Response,
  web: Web,
  { staff, action, code }: Omit<Enrolment, 'form'> & { code: string },
): Promise<string[] | null> {
  const sealed = request.session.enrolling
  const codes = sealed ? await enrol(web.context, web.keys, staff.id, { secret: web.keys.unseal(sealed), code }) : null
  if (codes) {
    delete request.session.enrolling
    return codes
  }
  response.status(400)
  const fault = 'That code does not fit. Type the six figures that your app shows now.'
  await showEnrolment(request, response, web, { staff, action, form: form({ code }, { code: fault }) })
  return null
}

const showRecoveryCodes = (response: Response, web: Web, codes: string[], next: string) =>
  page(response, web, 'second-factor/recovery', { title: 'Your recovery codes', section: 'account' }, { codes, next })

/** A QR code as an SVG path of unit squares, and its size with the quiet zone that phones need. */
function drawn(text: string): { size: number; path: string } {
  const rows = encodeQR(text, 'raw', { border: 4 })
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return { size: rows.length, path }
}
