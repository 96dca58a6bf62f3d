// The queue page, and the fragments that keep it going: more rows, one row, the panes ahead.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { countAssigned } from '../desk/assignment.ts'
import { checkWords } from '../desk/checks.ts'
import { listQueue, readRow } from '../desk/queue.ts'
import type { Story } from '../desk/stories.ts'
import { countViews, type View, views } from '../desk/view.ts'
import { readStop } from '../feed/index.ts'
import { shownBalance } from './balance.ts'
import { elsewhere, emptyOf } from './empty.ts'
import { must, numberParameter } from './input.ts'
import { fragment, page } from './page.ts'
import { aroundOf, panesFrom, readPanes } from './queue-panes.ts'
import { type Asked, filtersOf, questionOf, readAsked, search, sorts, stances } from './queue-query.ts'
import { lookerOf, rowsOf } from './queue-rows.ts'
import { reasons } from './reasons.ts'
import type { Web } from './route.ts'
import { savedViewLinks } from './saved-views.ts'
import { keptSearch } from './search.ts'
import { storyOf } from './story-parameter.ts'
import { lastSeq } from './stream-events.ts'
import { teamFor } from './whose.ts'

const windowLength = 50

/** `GET /s/:story/queue` */
export async function showQueue(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const asked = readAsked(request.query, keptSearch(request, web))
  const looker = lookerOf(request, response)
  // Read before the rows: what happens between the two is told again rather than missed.
  const seq = await lastSeq(web.context)
  const list = await listQueue(web.context, { ...questionOf(asked, story.id, looker.id), limit: windowLength })
  const counts = await countViews(web.context, story.id)
  const open = asked.item ?? list.rows[0]?.number ?? null
  const shown = { story, asked, rows: list.rows, open, looker }
  const panes = await panesFrom(response, web, shown)
  const here = await aroundOf(web, shown)
  const facts = {
    title: `${labelOf(story, asked.view)} (${counts[asked.view]})`,
    section: 'queue',
    story,
    layout: 'queue',
    showing: asked.item === undefined ? 'list' : 'item',
  } as const
  await page(response, web, 'queue/page', facts, {
    ...linksOf(story, asked, counts, list.next),
    mine: looker.mayPick && (await mineOf(web, story, asked, looker.id)),
    team: await teamFor(response, web),
    ...here,
    saved: await savedViewLinks(response, web, story, asked),
    savable: asked.search === undefined,
    seq,
    rows: rowsOf(list.rows, shown),
    pane: panes[0] ?? null,
    ahead: panes.slice(1),
    empty: await emptyOf(web, story, asked, counts),
    also: elsewhere(asked, `/s/${story.slug}/queue`),
    reasons,
    stop: await readStop(web.context.db, story.id),
    balance: await shownBalance(web, story.id),
    skipOpen: looker.skips,
    mayDecide: looker.mayPick,
  })
}

/** `GET /s/:story/rows?after=…&seq=…` with the queue's own parameters: the next rows as list items, for the script. */
export async function showRows(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const asked = readAsked(request.query, keptSearch(request, web))
  const looker = lookerOf(request, response)
  const limit = must(z.coerce.number().int().min(1).max(100).default(windowLength), request.query.limit)
  const list = await listQueue(web.context, { ...questionOf(asked, story.id, looker.id), limit })
  response.set('X-Next', String(list.next ?? ''))
  const rows = rowsOf(list.rows, { story, asked, open: null, looker })
  fragment(response, web, 'queue/rows', { rows })
}

/** `GET /s/:story/rows/:number`: one row as it is now. */
export async function showRow(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const row = await readRow(web.context, numberParameter(request))
  const asked = readAsked(request.query, keptSearch(request, web))
  const looker = lookerOf(request, response)
  fragment(response, web, 'queue/rows', { rows: row ? rowsOf([row], { story, asked, open: null, looker }) : [] })
}

/** What arrives for a closed story is kept where mail waits elsewhere, and that view is called what it is. */
const labelOf = (story: Story, view: View): string =>
  story.status === 'closed' && view === 'waiting' ? 'Closed' : views[view]

/** `GET /s/:story/panes?numbers=412,413`: panes with their bars, a template each. */
export async function showPanes(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const numbers = must(z.string().regex(/^\d{1,15}(,\d{1,15}){0,9}$/), request.query.numbers)
    .split(',')
    .map(Number)
  const asked = readAsked(request.query, keptSearch(request, web))
  const back = `/s/${story.slug}/queue${search(asked, { item: undefined })}`
  const wanted = { story, numbers, back, following: () => null, shown: null, searched: asked.q }
  const panes = await readPanes(response, web, wanted)
  fragment(response, web, 'queue/panes', { panes })
}

/** The link to what this person has taken, or was given. */
async function mineOf(web: Web, story: Story, asked: Asked, me: string) {
  const href = `/s/${story.slug}/queue${search({ view: 'waiting', sort: asked.sort, mine: '1' })}`
  return {
    href,
    count: await countAssigned(web.context, story.id, me),
    current: asked.mine && asked.view === 'waiting',
  }
}

/** Views that are shown only when they hold something. */
const occasional = new Set<View>(['second-approval', 'spam', 'aside', 'parked', 'unrouted'])

function linksOf(story: Story, asked: Asked, counts: Record<View, number>, next: number | null) {
  const base = `/s/${story.slug}`
  const shown = (Object.keys(views) as View[]).filter(
    view => !occasional.has(view) || counts[view] > 0 || view === asked.view,
  )
  const query = {
    view: asked.view,
    sort: asked.sort,
    q: asked.q,
    flag: asked.flag,
    photo: asked.photo,
    mine: asked.mine,
    pointOfView: asked['point-of-view'],
  }
  return {
    base,
    query,
    here: `${base}/queue${search(asked, { item: undefined, after: undefined })}`,
    rowsQuery: search(asked, { item: undefined, after: undefined }),
    viewLabel: labelOf(story, asked.view),
    total: counts[asked.view],
    views: shown.map(name => ({
      name,
      label: labelOf(story, name),
      count: counts[name],
      href: `${base}/queue${search({ view: name, sort: asked.sort })}`,
    })),
    sorts,
    // What a search finds stands newest first, whatever the order of the list.
    sortLabel: sorts.find(([value]) => value === (asked.q ? 'newest' : asked.sort))![1],
    stances,
    flags: Object.entries(checkWords).map(([name, said]) => [name, said.label]),
    filters: filtersOf(asked, base),
    /** Parameters a form of the page hands on, without those it sets itself. */
    kept: (without: string[]) =>
      Object.entries(asked).filter(
        ([name, value]) =>
          value !== undefined && name !== 'after' && !(name === 'q' && asked.search) && !without.includes(name),
      ),
    next,
    moreHref: `${base}/queue${search(asked, { after: next, item: undefined })}`,
    bulk: !['approved', 'aside', 'parked'].includes(asked.view),
  }
}
