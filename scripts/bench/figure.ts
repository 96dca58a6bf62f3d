// What every measurement of the bench hands over, and how.

export type Figure = {
  name: string
  /** Null: not measured, and `beside` says why. */
  value: number | null
  unit: '×' | '/s' | 'ms' | 'MB'
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

/** Median milliseconds of two pieces of work, timed turn about so that a busy machine is unfair to neither. */
export async function turnAbout(
  times: number,
  one: (run: number) => unknown,
  other: (run: number) => unknown,
): Promise<[number, number]> {
  const taken: [number[], number[]] = [[], []]
  for (let run = -3; run < times; run++)
    for (const [at, work] of [one, other].entries()) {
      const start = performance.now()
      await work(run)
      if (run >= 0) taken[at]!.push(performance.now() - start)
    }
  return [median(taken[0]), median(taken[1])]
}
