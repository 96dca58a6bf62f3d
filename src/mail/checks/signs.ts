// A sign is a pattern with the words without one of which it cannot match: most letters hold none of them, and then the
// pattern is not asked at all.
import type { CheckFacts } from './check.ts'
import { mentions } from './check.ts'

export type Sign = { triggers: readonly string[]; pattern: RegExp }

/** `[triggers, pattern]`, the triggers parted by blanks; the pattern in any case of letters. */
export const signs = (...given: [triggers: string, source: string][]): Sign[] =>
  given.map(([triggers, source]) => ({ triggers: triggers.split(' '), pattern: new RegExp(source, 'gi') }))

/** The patterns that may match. */
export const possible = (all: readonly Sign[], words: CheckFacts['words']): RegExp[] =>
  all.filter(({ triggers }) => mentions(words, triggers)).map(({ pattern }) => pattern)
