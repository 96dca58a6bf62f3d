// Whose story it is: children, patients, and people who are named and accused.

import { isFirstName } from '../names/first-names.ts'
import { titles } from '../names/shape.ts'
import { type Check, findAll, mentions, phrasings } from './check.ts'

const young = '(?:[5-9]|1[0-7]|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)'
const iAm = "\\b(?:i am|i'm|im)"
const underAges = phrasings(
  `${iAm} (?:only |just |nearly |almost |still )?${young}(?= but\\b| btw| so\\b| years? of| next| in (?:january|february|march|april|may|june|july|august|september|october|november|december)| yo\\b)`,
  `${iAm} (?:only )?aged? ${young}\\b|${iAm} a (?:teenager|schoolgirl|schoolboy|school ?child|minor)\\b|${iAm} under (?:18|16|age|eighteen|sixteen)\\b`,
  `\\bi(?:'ll| will)(?: only)? be ${young} (?:in|on|next|this|tomorrow|soon)\\b|\\bi(?:'ve)? (?:just |only )?(?:just )?turned ${young}\\b(?! (?:up|patients|people|miles))(?=\\s?[.,!]| (?:last|this|in|on|yesterday|today|and))`,
  `\\bbeing (?:only |just )?${young}(?=,| and\\b| i\\b)`,
  `\\bas an? (?:school ?girl|school ?boy|year (?:[1-9]|1[0-3]) (?:pupil|student)|pupil|six(?:th)?[- ]former|${young}[- ]years?[- ]old)\\b`,
  `${iAm} (?:a pupil|still at school|in (?:the )?six(?:th)?[- ]form|in year (?:${young}|six|1[0-3])|doing my (?:gcses?|a[- ]?levels?|sats)|sitting my (?:gcses?|a[- ]?levels?|sats|mocks)|not old enough|too young to)\\b`,
  '\\bin class \\w{1,3} with our teacher|\\bwe (?:wrote|are writing) this in (?:class|school|assembly)|\\bour (?:teacher|class) (?:asked|told|said|is writing)\\b',
  `\\bmy (?:${young}|1[0-7])th birthday (?:is |was )?(?:tomorrow|today|next|soon|on|in|yesterday|last week)`,
  "\\bwhen i(?:'m| am| turn) (?:1[0-8]|eighteen|sixteen|old enough|grown up),? i(?:'ll| will|'d)\\b|\\bmy (?:mum|mam|dad|mother) says i (?:can|could|should|may|have to)\\b",
)

