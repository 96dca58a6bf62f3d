// The rules of retention: days for each kind, and what the next run will do.
import type { Request, Response } from 'express'
import { actorId } from '../desk/policy.ts'
import { previewRetention, type Rule, rules, setLegalHold } from '../desk/retention.ts'
import { appendEvent, commit, readRetention, saveRetention } from '../store/index.ts'
import { titleOf } from './account.ts'
import { findEmail } from './find-email.ts'
import { type Form, fields, form, wholeNumber } from './form.ts'
import { actor } from './guard.ts'
import { must, nothingMore } from './input.ts'
import { flash, page } from './page.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

const names = Object.keys(rules) as Rule[]

/** `GET /admin/retention` */
export async function showRetention(_request: Request, response: Response, web: Web): Promise<void> {
  const { ranAt: _, ...days } = await readRetention(web.context.db)
  await view(response, web, form(Object.fromEntries(names.map(name => [name, String(days[name])]))))
}

async function view(response: Response, web: Web, filled: Form): Promise<void> {
  const preview = await previewRetention(web.context)
  const lines = names.map(name => ({ name, words: rules[name], count: preview.counts[name] }))
  await page(
    response,
    web,
    'retention/page',
    { title: titleOf('Retention', filled), section: 'admin' },
    { tab: 'retention', form: filled, preview, lines, total: lines.reduce((sum, each) => sum + each.count, 0) },
  )
}

/** `POST /admin/retention` */
export async function changeRetention(request: Request, response: Response, web: Web): Promise<void> {
  const typed = fields(request.body, names)
  const days = Object.fromEntries(names.map(name => [name, wholeNumber(typed[name])])) as Record<Rule, number>
  const wrong = names.filter(name => !(days[name] >= 0 && days[name] <= 3650))
  if (wrong.length > 0) {
    response.status(400)
    const fault = 'Give whole days, from 0 (kept for ever) to 3650.'
    return view(response, web, form(typed, Object.fromEntries(wrong.map(name => [name, fault]))))
  }
  const by = actorId(actor(response))
  await commit(web.context, async trx => {
    await saveRetention(trx, days)
    await appendEvent(trx, { at: web.context.now(), kind: 'retention-changed', actor: by, data: days })
  })
  flash(request, { words: 'Saved. The next run goes by these days.', tone: 'done' })
  response.redirect(303, '/admin/retention')
}

const hold = (on: boolean) => async (request: Request, response: Response, web: Web) => {
  must(nothingMore, request.body ?? {})
  const story = await storyOf(request, response, web)
  const email = story && (await findEmail(request, response, web, story))
  if (!email) return
  await setLegalHold(web.context, actorId(actor(response)), email.number, on)
  const words = on ? 'Under legal hold: no rule deletes this email.' : 'The legal hold has ended.'
  flash(request, { words, tone: 'done' })
  response.redirect(303, `/s/${story.slug}/submissions/${email.number}/why`)
}

/** `POST …/legal-hold` and `POST …/legal-hold/undo` */
export const postLegalHold = hold(true)
export const undoLegalHold = hold(false)
