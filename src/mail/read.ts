// Bytes in, Reading out: the order of the steps, each in a file of its own. Pure; throws `BeyondLimits` and nothing else.
import { cleanLine } from '../safe.ts'
import { attachedParts, describe } from './attachment.ts'
import { findAutomatic, flagsOf } from './automatic.ts'
import { type Body, readBody } from './body.ts'
import { findByline } from './byline/index.ts'
import { wordsOf } from './checks/check.ts'
import { checks } from './checks/index.ts'
import { fieldValues } from './fields.ts'
import { holdsEncrypted } from './folds/armour.ts'
import { findFolds } from './folds/index.ts'
import { foreignLanguage } from './language.ts'
import { limits } from './limits.ts'
import { type Head, readHead } from './mailparser.ts'
import { forgetTexts } from './may-match.ts'
import { ownWords } from './own-words.ts'
import { picturesAmong } from './picture.ts'
import { holdsDetail, proposedText } from './proposed.ts'
import type { Finding, Fold, Reading } from './reading.ts'
import { readStructure, type Structure } from './structure.ts'

/** What each step of reading made of a message, in their order. */
export type Steps = Awaited<ReturnType<typeof stepsOf>>

/** Takes every step; what a page for developers shows side by side, and what `readMessage` puts together. */
export async function stepsOf(raw: Uint8Array) {
  forgetTexts()
  const structure = readStructure(raw)
  const head = readHead(structure.fields)
  const body = readBody(structure)
  const own = ownText(body, head, isEncrypted(structure, body))
  const { original, folded, text } = own
  const automatic = findAutomatic(structure, head, original)
  const byline = findByline({ original, folded, text, head, automatic })
  const facts = {
    ...own,
    subject: head.subject,
    from: head.from,
    automatic,
    language: automatic ? '' : await foreignLanguage(text),
    ...byline,
    words: wordsOf(`${head.subject}\n${text}`),
  }
  const findings = checks
    .flatMap(check => unrepeated(check(facts)).slice(0, 5))
    .map(finding => ({ ...finding, words: cleanLine(finding.words, 200) }))
  const asked = byline.wish.words
  const proposed = asked === '' && !holdsDetail(findings) ? text : proposedText(text, asked)
  return { structure, head, body, own, automatic, byline, language: facts.language, findings, proposed }
}

/**
 * Reads one message as a server keeps it (RFC 5322 bytes, any line ends). Resolves for everything within `limits`;
 * rejects with `BeyondLimits`, whose message is a sentence for a moderator, beyond them.
 */
export async function readMessage(raw: Uint8Array): Promise<Reading> {
  const { structure, head, body, own, automatic, findings, proposed, ...steps } = await stepsOf(raw)
  const { wish: _asked, ...byline } = steps.byline
  return {
    parked: null,
    ...{ messageId: head.messageId, date: head.date, from: head.from, to: head.to, subject: head.subject },
    ...{ text: own.text, proposed, original: own.original, folded: own.folded },
    ...byline,
    flags: flagsOf(automatic, structure),
    automatic,
    checks: findings,
    authentication: fieldValues(structure.fields, 'authentication-results')
      .slice(0, 5)
      .map(value => cleanLine(value, 1000)),
    attachments: describe(structure),
    pictures: picturesAmong(structure.raw, attachedParts(structure)),
    defects: [...new Set([...structure.defects, ...body.defects, ...attachmentDefects(structure, body)])].map(defect =>
      cleanLine(defect),
    ),
  }
}

/** The same words found twice are one finding. */
const unrepeated = (found: Finding[]): Finding[] =>
  found.filter(
    ({ check, words }, at) => found.findIndex(other => other.check === check && other.words === words) === at,
  )

/**
 * The text with its folds. Phones send letters whose only words are the subject; then those are the letter. Where the
 * letter itself cannot be opened they are only its title.
 */
function ownText(body: Body, head: Head, encrypted: boolean): { original: string; folded: Fold[]; text: string } {
  const facts = { to: head.to, sender: head.from }
  const folded = findFolds({ original: body.text, signatures: body.signatures, ...facts })
  const text = ownWords(body.text, folded)
  const titleOnly =
    encrypted ||
    /^(?:re|fwd?|aw|wg|sv|vs|tr|rv|antw)\s?:/i.test(head.subject) ||
    folded.some(fold => fold.kind === 'quote' || fold.kind === 'forwarded')
  if (text !== '' || titleOnly || head.subject.split(' ').length < 3) return { original: body.text, folded, text }
  const original = body.text === '' ? head.subject : `${head.subject}\n\n${body.text}`
  const again = findFolds({ original, signatures: [], ...facts })
  return { original, folded: again, text: ownWords(original, again) }
}

function attachmentDefects(structure: Structure, body: Body): string[] {
  const parts = attachedParts(structure)
  const found: string[] = []
  if (parts.length === limits.attachments) found.push(`Only the first ${limits.attachments} attachments are listed.`)
  if (parts.some(part => part.type === 'application/ms-tnef' || /^winmail\.dat$/i.test(part.filename)))
    found.push('Outlook packed its formatting and files into winmail.dat, which cannot be opened here.')
  if (isEncrypted(structure, body)) found.push('The email is encrypted; only its sender can send it again in clear.')
  return found
}

/** A wrapped signature is of the same type as S/MIME's encryption; what is readable within says that it is none. */
const isEncrypted = (structure: Structure, body: Body): boolean =>
  holdsEncrypted(body.text) ||
  structure.leaves.some(
    leaf =>
      (/^application\/(?:x-)?pkcs7-mime$/.test(leaf.type) && body.text === '') ||
      leaf.within.includes('multipart/encrypted'),
  )
