// How the desk of a story works: subjects that lead to it, pins, the balance; and its call-out as readers see it.
import type { Request, Response } from 'express'
import type { Story } from '../desk/stories.ts'
import { changeStoryDesk, readStoryDesk } from '../desk/story-desk.ts'
import { titleOf } from './account.ts'
import { type Form, fields, form, wholeNumber } from './form.ts'
import { actor } from './guard.ts'
import { flash, page } from './page.ts'
import { callOutParts } from './public.ts'
import type { Web } from './route.ts'
import { storyToChange } from './stories.ts'

async function view(response: Response, web: Web, story: Story, filled: Form): Promise<void> {
  const facts = { title: titleOf('The desk of this story', filled), section: 'stories' as const, story }
  const callOut = callOutParts(story.callOut)
  await page(response, web, 'stories/desk', facts, {
    form: filled,
    story,
    callOut,
    label: 'Call-out, as readers see it',
  })
}

/** `GET /stories/:slug/desk` */
export async function showStoryDesk(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyToChange(request, response, web)
  if (!story) return
  const { subjects, pinMax, showBalance } = await readStoryDesk(web.context.db, story.id)
  const values = { subjects: subjects.join('\n'), pinMax: String(pinMax), showBalance: showBalance ? 'yes' : '' }
  await view(response, web, story, form(values))
}

/** `POST /stories/:slug/desk` */
export async function postStoryDesk(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyToChange(request, response, web)
  if (!story) return
  const typed = fields(request.body, ['subjects', 'pinMax', 'showBalance'])
  const faults = await changeStoryDesk(web.context, actor(response).id, story.id, {
    subjects: typed.subjects.split('\n'),
    pinMax: wholeNumber(typed.pinMax),
    showBalance: typed.showBalance === 'yes',
  })
  if (faults) {
    response.status(400)
    return view(response, web, story, form(typed, faults))
  }
  flash(request, { words: 'Saved.', tone: 'done' })
  response.redirect(303, `/stories/${story.slug}/desk`)
}
