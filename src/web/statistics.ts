// The statistics of a story: ranges are links, each plot is static with its table beside it, and each table is a CSV.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { balanceOf } from '../desk/balance.ts'
import { readStatistics, type Statistics } from '../desk/statistics.ts'
import type { Story } from '../desk/stories.ts'
import type { Stretch } from '../desk/stretch.ts'
import { csvTable, csvType } from '../feed/index.ts'
import { rfc3339 } from '../time.ts'
import { actor } from './guard.ts'
import { must } from './input.ts'
import { page } from './page.ts'
import { barPlot, linePlot, size } from './plot.ts'
import { reasons } from './reasons.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

const minute = 60_000
const hour = 60 * minute

/** What a range is called, how long it is and how long its steps are (ms). `all` reaches back to the story's beginning. */
export const ranges = {
  hour: { words: 'Last hour', length: hour, step: minute },
  'three-hours': { words: 'Last 3 hours', length: 3 * hour, step: 5 * minute },
  day: { words: 'Last 24 hours', length: 24 * hour, step: 30 * minute },
  week: { words: 'Last 7 days', length: 7 * 24 * hour, step: 3 * hour },
  all: { words: 'All of it', length: 0, step: 0 },
} as const

export type Range = keyof typeof ranges
const tables = ['minutes', 'moderators', 'places', 'points-of-view', 'reasons', 'summary'] as const

const rangeNames = Object.keys(ranges) as [Range, ...Range[]]
const query = z.object({ range: z.enum(rangeNames).default('day') })

async function stretchOf(web: Web, story: Story, range: Range): Promise<Stretch> {
  const until = Math.ceil((web.context.now() + 1) / minute) * minute
  const { length, step } = ranges[range]
  if (range !== 'all') return { storyId: story.id, since: until - length, until, step }
  const first = await web.context.db
    .selectFrom('submission')
    .select(eb => eb.fn.min<number | null>('received_at').as('at'))
    .where('story_id', '=', story.id)
    .where('state', 'is not', null)
    .executeTakeFirst()
  const since = Math.floor(Math.min(first?.at ?? story.createdAt, until - hour) / minute) * minute
  return { storyId: story.id, since, until, step: Math.ceil((until - since) / 60 / minute) * minute }
}

/** `GET /s/:story/stats?range=` */
export async function showStatistics(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const { range } = must(query, request.query)
  const stretch = await stretchOf(web, story, range)
  const figures = await readStatistics(web.context, actor(response), stretch, reasons)
  const rate = (count: number) => count / (stretch.step / minute)
  const series = (['received', 'approved', 'rejected'] as const).map(name => ({
    name,
    className: `is-${name}`,
    values: figures.steps.map(step => rate(step[name])),
  }))
  await page(
    response,
    web,
    'statistics/page',
    { title: 'Statistics', section: 'stats', story },
    {
      ...{ figures, size, stretch, range, rate, inWords },
      ranges: Object.entries(ranges).map(([name, { words }]) => ({ name, words })),
      places: figures.places.filter(row => row.place !== '').slice(0, 25),
      unplaced: figures.places.find(row => row.place === '') ?? { received: 0, approved: 0 },
      rates: linePlot(
        figures.steps.map(step => step.at),
        series,
        story.zone,
      ),
      stances: barPlot(stanceRows(figures)),
      reasonBars: barPlot(
        figures.reasons.map(row => ({
          label: row.reason,
          values: [{ className: 'is-rejected', value: row.count }],
        })),
      ),
      run: (await balanceOf(web.context, story.id)).run,
    },
  )
}

const stanceNames = { for: 'For', against: 'Against', mixed: 'Mixed', none: 'Not marked' } as const

const stanceRows = ({ pointsOfView }: Statistics) =>
  (Object.keys(stanceNames) as (keyof typeof stanceNames)[]).map(which => ({
    label: stanceNames[which],
    values: [
      { className: 'is-received', value: pointsOfView[which].received },
      { className: 'is-approved', value: pointsOfView[which].approved },
    ],
  }))

/** `40 s`, `12 min`, `3 h 05 min`, `2 days`. */
export function inWords(length: number): string {
  if (length < minute) return `${Math.round(length / 1000)} s`
  if (length < hour) return `${Math.round(length / minute)} min`
  const minutes = Math.round(length / minute)
  if (length < 48 * hour) return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
  return `${Math.round(length / (24 * hour))} days`
}

const csvQuery = query.extend({ table: z.enum(tables) })

/** `GET /s/:story/stats.csv?range=&table=`: one table, with the same rights as the page. */
export async function showStatisticsTable(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const { range, table } = must(csvQuery, request.query)
  const stretch = await stretchOf(web, story, range)
  const rows = rowsOf(table, await readStatistics(web.context, actor(response), stretch, reasons), stretch)
  response.set({
    'Content-Type': csvType,
    'Content-Disposition': `attachment; filename="${story.slug}-${table}.csv"`,
  })
  response.send(csvTable(rows))
}

const seconds = (length: number | null) => (length === null ? null : Math.round(length / 1000))

function rowsOf(table: (typeof tables)[number], figures: Statistics, { since, until }: Stretch): object[] {
  if (table === 'minutes') return figures.steps.map(({ at, ...counts }) => ({ from: rfc3339(at), ...counts }))
  if (table === 'places') return figures.places
  if (table === 'reasons') return figures.reasons
  if (table === 'points-of-view')
    return Object.entries(figures.pointsOfView).map(([pointOfView, counts]) => ({ pointOfView, ...counts }))
  if (table === 'moderators')
    return figures.moderators.map(({ name, decided, waiting, pace }) => ({
      ...{ name, decided, waitedMedianSeconds: seconds(waiting.median), waitedP90Seconds: seconds(waiting.p90) },
      decisionMedianSeconds: seconds(pace),
    }))
  const { received, decided, waiting, photos } = figures
  return [
    {
      ...{ from: rfc3339(since), until: rfc3339(until), received, ...decided },
      waitedMedianSeconds: seconds(waiting?.median ?? null),
      waitedP90Seconds: seconds(waiting?.p90 ?? null),
      ...{ withPhotoReceived: photos.received, withPhotoApproved: photos.approved },
    },
  ]
}
