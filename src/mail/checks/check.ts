// What every check is given and gives back.
import type { Wish } from '../byline/anonymous.ts'
import { mayMatch } from '../may-match.ts'
import type { Automatic, Finding, Fold, Level } from '../reading.ts'
import { remembering } from '../remembering.ts'

export type CheckFacts = {
  original: string
  folded: Fold[]
  /** The reader's own words, as proposed for publication. */
  text: string
  subject: string
  from: { name: string; address: string }
  name: string
  place: string
  anonymous: boolean
  wish: Wish
  automatic: Automatic | null
  /** The name of the language, when it is surely not English. */
  language: string
  /** Every word of subject and text, lower case: a cheap question before a dear pattern. */
  words: ReadonlySet<string>
}

/** Findings for one question, none when there is nothing to say. They only mark; people decide. */
export type Check = (facts: CheckFacts) => Finding[]

/**
 * One finding for each of the first three places in `text` where a pattern (with the g flag) matches. A list is of
 * phrases: there lines run on and curly apostrophes are straight, so that patterns need write neither.
 */
export function findAll(check: string, level: Level, text: string, patterns: RegExp | readonly RegExp[]): Finding[] {
  const found: Finding[] = []
  if (Array.isArray(patterns) && patterns.length === 0) return found
  const phrases = Array.isArray(patterns)
  const plain = phrases ? runOn(text) : text
  for (const pattern of phrases ? (patterns as RegExp[]) : [patterns as RegExp]) {
    if (!mayMatch(pattern, plain)) continue
    // Not `matchAll`, which makes the pattern anew for every text: with hundreds of patterns that costs more than asking them.
    pattern.lastIndex = 0
    for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
      if (found.length === 3) return found
      found.push({ check, level, words: around(text, match.index, match[0].length) })
      if (match[0] === '') pattern.lastIndex++
    }
  }
  return found
}

/** As long as `text`, so that places in it are places in the text. */
const runOn = remembering(text => text.replace(/[’‘`´]/g, "'").replace(/(?<=[^\n])\n(?=[^\n])|[\t\u00a0]/g, ' '))

/** Patterns of phrases, in any case of letters. */
export const phrasings = (...sources: string[]): RegExp[] => sources.map(source => new RegExp(source, 'gi'))

/** The words of a text, lower case, as `CheckFacts.words` holds them; `digits` among them stands for any number. */
export const wordsOf = (text: string): ReadonlySet<string> =>
  new Set([...(text.toLowerCase().match(/\p{L}+/gu) ?? []), ...(/\d/.test(text) ? ['digits'] : [])])

/** Whether any of these words (parted by blanks) is used at all. */
export function mentions(words: ReadonlySet<string>, triggers: readonly string[]): boolean {
  for (const trigger of triggers) if (words.has(trigger)) return true
  return false
}

/** The words that matched, within whole words. */
export function around(text: string, at: number, size: number): string {
  let start = at
  let end = at + size
  while (start > 0 && /[\p{L}\p{N}]/u.test(text[start - 1]!) && at - start < 20) start--
  while (end < text.length && /[\p{L}\p{N}]/u.test(text[end]!) && end - at - size < 20) end++
  return text.slice(start, end).replace(/\s+/g, ' ').trim()
}
