// Where the words of a search stand in a text, for the eye: the same forms of a word that the search finds.
import { type Context, formsOf, wordsIn } from '../store/index.ts'

export type Hit = { start: number; end: number }

/** Letters as the index compares them, one for one: small, without accents. */
const plain = (text: string): string =>
  text.toLowerCase().length === text.length
    ? text.toLowerCase().replace(/[^\x00-\x7f]/g, letter => letter.normalize('NFD')[0] ?? letter)
    : text

const mostHits = 200

/** The places of the words, in order, not overlapping; UTF-16 offsets. The last word may be a beginning. */
export function hitsIn(text: string, words: string): Hit[] {
  const wanted = wordsIn(words).map(plain)
  if (wanted.length === 0) return []
  const forms = new Set(wanted.flatMap(formsOf))
  const last = wanted.at(-1)!
  const beginning = (word: string) => word.startsWith(last)
  const all = [...plain(text).matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index: start }) => ({
    ...{ word, start, end: start + word.length },
  }))
  const whole = formsOf(last)
  const asWord = all.some(({ word }) => whole.includes(word))
  return all
    .filter(({ word }) => forms.has(word) || (!asWord && beginning(word)))
    .slice(0, mostHits)
    .map(({ start, end }) => ({ start, end }))
}

export type Piece = { words: string; hit: boolean }

/** A text cut where the words of a search begin and end. */
export function piecesOf(text: string, words: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of hitsIn(text, words)) {
    if (start > at) pieces.push({ words: text.slice(at, start), hit: false })
    pieces.push({ words: text.slice(start, end), hit: true })
    at = end
  }
  return at < text.length ? [...pieces, { words: text.slice(at), hit: false }] : pieces
}

const excerptLength = 240
/** So much stands before the first word that was found. */
const lead = 60

/** One line of the text around the first hit; its beginning when there is none. */
export function excerptAround(text: string, words: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const first = hitsIn(line, words)[0]?.start ?? 0
  if (first < excerptLength - lead) return line.slice(0, excerptLength)
  const start = line.indexOf(' ', first - lead) + 1
  return `… ${line.slice(start, start + excerptLength - 2)}`
}

/** Excerpts around what was searched for, by number. */
export async function excerptsFor({ db }: Context, numbers: number[], words: string): Promise<Map<number, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('submission')
    .select(['number'])
    .select(eb => eb.fn<string>('substr', ['text', eb.lit(1), eb.lit(20_000)]).as('text'))
    .where('number', 'in', numbers)
    .execute()
  return new Map(rows.map(({ number, text }) => [number, excerptAround(text, words)]))
}
