// Whose story it is: children, patients, and people who are named and accused.

import { isFirstName } from '../names/first-names.ts'
import { titles } from '../names/shape.ts'
import { type Check, findAll, mentions } from './check.ts'

export const underAge: Check = ({ text, original }) => [
  ...findAll(
    'under-18',
    'bad',
    text,
    /\b(?:i am|i'm|i’m|im|aged?) (?:only |just |a |an |nearly |almost )?(?:[5-9]|1[0-7]|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)(?: ?(?:years? ?-?old|yrs?(?: old)?|y\/?o)\b|(?= and\b|[.,!;)]|\s*$))|\bas an? (?:1[0-7]|[5-9])[- ]year[- ]old\b|\bi(?:'m|’m| am) (?:an? )?(?:1[0-7]|[5-9]|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)[- ]?years?[- ]old\b|\bi(?:'m|’m| am) (?:still )?(?:in|at) (?:year (?:[1-9]|1[0-3])|primary school|secondary school|middle school)\b|\bmy (?:teacher|form tutor|mum and dad) (?:says?|told|said|made|asked) (?:us|me) to write\b/gim,
  ).filter(({ words }) => !/^aged?\s/i.test(words)),
  ...findAll(
    'under-18',
    'bad',
    original.slice(-400),
    /(?:^|[,(]\s?)(?:aged?|age:?) ?(?:[5-9]|1[0-7])\b(?! ?(?:months|weeks|children))/gim,
  ),
]

export const child: Check = ({ text, words }) =>
  !words.has('old')
    ? []
    : findAll(
        'child',
        'info',
        text,
        /\bmy (?:\w+ )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen)[- ](?:year|month|week|day)s?[- ]old (?:son|daughter|grandson|granddaughter|child|baby|boy|girl|nephew|niece)\b/gi,
      )

const illnesses =
  'cancer leukaemia tumour tumor depression bipolar schizophrenia psychosis hiv aids diabetes epilepsy dementia alzheimer alzheimers parkinson parkinsons ms multiple stroke heart sepsis miscarriage anorexia autism adhd copd asthma crohn crohns arthritis ptsd anxiety addiction'.split(
    ' ',
  )

export const health: Check = ({ text, words }) =>
  !mentions(words, illnesses)
    ? []
    : findAll(
        'health',
        'info',
        text,
        /\b(?:i (?:have|had|was diagnosed with|suffer from|am suffering from|live with)|i'm (?:suffering from|living with)|my (?:\w+ )?(?:husband|wife|son|daughter|mother|father|mum|dad|brother|sister|partner|child|baby|nan|gran|grandmother|grandfather)(?:'s|’s)? (?:has|had|was diagnosed with|suffers from|died of|died from)) (?:\w+ ){0,3}(?:cancer|leukaemia|tumou?r|depression|bipolar|schizophrenia|psychosis|hiv|aids|diabetes|epilepsy|dementia|alzheimer'?s?|parkinson'?s?|ms|multiple sclerosis|stroke|heart (?:attack|failure|disease)|sepsis|miscarriage|anorexia|autism|adhd|copd|asthma|crohn'?s|arthritis|ptsd|anxiety|addiction)\b/gi,
      )

const accusation =
  /\b(?:liar|lied|lies|lying|corrupt|corruption|bribe[sd]?|bribery|fraud|fraudster|crook(?:ed)?|criminal|thief|stole|stealing|embezzl\w+|negligen(?:t|ce)|incompetent|killed|murder(?:ed|er)?|abus(?:ed|er|es)|paedophile|p(?:a)?edo|rapist|raped|assault(?:ed)?|harass(?:ed|ment)|bull(?:y|ied)|racist|sexist|nazi|fascist|drunk|cheat(?:ed)?|guilty|covered up|cover-up|sacked for|falsified|struck off|affair with|molested|groped)\b/i
const public_ =
  /^(?:jeremy hunt|david cameron|george osborne|boris johnson|theresa may|jeremy corbyn|tony blair|gordon brown|margaret thatcher|nigel farage|donald trump|nicola sturgeon|keir starmer|rishi sunak|liz truss|michael gove|barack obama|joe biden|vladimir putin|wes streeting|rachel reeves)$/i

/** A person named in one sentence with words of accusation: libel is the newsroom's, not the reader's. */
export const thirdParty: Check = ({ text, name }) => {
  const found: ReturnType<Check> = []
  if (!accusation.test(text)) return found
  for (const sentence of text.split(/(?<=[.!?])\s+|\n+/)) {
    const accused = accusation.exec(sentence)
    if (!accused || sentence.length > 1_000) continue
    for (const match of sentence.matchAll(/\b(\p{Lu}[\p{L}’'-]+)\.?\s(\p{Lu}[\p{L}’'-]+)(?:\s\p{Lu}[\p{L}’'-]+)?/gu)) {
      const person = isFirstName(match[1]!) || titles.has(match[1]!.toLowerCase())
      if (!person || match[0] === name || /^I\b/.test(match[0])) continue
      const level = public_.test(match[0]) ? 'warn' : 'bad'
      found.push({ check: 'third-party', level, words: `${match[0]} … ${accused[0]}` })
      break
    }
  }
  return found
}

const courtWords =
  'trial court charged pleaded jury defendant accused contempt judice injunction gagging custody arrested police'.split(
    ' ',
  )

export const court: Check = ({ text, words }) =>
  !mentions(words, courtWords)
    ? []
    : findAll(
        'court',
        'warn',
        text,
        /\b(?:(?:on|awaiting|before (?:his|her|the|their)) trial|court case|due in court|charged with|pleaded (?:not )?guilty|the (?:jury|defendant|accused)|contempt of court|sub judice|injunction|gagging order|in custody|arrested (?:for|on suspicion)|police investigation)\b/gi,
      )
