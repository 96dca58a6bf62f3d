// What a person is told of a decision that was taken: a sentence for the page, and where a form leads on to.
import type { Request, Response } from 'express'
import type { Decided } from '../desk/decisions.ts'
import { findStory } from '../desk/stories.ts'
import { readSubmission } from '../desk/submission.ts'
import { readStop } from '../feed/index.ts'
import type { Context } from '../store/index.ts'
import { earlierOf } from './earlier.ts'
import { safeNext } from './input.ts'
import { nameAndPlace } from './names.ts'
import type { Answer } from './once.ts'
import { flash } from './page.ts'
import type { Web } from './route.ts'
import type { Flash } from './session.ts'

export type DecisionPath = 'approval' | 'hold' | 'rejection' | 'spam'

/** What was asked: the address and, of the body, what the answer needs. */
export type Wished = {
  number: number
  path: DecisionPath
  undoing: boolean
  body: { needs?: 'editor'; back?: string; next?: string }
}

const said = { approval: 'Approved', hold: 'Held', rejection: 'Rejected', spam: 'Marked as spam' }

/** “Approved: Chris, Birmingham. On the live page in 10 s.” */
export async function doneWords(
  context: Pick<Context, 'db' | 'now'>,
  { number, path, undoing, body }: Wished,
  result: Decided,
): Promise<string> {
  const email = await readSubmission(context, number)
  const who = email
    ? nameAndPlace(
        result.entry && email.entry ? email.entry.name : email.proposal.name,
        email.entry?.place ?? email.proposal.place,
      )
    : ''
  if (undoing) return `Undone: ${who} is ${result.submission.state} again.`
  if (path === 'hold' && body.needs) return `Sent to an editor: ${who}.`
  if (result.entry && email?.story && (await readStop(context.db, email.story.id)))
    return `${said[path]}: ${who}. It waits: publishing is stopped.`
  const left = result.entry ? Math.ceil((result.entry.publishAt - context.now()) / 1000) : 0
  return `${said[path]}: ${who}.${left > 0 ? ` On the live page in ${left} s.` : ''}`
}

/** Where a form leads: to the next email, or after an undo to the email itself. */
export function leadOn(request: Request, { number, undoing, body }: Wished): Answer {
  const home = `/s/${request.params.story}/queue`
  const back = safeNext(body.back ?? home)
  const open = undoing ? String(number) : body.next
  const to =
    open && /^\d+$/.test(open) && back.startsWith(home) ? `${back}${back.includes('?') ? '&' : '?'}item=${open}` : back
  return { status: 303, body: to }
}

/** The sentence for the next page, with the way back from what was done; after an undo, from what was done before it. */
export async function flashDone(
  request: Request,
  response: Response,
  web: Web,
  wished: Wished,
  done: { words: string; version: number },
): Promise<void> {
  const undo = wished.undoing
    ? await undoOfEarlier(request, response, web, wished)
    : undoOf(request, { ...wished, decision: wished.path, version: done.version })
  flash(request, { words: done.words, tone: 'done', undo })
}

type Undone = { number: number; decision: DecisionPath; version: number; body: Wished['body'] }

function undoOf(request: Request, { number, decision, version, body }: Undone): NonNullable<Flash['undo']> {
  const back = safeNext(body.back ?? `/s/${request.params.story}/queue`)
  const action = `/s/${request.params.story}/submissions/${number}/${decision}/undo`
  return { action, fields: { version: String(version), back } }
}

/** So undo goes back to any depth without the script too. */
async function undoOfEarlier(request: Request, response: Response, web: Web, { body }: Wished): Promise<Flash['undo']> {
  const found = await findStory(web.context, String(request.params.story))
  const earlier = found?.story && (await earlierOf(request, response, web, { storyId: found.story.id }))
  if (!earlier || earlier.overtaken) return undefined
  const { decision, together } = earlier
  if (together.length === 1)
    return { ...undoOf(request, { ...earlier, body }), label: `Undo the one before (#${earlier.number})` }
  const pick = together.map(each => `${each.number}:${each.version}`).join(' ')
  const fields = { decision, pick, back: safeNext(body.back ?? `/s/${request.params.story}/queue`) }
  return { action: `/s/${request.params.story}/bulk/undo`, fields, label: `Undo the ${together.length} before` }
}
