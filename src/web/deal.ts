// "Deal me one": in a surge each moderator is given an email that nobody else is looking at.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { dealNext } from '../desk/deal.ts'
import { problem, showError, wantsJson } from './errors.ts'
import { actor } from './guard.ts'
import { must } from './input.ts'
import { flash } from './page.ts'
import { refusedWords, statusOf } from './refused.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

const number = z.coerce.number().int().positive()
const body = z.strictObject({
  skip: z.union([z.array(number).max(200), number.transform(one => [one])]).default([]),
  as: z.string().max(64).optional(),
})

/** `POST /s/:story/deal`: opens the email dealt, or (as JSON) names it; `skip` is what they leave undecided. */
export async function postDeal(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const { skip } = must(body, request.body ?? {})
  const dealt = await dealNext(web.context, actor(response), { storyId: story.id, skip })
  if (!dealt.ok) {
    const words = refusedWords(dealt, web.context.now())
    if (wantsJson(request)) return problem(response, statusOf(dealt.why), words, { why: dealt.why })
    return showError(response, statusOf(dealt.why), words)
  }
  if (wantsJson(request)) return void response.json({ number: dealt.number })
  if (dealt.number === null) flash(request, { words: 'Every waiting email is with somebody.', tone: 'warn' })
  response.redirect(303, `/s/${story.slug}/queue${dealt.number === null ? '' : `?item=${dealt.number}`}`)
}
