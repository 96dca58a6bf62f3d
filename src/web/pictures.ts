// The pictures of an email for staff: our own re-encodings, inline; the graphic mark that folds them.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { aspects, centre, markGraphic, renditionOf } from '../desk/pictures.ts'
import { pictureType, readKeptPicture } from '../feed/index.ts'
import type { Aspect } from '../store/index.ts'
import { problem, wantsJson } from './errors.ts'
import { findEmail } from './find-email.ts'
import { actor } from './guard.ts'
import { attachmentPolicy } from './headers.ts'
import { must, numberParameter, safeNext } from './input.ts'
import { flash } from './page.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

export const aspectField = z.enum(Object.keys(aspects) as [Aspect, ...Aspect[]])
export const focalField = z.coerce.number().int().min(0).max(8)
export const positionField = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)

const asked = z.object({
  aspect: aspectField.default('original'),
  focal: focalField.default(centre),
  size: z.enum(['small', 'large']).default('large'),
})

/** `GET …/pictures/:position?aspect=&focal=&size=`: WebP of our own making, never a byte of the file that came. */
export async function showPicture(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  const email = story && (await findEmail(request, response, web, story))
  if (!email) return
  const position = must(positionField, request.params.position)
  const { size, ...cut } = must(asked, request.query)
  const rendition = await renditionOf(web.context, web.readMail.picture, email.number, { position, ...cut })
  if (!rendition) return problem(response, 404, 'There is no such picture.')
  if ('parked' in rendition) return problem(response, 422, `This picture can’t be shown. ${rendition.parked}`)
  sendPicture(response, size === 'small' ? rendition.small : rendition.large)
}

function sendPicture(response: Response, bytes: Uint8Array): void {
  response.set({
    'Content-Security-Policy': attachmentPolicy,
    'Content-Type': pictureType,
    'Content-Disposition': 'inline',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(bytes)
}

/** `GET /s/:story/pictures/:id`: the picture of an entry as staff see it, before it is published and after. */
export async function showKeptPicture(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const bytes = await readKeptPicture(web.context.db, story.id, must(z.uuid(), request.params.id))
  if (!bytes) return problem(response, 404, 'There is no such picture.')
  sendPicture(response, bytes)
}

const marking = (graphic: boolean, words: string) => async (request: Request, response: Response, web: Web) => {
  const { back } = must(z.strictObject({ back: z.string().max(1000).optional() }), request.body ?? {})
  const number = numberParameter(request)
  if (!(await markGraphic(web.context, actor(response), number, graphic)))
    return problem(response, 404, `There is no email #${number}.`)
  if (wantsJson(request)) return void response.json({ words })
  flash(request, { words, tone: 'done' })
  const home = safeNext(back ?? `/s/${request.params.story}/submissions/${number}`)
  response.redirect(303, home.includes('/queue') ? `${home}${home.includes('?') ? '&' : '?'}item=${number}` : home)
}

/** `POST …/graphic` and `POST …/graphic/undo` */
export const postGraphic = marking(true, 'The pictures of this email stay folded until asked for.')
export const undoGraphic = marking(false, 'The pictures of this email stand open again.')
