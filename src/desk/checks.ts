// What a moderator reads for each check: one table of labels and sentences.
import type { Level } from '../store/index.ts'

export type Said = {
  /** In a row of the list, a few words. */
  label: string
  /** In the reading pane. The words that caused it stand behind it. */
  sentence: string
}

/** By the name of the check (src/mail/checks). */
export const checkWords: Record<string, Said> = {
  danger: {
    label: 'Risk to life',
    sentence: 'The writer or somebody else may be in danger. Tell the duty editor now.',
  },
}

export type Tag = { check: string; level: Level; label: string }

const rank: Record<Level, number> = { bad: 0, warn: 1, info: 2, ok: 3 }

/** Worst first. */
export const worstFirst = <Found extends { level: Level }>(findings: Found[]): Found[] =>
  findings.toSorted((one, other) => rank[one.level] - rank[other.level])

/** Label and sentence of a check; one without a line in the table speaks by its own name. */
export function wordsOf(check: string): Said {
  const plain = check.replaceAll('-', ' ')
  const label = plain.charAt(0).toUpperCase() + plain.slice(1)
  return checkWords[check] ?? { label, sentence: `${label}.` }
}

type Facts = { photos: number; writtenBefore: boolean; anonymous: boolean }

/** The tags of a row, worst first, each check once; what reassures (`ok`) is not a tag. */
export function tagsOf(findings: { check: string; level: Level }[], facts: Facts): Tag[] {
  const tags = new Map<string, Tag>()
  for (const { check, level } of worstFirst(findings))
    if (level !== 'ok' && !tags.has(check)) tags.set(check, { check, level, label: wordsOf(check).label })
  if (facts.anonymous && !tags.has('anonymous'))
    tags.set('anonymous', { check: 'anonymous', level: 'warn', label: 'Asked to be anonymous' })
  if (facts.photos > 0)
    tags.set('photo', { check: 'photo', level: 'info', label: facts.photos === 1 ? 'Photo' : `${facts.photos} photos` })
  if (facts.writtenBefore)
    tags.set('written-before', { check: 'written-before', level: 'info', label: 'Written before' })
  return worstFirst([...tags.values()])
}
