// Approve, hold, reject, spam, and the way back from each. Forms are answered by a redirect, our script by JSON.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { approve, type Decided, hold, markSpam, reject, type Together } from '../desk/decisions.ts'
import { saveDraft } from '../desk/draft.ts'
import { doubts } from '../desk/faithful.ts'
import { setPointOfView } from '../desk/placing.ts'
import { type Actor, actorId } from '../desk/policy.ts'
import { type Refusal, refuse } from '../desk/refusal.ts'
import { readSubmission } from '../desk/submission.ts'
import { undo } from '../desk/undo.ts'
import type { Trx } from '../store/index.ts'
import { type DecisionPath, doneWords, flashDone, leadOn } from './decided.ts'
import { problem, wantsJson } from './errors.ts'
import { actor } from './guard.ts'
import { entryForm, formText, must, numberParameter } from './input.ts'
import { type Answer, type Asking, answered, keepAnswer } from './once.ts'
import { chosenPicture, photoFields, pictureWishOf } from './photo-form.ts'
import { refusedWords, statusOf } from './refused.ts'
import type { Web } from './route.ts'
import { showAgain } from './submission.ts'

const flag = z.union([z.literal('1'), z.literal(true)]).optional()

/** What every decision carries. */
export const decisionBody = entryForm.extend({
  version: z.coerce.number().int().positive(),
  key: z.string().max(100).default(''),
  as: z.string().max(64).optional(),
  back: z.string().max(1000).optional(),
  next: z.coerce.string().max(16).optional(),
  name: z.string().max(500).optional(),
  place: z.string().max(500).optional(),
  verb: z.string().max(200).optional(),
  text: formText.optional(),
  pointOfView: z.enum(['for', 'against', 'mixed', '']).optional(),
  reason: z.string().max(2000).optional(),
  needs: z.literal('editor').optional(),
  named: flag,
  without: flag,
  withdraw: flag,
  ...photoFields,
})
export type DecisionBody = z.infer<typeof decisionBody>

export const postApproval = handler('approval')
export const postHold = handler('hold')
export const postRejection = handler('rejection')
export const postSpam = handler('spam')
export const undoApproval = handler('approval', true)
export const undoHold = handler('hold', true)
export const undoRejection = handler('rejection', true)
export const undoSpam = handler('spam', true)

type Facts = { number: number; path: DecisionPath; undoing: boolean; body: DecisionBody; asking: Asking }

function handler(path: DecisionPath, undoing = false) {
  return async (request: Request, response: Response, web: Web): Promise<void> => {
    const body = must(decisionBody, request.body ?? {})
    const asking = {
      caller: actorId(actor(response)),
      key: body.key && `${body.key}:${path}${undoing ? '/undo' : ''}`,
      request: `${request.originalUrl} ${JSON.stringify(request.body)}`,
    }
    const facts = { number: numberParameter(request), path, undoing, body, asking }
    if (facts.body.as !== undefined && facts.body.as !== actor(response).id)
      return problem(response, 403, 'This was typed by another person. Nothing was changed.', { why: 'other-person' })
    const kept = await answered(web.context, asking)
    if (kept === 'other') return problem(response, 422, 'This key was used for another request.')
    const answer = kept ?? (await run(request, response, web, facts))
    if (answer) send(response, answer)
  }
}

/** Answers the request; null when a page has been answered already. */
async function run(request: Request, response: Response, web: Web, facts: Facts): Promise<Answer | null> {
  const { number, body } = facts
  const incomplete = wantsJson(request) ? null : await unsure(web, facts)
  if (incomplete) {
    await showAgain(request, response, web, {
      status: 422,
      words: incomplete.words,
      faults: incomplete.faults,
      typed: body,
      confirming: true,
    })
    return null
  }
  let [answer, words]: [Answer | null, string] = [null, '']
  // Kept in the commit of the decision: one that is sent again finds both or neither, and the disk is waited for once.
  const also = async (trx: Trx, decided: Decided) => {
    const within = { ...web.context, db: trx }
    words = await doneWords(within, facts, decided)
    answer = wantsJson(request)
      ? { status: 200, body: JSON.stringify({ submission: decided.submission, entry: decided.entry, words }) }
      : leadOn(request, facts)
    await keepAnswer(within, facts.asking, answer)
  }
  const result = await decide(web, actor(response), facts, { also })
  if (!result.ok) {
    // The same request may have been answered while this one waited for its turn.
    const kept = result.why === 'stale' ? await answered(web.context, facts.asking) : null
    return kept && kept !== 'other' ? kept : refused(request, response, web, { ...facts, refusal: result })
  }
  if (body.pointOfView !== undefined && !facts.undoing)
    await setPointOfView(web.context, actor(response), number, body.pointOfView || null)
  if (!wantsJson(request)) await flashDone(request, response, web, facts, { words, version: result.submission.version })
  return answer
}

