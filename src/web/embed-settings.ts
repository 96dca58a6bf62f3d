// Which sites may show a story, in which colours, and what they put into their pages.
import type { Request, Response } from 'express'
import type { Story } from '../desk/stories.ts'
import { changeEmbed, readEmbed } from '../feed/index.ts'
import { titleOf } from './account.ts'
import { type Form, fields, form, listOf } from './form.ts'
import { actor } from './guard.ts'
import { flash, page } from './page.ts'
import type { Web } from './route.ts'
import { storyToChange } from './stories.ts'

async function view(response: Response, web: Web, story: Story, filled: Form): Promise<void> {
  const { baseUrl } = web.config
  const title = story.title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const frame = `<iframe src="${baseUrl}/embed/${story.slug}" title="${title}" width="100%" height="640" loading="lazy"></iframe>`
  const script = `<script type="module" async src="${baseUrl}/embed.js"></script>`
  const facts = { title: titleOf('Embedding', filled), section: 'stories' as const, story }
  await page(response, web, 'stories/embed', facts, { form: filled, story, snippet: `${frame}\n${script}` })
}

/** `GET /stories/:slug/embed` */
export async function showEmbedSettings(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyToChange(request, response, web)
  if (!story) return
  const { hosts, theme } = await readEmbed(web.context.db, story.id)
  await view(response, web, story, form({ hosts: hosts.join('\n'), ...theme }))
}

/** `POST /stories/:slug/embed` */
export async function changeEmbedSettings(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyToChange(request, response, web)
  if (!story) return
  const { hosts, ...colours } = fields(request.body, ['hosts', 'ground', 'ink', 'accent'])
  const theme = Object.values(colours).every(colour => colour.trim() === '') ? null : colours
  const result = await changeEmbed(web.context, actor(response).id, story.id, { hosts: listOf(hosts), theme })
  if (!result.ok) {
    response.status(400)
    return view(response, web, story, form({ hosts, ...colours }, result.faults))
  }
  flash(request, { words: 'Saved. Frames show it within seconds.', tone: 'done' })
  response.redirect(303, `/stories/${story.slug}/embed`)
}
