// The desk's decisions as calls: the same rules, the same commit. A repeated call under one key does nothing twice.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { approve, type Decided, hold, markSpam, reject, type Together } from '../../desk/decisions.ts'
import { history } from '../../desk/history.ts'
import { centre } from '../../desk/pictures.ts'
import { type Actor, actorId } from '../../desk/policy.ts'
import { type Refusal, refusalWords, refuse } from '../../desk/refusal.ts'
import { readSubmission } from '../../desk/submission.ts'
import { undo } from '../../desk/undo.ts'
import type { Context, Trx } from '../../store/index.ts'
import { problem } from '../errors.ts'
import { actor } from '../guard.ts'
import { must, numberParameter } from '../input.ts'
import { type Asking, answered, keepAnswer } from '../once.ts'
import { chosenPicture } from '../photo-form.ts'
import { aspectField } from '../pictures.ts'
import { statusOf } from '../refused.ts'
import type { Handler, Web } from '../route.ts'
import { entryMade, whole } from './shape.ts'

const version = z.number().int().positive()

const approvalBody = z.strictObject({
  version,
  name: z.string().max(500).optional(),
  place: z.string().max(500).optional(),
  verb: z.string().max(200).optional(),
  text: z.string().max(60_000).optional(),
  /** Seconds. */
  grace: z.number().int().min(0).max(60).optional(),
  /** Confirms the name of a reader who asked not to be named. */
  named: z.boolean().optional(),
  /** `attachment` counts those of the submission from 0, `focal` a grid of three by three, row by row. */
  picture: z
    .strictObject({
      attachment: z.number().int().min(0).max(9999),
      aspect: aspectField.default('original'),
      focal: z.number().int().min(0).max(8).default(centre),
      alt: z.string().max(2000),
      credit: z.string().max(500).default(''),
      permission: z.enum(['found', 'asked']),
    })
    .optional(),
})

const dismissalBody = z.strictObject({ version, reason: z.string().max(2000).optional() })
const holdBody = dismissalBody.extend({ needs: z.literal('editor').optional() })

const undoQuery = z.strictObject({
  version: z.coerce.number().int().positive(),
  withdraw: z.enum(['true', 'false']).default('false'),
})

type Decide = (context: Context, by: Actor, number: number, together: Together) => Promise<Decided | Refusal>

export const postApproval: Handler = (request, response, web) => {
  const { picture: asked, ...wish } = must(approvalBody, request.body ?? {})
  return answerOnce(request, response, web, async (context, by, number, together) => {
    const picture = asked ? await chosenPicture(web, number, { ...asked, position: asked.attachment }) : null
    if (asked && !picture) return refuse('no-picture')
    return approve(context, by, number, { ...wish, picture, ...together })
  })
}

export const postHold: Handler = (request, response, web) => {
  const wish = must(holdBody, request.body ?? {})
  return answerOnce(request, response, web, (context, by, number, together) =>
    hold(context, by, number, { ...wish, ...together }),
  )
}

export const postRejection: Handler = (request, response, web) => {
  const wish = must(dismissalBody, request.body ?? {})
  return answerOnce(request, response, web, (context, by, number, together) =>
    reject(context, by, number, { ...wish, ...together }),
  )
}

export const postSpam: Handler = (request, response, web) => {
  const wish = must(dismissalBody, request.body ?? {})
  return answerOnce(request, response, web, (context, by, number, together) =>
    markSpam(context, by, number, { ...wish, ...together }),
  )
}

/** `DELETE …/approval?version=`: takes the decision back; `withdraw=true` confirms that a live entry is withdrawn. */
export const undoing =
  (decision: 'approval' | 'hold' | 'rejection' | 'spam'): Handler =>
  (request, response, web) => {
    const wish = must(undoQuery, request.query)
    return answerOnce(request, response, web, (context, by, number, together) =>
      undo(context, by, number, { decision, version: wish.version, withdraw: wish.withdraw === 'true', ...together }),
    )
  }

/** A program is not asked back, so it is told how to go on. */
const onLivePage = 'This is on the live page. Repeat the call with withdraw=true to withdraw it.'

/** Decides, and keeps the answer under the caller's key in the same commit as the decision. */
async function answerOnce(request: Request, response: Response, web: Web, decide: Decide): Promise<void> {
  const { context } = web
  const by = actor(response)
  const number = numberParameter(request)
  const asking = askingOf(request, by)
  if (asking === 'too-long') return problem(response, 400, 'An Idempotency-Key has at most 200 characters.')
  if (await replay(response, web, asking)) return
  let body = ''
  const also = async (trx: Trx, decided: Decided) => {
    const within = { ...context, db: trx }
    body = await bodyOf(within, decided)
    await keepAnswer(within, asking, { status: 200, body })
  }
  const result = await decide(context, by, number, { also })
  if (result.ok) {
    response.type('application/json').send(body)
    return
  }
  // The same call may have been answered while this one waited for its turn.
  if (result.why === 'stale' && (await replay(response, web, asking))) return
  const { why, by: who, at, submission } = result
  const when = at === undefined ? undefined : new Date(at).toISOString()
  const words = why === 'live' ? onLivePage : refusalWords(result)
  problem(response, statusOf(why), words, { why, by: who, at: when, submission })
}

/** The caller's `Idempotency-Key` and what it stands for; '' keeps nothing. */
function askingOf(request: Request, by: Actor): Asking | 'too-long' {
  const key = request.get('idempotency-key')?.trim() ?? ''
  if (key.length > 200) return 'too-long'
  const asked = `${request.method} ${request.originalUrl} ${JSON.stringify(request.body ?? {})}`
  return { caller: actorId(by), key, request: asked }
}

/** Answers as the first time, or refuses a key used for something else; false when the key is new. */
async function replay(response: Response, { context }: Web, asking: Asking): Promise<boolean> {
  const kept = await answered(context, asking)
  if (kept === null) return false
  if (kept === 'other') {
    const words = 'This Idempotency-Key was used for another request. Use a new key for each decision.'
    problem(response, 422, words, { why: 'key-used' })
  } else response.status(kept.status).type('application/json').set('Idempotent-Replayed', 'true').send(kept.body)
  return true
}

async function bodyOf(context: Context, { submission, entry }: Decided): Promise<string> {
  const email = await readSubmission(context, submission.number)
  const lines = await history(context, submission.number)
  return JSON.stringify({ submission: email && whole(email, lines), entry: entryMade(entry) })
}