type Unsure = { words: string; faults: Record<string, string> }

/**
 * Publishing without a name or a place, or with an edit that may have changed the meaning, is a second, knowing press.
 * Our script asks by itself, before it sends.
 */
async function unsure(web: Web, { number, path, undoing, body }: Facts): Promise<Unsure | null> {
  if (path !== 'approval' || undoing || body.without) return null
  const faults: Record<string, string> = {}
  if (body.name?.trim() === '') faults.name = 'There is no name. Type one, or approve again to publish without it.'
  if (body.place?.trim() === '') faults.place = 'There is no place. Type one, or approve again to publish without it.'
  if (Object.keys(faults).length > 0) return { words: 'Not published yet: something is missing.', faults }
  const email = body.text === undefined ? null : await readSubmission(web.context, number)
  const found = email?.version === body.version ? doubts(email.proposal.text, body.text!) : []
  if (found.length === 0) return null
  const which = found.map(doubt => doubt.words).join(' ')
  return {
    words: `Not published yet. Meaning may have changed: ${which} Approve again if this is what the reader meant.`,
    faults,
  }
}

async function decide(
  web: Web,
  by: Actor,
  { number, path, undoing, body }: Facts,
  { also }: Together,
): Promise<Decided | Refusal> {
  const { context } = web
  const { version, reason, needs } = body
  if (undoing)
    return undo(context, by, number, { decision: path, version, withdraw: body.withdraw !== undefined, also })
  if (path === 'hold') return hold(context, by, number, { version, reason, needs, also })
  if (path === 'rejection') return reject(context, by, number, { version, reason, also })
  if (path === 'spam') return markSpam(context, by, number, { version, reason, also })
  const { name, place, verb, text } = body
  const photo = pictureWishOf(body)
  const picture = photo ? await chosenPicture(web, number, photo) : null
  if (photo && !picture) return refuse('no-picture')
  return approve(web.context, by, number, {
    version,
    name,
    place,
    verb,
    text,
    named: body.named !== undefined,
    picture,
    also,
  })
}

type Refused = Facts & { refusal: Refusal }

/** Keeps what was typed, and says who and when. */
async function refused(
  request: Request,
  response: Response,
  web: Web,
  { number, path, undoing, body, refusal }: Refused,
): Promise<Answer | null> {
  const status = statusOf(refusal.why)
  const words = refusedWords(refusal, web.context.now())
  const { name, place, verb, text } = body
  if (!undoing && text !== undefined)
    await saveDraft(web.context, actor(response), number, { name, place, verb, text, picture: pictureWishOf(body) })
  if (wantsJson(request)) {
    const { why, by, at, submission } = refusal
    problem(response, status, words, { why, by, at, submission })
    return null
  }
  const withdrawing = refusal.why === 'live' && {
    action: request.originalUrl,
    label: 'Withdraw it',
    fields: { version: String(body.version), withdraw: '1', back: body.back ?? '/' },
  }
  await showAgain(request, response, web, {
    status,
    words,
    faults: photoFaults(refusal.why, words),
    typed: undoing ? {} : { ...body, picture: pictureWishOf(body) },
    askNamed: refusal.why === 'asked-not-to-be-named' || refusal.why === 'name-withheld',
    confirming: path === 'approval' && body.without !== undefined,
    offers: withdrawing ? [withdrawing] : [],
  })
  return null
}

/** Beside which field of the picture a refusal stands. */
const photoFaults = (why: Refusal['why'], words: string): Record<string, string> =>
  why === 'no-alt' ? { alt: words } : why === 'no-permission' ? { permission: words } : {}

function send(response: Response, answer: Answer): void {
  if (answer.status === 303) response.redirect(303, answer.body)
  else response.status(answer.status).type('application/json').send(answer.body)
}
