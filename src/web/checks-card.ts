// The checks card and the notices above the words: what a moderator should know before deciding.
import { readAuthentication } from '../desk/authenticity.ts'
import type { Submission } from '../desk/submission.ts'
import { age, clock } from '../time.ts'
import { isMarked, markId } from './marked-text.ts'

export type CheckLine = {
  level: 'bad' | 'warn' | 'info' | 'ok'
  /** The level, spoken. */
  loudness: string
  sentence: string
  words: string
  /** Ids of the marks in the email, in its order. */
  marks: string[]
  href: string | null
  link: string
}

/** What the proposal leaves out by itself (mail/proposed.ts). */
const contactChecks = new Set(['phone', 'email-address', 'postal-address', 'postcode', 'id-number'])

const loudness = { bad: 'Needs an editor', warn: 'Warning', info: 'Note', ok: 'Fine' }

/** One line each, worst first. */
export function checksOf(email: Submission, slug: string, authservId: string | null): CheckLine[] {
  const lines: CheckLine[] = []
  email.findings.forEach((finding, position) => {
    const marked = isMarked(email, position)
    const words = marked ? '' : finding.words.slice(0, 160)
    const gone = contactChecks.has(finding.check) && !email.proposal.text.includes(finding.words)
    const sentence = gone ? `${finding.sentence} It is left out of the entry.` : finding.sentence
    // Two phone numbers are one line with two links, not the same sentence twice.
    const same = marked && lines.find(each => each.sentence === sentence && each.marks.length > 0)
    if (same) same.marks.push(markId(position))
    else lines.push({ ...line(finding.level, sentence), words, marks: marked ? [markId(position)] : [] })
  })
  for (const each of lines) if (each.marks.length > 1) each.sentence = severally(each.sentence, each.marks.length)
  if (email.barred.length > 0) {
    const sentence = 'This story may not publish these words: leave them out.'
    lines.unshift({ ...line('bad', sentence), words: email.barred.join(', ') })
  }
  if (email.deliveries > 1) lines.push(line('info', `The same email was delivered ${email.deliveries} times.`))
  if (email.campaign)
    lines.push({
      ...line('info', `${email.campaign.size} letters are nearly the same.`),
      href: `/s/${slug}/submissions/${email.number}/alike`,
      link: 'Compare, or decide them together',
    })
  lines.push(...authenticityLines(email, authservId))
  lines.push(...publishedLines(email, slug))
  if (email.contributor) lines.push(...notesOn(email), contributorLine(email, slug))
  return lines
}

const line = (level: CheckLine['level'], sentence: string): CheckLine => ({
  level,
  loudness: loudness[level],
  sentence,
  words: '',
  marks: [],
  href: null,
  link: '',
})

/** “There is a phone number in the text (2 times). They are left out of the entry.” */
const severally = (sentence: string, times: number) =>
  sentence.replace(/\.( It is left out|$)/, (_, out) => ` (${times} times).${out ? ' They are left out' : ''}`)

/**
 * What is known of the sender beside the address. A name that changed is a warning; what our server found is told, and
 * never called verified: it speaks of the domain the mail came from, not of the person who wrote it.
 */
export function authenticityLines(email: Submission, authservId: string | null): CheckLine[] {
  const lines: CheckLine[] = []
  const earlier = email.contributor?.earlierNames ?? []
  const same = (name: string) => name.localeCompare(email.from.name, 'en', { sensitivity: 'base' }) === 0
  if (email.from.name !== '' && earlier.length > 0 && !earlier.some(same))
    lines.push(line('warn', `The name differs from earlier emails of this address: ${earlier.join(', ')}.`))
  const found = readAuthentication(email.authentication, authservId)
  if (found.length > 0) {
    const words = found.map(({ method, result, domain }) => {
      return `${method.toUpperCase()} ${result}${domain ? ` (${domain})` : ''}`
    })
    const forged = found.some(each => each.method === 'dmarc' && each.result === 'fail')
    const said = `Our mail server: ${words.join(', ')}.`
    lines.push(
      forged
        ? line('warn', `${said} The address may be forged.`)
        : line('info', `${said} That tells where it was sent from, not who wrote it.`),
    )
  }
  return lines
}

