// Where the words of a search stand in a text, for the eye: the same forms of a word that the search finds.
import { type Context, formsOf, wordsIn } from '../store/index.ts'

export type Hit = { start: number; end: number }

/** Letters as the index compares them, one for one: small, without accents. */
const plain = (text: string): string =>
  text.toLowerCase().length === text.length
    ? text.toLowerCase().replace(/[^\x00-\x7f]/g, letter => letter.normalize('NFD')[0] ?? letter)
    : text

const isLetter = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at))

/** Where `word` stands in `text` as a word; with `begins` as the beginning of one, which is then taken whole. */
function placesOf(text: string, word: string, begins = false): Hit[] {
  const hits: Hit[] = []
  for (let start = text.indexOf(word); start >= 0 && hits.length < mostHits; start = text.indexOf(word, start + 1)) {
    let end = start + word.length
    if (begins) while (isLetter(text, end)) end++
    if (!isLetter(text, start - 1) && !isLetter(text, end)) hits.push({ start, end })
  }
  return hits
}

const mostHits = 200

/** The places of the words, in order, not overlapping; UTF-16 offsets. The last word may be a beginning. */
export function hitsIn(text: string, words: string): Hit[] {
  const wanted = wordsIn(words).map(plain)
  const last = wanted.at(-1)
  if (last === undefined) return []
  const searched = plain(text)
  const asWord = formsOf(last).flatMap(form => placesOf(searched, form))
  const hits = [
    ...wanted.slice(0, -1).flatMap(word => formsOf(word).flatMap(form => placesOf(searched, form))),
    ...(asWord.length > 0 ? asWord : placesOf(searched, last, true)),
  ].sort((one, other) => one.start - other.start)
  return hits.filter((hit, at) => at === 0 || hit.start >= hits[at - 1]!.end).slice(0, mostHits)
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
/** So much at most stands before the first word that was found: a row shows two short lines. */
const lead = 40

/** One line of the text around the first hit; its beginning when there is none. */
export function excerptAround(text: string, words: string): string {
  const first = hitsIn(text, words)[0]?.start ?? 0
  const oneLine = (part: string) => part.replace(/\s+/g, ' ').trim()
  if (first <= lead) return oneLine(text.slice(0, 3 * excerptLength)).slice(0, excerptLength)
  const start = text.slice(first - lead, first).search(/\s/) + 1
  const from = first - lead + start
  return `… ${oneLine(text.slice(from, from + 3 * excerptLength)).slice(0, excerptLength - 2)}`
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
