// The name a reader signs with, and what else may be the name; each with the words that show it.
import { closingPrefix, isClosingLine } from '../folds/closings.ts'
import { isContactLine, isJobLine } from '../folds/contact-lines.ts'
import { fitsHeader, fold } from '../names/match.ts'
import { isPenName } from '../names/pen-names.ts'
import { nameShape, nameWords } from '../names/shape.ts'
import type { Candidate, Evidence } from '../reading.ts'
import { leadingName, loneName } from './leading-name.ts'
import { headerName, printName } from './print-name.ts'
import type { SignedLine } from './sign-off-lines.ts'

export type NameFacts = {
  text: string
  original: string
  signed: SignedLine[]
  from: { name: string; address: string }
  subject: string
}

/** Every name found, the best first; `value` is as printed. */
export function findNames(facts: NameFacts): Candidate[] {
  const header = headerName(facts.from.name, facts.from.address)
  const headerWords = isPersonal(header) ? nameWords(header) : []
  const found: Candidate[] = []
  const signed = signedName(facts.signed, headerWords)
  if (signed) found.push(signed)
  const told = toldName(facts)
  if (told && !(signed && signed.from.confidence !== 'guess')) found.push(told)
  const printed = printName(header)
  const shape = nameShape(printed)
  const made = shape !== 'known' && isPenName(header)
  if (shape && isPersonal(header) && !made && !(signed === null && signsNameless(facts))) {
    const confidence = shape === 'known' ? 'likely' : 'guess'
    found.push({
      field: 'name',
      value: printed,
      from: { kind: 'header', start: 0, end: 0, words: facts.from.name, confidence },
    })
  }
  if (told && !found.includes(told)) found.push(told)
  const seen = new Set<string>()
  return found.filter(({ value }) => value !== '' && !seen.has(value) && seen.add(value))
}

/** “A concerned patient”, “One angry nurse, Leeds”: who signs so does not offer the name in the header. */
function signsNameless({ text, signed }: NameFacts): boolean {
  const last = text.slice(text.lastIndexOf('\n') + 1)
  return [last, ...signed.map(line => line.text)].some(
    line =>
      line.length < 70 &&
      /^[-–—\s]*(?:an?|one|yet another)\s(?:[\w-]+\s){0,4}(?:patient|mum|mother|dad|father|parent|doctor|gp|nurse|consultant|midwife|paramedic|teacher|student|reader|viewer|listener|resident|citizen|taxpayer|pensioner|voter|commuter|medic|surgeon|carer|worker|employee|insider|whistleblower|grandmother|grandfather)s?(?:[,.]|$|\s(?:in|from|at)\s)/i.test(
        line,
      ),
  )
}

const isPersonal = (header: string): boolean =>
  // “Old Codger”, “Angry Mum”: how somebody calls themselves, not their name.
  !/^(?:an? |the )?(?:old|angry|grumpy|concerned|disgusted|proud|happy|tired|worried|silly|crazy|anonymous|furious|fed ?up)(?:\s|$)/i.test(
    header,
  ) &&
  !/\b(?:news|team|office|support|info|admin|press|media|service|ltd|limited|plc|llp|inc|newsletter|union|association|society|council|school|hospital|trust|group|club|company|services|sales|enquiries|reply|no-reply|department|campaign|foundation|bbc|nhs|family|household|home|cottage|farm|lodge|inn|arms|b&b|hotel|caf[eé]|trust|mail|email|account|user|me|owner)\b/i.test(
    header,
  )

/** The first line of the sign-off that is a name, its close and what follows the name cut off. */
function signedName(lines: SignedLine[], header: string[]): Candidate | null {
  let above = 0
  let closed = false
  for (const line of lines.slice(0, 12)) {
    const closing = isClosingLine(line.text) ? line.text.length : closingPrefix(line.text, rest => rest !== '')
    let rest = line.text.slice(closing)
    if (rest === '') {
      closed = true
      continue
    }
    above++
    const label =
      /^(?:name|full name|from|signed|nom|nombre|nome)\s*[:–-]\s*/i.exec(rest)?.[0] ??
      /^(?:from|by|signed|love from)\s+(?=\p{Lu})/u.exec(rest)?.[0] ??
      ''
    const lead = /^[\s\-–—~*_.,]*/.exec(rest.slice(label.length))![0].length + label.length
    rest = rest.slice(lead)
    const name =
      leadingName(rest, header, above === 1 || closing > 0) ?? (header.length === 0 && closed ? loneName(rest) : null)
    closed = false
    if (!name) {
      if (isJobLine(line.text) && above > 2) return null
      continue
    }
    const start = line.start + closing + lead + Math.max(0, rest.indexOf(name))
    const fits = fitsHeader(nameWords(name), header)
    const confidence = fits ? 'sure' : nameShape(name) === 'known' ? 'likely' : 'guess'
    const full = completeInitial(name, header)
    const value = asInHeader(printName(full ?? name), header)
    // “Peter / The Rev'd Canon Peter Aldous”: the fuller name below is the signature.
    if (!value.includes(' ')) {
      const fuller = fullerName(lines, line, value, header)
      if (fuller) return fuller
    }
    // Initials are printed only of somebody who is nothing else in the header.
    if (value === '' || (/^(?:\p{Lu}\.?\s?){1,3}$/u.test(value) && value !== header.join(' '))) return null
    const words = name.replace(/(?<![.,\s])[.,\s]+$/, '')
    return { field: 'name', value, from: { kind: 'sign-off', start, end: start + words.length, words, confidence } }
  }
  return null
}

