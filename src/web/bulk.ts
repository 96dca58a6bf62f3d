// Many emails at once: ticked rows, one decision, one undo for the lot.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { assignMany, type BulkResult, decideMany, moveMany, moveManyBack, type Seen, undoMany } from '../desk/bulk.ts'
import { itemsInView, mostAtOnce } from '../desk/queue.ts'
import { refusals } from '../desk/refusal.ts'
import { findStory, type Story } from '../desk/stories.ts'
import { views } from '../desk/view.ts'
import { problem, wantsJson } from './errors.ts'
import { actor } from './guard.ts'
import { must, safeNext } from './input.ts'
import { flash, page } from './page.ts'
import { filtersOf, questionOf, readAsked, search } from './queue-query.ts'
import type { Web } from './route.ts'
import { keptSearch } from './search.ts'
import { storyOf } from './story-parameter.ts'
import { teamFor } from './whose.ts'

/** Ticks as `412:3`: number and the version seen. */
const pick = z
  .string()
  .regex(/^\d{1,15}:\d{1,9}$/)
  .transform(text => {
    const [number, version] = text.split(':').map(Number)
    return { number: number!, version: version! }
  })
const picks = z
  .union([
    z.array(pick).max(mostAtOnce),
    pick.transform(one => [one]),
    z
      .string()
      .max(25 * mostAtOnce)
      .transform(text => text.split(' '))
      .pipe(z.array(pick).max(mostAtOnce)),
  ])
  .default([])
const body = z.strictObject({
  decision: z.enum(['approval', 'hold', 'rejection', 'spam', 'move', 'assign']),
  /** With `move`: the slug of the other story. */
  to: z.string().max(100).optional(),
  /** With `assign`: whose they are to be. */
  assignee: z.string().max(64).optional(),
  pick: picks,
  /** Instead of ticks: the query string of a whole view, and the event it was drawn at. */
  all: z.string().max(1000).optional(),
  seq: z.coerce.number().int().nonnegative().optional(),
  /** Of an undo: what is on the live page already is withdrawn. */
  withdraw: z.literal(true).optional(),
  back: z.string().max(1000).optional(),
  as: z.string().max(64).optional(),
})

type Wish = z.infer<typeof body>

const said = {
  approval: 'Approved',
  hold: 'Held',
  rejection: 'Rejected',
  spam: 'Marked as spam',
  move: 'Moved',
  assign: 'Assigned',
}

/** `POST /s/:story/bulk` */
export async function postBulk(request: Request, response: Response, web: Web): Promise<void> {
  const wish = must(body, request.body ?? {})
  if (wish.as !== undefined && wish.as !== actor(response).id)
    return problem(response, 403, 'This was chosen by another person.')
  const story = await storyOf(request, response, web)
  if (!story) return
  const items = await itemsOf(request, web, wish, { story, me: actor(response).id })
  const result = await act(response, web, wish, { items, storyId: story.id })
  if (!result)
    return problem(response, 422, refusals[wish.decision === 'assign' ? 'no-such-colleague' : 'no-such-story'])
  const words = wordsOf(said[wish.decision], result)
  if (wantsJson(request)) return void response.json({ ...result, words })
  const fields = {
    ...{ decision: wish.decision, pick: tokenOf(result), back: safeNext(wish.back) },
    ...(wish.assignee && { assignee: wish.assignee }),
  }
  const undo = result.done.length > 0 ? { action: `/s/${request.params.story}/bulk/undo`, fields } : undefined
  flash(request, { words, tone: result.refused.length > 0 ? 'warn' : 'done', undo })
  response.redirect(303, safeNext(wish.back ?? `/s/${request.params.story}/queue`))
}

type Here = { items: Seen[]; storyId: string }

async function act(
  response: Response,
  web: Web,
  { decision, to, assignee }: Wish,
  here: Here,
): Promise<BulkResult | null> {
  if (decision === 'assign')
    return assignee ? assignMany(web.context, actor(response), { ...here, to: assignee, seen: null }) : null
  if (decision !== 'move') return decideMany(web.context, actor(response), { decision, ...here })
  const found = to === undefined ? null : await findStory(web.context, to)
  if (!found?.story) return null
  return moveMany(web.context, actor(response), { items: here.items, from: here.storyId, to: found.story.id })
}

/** What was ticked, or everything the view held when it was drawn. */
type For = { story: Story; me: string }

async function itemsOf(request: Request, web: Web, wish: Wish, { story, me }: For): Promise<Seen[]> {
  if (wish.all === undefined || wish.seq === undefined) return wish.pick
  const asked = readAsked(Object.fromEntries(new URLSearchParams(wish.all)), keptSearch(request, web))
  return itemsInView(web.context, questionOf(asked, story.id, me), wish.seq)
}

/** `GET /s/:story/bulk?seq=…` with the queue's parameters: the second step before a whole view is decided. */
export async function showBulk(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const asked = readAsked(request.query, keptSearch(request, web))
  const seq = must(z.coerce.number().int().nonnegative(), request.query.seq)
  const items = await itemsInView(web.context, questionOf(asked, story.id, actor(response).id), seq)
  const base = `/s/${story.slug}`
  const query = search(asked, { item: undefined, after: undefined })
  const facts = { title: 'All in this view', section: 'queue', story } as const
  const model = {
    base,
    query,
    seq,
    back: `${base}/queue${query}`,
    viewLabel: views[asked.view],
    filters: filtersOf(asked, base),
  }
  await page(response, web, 'queue/all', facts, { ...model, count: items.length, team: await teamFor(response, web) })
}

/** `POST /s/:story/bulk/undo` */
export async function postBulkUndo(request: Request, response: Response, web: Web): Promise<void> {
  const wish = must(body, request.body ?? {})
  const story = await storyOf(request, response, web)
  if (!story) return
  const { decision, pick: items } = wish
  const here = { items, storyId: story.id }
  const me = actor(response)
  const result =
    decision === 'move'
      ? await moveManyBack(web.context, me, here)
      : decision === 'assign'
        ? await assignMany(web.context, me, { ...here, to: null, seen: wish.assignee ?? null })
        : await undoMany(web.context, me, { decision, withdraw: wish.withdraw, ...here })
  const words = wordsOf('Put back', result)
  if (wantsJson(request)) return void response.json({ ...result, words })
  flash(request, { words, tone: result.refused.length > 0 ? 'warn' : 'done' })
  response.redirect(303, safeNext(wish.back ?? `/s/${request.params.story}/queue`))
}

/** What was done with the versions it made: the undo's own ticks. */
const tokenOf = ({ done }: BulkResult) => done.map(item => `${item.number}:${item.version}`).join(' ')

function wordsOf(what: string, { done, refused }: BulkResult): string {
  if (done.length + refused.length === 0) return 'No email was ticked.'
  const count = (number: number) => `${number} ${number === 1 ? 'email' : 'emails'}`
  const left =
    refused.length === 0
      ? ''
      : ` ${count(refused.length)} left: ${[...new Set(refused.map(each => refusals[each.why]))].join(' ')}`
  return `${what}: ${count(done.length)}.${left}`
}
