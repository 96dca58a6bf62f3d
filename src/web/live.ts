// The staff's live page: what is in its grace, what readers see now, and the top of the page.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { readLivePage } from '../desk/live-page.ts'
import { actorId, may } from '../desk/policy.ts'
import type { Story } from '../desk/stories.ts'
import {
  changePageTop,
  composedKinds,
  mostKeyPoints,
  type PageTop,
  readPageTop,
  readStop,
  usualStopWords,
} from '../feed/index.ts'
import { emptyValues, entryFields, kindWords, nameForms } from './entry-form.ts'
import { type Form, fields, form, wholeNumber } from './form.ts'
import { actor } from './guard.ts'
import { type Faults, must } from './input.ts'
import { type Editing, liveView } from './live-view.ts'
import { flash, page } from './page.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

const query = z.object({ edit: z.uuid().optional(), before: z.coerce.number().int().positive().optional() })

/** `GET /s/:story/live`; `?edit=ID` opens that entry's form, `?before=…` goes on below. */
export async function showLive(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const { edit, before } = must(query, request.query)
  await renderLive(response, web, story, { editing: edit ? { id: edit, faults: {} } : null, before })
}

/** What somebody was writing when it was refused. */
type Composing = { kind: string; values: Record<string, string>; fault: string }
type Shown = { editing?: Editing | null; before?: number; top?: Form; notice?: string; composing?: Composing }

/** The page, also with what was typed when something was wrong with it. */
export async function renderLive(response: Response, web: Web, story: Story, shown: Shown): Promise<void> {
  const { context, config } = web
  const me = actor(response)
  const live = await readLivePage(context, me, story.id, shown.before)
  const around = { actor: me, slug: story.slug, zone: story.zone, now: context.now(), baseUrl: config.baseUrl }
  const count = live.scheduled.length
  await page(
    response,
    web,
    'live-desk/page',
    { title: count > 0 ? `Live page (${count} to come)` : 'Live page', section: 'live', story },
    {
      ...liveView(live, { ...around, editing: shown.editing ?? null }, shown.before),
      stop: await readStop(context.db, story.id),
      usualStopWords,
      compose: composeForms(shown.composing ?? null),
      nameForms,
      story,
      below: shown.before !== undefined,
      notice: shown.notice ?? '',
      mayArrange: may(me.role, 'arrange-live-page'),
      mayStop: may(me.role, 'stop-publishing'),
      form: shown.top ?? form(topValues(await readPageTop(context, story.id))),
      mostKeyPoints,
    },
  )
}

/** One form for each kind of entry that staff write; open where something was wrong. */
const composeForms = (composing: Composing | null) =>
  composedKinds.map(kind => ({
    kind,
    label: kindWords[kind],
    fields: entryFields(kind),
    values: composing?.kind === kind ? composing.values : emptyValues,
    fault: composing?.kind === kind ? composing.fault : '',
  }))

const topValues = (top: PageTop): Form['values'] => ({
  headline: top.headline,
  standfirst: top.standfirst,
  byline: top.byline,
  callOut: top.callOut,
  callOutShown: top.callOutShown ? 'yes' : '',
  keyPoints: top.keyPoints.join('\n'),
  callOutEvery: top.callOutEvery ? String(top.callOutEvery) : '',
})

/** `POST /s/:story/live`: the top of the page. */
export async function changeTop(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const typed = fields(request.body, [
    'headline',
    'standfirst',
    'byline',
    'callOut',
    'callOutShown',
    'callOutEvery',
    'keyPoints',
  ])
  const result = await changePageTop(web.context, actorId(actor(response)), story.id, {
    ...typed,
    callOutShown: typed.callOutShown === 'yes',
    callOutEvery: wholeNumber(typed.callOutEvery) || 0,
    keyPoints: typed.keyPoints.split('\n'),
  })
  if (!result.ok) {
    const faults: Faults =
      result.why === 'stopped'
        ? { '': 'Publishing is stopped in this story. Lift the stop, then save again.' }
        : { keyPoints: `There can be ${mostKeyPoints} key points. Take some out and save again.` }
    response.status(422)
    return renderLive(response, web, story, { top: form(typed, faults) })
  }
  flash(request, { words: 'The top of the live page is changed.', tone: 'done' })
  response.redirect(303, `/s/${story.slug}/live`)
}
