// First-run set-up: account, newsroom, mailbox, story, a test email. Each step is a page of its own.
import { timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'
import { addStaff, hasStaff } from '../desk/staff.ts'
import { addStory, listStories } from '../desk/stories.ts'
import { sha256 } from '../id.ts'
import { readInstallation } from '../store/index.ts'
import { titleOf } from './account.ts'
import { type Form, fields, form, listOf } from './form.ts'
import { actor } from './guard.ts'
import { newsroomForm, saveNewsroom } from './newsroom.ts'
import { page } from './page.ts'
import type { Web } from './route.ts'
import { loadSamples } from './samples.ts'
import { enter } from './sign-in.ts'
import { slugOf, zones } from './stories.ts'

const steps = ['Your account', 'Newsroom', 'Mailbox', 'Story', 'Test email']

/** A page of set-up: the step counts from 1. */
export async function showStep(
  response: Response,
  web: Web,
  name: string,
  step: number,
  model: { form: Form } & Record<string, unknown>,
) {
  const title = titleOf(`Set-up, step ${step} of ${steps.length}: ${steps[step - 1]}`, model.form)
  await page(response, web, `setup/${name}`, { title, section: '' }, { ...model, step, steps })
}

const opens = (web: Web, token: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(token)), Buffer.from(sha256(web.setupToken)))

/** `GET /setup?token=`: the administrator's account, while nobody has one. */
export async function showSetup(request: Request, response: Response, web: Web): Promise<void> {
  if (await hasStaff(web.context)) return response.redirect(303, request.user ? '/setup/newsroom' : '/sign-in')
  const token = typeof request.query.token === 'string' ? request.query.token : ''
  await showStep(response, web, opens(web, token) ? 'account' : 'token', 1, { form: form({ token }) })
}

/** `POST /setup` */
export async function makeFirstAccount(request: Request, response: Response, web: Web): Promise<void> {
  const { password, ...typed } = fields(request.body, ['token', 'name', 'email', 'password'])
  if (await hasStaff(web.context)) return response.redirect(303, '/sign-in')
  if (!opens(web, typed.token.trim())) {
    response.status(403)
    const fault = 'This is not the token that the server printed last. Copy it from the server’s log.'
    return showStep(response, web, 'token', 1, { form: form(typed, { token: fault }) })
  }
  const result = await addStaff(web.context, 'system', { ...typed, password, role: 'admin', first: true })
  if (!result.ok) {
    response.status(400)
    return showStep(response, web, 'account', 1, { form: form(typed, result.faults) })
  }
  await enter(request, response, web, { staff: result.staff, next: '/setup/newsroom' })
}

/** `GET /setup/newsroom` */
export async function showSetupNewsroom(_request: Request, response: Response, web: Web): Promise<void> {
  await showStep(response, web, 'newsroom', 2, { form: await newsroomForm(web), zones: zones() })
}

/** `POST /setup/newsroom` */
export async function setNewsroom(request: Request, response: Response, web: Web): Promise<void> {
  const wrong = await saveNewsroom(request, web)
  if (!wrong) return response.redirect(303, '/setup/mailbox')
  response.status(400)
  await showStep(response, web, 'newsroom', 2, { form: wrong, zones: zones() })
}

/** `GET /setup/story` */
export async function showSetupStory(_request: Request, response: Response, web: Web): Promise<void> {
  const [boxes, stories] = await Promise.all([web.intake.list(), listStories(web.context)])
  const address = boxes.map(box => box.username).find(name => name.includes('@')) ?? ''
  const { zone } = await readInstallation(web.context.db)
  await showStep(response, web, 'story', 4, { form: form({ addresses: address, zone }), zones: zones(), stories })
}

/** `POST /setup/story` */
export async function setStory(request: Request, response: Response, web: Web): Promise<void> {
  const typed = fields(request.body, ['title', 'addresses', 'zone'])
  const slug = slugOf(typed.title) || 'story'
  const wish = { title: typed.title, slug, addresses: listOf(typed.addresses), zone: typed.zone, graceSeconds: 10 }
  const result = await addStory(web.context, actor(response).id, wish)
  if (result.ok && request.session.samples) {
    delete request.session.samples
    await loadSamples(web, result.story)
    return response.redirect(303, `/s/${slug}/queue`)
  }
  if (result.ok) return response.redirect(303, '/setup/test')
  response.status(400)
  const { slug: slugFault, ...faults } = result.faults
  if (slugFault) faults.title ??= slugFault
  await showStep(response, web, 'story', 4, {
    form: form(typed, faults),
    zones: zones(),
    stories: await listStories(web.context),
  })
}
