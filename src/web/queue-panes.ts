// The panes of the queue: the open email, those ahead of it, and the ways to its neighbours.
import { setImmediate } from 'node:timers/promises'
import type { Response } from 'express'
import { neighbours, type QueueRow } from '../desk/queue.ts'
import { listStories, type Story } from '../desk/stories.ts'
import { actor } from './guard.ts'
import { type Pane, readPane } from './pane.ts'
import { type Asked, questionOf, search } from './queue-query.ts'
import { isOthers, type Looker } from './queue-rows.ts'
import type { Web } from './route.ts'
import { teamFor } from './whose.ts'

/** Panes that wait in the page below the open one. */
const ahead = 3

/** What the page is about to show, and to whom. */
export type Shown = { story: Story; asked: Asked; rows: QueueRow[]; open: number | null; looker: Looker }

/** The open email’s pane, and those that wait in the page below it. */
export async function panesFrom(response: Response, web: Web, { story, asked, rows, open, looker }: Shown) {
  if (open === null) return []
  const at = rows.findIndex(row => row.number === open)
  const numbers = [open, ...rows.slice(at + 1, at + 1 + ahead).map(row => row.number)].filter(
    (each, n, all) => all.indexOf(each) === n,
  )
  const back = `/s/${story.slug}/queue${search(asked, { item: undefined })}`
  const following = (number: number) => {
    const here = rows.findIndex(row => row.number === number)
    const free = (row: QueueRow) => !isOthers(row, looker)
    const next = rows.slice(here + 1).find(free) ?? rows.slice(0, here).findLast(free)
    return (next ?? rows[here + 1] ?? rows[here - 1])?.number ?? null
  }
  return readPanes(response, web, { story, numbers, back, following, shown: asked.words ?? null, searched: asked.q })
}

type Wanted = {
  story: Story
  numbers: number[]
  back: string
  following: (number: number) => number | null
  /** The email whose words of abuse were asked for. */
  shown: number | null
  searched: string | undefined
}

export async function readPanes(
  response: Response,
  web: Web,
  { story, numbers, back, following, shown, searched }: Wanted,
): Promise<Pane[]> {
  const stories = await listStories(web.context)
  const team = await teamFor(response, web)
  const panes: Pane[] = []
  for (const number of numbers) {
    // A pane is the most of a page's work: others are answered in between.
    if (panes.length > 0) await setImmediate()
    const unfold = number === shown ? null : `${back}${back.includes('?') ? '&' : '?'}item=${number}&words=${number}`
    const pane = await readPane(web, actor(response), number, {
      ...{ story, stories, team, back, next: following(number), unfold, searched },
    })
    // An email of another story is opened where it belongs, by its own address.
    if (pane && (pane.email.story === null || pane.email.story.id === story.id)) panes.push(pane)
  }
  return panes
}

/** The emails before and after the open one, for the links that work without the script. */
export async function aroundOf(web: Web, { story, asked, rows, open, looker }: Shown) {
  const base = `/s/${story.slug}`
  const link = (number: number | null | undefined) =>
    number ? `${base}/queue${search(asked, { item: number })}` : null
  const at = rows.findIndex(row => row.number === open)
  if (open === null) return { previousHref: null, nextHref: null }
  if (at !== -1) {
    const next = rows.slice(at + 1).find(row => !isOthers(row, looker)) ?? rows[at + 1]
    return { previousHref: link(rows[at - 1]?.number), nextHref: link(next?.number) }
  }
  const around = await neighbours(web.context, questionOf(asked, story.id, looker.id), open)
  return { previousHref: link(around.previous), nextHref: link(around.next) }
}
