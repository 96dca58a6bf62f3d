// Which rule takes an email: paste one, and see where it would go.
import type { Request, Response } from 'express'
import { listStories } from '../desk/stories.ts'
import { type Form, fields, form } from './form.ts'
import { page } from './page.ts'
import type { Web } from './route.ts'

const ruleWords: Record<string, string> = {
  address: 'An address of the story',
  'plus-tag': 'The tag after the plus',
  mailbox: 'The mailbox’s own story',
  subject: 'Words of the subject',
  default: 'The story that takes what no rule claims',
  unrouted: 'No rule: it waits under Unrouted until somebody moves it',
}

type Outcome = { rule: string; words: string; story: { slug: string; title: string } | null; to: string[] }

const view = (response: Response, web: Web, filled: Form, outcome: Outcome | null) =>
  page(
    response,
    web,
    'routing/page',
    { title: 'Which rule takes an email?', section: 'stories' },
    { form: filled, outcome },
  )

/** `GET /routing` */
export const showRouting = (_request: Request, response: Response, web: Web): Promise<void> =>
  view(response, web, form(), null)

/** `POST /routing`: nothing is kept of what is pasted. */
export async function tryRouting(request: Request, response: Response, web: Web): Promise<void> {
  const { email } = fields(request.body, ['email'])
  if (email.trim() === '') {
    response.status(400)
    return view(response, web, form({}, { email: 'Paste an email with its headers.' }), null)
  }
  // A message without a blank line has headers only; one is added so that To is read as a header.
  const raw = Buffer.from(`${email.replace(/\r?\n/g, '\r\n').trimStart()}\r\n\r\n`)
  const { storyId, rule, words, to } = await web.intake.routeOf(raw)
  const story = (await listStories(web.context)).find(each => each.id === storyId) ?? null
  await view(response, web, form({ email }), { rule: ruleWords[rule] ?? rule, words, story, to })
}
