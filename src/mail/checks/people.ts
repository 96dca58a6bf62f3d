// Whose story it is: people who are named and accused, and what a court is still to judge.
import { matches } from '../may-match.ts'
import { isFirstName } from '../names/first-names.ts'
import { titles } from '../names/shape.ts'
import { around, type Check, findAll, mentions, phrasings } from './check.ts'

const accusation =
  /\b(?:liar|lied|lies|lying|corrupt|corruption|bribe[sd]?|bribery|fraud|fraudster|crook(?:ed)?|criminal|thief|stole|stealing|embezzl\w+|negligen(?:t|ce)|incompetent|killed|murder(?:ed|er)?|abus(?:ed|er|es)|paedophile|p(?:a)?edo|rapist|raped|assault(?:ed)?|harass(?:ed|ment)|bull(?:y|ied)|racist|sexist|nazi|fascist|drunk|cheat(?:ed)?|guilty|covered up|cover-up|brown envelopes?|taking bribes|takes bribes|sacked for|falsified|struck off|affair with|molested|groped|fiddl(?:ed|es|ing)|back ?handers?|covered (?:it|this|that) up|botched|touched (?:me|her|him|my)|on the take|(?:hit|punched|slapped|kicked) (?:an?|me|my|the|his|her)|sleeping with|made up (?:the|his|her)|(?:fired|sacked) me|(?:taking|dealing|selling) drugs|faked?|forged?|groomed|beats (?:his|her)|refus(?:es|ed) to (?:see|treat)|pocket(?:ed|ing)|thrown out of|dishonest\w{0,2}|misdiagnosed|drug addict|junkie|alcoholic|threatened (?:me|my|to)|claiming benefits|left my \w{1,12} (?:lying|to die|to rot)|paying (?:his|her) (?:wife|husband|brother|son)|siphon\w{1,4}|blackmail\w{0,4}|stalk(?:ed|ing)|neglected|swindled|conned|scammed|drugged|hid the)\b/i
const role =
  /^(?:nurse|sister|matron|councillor|cllr|manager|inspector|constable|pc|sergeant|judge|headmaster|doctor|professor)$/i
const public_ =
  /^(?:jeremy hunt|david cameron|george osborne|boris johnson|theresa may|jeremy corbyn|tony blair|gordon brown|margaret thatcher|nigel farage|donald trump|nicola sturgeon|keir starmer|rishi sunak|liz truss|michael gove|barack obama|joe biden|vladimir putin|wes streeting|rachel reeves)$/i

/** A person named in one sentence with words of accusation: libel is the newsroom's, not the reader's. */
export const thirdParty: Check = ({ text, name }) => {
  const found: ReturnType<Check> = []
  if (!matches(accusation, text)) return found
  for (const sentence of text.split(/(?<=[.!?])\s+|\n+/)) {
    const accused = accusation.exec(sentence)
    if (!accused || sentence.length > 1_000) continue
    for (const match of sentence.matchAll(
      /(?<![\p{L}\p{N}_’'-])(\p{Lu}[\p{L}’'-]+)\.?\s(\p{Lu}[\p{L}’'-]+)(?:\s\p{Lu}[\p{L}’'-]+)?/gu,
    )) {
      const person =
        isFirstName(match[1]!) ||
        titles.has(match[1]!.toLowerCase()) ||
        (role.test(match[1]!) && isFirstName(match[2]!))
      if (!person || match[0] === name || /^I\b/.test(match[0])) continue
      const level = public_.test(match[0]) ? 'warn' : 'bad'
      const from = Math.min(match.index, accused.index)
      const to = Math.max(match.index + match[0].length, accused.index + accused[0].length)
      found.push({ check: 'third-party', level, words: around(sentence, from, to - from) })
      break
    }
  }
  return found
}

const courtWords =
  'trial court charged pleaded jury defendant accused contempt judice injunction gagging custody arrested police remand magistrate magistrates judge bail sentenced sentencing verdict prosecution'.split(
    ' ',
  )
const courts = phrasings(
  '\\b(?:on|awaiting|before (?:his|her|the|their)|stand(?:ing|s)?) trial\\b|\\b(?:his|her|their|the|my) trial (?:is|was|has|at|begins|starts|date|of|on)\\b',
  "\\bcourt case\\b|\\b(?:due|appear(?:s|ed|ing)?|up|back|taken?|went|heard) (?:in|at|to|before) (?:the )?(?:\\w+ )?(?:crown |magistrates'? |high |family |county )?court\\b|\\b(?:crown|magistrates'?|high|family|county) court\\b|\\bemployment tribunal\\b",
  '\\bcharged with\\b|\\b(?:pleaded|pleads|pleading|found|plead) (?:not )?guilty\\b|\\bthe (?:jury|defendant|accused|prosecution|magistrates?|judge|verdict)\\b|\\bsentenc(?:ed (?:on|next|to)|ing (?:is|on))',
  "\\bcontempt of court\\b|\\bsub judice\\b|\\binjunction\\b|\\bgagging order\\b|\\bin custody\\b|\\bon (?:remand|bail)\\b|\\barrested (?:for|on suspicion|over)\\b|\\bpolice investigation\\b|\\bcan(?:not|'t) be named for legal reasons\\b",
)

/** What is before a court may not be prejudged (Contempt of Court Act 1981). */
export const court: Check = ({ text, words }) =>
  mentions(words, courtWords) ? findAll('court', 'warn', text, courts) : []
