// What can be done with an email beside deciding it: draft, preview, point of view, another story, another try.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { saveDraft } from '../desk/draft.ts'
import { moveToStory, type Placed, putIntoQueue, retryParked, setPointOfView } from '../desk/placing.ts'
import { type Refusal, refuse } from '../desk/refusal.ts'
import { findStory } from '../desk/stories.ts'
import { readSubmission } from '../desk/submission.ts'
import { cutAgain, putBack } from './browser/fold.ts'
import { problem, wantsJson } from './errors.ts'
import { findEmail } from './find-email.ts'
import { actor } from './guard.ts'
import { entryForm, formText, must, numberParameter, safeNext } from './input.ts'
import { segmentsOf } from './marked-text.ts'
import { flash, fragment } from './page.ts'
import { previewOf, wordCount } from './pane.ts'
import { photoFields, photoPreview, pictureWishOf } from './photo-form.ts'
import { refusedWords, statusOf } from './refused.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'
import { showAgain } from './submission.ts'

const draftBody = entryForm.extend({
  name: z.string().max(500).optional(),
  place: z.string().max(500).optional(),
  verb: z.string().max(200).optional(),
  text: formText.optional(),
  /** A hint that is followed: the field, the words it stands for (none: all of it) and the better ones. */
  use: z
    .string()
    .max(1000)
    .regex(/^(name|text):[^→]*→/)
    .optional(),
  fold: z.coerce.number().int().nonnegative().optional(),
  as: z.string().max(64).optional(),
  back: z.string().max(1000).optional(),
  ...photoFields,
})

/** `POST …/draft`: keeps what was typed; with `fold`, puts that fold back into the text, or cuts it again. */
export async function postDraft(request: Request, response: Response, web: Web): Promise<void> {
  const body = must(draftBody, request.body ?? {})
  const number = numberParameter(request)
  const me = actor(response)
  if (body.as !== undefined && body.as !== me.id)
    return problem(response, 403, 'This was typed by another person.', { why: 'other-person' })
  const text = body.fold === undefined ? body.text : await withFold(web, number, body.fold, body.text)
  const words = { name: body.name, place: body.place, verb: body.verb, text }
  const mended = { ...words, ...followed(words, body.use) }
  const saved = await saveDraft(web.context, me, number, { ...mended, picture: pictureWishOf(body) })
  if (wantsJson(request))
    return saved
      ? void response.json({ saved: web.context.now() })
      : problem(response, 404, `There is no email #${number}.`)
  const back = safeNext(body.back)
  const stay = back.includes('/queue')
    ? `${back}${back.includes('?') ? '&' : '?'}item=${number}`
    : `/s/${request.params.story}/submissions/${number}`
  response.redirect(303, stay)
}

/** The field that a hint mends, as it is then. */
function followed(typed: { name?: string; text?: string }, use: string | undefined): { name?: string; text?: string } {
  const [, field, instead = '', better = ''] = /^(name|text):([^→]*)→(.*)$/s.exec(use ?? '') ?? []
  if (field === 'name') return { name: better }
  return field === 'text' && typed.text !== undefined ? { text: typed.text.replace(instead, () => better) } : {}
}

async function withFold(
  web: Web,
  number: number,
  position: number,
  given: string | undefined,
): Promise<string | undefined> {
  const email = await readSubmission(web.context, number)
  if (!email) return given
  const segment = segmentsOf(email).find(each => each.fold?.position === position)
  const text = given ?? email.proposal.text
  if (!segment?.fold) return text
  return cutAgain(text, segment.fold.words) ?? putBack(text, { before: segment.before, words: segment.fold.words })
}

/** `POST …/preview`: the entry as readers will see it, and what was changed, as a fragment. Saves nothing. */
export async function postPreview(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  const email = story && (await findEmail(request, response, web, story))
  if (!email) return
  const { name, place, verb, text, ...more } = must(draftBody, request.body ?? {})
  const values = {
    ...email.proposal,
    ...Object.fromEntries(Object.entries({ name, place, verb, text }).filter(([, value]) => value !== undefined)),
  }
  const photo = pictureWishOf(more)
  const at = `/s/${story.slug}/submissions/${email.number}`
  response.set('X-Words', wordCount(values.text))
  fragment(response, web, 'submission/preview', {
    preview: previewOf(email, values, photo ? photoPreview(at, photo) : null),
    pane: { href: at },
  })
}

/** `POST …/point-of-view` */
export async function postPointOfView(request: Request, response: Response, web: Web): Promise<void> {
  const { pointOfView } = must(
    entryForm.extend({ pointOfView: z.enum(['for', 'against', 'mixed', '']).default('') }),
    request.body ?? {},
  )
  const result = await setPointOfView(web.context, actor(response), numberParameter(request), pointOfView || null)
  await answer(request, response, web, { result, words: 'Point of view saved.', stay: true })
}

/** `POST …/move` */
export async function postMove(request: Request, response: Response, web: Web): Promise<void> {
  const { story: slug, version } = must(
    entryForm.extend({ story: z.string().max(100), version: z.coerce.number().int() }),
    request.body ?? {},
  )
  const found = await findStory(web.context, slug)
  const result = found?.story
    ? await moveToStory(web.context, actor(response), numberParameter(request), { version, storyId: found.story.id })
    : refuse('no-such-story')
  await answer(request, response, web, { result, words: `Moved to ${found?.story?.title ?? slug}.`, stay: false })
}

/** `POST …/retry` */
export async function postRetry(request: Request, response: Response, web: Web): Promise<void> {
  const result = await retryParked(web.context, actor(response), numberParameter(request))
  await answer(request, response, web, { result, words: 'It is being read again.', stay: false })
}

/** `POST …/to-queue` */
export async function postToQueue(request: Request, response: Response, web: Web): Promise<void> {
  const result = await putIntoQueue(web.context, actor(response), numberParameter(request))
  await answer(request, response, web, { result, words: 'It waits in the queue now.', stay: false })
}

type Outcome = { result: Placed | Refusal; words: string; stay: boolean }

async function answer(request: Request, response: Response, web: Web, { result, words, stay }: Outcome): Promise<void> {
  const body = must(entryForm.extend({ back: z.string().max(1000).optional() }), request.body ?? {})
  if (!result.ok) {
    const said = refusedWords(result, web.context.now())
    if (wantsJson(request))
      return problem(response, statusOf(result.why), said, {
        why: result.why,
        by: result.by,
        at: result.at,
        submission: result.submission,
      })
    const { name, place, verb, text } = must(draftBody, request.body ?? {})
    return showAgain(request, response, web, {
      status: statusOf(result.why),
      words: said,
      faults: {},
      typed: { name, place, verb, text, back: body.back },
    })
  }
  if (wantsJson(request)) return void response.json({ submission: result.submission, words })
  flash(request, { words, tone: 'done' })
  const back = safeNext(body.back ?? `/s/${request.params.story}/queue`)
  response.redirect(
    303,
    stay && back.includes('/queue') ? `${back}${back.includes('?') ? '&' : '?'}item=${result.submission.number}` : back,
  )
}
