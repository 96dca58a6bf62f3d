// Names and words that a story may not publish: asked at approval, at every amendment, and again when an entry goes live.
import type { Db, Trx } from '../store/index.ts'
import { allWords, type WordsWish } from './words.ts'

/** At most so many barred names or words in one story. */
export const mostBarred = 200

/** The story's barred names and words, in the order they were written down. */
export async function readBarred(db: Db | Trx, storyId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('barred')
    .select('words')
    .where('story_id', '=', storyId)
    .orderBy('position')
    .execute()
  return rows.map(row => row.words)
}

/**
 * The barred ones that stand in a text: whole words, in any case of letters, with or without accents, and whatever
 * blanks, line breaks, hyphens or emphasis stand between them.
 */
export function barredIn(barred: readonly string[], text: string): string[] {
  if (barred.length === 0) return []
  const plain = ` ${plainly(text)} `
  return barred.filter(words => {
    const wanted = plainly(words)
    return wanted !== '' && (plain.includes(` ${wanted} `) || plain.includes(` ${wanted} s `))
  })
}

/** Small letters and figures without accents, one blank between words. */
const plainly = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[*_]+/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The barred ones in what readers would see of an entry. */
export const barredInEntry = (barred: readonly string[], words: WordsWish): string[] =>
  barred.length === 0 ? [] : barredIn(barred, allWords(words))
