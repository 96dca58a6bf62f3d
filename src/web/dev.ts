// Only for `npm run dev`: type or paste an email and watch it arrive.
import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { rfc822 } from '../time.ts'
import { type Form, fields, form } from './form.ts'
import { flash, page } from './page.ts'
import type { Web } from './route.ts'

const view = (response: Response, web: Web, filled: Form) =>
  page(response, web, 'dev/page', { title: 'Send yourself an email', section: '' }, { form: filled })

/** `GET /dev` */
export const showDev = (_request: Request, response: Response, web: Web): Promise<void> =>
  view(response, web, form({ from: 'Katherine Ruislip <katherine@example.org>', to: 'haveyoursay@example.org' }))

/** `POST /dev`: what was typed, or the raw message that was pasted, is taken in as if it had just arrived. */
export async function takeInTyped(request: Request, response: Response, web: Web): Promise<void> {
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
  const raw = (typed.raw.trim() || written).replace(/\r?\n/g, '\r\n')
  await web.intake.takeIn(Buffer.from(raw))
  flash(request, { words: 'It has arrived: look in the queue.', tone: 'done' })
  response.redirect(303, '/dev')
}
