// The checks card and the notices above the words: what a moderator should know before deciding.
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
export function checksOf(email: Submission, slug: string): CheckLine[] {
  const leftOut = email.proposal.text !== email.text
  const lines: CheckLine[] = []
  email.findings.forEach((finding, position) => {
    const marked = isMarked(email, position)
    const words = marked ? '' : finding.words.slice(0, 160)
    const gone = leftOut && contactChecks.has(finding.check) && !email.proposal.text.includes(finding.words)
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
      href: `/s/${slug}/queue?campaign=${email.campaign.id}`,
      link: 'Show them together',
    })
  if (email.contributor) lines.push(contributorLine(email, slug))
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
    notices.push({ level: 'warn', words: `This email couldn’t be fully read: ${email.defects.join('; ')}.` })
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
