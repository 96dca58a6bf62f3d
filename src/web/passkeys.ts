// Making and proving passkeys: the browser's half is browser/passkey.ts. A challenge is for one session, once, for 5 minutes.
import type { Request, Response } from 'express'
import { z } from 'zod'
import {
  addPasskey,
  authenticationOptions,
  provePasskey,
  registrationOptions,
  removePasskey,
  type Site,
} from '../desk/passkeys.ts'
import { hasSecondFactor } from '../desk/second-factor.ts'
import type { Staff } from '../desk/staff.ts'
import { readInstallation } from '../store/index.ts'
import { problem } from './errors.ts'
import { fields } from './form.ts'
import { actor } from './guard.ts'
import { must } from './input.ts'
import { flash } from './page.ts'
import type { Web } from './route.ts'
import { halfWay } from './second-factor.ts'
import { completeSignIn, inWords } from './sign-in.ts'
import { beginAttempt } from './throttle.ts'

const challengeLife = 5 * 60_000
const proof = z.strictObject({ credential: z.record(z.string(), z.unknown()), name: z.string().max(100).default('') })

async function siteOf(web: Web): Promise<Site> {
  const { newsroom } = await readInstallation(web.context.db)
  return { host: new URL(web.config.baseUrl).hostname, origin: web.config.baseUrl, newsroom }
}

function remember(request: Request, web: Web, value: string): void {
  request.session.challenge = { value, at: web.context.now() }
}

/** The session's challenge, which can be taken once; '' when there is none that still counts. */
function takeChallenge(request: Request, web: Web): string {
  const challenge = request.session.challenge
  delete request.session.challenge
  return challenge && challenge.at > web.context.now() - challengeLife ? challenge.value : ''
}

/** `POST /account/passkeys/options` */
export async function offerPasskey(request: Request, response: Response, web: Web): Promise<void> {
  const staff = request.user as Staff
  // Recovery codes come with one-time codes, so those come first: a lost device must not lock anybody out.
  if (!(await hasSecondFactor(web.context, staff.id)))
    return problem(response, 409, 'Set up one-time codes first: they come with recovery codes.')
  const options = await registrationOptions(web.context, await siteOf(web), staff)
  remember(request, web, options.challenge)
  response.json(options)
}

/** `POST /account/passkeys` */
export async function keepPasskey(request: Request, response: Response, web: Web): Promise<void> {
  const { credential, name } = must(proof, request.body)
  const challenge = takeChallenge(request, web)
  const told = { challenge, answer: credential, name }
  const kept = challenge !== '' && (await addPasskey(web.context, await siteOf(web), request.user as Staff, told))
  if (!kept) return problem(response, 400, 'That passkey could not be added. Try again.')
  flash(request, { words: 'The passkey is added.', tone: 'done' })
  response.json({ next: '/account' })
}

/** `POST /account/passkeys/removal` */
export async function dropPasskey(request: Request, response: Response, web: Web): Promise<void> {
  const { id } = fields(request.body, ['id'])
  const gone = await removePasskey(web.context, actor(response).id, id)
  flash(
    request,
    gone ? { words: 'The passkey is removed.', tone: 'done' } : { words: 'It was removed before.', tone: 'warn' },
  )
  response.redirect(303, '/account')
}

/** `POST /sign-in/passkey/options` */
export async function askForPasskey(request: Request, response: Response, web: Web): Promise<void> {
  const staff = await halfWay(request, web)
  if (!staff) return problem(response, 401, 'Sign in with your password first.')
  const options = await authenticationOptions(web.context, await siteOf(web), staff.id)
  remember(request, web, options.challenge)
  response.json(options)
}

/** `POST /sign-in/passkey` */
export async function checkPasskey(request: Request, response: Response, web: Web): Promise<void> {
  const { credential } = must(proof, request.body)
  const staff = await halfWay(request, web)
  if (!staff) return problem(response, 401, 'Sign in with your password first.')
  const attempt = await beginAttempt(web, `passkey ${staff.id}`, request.ip)
  if (!attempt.ok) {
    response.set('Retry-After', String(attempt.wait))
    return problem(response, 429, `Too many tries. Wait ${inWords(attempt.wait)}, then try again.`)
  }
  const told = { challenge: takeChallenge(request, web), answer: credential }
  const right = told.challenge !== '' && (await provePasskey(web.context, await siteOf(web), staff.id, told))
  if (!right) return problem(response, 401, 'That passkey does not fit. Try again, or use a code.')
  await attempt.succeeded()
  const { next } = request.session.half!
  await completeSignIn(request, web, staff)
  response.json({ next })
}
