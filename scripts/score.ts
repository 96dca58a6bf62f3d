// `npm run score`: how well the mail room reads its labelled corpus, by kind of message. `--wrong` prints each miss.
import { readdirSync, readFileSync } from 'node:fs'
import { readMessage } from '../src/mail/read.ts'

type Expected = { kind: string; text?: string; name?: string; place?: string; anonymous?: boolean; automatic: boolean }
type Tally = Record<
  'all' | 'exact' | 'left' | 'cut' | 'byline' | 'bylines' | 'nameWrong' | 'placeWrong' | 'named' | 'automatic',
  number
>

const folder = new URL('../test/mail/corpus/', import.meta.url)
const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
const bare = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Words of `from` that `other` lacks, each counted as often as it stands there. */
function missing(from: string, other: string): number {
  const left = new Map<string, number>()
  for (const word of words(other)) left.set(word, (left.get(word) ?? 0) + 1)
  let lacking = 0
  for (const word of words(from)) {
    const have = left.get(word) ?? 0
    if (have === 0) lacking++
    else left.set(word, have - 1)
  }
  return lacking
}

/** Reads the whole corpus; answers the tallies by kind and a line for each miss. */
export async function score(): Promise<{ tallies: Map<string, Tally>; misses: string[] }> {
  const tallies = new Map<string, Tally>()
  const misses: string[] = []
  for (const file of readdirSync(folder)
    .filter(name => name.endsWith('.eml'))
    .sort()) {
    const expected: Expected = JSON.parse(readFileSync(new URL(file.replace(/eml$/, 'json'), folder), 'utf8'))
    const reading = await readMessage(readFileSync(new URL(file, folder)))
    const group = expected.kind.replace(/^(reply|outlook|footer|html|disclaimer)-.*$/, '$1')
    const tally = tallies.get(group) ?? {
      all: 0,
      exact: 0,
      left: 0,
      cut: 0,
      byline: 0,
      bylines: 0,
      nameWrong: 0,
      placeWrong: 0,
      named: 0,
      automatic: 0,
    }
    tallies.set(group, tally)
    tally.all++
    const miss = (what: string, got: string, want: string) =>
      misses.push(`${file} ${what}\n   got:  ${JSON.stringify(got)}\n   want: ${JSON.stringify(want)}`)
    if ((reading.automatic !== null) === expected.automatic) tally.automatic++
    else miss('automatic', JSON.stringify(reading.automatic), String(expected.automatic))
    if (expected.text === undefined) continue
    if (bare(reading.text) === bare(expected.text)) tally.exact++
    else miss('text', reading.text, expected.text)
    if (missing(reading.text, expected.text) > 0) tally.left++
    if (missing(expected.text, reading.text) > 0) tally.cut++
    if (expected.name === undefined) continue
    tally.bylines++
    if (reading.name === expected.name && reading.place === expected.place) tally.byline++
    else miss('byline', `${reading.name} / ${reading.place}`, `${expected.name} / ${expected.place}`)
    if (reading.name !== '' && reading.name !== expected.name) tally.nameWrong++
    if (reading.place !== '' && reading.place !== expected.place) tally.placeWrong++
    if (
      expected.anonymous &&
      (reading.name !== '' || reading.candidates.some(({ field }) => field === 'name') || !reading.anonymous)
    )
      tally.named++
  }
  return { tallies, misses }
}

/** The sums over every kind. */
export function total(tallies: Map<string, Tally>): Tally {
  const sum: Tally = {
    all: 0,
    exact: 0,
    left: 0,
    cut: 0,
    byline: 0,
    bylines: 0,
    nameWrong: 0,
    placeWrong: 0,
    named: 0,
    automatic: 0,
  }
  for (const tally of tallies.values()) for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tally[key]
  return sum
}

if (import.meta.main) {
  const { tallies, misses } = await score()
  const columns = [
    'kind',
    'all',
    'exact',
    'left',
    'cut',
    'byline',
    'of',
    'nameWrong',
    'placeWrong',
    'named',
    'automatic',
  ]
  const row = (name: string, t: Tally) => [
    name,
    t.all,
    t.exact,
    t.left,
    t.cut,
    t.byline,
    t.bylines,
    t.nameWrong,
    t.placeWrong,
    t.named,
    t.automatic,
  ]
  for (const cells of [columns, ...[...tallies].map(([kind, tally]) => row(kind, tally)), row('TOTAL', total(tallies))])
    process.stdout.write(
      `${cells
        .map((cell, at) => String(cell).padEnd(at === 0 ? 20 : 11))
        .join('')
        .trimEnd()}\n`,
    )
  if (process.argv.includes('--wrong')) process.stdout.write(`${misses.join('\n')}\n`)
}
