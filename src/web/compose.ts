// What staff write themselves: `POST /s/:story/entries`.
import type { Request, Response } from 'express'
import { actorId } from '../desk/policy.ts'
import { composeEntry } from '../feed/index.ts'
import { fromZone } from '../time.ts'
import { isComposed, readEntryForm, wordsTyped } from './entry-form.ts'
import { wantsJson } from './errors.ts'
import { actor } from './guard.ts'
import { BadInput } from './input.ts'
import { renderLive } from './live.ts'
import { answerEntry, refusalOf } from './live-entries.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

/** A new entry in its grace, or at the time given. A refusal keeps what was typed. */
export async function postEntry(request: Request, response: Response, web: Web): Promise<void> {
  const { kind, at, embargo, ...typed } = readEntryForm(request.body, ['kind', 'at', 'embargo'])
  if (!isComposed(kind)) throw new BadInput('Nobody can write such an entry.')
  const story = await storyOf(request, response, web)
  if (!story) return
  const time = at === '' ? null : fromZone(at, story.zone)
  if (time !== null && Number.isNaN(time)) throw new BadInput('That is no time.', { plain: true })
  const publishAt = Math.max(time ?? 0, web.context.now() + (time === null ? story.graceSeconds * 1000 : 0))
  const result = await composeEntry(web.context, actorId(actor(response)), {
    ...{ storyId: story.id, kind, words: wordsTyped(kind, typed), publishAt },
    embargo: embargo === 'yes' && time !== null,
  })
  if (result.ok || wantsJson(request))
    return answerEntry(request, response, web, { result, words: 'Written: it goes live unless you stop it.' })
  const [status, why] = refusalOf(result)
  response.status(status)
  await renderLive(response, web, story, { composing: { kind, values: { ...typed, at, embargo }, fault: why } })
}
