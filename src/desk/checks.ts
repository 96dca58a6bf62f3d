// What a moderator reads for each check: one table of labels and sentences.
import type { Automatic } from '../mail/reading.ts'
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
    sentence: 'Somebody may be in danger. Tell the duty editor now; do not just reject.',
  },
  threat: { label: 'Threat', sentence: 'This threatens somebody. Show it to the duty editor.' },
  accusation: { label: 'Legal: names a person', sentence: 'This accuses a person by name.' },
  court: { label: 'Legal: court', sentence: 'This speaks of a court case. Publishing it may be contempt.' },
  'third-party': { label: 'Names a third party', sentence: 'This names somebody who did not write it.' },
  'under-18': { label: 'May be under 18', sentence: 'The writer may be under 18.' },
  'not-for-publication': { label: 'Not for publication', sentence: 'The writer says this is not for publication.' },
  anonymous: { label: 'Asked to be anonymous', sentence: 'The writer asked not to be named.' },
  phone: { label: 'Phone number', sentence: 'There is a phone number in the text.' },
  email: { label: 'Email address', sentence: 'There is an email address in the text.' },
  postcode: { label: 'Postcode', sentence: 'There is a postcode in the text.' },
  address: { label: 'Address', sentence: 'There is a postal address in the text.' },
  'identity-number': { label: 'Identity number', sentence: 'There is an identity or card number in the text.' },
  'social-handle': { label: 'Social account', sentence: 'There is a social media account in the text.' },
  workplace: { label: 'Job and employer', sentence: 'The signature tells the writer’s job and employer.' },
  health: { label: 'Health', sentence: 'This tells of somebody’s health.' },
  abuse: { label: 'Abuse', sentence: 'There are words of abuse in the text.' },
  language: { label: 'Not in English', sentence: 'This does not seem to be in English.' },
  capitals: { label: 'All capitals', sentence: 'This is written in capitals.' },
  links: { label: 'Only links', sentence: 'There is hardly anything here but links.' },
  long: { label: 'Very long', sentence: 'This is longer than an entry usually is.' },
  bulk: { label: 'Looks like bulk mail', sentence: 'This looks like mail sent to many.' },
  press: { label: 'Press release', sentence: 'This looks like a press release or an organisation’s statement.' },
  copied: { label: 'Not their own words', sentence: 'These may not be the writer’s own words.' },
  'wrong-story': { label: 'Another story?', sentence: 'This may be meant for another story.' },
  'name-check': { label: 'Check the name', sentence: 'The name is written differently elsewhere in the email.' },
}

/** Why mail was filed aside, in words. */
const asideWords: Record<Automatic['why'], string> = {
  'auto-reply': 'Automatic reply',
  bounce: 'Could not be delivered (bounce)',
  list: 'Mailing list or newsletter',
  receipt: 'Delivery or read receipt',
  own: 'Our own mail coming back',
}

/** Why mail is aside or parked, as a moderator reads it; null for what is in the queue. */
export const stageWhyWords = (why: string | null): string | null =>
  why === null ? null : (asideWords[why as Automatic['why']] ?? why)

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
