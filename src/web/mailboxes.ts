// The mailboxes that mail is taken from: how each does, adding, changing, testing, pausing.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { listStories } from '../desk/stories.ts'
import { mailboxAccounts } from '../intake/health.ts'
import { titleOf } from './account.ts'
import { notFoundPage } from './errors.ts'
import { type Form, fields, form, wholeNumber } from './form.ts'
import { actor } from './guard.ts'
import { must } from './input.ts'
import { flash, page } from './page.ts'
import type { ListedMailbox, MailboxForm, Step, Web } from './route.ts'

/** `GET /admin/mailboxes` */
export async function listMailboxes(_request: Request, response: Response, web: Web): Promise<void> {
  const [accounts, boxes] = await Promise.all([mailboxAccounts(web.context), web.intake.list()])
  const mailboxes = accounts.map(account => ({ ...account, box: boxes.find(box => box.id === account.id) }))
  await page(response, web, 'mailboxes/list', { title: 'Mailboxes', section: 'admin' }, { mailboxes, tab: 'mailboxes' })
}

const names = ['name', 'host', 'port', 'security', 'username', 'password', 'folder', 'quiet', 'story', 'do'] as const

/** Where each field's fault is shown, by what intake says is wrong. */
const fieldOf: Record<string, string> = { 'name-taken': 'name', 'in-clear': 'security', 'bad-port': 'port' }

export const newMailboxForm = (): Form =>
  form({ port: '993', security: 'tls', folder: 'INBOX', name: 'Readers’ emails' })

export type PostedMailbox = {
  typed: Form['values']
  /** Null when a field is missing or of the wrong kind; `faults` says which. */
  box: MailboxForm | null
  faults: Form['faults']
  /** Only the connection is to be tested. */
  test: boolean
}

/**
 * Reads the posted form. A password typed before, when only a test was asked for or a field was wrong, is kept sealed in
 * the session, so that nobody has to type it twice and no page carries it.
 */
export function readMailboxForm(request: Request, web: Web): PostedMailbox {
  const typed = fields(request.body, names)
  if (typed.password) request.session.typedPassword = web.keys.seal(typed.password)
  const kept = request.session.typedPassword
  const password = typed.password || (kept ? web.keys.unseal(kept) : '')
  const { password: _secret, do: _button, ...shown } = typed
  const faults: Form['faults'] = {}
  if (typed.name.trim() === '') faults.name = 'Give the mailbox a name that your colleagues will know.'
  if (!/^[\w.:-]+$/.test(typed.host.trim())) faults.host = 'Give the name of the mail server, such as imap.example.org.'
  if (typed.username.trim() === '') faults.username = 'Give the user name; mostly it is the whole email address.'
  const security = z.enum(['tls', 'starttls', 'none']).safeParse(typed.security)
  if (!security.success) faults.security = 'Choose how the connection is protected.'
  const box: MailboxForm = {
    name: typed.name.trim(),
    host: typed.host.trim(),
    port: wholeNumber(typed.port),
    security: security.data ?? 'tls',
    username: typed.username.trim(),
    password,
    folder: typed.folder.trim() || 'INBOX',
    quiet: typed.quiet === 'yes',
    storyId: typed.story || null,
  }
  const wrong = Object.keys(faults).length > 0
  return { typed: shown, box: wrong ? null : box, faults, test: typed.do === 'test' }
}

/** What the password field says of a password that is kept already. */
export const keptPassword = (request: Request, box: ListedMailbox | null): string | undefined => {
  if (request.session.typedPassword) return 'Leave it empty to use the password that you typed just now.'
  return box ? 'Leave it empty to keep the password there is.' : undefined
}

type Shown = { form: Form; steps: Step[] | null; box: ListedMailbox | null }

async function showForm(response: Response, web: Web, { form: filled, steps, box }: Shown): Promise<void> {
  const stories = (await listStories(web.context)).map(story => [story.id, story.title] as const)
  const title = box ? `Change “${box.name}”` : 'Add a mailbox'
  const kept = keptPassword(response.req, box)
  const model = { form: filled, steps, box, stories, tab: 'mailboxes', heading: title, keptPassword: kept }
  await page(response, web, 'mailboxes/form', { title: titleOf(title, filled), section: 'admin' }, model)
}

