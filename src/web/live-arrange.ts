// What editors do to the page: places, key points, times, and the stop button.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { stopWaiting } from '../desk/group.ts'
import { actorId } from '../desk/policy.ts'
import { moveEntry, moveMember, rescheduleEntry, resumePublishing, setKeyPoint, stopPublishing } from '../feed/index.ts'
import { fromZone } from '../time.ts'
import { wantsJson } from './errors.ts'
import { actor } from './guard.ts'
import { BadInput, must, nothingMore } from './input.ts'
import { answerEntry, entryIdOf } from './live-entries.ts'
import { flash } from './page.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

const place = z.strictObject({ to: z.union([z.enum(['up', 'down']), z.coerce.number().int().min(1).max(100_000)]) })

/** `POST /s/:story/entries/:id/place`: up, down, or to a place counted from the top. */
export async function postPlace(request: Request, response: Response, web: Web): Promise<void> {
  const { to } = must(place, request.body ?? {})
  const by = actorId(actor(response))
  const id = entryIdOf(request)
  const member = typeof to === 'string' ? await moveMember(web.context, by, id, to) : null
  const result = member && (member.ok || member.why !== 'not-found') ? member : await moveEntry(web.context, by, id, to)
  await answerEntry(request, response, web, { result, words: 'Moved.', at: id })
}

const keyPoint = (on: boolean, words: string) => async (request: Request, response: Response, web: Web) => {
  must(nothingMore, request.body ?? {})
  const result = await setKeyPoint(web.context, actorId(actor(response)), entryIdOf(request), on)
  await answerEntry(request, response, web, { result, words })
}

/** `POST …/key-point` and `POST …/key-point/undo` */
export const postKeyPoint = keyPoint(true, 'It stands among the key points.')
export const undoKeyPoint = keyPoint(false, 'No longer a key point.')

const schedule = z.strictObject({ at: z.string().max(30), embargo: z.literal('yes').optional() })

/** `POST …/schedule`: another time, in the story’s zone; an embargo keeps everybody from publishing it sooner. */
export async function postSchedule(request: Request, response: Response, web: Web): Promise<void> {
  const wish = must(schedule, request.body ?? {})
  const story = await storyOf(request, response, web)
  if (!story) return
  const publishAt = fromZone(wish.at, story.zone)
  if (Number.isNaN(publishAt)) throw new BadInput('That is no time. Write it like 2016-04-26T18:00.', { plain: true })
  const result = await rescheduleEntry(web.context, actorId(actor(response)), entryIdOf(request), {
    ...{ publishAt, embargo: wish.embargo === 'yes' },
  })
  await answerEntry(request, response, web, { result, words: 'Scheduled.' })
}

/** `POST …/publication/undo`: stops what staff wrote, or a whole group, before anybody sees it. */
export async function undoPublication(request: Request, response: Response, web: Web): Promise<void> {
  must(nothingMore, request.body ?? {})
  const result = await stopWaiting(web.context, actor(response), entryIdOf(request))
  await answerEntry(request, response, web, { result, words: 'Stopped: nobody has seen it.' })
}

const stop = z.strictObject({ how: z.enum(['frozen', 'down']), words: z.string().max(2000).optional() })

/** `POST /s/:story/stop`: the stop button. */
export async function postStop(request: Request, response: Response, web: Web): Promise<void> {
  const wish = must(stop, request.body ?? {})
  const words =
    wish.how === 'down'
      ? 'The page and its feeds are down: readers see your sentence.'
      : 'Stopped: nothing goes live until somebody lifts it.'
  await answerStop(request, response, web, words, (id, by) => stopPublishing(web.context, by, id, wish))
}

/** `POST /s/:story/stop/undo`: lifts it. */
export async function undoStop(request: Request, response: Response, web: Web): Promise<void> {
  must(nothingMore, request.body ?? {})
  const words = 'Lifted: what waited goes live after its grace.'
  await answerStop(request, response, web, words, (id, by) => resumePublishing(web.context, by, id))
}

async function answerStop(
  request: Request,
  response: Response,
  web: Web,
  words: string,
  act: (storyId: string, by: string) => Promise<unknown>,
): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  await act(story.id, actorId(actor(response)))
  if (wantsJson(request)) return void response.json({ words })
  flash(request, { words, tone: 'done' })
  response.redirect(303, `/s/${story.slug}/live`)
}
