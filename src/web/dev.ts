// Only for `npm run dev`: type or paste an email and watch it arrive, or see what each step of reading makes of it.
import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { z } from 'zod'
import { rfc822 } from '../time.ts'
import { showError } from './errors.ts'
import { type Form, fields, form } from './form.ts'
import { must } from './input.ts'
import { flash, page } from './page.ts'
import type { Web } from './route.ts'

const view = (response: Response, web: Web, filled: Form) =>
  page(response, web, 'dev/page', { title: 'Send yourself an email', section: '' }, { form: filled })

/** `GET /dev` */
export const showDev = (_request: Request, response: Response, web: Web): Promise<void> =>
  view(response, web, form({ from: 'Katherine Ruislip <katherine@example.org>', to: 'haveyoursay@example.org' }))

/** `POST /dev`: what was typed, or the raw message that was pasted, is taken in as if it had just arrived. */
export async function takeInTyped(request: Request, response: Response, web: Web): Promise<void> {
  await web.intake.takeIn(messageOf(request, web))
  flash(request, { words: 'It has arrived: look in the queue.', tone: 'done' })
  response.redirect(303, '/dev')
}

/** `POST /dev/reading`: the same message, read and not taken in, with every step's result side by side. */
export async function showSteps(request: Request, response: Response, web: Web): Promise<void> {
  const steps = await web.intake.explain(messageOf(request, web))
  const heading = 'How this email is read'
  await page(response, web, 'dev/reading', { title: heading, section: '' }, { heading, steps })
}

/** `GET /dev/reading/:number`: a kept email, every step anew. */
export async function showStepsOf(request: Request, response: Response, web: Web): Promise<void> {
  const number = must(
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
    request.params.number,
  )
  const raw = await web.readMail.source(number)
  if (!raw) return showError(response, 404, 'No bytes of this email are kept.')
  const steps = await web.intake.explain(raw)
  const heading = `How #${number} is read`
  await page(response, web, 'dev/reading', { title: heading, section: '' }, { heading, steps })
}

/** What was typed as a message, or the message that was pasted. */
function messageOf(request: Request, web: Web): Buffer {
  const typed = fields(request.body, ['from', 'to', 'subject', 'text', 'raw'])
  const line = (text: string) => text.replace(/[\r\n]+/g, ' ')
  const written = [
    `From: ${line(typed.from)}`,
    `To: ${line(typed.to)}`,
    `Subject: ${line(typed.subject)}`,
    `Date: ${rfc822(web.context.now())}`,
    `Message-ID: <${randomUUID()}@dev.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    typed.text,
  ].join('\n')
  return Buffer.from((typed.raw.trim() || written).replace(/\r?\n/g, '\r\n'))
}
