// Somebody's health, the writer's or that of somebody near: special-category data, and theirs to tell.
import { matches } from '../may-match.ts'
import { type Check, findAll, mentions } from './check.ts'
import { body, condition, injury, plainly, treated, treatment } from './illness.ts'
import { kin } from './kin.ts'

const who = `(?:i|i've|i'm|i'd|me|we|we've|who|(?:he|she)(?:'s|'d)?|my|our|his|her|(?:my|our|his|her|your) (?:late |dear |poor |own |old |\\w{1,10}-)?${kin}(?:'s)?)`
const gap = "(?:,? (?!(?:but|because|although|if|unless|like|support|with \\w+ patients)\\b)[\\w'’-]{1,14}){0,7}"
/** The rest of a sentence in which nobody is at work. */
const rest = '(?:(?!work|shift|nurs|consult|doctor|registrar|teach|research)[^.!?])'
const source = [
  `\\b${who}\\b${gap},? ${condition}`,
  `\\b(?:i|i've|i'm|me|my|our)\\b${rest}{0,90}?\\b${condition}`,
  `\\b(?:i|my|he|she|we)\\b${rest}{0,60}?\\b(?:in|to|into|from|at) (?:a ?& ?e|casualty|resus|hdu|icu|itu|the (?:stroke|cardiac|maternity|burns|renal) (?:unit|ward))\\b`,
  `\\b(?:i|my|he|she|we)\\b${rest}{0,40}?\\bon (?:the|a) waiting list\\b`,
  `\\bit(?:'s| is| was) (?:a |an )?(?:\\w{1,10} )?${condition}`,
  ...injury.map(words => `\\b(?:${words})\\b`),
  `\\b${treatment}\\b(?! (?:of|for the country))`,
  ...plainly.map(words => `\\b(?:${words})\\b`),
]
const patterns = source.map(words => new RegExp(words, 'gi'))

/** A cheap look first: most letters hold no such word at all. */
const anyOfThem = new RegExp(
  `\\b(?:${condition}|${body}|${treated}|\\d{1,3} (?:stitches|over)|${plainly.join('|')}|(?:in|to|into|from|at) (?:a ?& ?e|casualty|resus|hdu|icu|itu|the)|waiting list|stone|kilos?|kg)\\b`,
)

/** Words without which none of the patterns speaks of a person. */
const people = 'i my me our we he she his her him who'.split(' ')

export const health: Check = ({ text, words }) => {
  if (!mentions(words, people) || !matches(anyOfThem, text.toLowerCase())) return []
  const found = findAll('health', 'info', text, patterns)
  // “my operation” inside “my operation for cancer” is the same finding twice.
  return found.filter(
    ({ words: one }, at) => !found.some((other, place) => place !== at && covers(other.words, one, place < at)),
  )
}

const covers = (other: string, one: string, earlier: boolean) =>
  other.includes(one) && (other.length > one.length || earlier)
