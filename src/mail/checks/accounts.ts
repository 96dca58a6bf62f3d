// Numbers and accounts that belong to one person: identity, health, cards, banks, and names on other people's platforms.
import type { Finding } from '../reading.ts'
import { findAll } from './check.ts'
import { nothing, type TextCheck } from './contact-details.ts'

/** Said as what they are, so that no sum needs to come out: people mistype, and a wrong number is somebody's too. */
const named = [
  /\bNHS (?:number|no\.?)\D{0,10}\d{3}[ -]?\d{3}[ -]?\d{4}\b/gi,
  /\bsort code\D{0,10}\d\d[ -]?\d\d[ -]?\d\d\b(?:[^.!?\n]{0,20}?\b\d{8}\b)?/gi,
  /\b(?:bank )?account (?:number|no\.?)\D{0,10}\d{8}\b/gi,
  /\bpassport\b[^.!?\n\d]{0,30}?\b[A-Z]{0,2} ?\d{6,9}\b/gi,
  /\b(?:UTR|tax(?:payer)? reference)\b\D{0,10}\d{5} ?\d{5}\b/gi,
  // A driving licence: five letters of the surname, the date of birth in six figures, two initials, three of theirs.
  /\b[A-Z9]{5}\d[0156]\d[0-3]\d\d[A-Z9]{2}\d[A-Z]{2}\b/g,
]

/** HMRC, NIM39110: prefixes that are never given. */
const neverGiven = /^(?:BG|GB|NK|KN|TN|NT|ZZ)/

const check = (text: string, pattern: RegExp): Finding[] => findAll('id-number', 'warn', text, pattern)

/** NHS, national insurance, payment card, bank, passport and licence numbers. */
export const idNumber: TextCheck = ({ text }) =>
  !/\d{2}/.test(text)
    ? []
    : [
        ...check(text, /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g).filter(
          ({ words }) => !neverGiven.test(words),
        ),
        ...named.flatMap(pattern => check(text, pattern)),
        ...check(text, /(?<![\d+-])\b[1-9]\d{2}[ -]\d{3}[ -]\d{4}\b(?![\d-])/g).filter(({ words }) => healthSum(words)),
        ...check(
          text,
          /(?<![\d-])(?:\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}|3[47]\d\d[ -]?\d{6}[ -]?\d{5})(?![\d-])/g,
        ).filter(({ words }) => luhn(words)),
        ...check(text, /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/g).filter(({ words }) =>
          iban(words),
        ),
      ]

/** The last digit of an NHS number: the others by ten down to two, modulo eleven. */
function healthSum(words: string): boolean {
  const digits = [...words.replace(/\D/g, '')].map(Number)
  const rest = digits.slice(0, 9).reduce((sum, digit, at) => sum + digit * (10 - at), 0) % 11
  return (11 - rest) % 11 === digits[9]
}

/** Whether the last digit of a payment card fits the others (ISO/IEC 7812). */
function luhn(words: string): boolean {
  const digits = words.replace(/\D/g, '')
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** Whether a bank account's number fits its check digits (ISO 13616: modulo 97, letters as 10 to 35). */
function iban(words: string): boolean {
  const plain = words.replaceAll(' ', '')
  const turned = plain.slice(4) + plain.slice(0, 4)
  let rest = 0
  for (const sign of turned)
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}

const platform =
  '(?:insta(?:gram)?|ig|twitter|snap(?:chat)?|tik ?tok|threads|blue ?sky|mastodon|discord|telegram|skype|soundcloud|youtube|reddit|facebook|fb|linkedin|strava|twitch|only ?fans)'
const handles = [
  // Not the second half of an address: nothing may stand before the sign, and no country or .com end the name.
  /(?<![\w@.])@[A-Za-z_](?:[\w-]|\.(?=\w))*(?<!\.(?:com|org|net|co|uk|ie|info|eu|example))(?<=\w{3})(?:@[\w-]+(?:\.[\w-]+)+)?/g,
  /\b(?:facebook|fb|twitter|x|instagram|linkedin|tiktok|soundcloud|youtube|reddit|twitch|threads|onlyfans|patreon|vk|snapchat)\.(?:com|net|tv)\/[\w@./-]{2,60}|\bt\.me\/\w{3,40}/g,
  /\b[\w-]{2,40}\.bsky\.social\b/g,
  new RegExp(
    `\\b${platform}(?: (?:handle|name|account|user ?name|id|is|on|me|at)){0,3} ?[:=] ?@?(?=[\\w.-]*[a-z])\\w[\\w.-]{2,30}`,
    'gi',
  ),
]

export const socialHandle: TextCheck = ({ text }) =>
  handles.flatMap((pattern, at) =>
    (at > 0 || text.includes('@') ? findAll : nothing)('social-handle', 'info', text, pattern),
  )
