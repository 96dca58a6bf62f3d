// The email itself: full source, the reader's HTML in a sandboxed frame, attachments. Each look is recorded.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { recordAccess } from '../desk/access.ts'
import type { Submission } from '../desk/submission.ts'
import { problem, showError } from './errors.ts'
import { sendFile, ticketFor } from './files-host.ts'
import { findEmail } from './find-email.ts'
import { actor } from './guard.ts'
import { attachmentPolicy, mailFramePolicy } from './headers.ts'
import { must } from './input.ts'
import { page } from './page.ts'
import type { Web } from './route.ts'
import { type Scanned, scan } from './scanner.ts'
import { storyOf } from './story-parameter.ts'

/** `GET …/source`: every byte as it came, as plain text. */
export async function showSource(request: Request, response: Response, web: Web): Promise<void> {
  const email = await emailOf(request, response, web)
  if (!email) return
  const raw = await web.readMail.source(email.number)
  if (!raw) return showError(response, 410, 'The source of this email is no longer kept.')
  await recordAccess(web.context, actor(response), 'read the source', email.number)
  response.set({ 'Content-Security-Policy': attachmentPolicy, 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(raw)
}

/** `GET …/html`: a page of ours around the frame. */
export async function showHtmlPage(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  const email = story && (await findEmail(request, response, web, story))
  if (!email) return
  const facts = { title: `#${email.number} as its writer saw it`, section: 'queue', story } as const
  await page(response, web, 'submission/html', facts, { email, href: `/s/${story.slug}/submissions/${email.number}` })
}

/** `GET …/html/frame`: the reader's HTML through the allow-list, in a document that may do nothing. */
export async function showHtmlFrame(request: Request, response: Response, web: Web): Promise<void> {
  const email = await emailOf(request, response, web)
  if (!email) return
  const html = await web.readMail.html(email.number)
  await recordAccess(web.context, actor(response), 'read as HTML', email.number)
  response.removeHeader('X-Frame-Options')
  response.set('Content-Security-Policy', mailFramePolicy)
  response.render('submission/frame', { html, safeHtml: (safe: string) => safe })
}

/** `GET …/attachments/:position`: a download, or the way to it where files have a host of their own. */
export async function showAttachment(request: Request, response: Response, web: Web): Promise<void> {
  const email = await emailOf(request, response, web)
  if (!email) return
  const position = must(
    z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number),
    request.params.position,
  )
  const file = await web.readMail.attachment(email.number, position)
  if (!file) return problem(response, 404, 'There is no such attachment.')
  const refused = await refusedByScanner(web, file.bytes)
  if (refused) return showError(response, refused.status, refused.words)
  await recordAccess(web.context, actor(response), `downloaded attachment ${position + 1}`, email.number)
  const elsewhere = ticketFor(web, email.number, position)
  if (elsewhere) return response.redirect(303, elsewhere)
  sendFile(response, file)
}

/** Where a scanner is configured, nothing is handed out that it found something in, or that it could not look at. */
async function refusedByScanner({ config }: Web, bytes: Uint8Array): Promise<{ status: number; words: string } | null> {
  const scanned: Scanned = config.scanner === null ? { clean: true } : await scan(config.scanner, bytes)
  if (scanned.clean === null) return { status: 503, words: `${scanned.why} The file is not handed out until it has.` }
  if (scanned.clean) return null
  return { status: 403, words: `The virus scanner found ${scanned.found} in this file. It is not handed out.` }
}

async function emailOf(request: Request, response: Response, web: Web): Promise<Submission | null> {
  const story = await storyOf(request, response, web)
  return story && (await findEmail(request, response, web, story))
}
