// People who work at the desk, as administrators see them: accounts, roles, sessions, links for a new password.
import type { Request, Response } from 'express'
import { invite } from '../desk/invitations.ts'
import { hasSecondFactor, removeSecondFactor } from '../desk/second-factor.ts'
import { endSessions, listSessions } from '../desk/sessions.ts'
import { addStaff as addToDesk, changeStaff as changeAtDesk, findStaff, listStaff, type Staff } from '../desk/staff.ts'
import { newSecret } from '../id.ts'
import type { Role } from '../store/index.ts'
import { titleOf } from './account.ts'
import { notFoundPage } from './errors.ts'
import { type Form, fields, form } from './form.ts'
import { actor } from './guard.ts'
import { flash, page } from './page.ts'
import type { Web } from './route.ts'

/** The roles with what each may do, for forms. */
export const roleChoices = [
  ['viewer', 'Viewer', 'Reads the queue, but no reader’s address; decides nothing.'],
  ['moderator', 'Moderator', 'Decides, and publishes what the checks do not stop.'],
  ['editor', 'Editor', 'Also publishes what was stopped, changes and withdraws entries, and sets up stories.'],
  ['admin', 'Administrator', 'Also looks after mailboxes, accounts, tokens and erasure.'],
] as const

/** `GET /admin/staff` */
export async function showStaff(_request: Request, response: Response, web: Web): Promise<void> {
  const staff = await Promise.all(
    (await listStaff(web.context)).map(async each => ({
      ...each,
      secondFactor: await hasSecondFactor(web.context, each.id),
      sessions: (await listSessions(web.context, each.id)).length,
    })),
  )
  await page(response, web, 'staff/list', { title: 'Staff', section: 'admin' }, { staff, tab: 'staff' })
}

const showNew = (response: Response, web: Web, filled: Form) =>
  page(
    response,
    web,
    'staff/new',
    { title: titleOf('Add a colleague', filled), section: 'admin' },
    { form: filled, roles: roleChoices, tab: 'staff' },
  )

/** `GET /admin/staff/new` */
export const newStaff = (_request: Request, response: Response, web: Web): Promise<void> =>
  showNew(response, web, form({ role: 'moderator' }))

/** `POST /admin/staff`: an account with a password nobody knows, and a link by which its owner chooses one. */
export async function addStaff(request: Request, response: Response, web: Web): Promise<void> {
  const typed = fields(request.body, ['name', 'email', 'role'])
  const by = actor(response).id
  const result = await addToDesk(web.context, by, { ...typed, role: typed.role as Role, password: newSecret() })
  if (!result.ok) {
    response.status(400)
    return showNew(response, web, form(typed, result.faults))
  }
  await showLink(response, web, result.staff, 'welcome')
}

async function showLink(response: Response, web: Web, staff: Staff, why: 'welcome' | 'recovery'): Promise<void> {
  const { secret, expiresAt } = await invite(web.context, actor(response).id, staff.id, why)
  const model = { staff, link: `${web.config.baseUrl}/invitation/${secret}`, expiresAt, why, tab: 'staff' }
  await page(response, web, 'staff/link', { title: `A link for ${staff.name}`, section: 'admin' }, model)
}

async function staffOf(request: Request, response: Response, web: Web): Promise<Staff | null> {
  const staff = await findStaff(web.context, String(request.params.id))
  if (!staff) notFoundPage(request, response, 'There is no such account.')
  return staff
}

async function showOne(response: Response, web: Web, staff: Staff, filled: Form): Promise<void> {
  await page(
    response,
    web,
    'staff/one',
    { title: titleOf(staff.name, filled), section: 'admin' },
    {
      staff,
      form: filled,
      roles: roleChoices,
      tab: 'staff',
      sessions: (await listSessions(web.context, staff.id)).length,
      secondFactor: await hasSecondFactor(web.context, staff.id),
    },
  )
}

/** `GET /admin/staff/:id` */
export async function editStaff(request: Request, response: Response, web: Web): Promise<void> {
  const staff = await staffOf(request, response, web)
  if (staff) await showOne(response, web, staff, form({ name: staff.name, role: staff.role }))
}

/** `POST /admin/staff/:id`: name and role. A new role ends the person's sessions. */
export async function changeStaff(request: Request, response: Response, web: Web): Promise<void> {
  const staff = await staffOf(request, response, web)
  if (!staff) return
  const typed = fields(request.body, ['name', 'role'])
  const known = roleChoices.some(([role]) => role === typed.role)
  const result = known
    ? await changeAtDesk(web.context, actor(response).id, staff.id, { name: typed.name, role: typed.role as Role })
    : ({ ok: false, faults: { role: 'Choose a role.' } } as const)
  if (result && !result.ok) {
    response.status(400)
    return showOne(response, web, staff, form(typed, result.faults))
  }
  flash(request, { words: `${typed.name} is saved.`, tone: 'done' })
  response.redirect(303, '/admin/staff')
}

/** `POST /admin/staff/:id/access`: closes or opens the account, ends its sessions, or makes a link. */
export async function changeAccess(request: Request, response: Response, web: Web): Promise<void> {
  const staff = await staffOf(request, response, web)
  if (!staff) return
  const { do: wish } = fields(request.body, ['do'])
  const by = actor(response).id
  if (wish === 'link') return showLink(response, web, staff, 'recovery')
  let words = ''
  if (wish === 'close' || wish === 'open') {
    const result = await changeAtDesk(web.context, by, staff.id, { disabled: wish === 'close' })
    if (result && !result.ok) {
      response.status(400)
      return showOne(response, web, staff, form({ name: staff.name, role: staff.role }, result.faults))
    }
    words = wish === 'close' ? `${staff.name}’s account is closed and signed out.` : `${staff.name}’s account is open.`
  } else if (wish === 'end-sessions') {
    const ended = await endSessions(web.context, by, staff.id)
    words = `${staff.name} is signed out everywhere (${ended}).`
  } else if (wish === 'second-factor') {
    await removeSecondFactor(web.context, by, staff.id)
    words = `${staff.name}’s second factor is off; a new one is set up at the next sign-in where it is required.`
  } else return notFoundPage(request, response, 'There is no such action.')
  flash(request, { words, tone: 'done' })
  response.redirect(303, `/admin/staff/${staff.id}`)
}