/** Before a second letter of the same person: what of them stands in this story already. */
const publishedLines = ({ contributor }: Submission, slug: string): CheckLine[] =>
  (contributor?.entries ?? [])
    .filter(entry => entry.slug === slug)
    .map(entry => ({
      ...line('warn', `Already published in this story: #${entry.number}, “${entry.line}”`),
      href: `/s/${slug}/live#e-${entry.id}`,
      link: 'See it',
    }))

function contributorLine({ contributor }: Submission, slug: string): CheckLine {
  const { written, published, id } = contributor!
  if (written <= 1) return line('ok', 'First email from this address.')
  const sentence = `Has written ${written} times; ${published === 0 ? 'none' : published} published.`
  return {
    ...line(published > 0 ? 'info' : 'ok', sentence),
    href: `/s/${slug}/queue?view=waiting&from=${id}`,
    link: 'Their emails',
  }
}

/** What colleagues noted of the reader, the last two; the rest stands on the reader's own page. */
const notesOn = ({ contributor }: Submission): CheckLine[] =>
  contributor!.notes.slice(0, 2).map(note => ({
    ...line('info', `${note.by} noted:`),
    words: note.words.slice(0, 200),
    href: `/people/${contributor!.id}`,
    link: 'All we know of them',
  }))

export type Notice = { level: '' | 'warn' | 'bad'; words: string; href?: string; link?: string }

/** What changes how the email is to be read: parked, aside, decided, oddly coded. */
export function noticesOf(email: Submission, now: number, zone: string): Notice[] {
  const notices: Notice[] = []
  if (email.story?.legal_notice) notices.push({ level: 'warn', words: `Legal notice: ${email.story.legal_notice}` })
  const why = [email.stageWhy, email.stageWords && `“${email.stageWords}”`].filter(Boolean).join(': ')
  if (email.stage === 'parked')
    notices.push({
      level: 'bad',
      words: `No machine could read this email (${why || 'no reason given'}). Its bytes are kept: read the source, or try again.`,
    })
  if (email.clearedAt !== null)
    notices.push({ level: '', words: 'Kept long enough: sender and email are deleted. What was published stays.' })
  if (email.legalHold) notices.push({ level: '', words: 'Under legal hold: no rule deletes this email.' })
  if (email.stage === 'aside')
    notices.push({ level: 'warn', words: `Filed aside as automatic mail (${why}). Nobody needs to decide it.` })
  if (email.stage === 'received')
    notices.push({ level: '', words: 'This email is being read. It will be here in a moment.' })
  if (email.urgent === 'published')
    for (const entry of email.contributor?.entries ?? [])
      notices.push({
        level: 'bad',
        words: `This reader is on the live page (#${entry.number}, “${entry.line}”) and seems to ask for a change.`,
        href: `/s/${entry.slug}/live#e-${entry.id}`,
        link: 'See the entry: amend or withdraw it there',
      })
  if (email.defects.length > 0)
    notices.push({ level: 'warn', words: `This email couldn’t be fully read. ${email.defects.join(' ')}` })
  const decided = decidedWords(email, now, zone)
  const published = email.state === 'approved' && email.entry?.state === 'live' && email.story
  if (decided)
    notices.push(
      published ? { ...decided, href: `/s/${published.slug}/live`, link: 'Change or withdraw it there' } : decided,
    )
  return notices
}

const stateWords = { approved: 'Approved', held: 'Held', rejected: 'Rejected', spam: 'Marked as spam' }

function decidedWords(email: Submission, now: number, zone: string): Notice | null {
  if (email.state === null || email.state === 'waiting') return null
  const done = email.state === 'held' && email.needs === 'editor' ? 'Sent to an editor' : stateWords[email.state]
  const by = email.decidedBy ? ` by ${email.decidedBy}` : ''
  const at = email.decidedAt === null ? '' : ` at ${clock(email.decidedAt, zone)} (${age(email.decidedAt, now)})`
  const reason = email.reason ? `: ${email.reason}` : ''
  return {
    level: email.needs === 'editor' ? 'warn' : '',
    words: `${done}${by}${at}${reason}${/[.!?]$/.test(reason) ? '' : '.'}`,
  }
}
