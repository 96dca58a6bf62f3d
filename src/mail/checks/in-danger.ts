// Somebody in danger now, and the illness of somebody who is named: both go to the desk's safety lane.
import { isFirstName } from '../names/first-names.ts'
import { titles } from '../names/shape.ts'
import { around, type Check, findAll, mentions, phrasings } from './check.ts'

const near =
  '(?:my (?:\\w{1,8} )?(?:husband|wife|partner|boyfriend|girlfriend|ex|dad|father|mum|mother|stepdad|stepfather|son|brother|uncle|carer|boss)|he|she|they)'
const dangers = phrasings(
  `\\b${near} (?:hits?|beats?|punch(?:es)?|kicks?|strangles?|chokes?|rapes?|burns?|locks?) (?:me|us|the (?:kids|children|baby))(?: up| in)?\\b(?! (?:at|to it|hard when))`,
  `\\b${near} (?:has|have|had|keeps?|kept) (?:been )?(?:hitting|beating|punching|kicking|strangling|choking|raping|threatening to kill) (?:me|us|her|him|the (?:kids|children))\\b`,
  `\\b${near} (?:says?|said|will|is going to|threatens? to|threatened to) (?:he'll |she'll |they'll )?(?:kill|stab|shoot|drown|burn) (?:me|us|her|him|the (?:kids|children))\\b(?! (?:off|with kindness))`,
  "\\bi(?:'m| am) (?:not safe(?: (?:here|at home|with (?:him|her|them))|(?= ?[.!]))|in (?:real |great |immediate )?danger|afraid for my life|scared for my life|being (?:held|kept) (?:here|against my will)|trapped (?:here|in the house))\\b",
  '\\b(?:please )?(?:send|call) (?:the police|an ambulance|help)(?: now| quickly| please| to my)\\b',
  "\\b(?:isn't|is not|stopped|not) breathing\\b(?=[^.!?\\n]{0,40}(?:please|help|now|what do i))",
)
const dangerWords =
  'hits hit beats beat punches kicks strangles rapes burns locks hitting beating kill stab shoot drown safe danger life held trapped police ambulance help breathing'.split(
    ' ',
  )

/** Said of now and of a person near; threats by the writer are a check of their own. */
export const danger: Check = ({ text, subject, words }) =>
  mentions(words, dangerWords) ? findAll('danger', 'bad', `${subject}\n\n${text}`, dangers) : []

const illness =
  "(?:cancer|leukaemia|lymphoma|tumou?r|depression|bipolar|schizophrenia|psychosis|hiv|aids|diabetes|epilepsy|dementia|alzheimer'?s|parkinson'?s|multiple sclerosis|stroke|heart (?:attack|failure|disease|condition)|sepsis|miscarriage|abortion|anorexia|autism|adhd|addiction|alcoholic|overdose|breakdown|sectioned|terminally ill|kidney failure|transplant|chemotherapy|dialysis)"
const illOf = new RegExp(
  `\\b(\\p{Lu}[\\p{L}’'-]+)\\.? (\\p{Lu}[\\p{L}’'-]+)(?:,[^.!?\\n]{0,40},)?(?: (?:has|had|is|was|suffers|suffered|died|lives|got|needs|needed)\\b(?: [\\p{L}’'-]{1,14}){0,5}|['’]s(?: [\\p{L}-]{1,14}){0,2}) ${illness}\\b(?! of (?:\\w{1,5} )?(?:luck|genius))`,
  'gu',
)
const illWords = illness.match(/[a-z]{3,}/g)!

/** A person with first name and surname, or title and surname, and an illness of theirs in one breath; not the writer. */
export const thirdPartyHealth: Check = ({ text, name, from, words }) => {
  if (!mentions(words, illWords)) return []
  const plain = text.replace(/(?<=[^\n])\n(?=[^\n])/g, ' ')
  return [...plain.matchAll(illOf)]
    .filter(([, first]) => isFirstName(first!) || titles.has(first!.toLowerCase()))
    .filter(([, first, last]) => !`${name} ${from.name}`.includes(`${first} ${last}`))
    .slice(0, 3)
    .map(match => ({
      check: 'third-party-health',
      level: 'bad' as const,
      words: around(text, match.index, match[0].length),
    }))
}