/** A line below `above` that is the header's name, begins (titles aside) with `given`, and has a surname. */
function fullerName(lines: SignedLine[], above: SignedLine, given: string, header: string[]): Candidate | null {
  const below = lines.slice(lines.indexOf(above) + 1)
  // What a firm puts below is not how the writer signs.
  if (below.some(({ text }) => isJobLine(text) || isContactLine(text))) return null
  for (const line of below.slice(0, 3)) {
    const at = line.text.indexOf(`${given} `)
    const name = at < 0 ? null : leadingName(line.text.slice(at), header, false)
    if (!name?.includes(' ') || !fitsHeader(nameWords(name), header) || header.length < 2) continue
    const start = line.start + at
    const from = { kind: 'sign-off', start, end: start + name.length, words: name, confidence: 'sure' } as const
    return { field: 'name', value: asInHeader(printName(name), header), from }
  }
  return null
}

/** The header's own capitals (MacDonald, de la Mare) where it spells the same name. */
function asInHeader(value: string, header: string[]): string {
  // “FENWICK, Margaret” is how an office keeps its lists.
  if (header.some(word => word.length > 2 && word === word.toUpperCase())) return value
  const spelt = header.join(' ')
  return spelt.toLowerCase() === value.toLowerCase() && spelt !== spelt.toUpperCase() && spelt !== spelt.toLowerCase()
    ? spelt
    : value
}

/** “J. Hattersley” under a letter from Joan Hattersley: the header tells the rest of the name. */
function completeInitial(name: string, header: string[]): string | null {
  const [initials, surname] = /^((?:\p{Lu}\.? ?){1,3}) ?(\p{Lu}\p{Ll}[\p{L}’'-]+)$/u.exec(name)?.slice(1) ?? []
  const [first] = header
  if (!initials || !surname || header.length < 2 || !first || first.replace(/\.$/, '').length < 2) return null
  const same = fold(surname) === fold(header.at(-1)!) && fold(first)[0] === fold(initials)[0]
  return same ? header.join(' ') : null
}

const given =
  "(\\p{Lu}[\\p{L}’'-]{1,20}(?:\\s(?:(?:van|von|de|der|den|la|le|al|bin|ap|du|di|da)\\s){0,2}\\p{Lu}[\\p{L}’'.-]{0,20}){0,3})"
const patterns: [RegExp, Evidence['confidence']][] = [
  [new RegExp(`\\b[Mm]y name(?:'s|’s| is)\\s${given}`, 'u'), 'sure'],
  [new RegExp(`^(?:Hi|Hello|Hey)[^\\n.]{0,20}[,.!]?\\s(?:it's|it’s|this is|I'm|I’m|I am)\\s${given}`, 'u'), 'likely'],
  [new RegExp(`\\b(?:I am|I'm|I’m)\\s${given}(?=,? (?:and I|from|in|aged|\\d\\d)|, )`, 'u'), 'likely'],
  [new RegExp(`(?:^|\\n)${given} (?:here|from \\p{Lu}[\\p{L} -]{2,30} here)\\b`, 'u'), 'likely'],
  [new RegExp(`(?:^|\\n)(?:Name|Full name|Your name|My name)\\s?[:–-]\\s?${given}`, 'u'), 'sure'],
]

/** A name the letter itself tells. Only with a given name we know: “I am British, from Leeds” names nobody. */
function toldName({ text, original }: NameFacts): Candidate | null {
  if (!/name|I['’]m |I am |this is | here\b/i.test(text)) return null
  for (const [pattern, confidence] of patterns) {
    const match = pattern.exec(text)
    if (!match || nameShape(match[1]!) !== 'known') continue
    const start = original.indexOf(match[1]!)
    return {
      field: 'name',
      value: printName(match[1]!),
      from: {
        kind: 'text',
        start: Math.max(0, start),
        end: Math.max(0, start) + match[1]!.length,
        words: match[1]!,
        confidence,
      },
    }
  }
  return null
}
