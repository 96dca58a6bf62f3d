// The last step of set-up: waits for a test email, and says how soon it came.
import type { Request, Response } from 'express'
import { listStories } from '../desk/stories.ts'
import { wantsJson } from './errors.ts'
import { form } from './form.ts'
import type { Web } from './route.ts'
import { showStep } from './setup.ts'

/** `GET /setup/test`: the page asks again by itself, or by its link where no script runs. */
export async function showFirstEmail(request: Request, response: Response, web: Web): Promise<void> {
  const waiting = request.session.waiting ?? { since: await lastNumber(web), at: web.context.now() }
  request.session.waiting = waiting
  const arrived = await web.context.db
    .selectFrom('submission')
    .select(['number', 'kept_at', 'subject'])
    .where('number', '>', waiting.since)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  const seconds = arrived ? Math.max(0, Math.round((arrived.kept_at - waiting.at) / 1000)) : null
  if (wantsJson(request)) return void response.json({ arrived: arrived !== undefined })
  const [boxes, stories] = await Promise.all([web.intake.list(), listStories(web.context)])
  const story = stories[0]
  const address = story?.addresses[0] ?? boxes[0]?.username ?? null
  const model = { arrived, seconds, address, story, hasMailbox: boxes.length > 0, form: form() }
  await showStep(response, web, 'test', 5, model)
}

async function lastNumber(web: Web): Promise<number> {
  const last = await web.context.db
    .selectFrom('submission')
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.number ?? 0
}
