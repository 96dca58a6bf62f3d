// Plots as static SVG: numbers become paths and places on the server, and no script draws anything. Colours are classes.
import { scaleLinear, scaleTime } from 'd3-scale'
import { line } from 'd3-shape'
import { day, hourMinute } from '../time.ts'

/** The plot's own units; it is drawn as wide as the page allows. */
export const size = { width: 400, height: 190, left: 30, right: 8, top: 8, bottom: 22 }

export type Series = { name: string; className: string; values: number[] }

export type LinePlot = {
  lines: { name: string; className: string; path: string }[]
  /** Labels along the sides, with where they stand. */
  times: { x: number; label: string }[]
  rates: { y: number; label: string }[]
}

/** Lines over time; `at` are the beginnings of the steps, as many as each series has values. */
export function linePlot(at: number[], series: Series[], zone: string): LinePlot {
  const { width, height, left, right, top, bottom } = size
  const last = at.at(-1) ?? 0
  const x = scaleTime([at[0] ?? 0, last], [left, width - right])
  const highest = Math.max(0, ...series.flatMap(each => each.values))
  const y = scaleLinear([0, highest || 1], [height - bottom, top]).nice(4)
  const path = line<number>(
    (_value, index) => x(at[index]!),
    value => y(value),
  )
  const days = last - (at[0] ?? 0) > 2 * 24 * 3_600_000
  const label = (time: number) => (days ? day(time, zone).replace(/ \d{4}$/, '') : hourMinute(time, zone))
  return {
    lines: series.map(({ name, className, values }) => ({ name, className, path: path(values) ?? '' })),
    // A label at the very end would be cut off.
    times: x
      .ticks(4)
      .map(tick => ({ x: rounded(x(tick)), label: label(tick.getTime()) }))
      .filter(tick => tick.x < width - 20),
    rates: y.ticks(4).map(tick => ({ y: rounded(y(tick)), label: String(tick) })),
  }
}

export type BarPlot = {
  height: number
  bars: { label: string; y: number; parts: { className: string; width: number; y: number; value: number }[] }[]
}

const barHeight = 14
const labelHeight = 16

/** Rows of bars that lie under each other, a label above each row. */
export function barPlot(rows: { label: string; values: { className: string; value: number }[] }[]): BarPlot {
  const most = Math.max(1, ...rows.flatMap(row => row.values.map(each => each.value)))
  const width = scaleLinear([0, most], [0, size.width - 60])
  let y = 0
  const bars = rows.map(({ label, values }) => {
    const top = y
    y += labelHeight
    const parts = values.map(({ className, value }, at) => ({
      className,
      value,
      width: rounded(width(value)),
      y: top + labelHeight + at * (barHeight + 2),
    }))
    y += values.length * (barHeight + 2) + 6
    return { label, y: top, parts }
  })
  return { height: Math.max(y, 1), bars }
}

const rounded = (value: number) => Math.round(value * 10) / 10
