// What every measurement of the bench hands over, and how.

export type Figure = {
  name: string
  /** Null: not measured, and `beside` says why. */
  value: number | null
  unit: '×' | '/s' | 'ms' | 's' | 'MB' | ''
  /** The aim: at least, or at most, so much. */
  least?: number
  most?: number
  /** What it was measured against, in words. */
  beside: string
}

const mark = 'FIGURES '

/** A part of the bench is a process of its own; this is its last line. */
export const handOver = (figures: Figure[]) => process.stdout.write(`${mark}${JSON.stringify(figures)}\n`)

export function figuresIn(output: string): Figure[] {
  const line = output.split('\n').findLast(each => each.startsWith(mark))
  return line === undefined ? [] : (JSON.parse(line.slice(mark.length)) as Figure[])
}

export const median = (values: number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1]!

/** The value that `share` (0 to 1) of all do not exceed. */
export const percentile = (values: number[], share: number): number =>
  values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))]!

/** Median milliseconds by the clock, and of processor time (which holds on a busy machine too). */
export type Cost = { clock: number; processor: number }

/** The costs of two pieces of work, timed turn about so that a busy machine is unfair to neither. */
export async function turnAbout(
  times: number,
  one: (run: number) => unknown,
  other: (run: number) => unknown,
): Promise<[Cost, Cost]> {
  const taken = [one, other].map(work => ({ work, clock: [] as number[], processor: [] as number[] }))
  for (let run = -3; run < times; run++)
    for (const { work, clock, processor } of taken) {
      const start = performance.now()
      const before = process.cpuUsage()
      await work(run)
      const { user, system } = process.cpuUsage(before)
      if (run < 0) continue
      clock.push(performance.now() - start)
      processor.push((user + system) / 1000)
    }
  const [first, second] = taken.map(each => ({ clock: median(each.clock), processor: median(each.processor) }))
  return [first!, second!]
}
