// A sign is a pattern with the words without one of which it cannot match: most letters hold none of them, and then the
// pattern is not asked at all.

import type { Finding } from '../reading.ts'
import type { CheckFacts } from './check.ts'
import { mentions } from './check.ts'

export type Sign = { triggers: readonly string[]; pattern: RegExp }

/** `[triggers, pattern]`, the triggers parted by blanks; the pattern in any case of letters. */
export const signs = (...given: [triggers: string, source: string][]): Sign[] =>
  given.map(([triggers, source]) => ({ triggers: triggers.split(' '), pattern: new RegExp(source, 'gi') }))

/** The patterns that may match. */
export const possible = (all: readonly Sign[], words: CheckFacts['words']): RegExp[] =>
  all.filter(({ triggers }) => mentions(words, triggers)).map(({ pattern }) => pattern)

/** Without those whose words stand within another's: one sentence heard twice is one finding. */
export const widest = (found: Finding[]): Finding[] =>
  found.filter(
    ({ words }, at) =>
      !found.some(
        (other, place) =>
          place !== at && other.words.includes(words) && (other.words.length > words.length || place < at),
      ),
  )