/** `GET /admin/mailboxes/new` */
export function newMailbox(request: Request, response: Response, web: Web): Promise<void> {
  delete request.session.typedPassword
  return showForm(response, web, { form: newMailboxForm(), steps: null, box: null })
}

/** `POST /admin/mailboxes`: tests, or adds. */
export async function addMailbox(request: Request, response: Response, web: Web): Promise<void> {
  const { typed, box, test, faults } = readMailboxForm(request, web)
  if (box?.password === '') faults.password = 'Give the password of the mailbox.'
  if (!box || Object.keys(faults).length > 0) {
    response.status(400)
    return showForm(response, web, { form: form(typed, faults), steps: null, box: null })
  }
  if (test) return showForm(response, web, { form: form(typed), steps: await web.intake.test(box), box: null })
  const answer = await web.intake.add(actor(response).id, box)
  if (answer.ok) {
    delete request.session.typedPassword
    flash(request, { words: `“${box.name}” is added. Its mail is being fetched.`, tone: 'done' })
    return response.redirect(303, '/admin/mailboxes')
  }
  response.status(400)
  const wrong = { [fieldOf[answer.why] ?? 'host']: answer.words }
  return showForm(response, web, { form: form(typed, wrong), steps: null, box: null })
}

/** The mailbox of `/admin/mailboxes/:name`, or null when the page has been answered. */
export async function mailboxOf(request: Request, response: Response, web: Web): Promise<ListedMailbox | null> {
  const box = (await web.intake.list()).find(each => each.name === request.params.name)
  if (box) return box
  notFoundPage(request, response, 'There is no mailbox of this name.')
  return null
}

/** `GET /admin/mailboxes/:name` */
export async function editMailbox(request: Request, response: Response, web: Web): Promise<void> {
  const box = await mailboxOf(request, response, web)
  if (!box) return
  delete request.session.typedPassword
  const { host, port, security, username, folder, name } = box
  const values = { name, host, port: String(port), security, username, folder }
  const more = { quiet: box.quiet ? 'yes' : '', story: box.storyId ?? '' }
  await showForm(response, web, { form: form({ ...values, ...more }), steps: null, box })
}

/** `POST /admin/mailboxes/:name`: tests, or saves; an empty password keeps the one there is. */
export async function changeMailbox(request: Request, response: Response, web: Web): Promise<void> {
  const old = await mailboxOf(request, response, web)
  if (!old) return
  const { typed, box, test, faults } = readMailboxForm(request, web)
  if (!box) {
    response.status(400)
    return showForm(response, web, { form: form(typed, faults), steps: null, box: old })
  }
  if (test) return showForm(response, web, { form: form(typed), steps: await web.intake.test(box, old.id), box: old })
  const answer = await web.intake.change(actor(response).id, old.id, box)
  if (answer.ok) {
    delete request.session.typedPassword
    flash(request, { words: `“${old.name}” is saved and tried again now.`, tone: 'done' })
    return response.redirect(303, '/admin/mailboxes')
  }
  response.status(400)
  return showForm(response, web, {
    form: form(typed, { [fieldOf[answer.why] ?? 'host']: answer.words }),
    steps: null,
    box: old,
  })
}

/** `POST /admin/mailboxes/:name/pause` */
export async function pauseMailbox(request: Request, response: Response, web: Web): Promise<void> {
  const { paused } = must(z.strictObject({ paused: z.enum(['yes', 'no']) }), request.body)
  const box = await mailboxOf(request, response, web)
  if (!box) return
  await web.intake.change(actor(response).id, box.id, { paused: paused === 'yes' })
  const words = paused === 'yes' ? `“${box.name}” is paused: nothing is fetched.` : `“${box.name}” is fetched again.`
  flash(request, { words, tone: 'done' })
  response.redirect(303, '/admin/mailboxes')
}
