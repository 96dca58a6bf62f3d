// Programs that take the feed: webhooks and hubs that are told, tokens that ask. Who has what, who is behind and why.
import type { Request, Response } from 'express'
import { listStories } from '../desk/stories.ts'
import { addWebhook, listReaders, listWebhooks, removeWebhook, replayWebhook, type Webhook } from '../feed/index.ts'
import { titleOf } from './account.ts'
import { consumerCards } from './consumer-view.ts'
import { notFoundPage } from './errors.ts'
import { type Form, fields, form, wholeNumber } from './form.ts'
import { actor } from './guard.ts'
import { flash, page } from './page.ts'
import type { Web } from './route.ts'

const blank = { kind: 'webhook', story: '' }

async function view(response: Response, web: Web, filled: Form, secret: string | null = null): Promise<void> {
  const { context } = web
  const stories = await listStories(context)
  const now = context.now()
  await page(
    response,
    web,
    'consumers/page',
    { title: titleOf('Consumers', filled), section: 'admin' },
    {
      form: filled,
      cards: consumerCards(await listWebhooks(context), stories, now),
      readers: (await listReaders(context.db)).map(reader => ({
        ...reader,
        story: stories.find(story => story.id === reader.storyId)?.title ?? '',
      })),
      stories: [['', 'Every story'], ...stories.map(story => [story.slug, story.title])],
      secret,
      tab: 'consumers',
    },
  )
}

/** `GET /admin/consumers` */
export const showConsumers = (_request: Request, response: Response, web: Web): Promise<void> =>
  view(response, web, form(blank))

const refusals = {
  'no-name': { name: 'Give it a name.' },
  'name-taken': { name: 'There is one of this name already. Choose another.' },
  'bad-address': { url: 'The address must begin with https:// and hold no password.' },
  'not-on-the-list': { url: 'Postbag may not call this host. Whoever runs it adds the host to POSTBAG_OUTGOING.' },
}

/** `POST /admin/consumers`: the answer is the only page that ever shows a webhook's secret. */
export async function addConsumer(request: Request, response: Response, web: Web): Promise<void> {
  const typed = fields(request.body, ['name', 'url', 'kind', 'story'])
  const story = (await listStories(web.context)).find(each => each.slug === typed.story)
  const kind = typed.kind === 'hub' ? 'hub' : 'webhook'
  const wish = { name: typed.name, url: typed.url.trim(), storyId: story?.id ?? null, kind } as const
  const result = await addWebhook(web.context, web.keys, actor(response).id, wish)
  if (result.ok) return view(response, web, form(blank), kind === 'webhook' ? result.secret : null)
  response.status(400)
  await view(response, web, form(typed, refusals[result.why]))
}

const found = async (request: Request, web: Web): Promise<Webhook | undefined> =>
  (await listWebhooks(web.context)).find(each => each.id === String(request.params.id))

/** `POST /admin/consumers/:id/replay`: what failed is tried at once; with a number, everything after it once more. */
export async function replayConsumer(request: Request, response: Response, web: Web): Promise<void> {
  const { from } = fields(request.body, ['from'])
  const hook = await found(request, web)
  if (!hook) return notFoundPage(request, response, 'There is no such consumer. Somebody may have removed it.')
  const after = from.trim() === '' ? undefined : wholeNumber(from)
  if (Number.isNaN(after)) {
    flash(request, { words: 'Give the number of a change: 0, or the last one to be left out.', tone: 'warn' })
    return response.redirect(303, '/admin/consumers')
  }
  await replayWebhook(web.context, actor(response).id, hook.name, after)
  flash(request, { words: `${hook.name} is tried again now. Look again in a moment.`, tone: 'done' })
  response.redirect(303, '/admin/consumers')
}

/** `POST /admin/consumers/:id/removal` */
export async function removeConsumer(request: Request, response: Response, web: Web): Promise<void> {
  const hook = await found(request, web)
  if (!hook) return notFoundPage(request, response, 'There is no such consumer. Somebody may have removed it.')
  await removeWebhook(web.context, actor(response).id, hook.name)
  flash(request, { words: `${hook.name} is told nothing any more.`, tone: 'done' })
  response.redirect(303, '/admin/consumers')
}