export const underAge: Check = ({ text, original }) => [
  ...findAll('under-18', 'bad', text, underAges),
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

const aged =
  '(?:\\d|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)'
const offspring =
  '(?:step)?(?:son|daughter|grandson|granddaughter|grandchild|child|baby|boys?|girls?|nephew|niece|brother|sister|kids?|eldest|youngest|twins|pupil|lad)'
const children = phrasings(
  `\\b(?:my|our|his|her|a|an|the|this) (?:\\w{1,12} )?${aged}[- ](?:year|month|week|day)s?[- ]olds?\\b(?! (?:car|building|house|contract|hospital|system|tradition|policy|machine|scanner|dispute|whisky|men|man|women|woman))`,
  `\\b(?:my|our|his|her|their|foster|foster two|two) (?:\\w{1,10} ){0,2}${offspring}(?: \\p{Lu}\\p{L}{1,15})?,? ?(?:\\(|aged |who is |who's |is |is only |who turned |is aged |has just turned |age )?,? ?${aged}\\b(?! (?:times|hours|weeks|months|days|years (?!old)|miles|appointments|patients|in ten|stone|operations|minutes))`,
  '\\b(?:my|our|his|her|their) (?:\\w{1,10} )?(?:newborn|toddler|baby|little (?:boy|girl|one|lad)|infant|teenage (?:son|daughter|boy|girl))\\b',
  `\\b(?:my|our|his|her|their) (?:\\w{1,10} )?${offspring}(?:'s)? (?:primary |secondary |nursery )?(?:school|nursery|teacher|is (?:in|at) (?:year|reception|nursery|school|primary))\\b`,
  `\\b(?:pupil|boy|girl|child|lad)s?\\b[^.!?\\n]{0,12},? aged ${aged}\\b|\\b(?:school|nursery)\\b[^.!?\\n]{0,20}\\band (?:she|he) is ${aged}\\b`,
  "\\b(?:kids|children|boys|girls)\\b[^.!?\\n]{0,30}\\bare at \\p{Lu}[\\p{L}' ]{1,25}(?:school|primary|nursery)|\\bat[- ]risk register|\\bchild protection plan",
).map(pattern => new RegExp(pattern.source, 'giu'))

const childWords =
  'old son daughter grandson granddaughter grandchild stepson stepdaughter child children baby boy boys girl girls nephew niece kids kid eldest youngest twins pupil toddler newborn infant brother sister'.split(
    ' ',
  )

export const child: Check = ({ text, words }) =>
  mentions(words, childWords) ? findAll('child', 'info', text, children) : []

const kin =
  '(?:husband|wife|son|daughter|mother|father|mum|mam|dad|brother|sister|partner|child|baby|nan|gran|grandmother|grandfather|grandson|granddaughter|aunt|uncle|niece|nephew|friend|boy|girl)'
const illness =
  "(?:cancer|leukaemia|lymphoma|tumou?rs?|depression|antidepressants|bipolar|schizophrenia|psychosis|hiv|aids|diabet(?:es|ic)|epilep(?:sy|tic)|dementia|alzheimer'?s?|parkinson'?s?|ms|multiple sclerosis|stroke|heart (?:attack|failure|disease|bypass|murmur|condition)|sepsis|miscarriage|abortion|anorexia|autis(?:m|tic)|adhd|copd|asthma|crohn'?s?|colitis|arthritis|ptsd|anxiety|addiction|alcoholic|hernia|migraines?|fibrosis|lupus|psoriasis|osteoporosis|dialysis|chemo(?:therapy)?|radiotherapy|transplant|hospice|sectioned|terminally ill|(?:hip|knee) replacement|pregnant|(?:mri|ct) scan|biopsy|registered (?:disabled|blind)|broke (?:his|her) (?:hip|leg|arm|wrist)|endometriosis|kidney (?:stones|failure|disease)|overdose)\\b(?! (?:nurse|doctor|ward|unit|charity|specialist|services?|patients?|care|research|team|consultant|at the heart|women))"
const healths = phrasings(
  `\\b(?:i|i've|i'm|i'd)\\b(?: \\w{1,12}){0,6} ${illness}`,
  `\\bmy (?:\\w{1,12} )?${kin}(?:'s)?\\b(?: \\w{1,12}){0,5} ${illness}`,
  `\\b(?:my|our) (?:\\w{1,12}-){1,2}(?:old|olds)\\b(?: \\w{1,12}){0,5} ${illness}`,
  `\\bmy (?:\\w{1,12} ){0,2}(?:clinic|appointment|scan|operation) for (?:\\w{1,12} ){0,2}${illness}|\\bit(?:'s| is) (?:a |an )?(?:\\w{1,10} )?${illness}`,
  '\\bmy (?:\\w{1,10} ){0,1}(?:operation|biopsy|chemo(?:therapy)?|radiotherapy|dialysis|miscarriage|transplant|mastectomy|medication|diagnosis)\\b',
  '\\b(?:i|we) lost (?:my|our|a|the) (?:unborn )?baby\\b|\\b(?:took|taken) (?:his|her) own life\\b|\\bdied by suicide\\b',
)
const healthWords = 'i my it our took taken'.split(' ')

export const health: Check = ({ text, words }) =>
  mentions(words, healthWords) ? findAll('health', 'info', text, healths) : []

const accusation =
  /\b(?:liar|lied|lies|lying|corrupt|corruption|bribe[sd]?|bribery|fraud|fraudster|crook(?:ed)?|criminal|thief|stole|stealing|embezzl\w+|negligen(?:t|ce)|incompetent|killed|murder(?:ed|er)?|abus(?:ed|er|es)|paedophile|p(?:a)?edo|rapist|raped|assault(?:ed)?|harass(?:ed|ment)|bull(?:y|ied)|racist|sexist|nazi|fascist|drunk|cheat(?:ed)?|guilty|covered up|cover-up|brown envelopes?|taking bribes|takes bribes|sacked for|falsified|struck off|affair with|molested|groped|fiddl(?:ed|es|ing)|back ?handers?|covered (?:it|this|that) up|botched|touched (?:me|her|him|my)|on the take|(?:hit|punched|slapped|kicked) (?:an?|me|my|the|his|her)|sleeping with|made up (?:the|his|her)|(?:fired|sacked) me|(?:taking|dealing|selling) drugs|faked?|forged?|groomed|beats (?:his|her)|refus(?:es|ed) to (?:see|treat)|pocket(?:ed|ing)|thrown out of|dishonest\w{0,2}|misdiagnosed|drug addict|junkie|alcoholic|threatened (?:me|my|to)|claiming benefits|left my \w{1,12} (?:lying|to die|to rot)|paying (?:his|her) (?:wife|husband|brother|son)|siphon\w{1,4}|blackmail\w{0,4}|stalk(?:ed|ing)|neglected|swindled|conned|scammed|drugged|hid the)\b/i
const role =
  /^(?:nurse|sister|matron|councillor|cllr|manager|inspector|constable|pc|sergeant|judge|headmaster|doctor|professor)$/i
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
      const person =
        isFirstName(match[1]!) ||
        titles.has(match[1]!.toLowerCase()) ||
        (role.test(match[1]!) && isFirstName(match[2]!))
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
