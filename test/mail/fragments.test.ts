// The cheap question before a dear pattern may answer "ask" too often, never "surely not" once too often.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { fragmentsOf as Fragments } from '../../src/mail/fragments.ts'
import type { mayMatch as May } from '../../src/mail/may-match.ts'
import { patternsOfTheRoom } from './patterns.ts'

let patterns: RegExp[]
let fragmentsOf: typeof Fragments
let mayMatch: typeof May
beforeAll(async () => {
  const found = await patternsOfTheRoom()
  patterns = [...new Map(found.map(({ source, flags }) => [`/${source}/${flags}`, new RegExp(source, flags)])).values()]
  fragmentsOf = (await import('../../src/mail/fragments.ts')).fragmentsOf

  mayMatch = (await import('../../src/mail/may-match.ts')).mayMatch
  // Of the others it always says "ask".
  patterns = patterns.filter(pattern => fragmentsOf(pattern) !== null)
}, 60_000)

/** Whether the pattern matches, whatever it was asked before. */
const matches = (pattern: RegExp, text: string): boolean => {
  pattern.lastIndex = 0
  return pattern.test(text)
}

/** A pattern with the flag y matches at the beginning only, which is fine: it matches. */
const overlooked = (texts: Iterable<string>, pattern: RegExp): string[] =>
  [...texts].filter(text => !mayMatch(pattern, text) && matches(pattern, text)).map(text => `${pattern} in ${text}`)

test('fragments are read from a pattern: what is optional, repeated, alternative or of any case among them', () => {
  for (const [pattern, fragments] of [
    [/colou?r of \w+/i, ['color of ', 'colour of ']],
    [/\b(?:my|our) (?:wife|son)\b/i, ['my wife', 'my son', 'our wife', 'our son']],
    [/(?<!not )to be[^.]{0,20} published/, [' published']],
    [/[ab]cd|XYZW+/, ['acd', 'bcd', 'xyzw']],
    [/abcd?e?/, ['abc', 'abce', 'abcd', 'abcde']],
    [/x+yes{2}no(?:way){2,3}/, ['noway']],
    [/\u00c9t\u00e9|Stra\u00dfe/, ['\u00e9t\u00e9', 'stra\u00dfe']],
    [/a|bcd/, null],
    [/\d+ of [\w-]{3,}/, [' of ']],
    [/(?:never )?/, null],
  ] as [RegExp, string[] | null][])
    expect([String(pattern), fragmentsOf(pattern)?.toSorted() ?? null]).toEqual([
      String(pattern),
      fragments?.toSorted() ?? null,
    ])
})

test('what the patterns of the room are made to match is never overlooked', () => {
  const faults: string[] = []
  let matched = 0
  for (const pattern of patterns) {
    let made: string[]
    try {
      // The flags that the generator knows, and no edges of words; what comes is asked of the pattern itself.
      made = fc.sample(
        fc.stringMatching(new RegExp(pattern.source.replaceAll('\\b', ''), pattern.flags.replace(/[^sux]/g, '')), {
          size: 'small',
        }),
        {
          numRuns: 4,
          seed: 2016,
        },
      )
    } catch {
      // It looks around itself: the next test has texts for it.
      continue
    }
    const texts = made.flatMap(each => [each, each.toUpperCase(), `I think ${each} is right.`])
    matched += texts.filter(text => matches(pattern, text)).length
    faults.push(...overlooked(texts, pattern))
  }
  expect(faults).toEqual([])
  expect(matched).toBeGreaterThan(800)
}, 60_000)

test('what people write is never overlooked, nor in capitals', () => {
  const folder = import.meta.dirname
  const files = globSync(['told/*.txt', 'languages/*.txt'], { cwd: folder })
  const lines = files.flatMap(file => readFileSync(join(folder, file), 'utf8').split('\n')).filter(line => line !== '')
  const texts = [
    ...lines.filter((_, at) => at % 6 === 0),
    ...lines.filter((_, at) => at % 24 === 0).map(line => line.toUpperCase()),
  ]
  expect(lines.length).toBeGreaterThan(700)
  let hits = 0
  let asked = 0
  const faults: string[] = []
  for (const pattern of patterns)
    for (const text of texts) {
      const may = mayMatch(pattern, text)
      if (may) asked++
      if (!matches(pattern, text)) continue
      hits++
      if (!may) faults.push(`${pattern} in ${text}`)
    }
  expect(faults.slice(0, 5)).toEqual([])
  expect(hits).toBeGreaterThan(250)
  // It would be no use if it said "ask" of everything.
  expect(asked).toBeLessThan((patterns.length * texts.length) / 2)
}, 120_000)
