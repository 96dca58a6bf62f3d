// The mailbox step of set-up: the address, then how to get in, then a test.
import type { Request, Response } from 'express'
import { type Form, fields, form } from './form.ts'
import { actor } from './guard.ts'
import { keptPassword, newMailboxForm, readMailboxForm } from './mailboxes.ts'
import type { Step, Web } from './route.ts'
import { showStep } from './setup.ts'

/** Providers by the domain of the address: the server is filled in, all else is the usual. */
const presets: Record<string, { host: string; hint: string }> = {
  'gmail.com': { host: 'imap.gmail.com', hint: 'Google asks for an app password: make one in the Google account.' },
  'googlemail.com': {
    host: 'imap.gmail.com',
    hint: 'Google asks for an app password: make one in the Google account.',
  },
  'yahoo.com': { host: 'imap.mail.yahoo.com', hint: 'Yahoo asks for an app password.' },
  'icloud.com': { host: 'imap.mail.me.com', hint: 'Apple asks for an app-specific password.' },
  'fastmail.com': { host: 'imap.fastmail.com', hint: 'Fastmail asks for an app password.' },
  'zoho.com': { host: 'imap.zoho.com', hint: '' },
  'gmx.net': { host: 'imap.gmx.net', hint: '' },
  'gmx.com': { host: 'imap.gmx.com', hint: '' },
  'aol.com': { host: 'imap.aol.com', hint: 'AOL asks for an app password.' },
}

/** The settings for an address, by its domain; another domain is asked at `imap.DOMAIN`. */
export function presetFor(address: string): { host: string; hint: string } {
  const domain = address.split('@').at(-1)?.trim().toLowerCase() ?? ''
  return presets[domain] ?? { host: /^[\w.-]+\.\w+$/.test(domain) ? `imap.${domain}` : '', hint: '' }
}

/** `GET /setup/mailbox`: first the address alone. */
export async function showSetupMailbox(_request: Request, response: Response, web: Web): Promise<void> {
  const boxes = await web.intake.list()
  await showStep(response, web, 'address', 3, { form: form(), boxes })
}

type Box = { form: Form; tested: Step[] | null; hint: string }

async function showBox(request: Request, response: Response, web: Web, shown: Box): Promise<void> {
  await showStep(response, web, 'mailbox', 3, {
    ...shown,
    keptPassword: keptPassword(request, null) ?? (shown.hint || undefined),
  })
}

/** `POST /setup/mailbox/address`: answers the whole form, with the provider's settings. An address is never in a URL. */
export async function chooseMailbox(request: Request, response: Response, web: Web): Promise<void> {
  const { address } = fields(request.body, ['address'])
  const { host, hint } = presetFor(address)
  delete request.session.typedPassword
  if (!address.includes('@')) {
    response.status(400)
    const faults = { address: 'Type the address that readers write to, such as haveyoursay@example.org.' }
    return showStep(response, web, 'address', 3, { form: form({ address }, faults), boxes: await web.intake.list() })
  }
  const values = { ...newMailboxForm().values, username: address.trim(), host }
  await showBox(request, response, web, { form: form(values), tested: null, hint })
}

/** `POST /setup/mailbox`: tests the connection, and adds the mailbox once the test has passed or on request. */
export async function setMailbox(request: Request, response: Response, web: Web): Promise<void> {
  const { typed, box, faults, test } = readMailboxForm(request, web)
  const again = (status: number, filled: Form, tested: Step[] | null = null) => {
    response.status(status)
    return showBox(request, response, web, { form: filled, tested, hint: '' })
  }
  if (box?.password === '') faults.password = 'Give the password of the mailbox.'
  if (!box || Object.keys(faults).length > 0) return again(400, form(typed, faults))
  const tested = await web.intake.test(box)
  if (test || !tested.every(step => step.ok)) return again(test ? 200 : 400, form(typed), tested)
  const answer = await web.intake.add(actor(response).id, box)
  if (!answer.ok) return again(400, form(typed, { name: answer.words }), tested)
  delete request.session.typedPassword
  response.redirect(303, '/setup/story')
}
