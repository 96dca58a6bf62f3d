// What a moderator reads for each check: one table of labels and sentences.
import type { Automatic } from '../mail/reading.ts'
import type { Level, Urgent } from '../store/index.ts'

export type Said = {
  /** In a row of the list, a few words. */
  label: string
  /** In the reading pane. The words that caused it stand behind it. */
  sentence: string
}

/** By the name of the check (src/mail/checks). */
export const checkWords: Record<string, Said> = {
  'self-harm': {
    label: 'Risk to life',
    sentence: 'Somebody may be in danger. Tell the duty editor now; do not just reject this.',
  },
  threat: { label: 'Threat', sentence: 'This may threaten somebody. Show it to the duty editor.' },
  danger: { label: 'Danger', sentence: 'Somebody may be in danger now. Tell the duty editor.' },
  'third-party-health': {
    label: 'Named and ill',
    sentence: 'This names somebody together with their illness. Ask whether they agreed.',
  },
  'not-for-publication': { label: 'Not for publication', sentence: 'The writer says this is not for publication.' },
  'take-down': {
    label: 'Take it down',
    sentence: 'The writer seems to ask for something published to be taken down.',
  },
  'under-18': { label: 'May be under 18', sentence: 'The writer may be under 18.' },
  'third-party': { label: 'Legal: names a person', sentence: 'This names a person together with words of accusation.' },
  graphic: { label: 'Graphic', sentence: 'The writer warns of what a picture shows.' },
  abuse: { label: 'Abuse', sentence: 'There are words of abuse in this.' },
  'asked-anonymous': { label: 'Asked to be anonymous', sentence: 'The writer asked not to be named.' },
  'asked-part-name': { label: 'Asked for part of the name', sentence: 'The writer asked for less than the full name.' },
  phone: { label: 'Phone number', sentence: 'There is a phone number in the text.' },
  'email-address': { label: 'Email address', sentence: 'There is an email address in the text.' },
  'postal-address': { label: 'Address', sentence: 'There is a postal address in the text.' },
  postcode: { label: 'Postcode', sentence: 'There is a postcode in the text.' },
  'id-number': { label: 'Identity number', sentence: 'There is an identity, health or card number in the text.' },
  'social-handle': { label: 'Social account', sentence: 'There is a social media account in the text.' },
  court: { label: 'Legal: court case', sentence: 'This speaks of a court case: publishing it may be contempt.' },
  'press-release': { label: 'Press release', sentence: 'This looks like a press release.' },
  campaign: { label: 'Campaign letter', sentence: 'This looks like a letter that many are asked to send.' },
  advertising: { label: 'Advertising', sentence: 'This looks like advertising.' },
  'press-or-party': {
    label: 'Press office or party',
    sentence: 'This may be from a press office, a party, a council or an agency rather than a reader.',
  },
  'not-english': { label: 'Not in English', sentence: 'This does not seem to be in English.' },
  'wrong-story': { label: 'Other story?', sentence: 'This seems to be meant for another story.' },
  'no-words': { label: 'No words', sentence: 'There are no words of the writer’s own.' },
  'only-links': { label: 'Only links', sentence: 'There is hardly anything here but links.' },
  links: { label: 'Link', sentence: 'There is a link in the text.' },
  forwarded: { label: 'Forwarded', sentence: 'This was forwarded: the words may be somebody else’s.' },
  copied: { label: 'Copied?', sentence: 'These may be somebody else’s words.' },
  'mixed-script': {
    label: 'Odd letters',
    sentence: 'Letters of several alphabets stand in one word: the name may be a trick.',
  },
  'named-person': {
    label: 'Names a person',
    sentence: 'This names somebody who did not write it. Ask whether they know.',
  },
  workplace: { label: 'Workplace', sentence: 'This tells where the writer works.' },
  child: { label: 'About a child', sentence: 'This tells of a child.' },
  health: { label: 'Health', sentence: 'This tells of somebody’s health.' },
  'name-differs': { label: 'Check the name', sentence: 'The name signed is not the name of the sender.' },
  'all-capitals': { label: 'All capitals', sentence: 'This is written in capitals.' },
  complaint: { label: 'Complaint', sentence: 'The writer complains about our work.' },
  correction: { label: 'Correction', sentence: 'The writer says something we published is wrong.' },
  'wants-reply': { label: 'Wants a reply', sentence: 'The writer asks for a reply.' },
  'too-long': { label: 'Long', sentence: 'This is longer than an entry usually is.' },
  'too-short': { label: 'Very short', sentence: 'There are hardly any words.' },
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

const urgentWords: Record<Urgent, Tag> = {
  safety: { check: 'urgent', level: 'bad', label: 'Safety' },
  published: { check: 'urgent', level: 'bad', label: 'On the live page' },
}

type Facts = {
  photos: number
  writtenBefore: boolean
  anonymous: boolean
  alike: number
  urgent?: Urgent | null
  banned?: boolean
}

/** The tags of a row, worst first, each check once; what reassures (`ok`) is not a tag. */
export function tagsOf(findings: { check: string; level: Level }[], facts: Facts): Tag[] {
  const tags = new Map<string, Tag>()
  for (const { check, level } of worstFirst(findings))
    if (level !== 'ok' && !tags.has(check)) tags.set(check, { check, level, label: wordsOf(check).label })
  if (facts.anonymous && !tags.has('asked-anonymous'))
    tags.set('asked-anonymous', { check: 'asked-anonymous', level: 'warn', label: wordsOf('asked-anonymous').label })
  const urgent = facts.urgent && urgentWords[facts.urgent]
  if (urgent) return [urgent, ...tagsOf(findings, { ...facts, urgent: null })]
  if (facts.banned) tags.set('banned', { check: 'banned', level: 'warn', label: 'Banned sender' })
  if (facts.photos > 0)
    tags.set('photo', { check: 'photo', level: 'info', label: facts.photos === 1 ? 'Photo' : `${facts.photos} photos` })
  if (facts.alike > 1)
    tags.set('near-duplicate', { check: 'near-duplicate', level: 'info', label: `${facts.alike} alike` })
  if (facts.writtenBefore)
    tags.set('written-before', { check: 'written-before', level: 'info', label: 'Written before' })
  return worstFirst([...tags.values()])
}
