// What is proposed for publication: the reader's own words without the details by which they could be reached, and
// without what was only said to us of how to name them.
import { plainWords } from './byline/anonymous.ts'
import { idNumber } from './checks/accounts.ts'
import { emailAddress, phone, postalAddress, postcode } from './checks/contact-details.ts'
import type { Finding } from './reading.ts'

/** The findings whose words are left out. */
const details = new Set(['phone', 'email-address', 'postal-address', 'postcode', 'id-number'])

/** Whether the checks found something to leave out: where they did not, they need not be asked a second time. */
export const holdsDetail = (findings: Finding[]): boolean => findings.some(({ check }) => details.has(check))

/** Stands where words were cut, so that nobody is made to say less without a sign. */
const cut = '[…]'
/** A detail's place while the text is taken apart: a private-use character, which no letter holds. */
const hole = '\ue000'

/** A sentence that only says how to reach its writer goes whole; of any other only the detail itself goes. */
const invitation =
  /\b(?:phone|telephone|tel|mobile|mob|cell|call|ring|text|contact|reach|write to|e-?mail|number|address|talk|speak|interview|details)\b/i
const longestInvitation = 35

const boundary = /((?<=[.!?…]["”’)]{0,2})[ \t]+(?=["“‘(]?[\p{Lu}\d])|\n+)/u

/** “Please use my first name only.” A longer sentence may say something to readers as well, so it stays. */
const longestWish = 16

/**
 * The text with phone numbers, email and postal addresses, postcodes and identity numbers left out, and the short
 * sentence that holds `wish` (words of `namingWish`; '' for none): `[…]` stands for each cut, but for sentences at the
 * very end. The same text when there is nothing to leave out, or nothing would be left.
 */
export function proposedText(text: string, wish = ''): string {
  let rest = wish === '' ? text : withoutWish(text, wish)
  // A check names the first few places only, so it is asked again until it finds nothing.
  for (let round = 0; round < 20; round++) {
    const details = detailsIn(rest)
    if (details.length === 0) break
    rest = withoutDetails(rest, details)
  }
  return rest === text ? text : tidy(rest)
}

function withoutWish(text: string, wish: string): string {
  const sentences = text.split(boundary)
  const isWish = (sentence: string) =>
    sentence.split(/\s+/).length <= longestWish && plainWords(sentence).includes(wish.trim())
  const kept = sentences.map(sentence => (isWish(sentence) ? cut : sentence)).join('')
  return /\p{L}/u.test(kept) ? kept : text
}

const detailsIn = (text: string): string[] =>
  [phone, emailAddress, postalAddress, postcode, idNumber].flatMap(check => check({ text }).map(found => found.words))

function withoutDetails(text: string, details: string[]): string {
  // Longest first, so that a detail inside another leaves no half of it.
  const patterns = details
    .toSorted((one, other) => other.length - one.length)
    .map(words => new RegExp(words.split(' ').map(RegExp.escape).join('\\s+'), 'g'))
  // Marked before the sentences are parted, since a detail may run over a line's end.
  return patterns
    .reduce((kept, pattern) => kept.replace(pattern, hole), text.replaceAll(hole, ''))
    .split(boundary)
    .map(sentence => {
      if (!sentence.includes(hole)) return sentence
      const whole = invitation.test(sentence) && sentence.split(/\s+/).length <= longestInvitation
      return whole ? cut : sentence.replaceAll(hole, cut)
    })
    .join('')
}

/** One mark for cuts side by side, none after the last sentence. */
const tidy = (text: string) =>
  text
    .replace(/\[…\](?:\s*\[…\])+/g, cut)
    .replace(/(^|[.!?…]["”’)]{0,2})\s*\[…\]\s*$/, '$1')
    .trim()
