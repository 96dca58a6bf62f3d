// A story that goes on elsewhere: rolled over to tomorrow's page, or merged into another story.
import type { Request, Response } from 'express'
import { listStories, type Story } from '../desk/stories.ts'
import { mergeStories, rollOver } from '../desk/succession.ts'
import { countViews } from '../desk/view.ts'
import { titleOf } from './account.ts'
import { notFoundPage } from './errors.ts'
import { type Form, fields, form } from './form.ts'
import { actor } from './guard.ts'
import { flash, page } from './page.ts'
import type { Web } from './route.ts'
import { slugOf, storyToChange } from './stories.ts'

async function viewRollOver(response: Response, web: Web, story: Story, filled: Form): Promise<void> {
  const facts = { title: titleOf('Roll over', filled), section: 'stories' as const, story }
  const { waiting, held } = await countViews(web.context, story.id)
  await page(response, web, 'stories/roll-over', facts, { form: filled, story, waiting, held })
}

/** The next free of `strike-2`, `strike-3` …, for a story called `strike` or `strike-2`. */
async function nextSlug(web: Web, slug: string): Promise<string> {
  const [, base, last] = /^(.*?)(?:-(\d{1,3}))?$/.exec(slug)!
  const taken = new Set((await listStories(web.context)).map(story => story.slug))
  let number = Number(last ?? 1) + 1
  while (taken.has(`${base}-${number}`)) number++
  return `${base!.slice(0, 58)}-${number}`
}

/** `GET /stories/:slug/roll-over`: what would be taken over, and what the new page is called. */
export async function showRollOver(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyToChange(request, response, web)
  if (!story) return
  const values = { title: story.title, slug: await nextSlug(web, story.slug), close: 'yes' }
  await viewRollOver(response, web, story, form(values))
}

/** `POST /stories/:slug/roll-over` */
export async function postRollOver(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyToChange(request, response, web)
  if (!story) return
  const typed = fields(request.body, ['title', 'slug', 'close'])
  const result = await rollOver(web.context, actor(response).id, story.id, {
    title: typed.title,
    slug: typed.slug.trim() || slugOf(typed.title),
    close: typed.close === 'yes',
  })
  if (!result) return notFoundPage(request, response, 'There is no such story.')
  if (!result.ok) {
    response.status(400)
    return viewRollOver(response, web, story, form(typed, result.faults))
  }
  const words = `“${result.story.title}” has taken over. Its emails and its addresses are here now.`
  flash(request, { words, tone: 'done' })
  response.redirect(303, `/s/${result.story.slug}/queue`)
}

async function viewMerge(response: Response, web: Web, story: Story, filled: Form): Promise<void> {
  const facts = { title: titleOf('Merge', filled), section: 'stories' as const, story }
  const others = (await listStories(web.context)).filter(each => each.id !== story.id)
  const counts = await countViews(web.context, story.id)
  const emails = counts.waiting + counts.held + counts.approved + counts.rejected + counts.spam
  const options = others.map(each => [each.slug, each.title])
  await page(response, web, 'stories/merge', facts, { form: filled, story, options, counts, emails })
}

/** `GET /stories/:slug/merge` */
export async function showMerge(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyToChange(request, response, web)
  if (story) await viewMerge(response, web, story, form())
}

/** `POST /stories/:slug/merge`: it cannot be undone, so a tick confirms it. */
export async function postMerge(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyToChange(request, response, web)
  if (!story) return
  const typed = fields(request.body, ['into', 'sure'])
  const into = (await listStories(web.context)).find(each => each.slug === typed.into && each.id !== story.id)
  const faults: Record<string, string> = {}
  if (!into) faults.into = 'Choose the story that the other becomes a part of.'
  if (typed.sure !== 'yes') faults.sure = 'Tick this to go on: a merge cannot be undone.'
  const result =
    into && typed.sure === 'yes' ? await mergeStories(web.context, actor(response).id, story.id, into.id) : null
  if (!result?.ok) {
    response.status(400)
    return viewMerge(response, web, story, form(typed, faults))
  }
  flash(request, { words: `“${story.title}” is a part of “${result.story.title}” now.`, tone: 'done' })
  response.redirect(303, `/s/${result.story.slug}/queue`)
}
