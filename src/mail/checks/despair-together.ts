// What anybody may write (“I've had enough”): two of different kinds in one letter are a sign of despair.
import { signs } from './signs.ts'

const stop = '(?=\\s?[.,!;?\\n]|\\s*$)'

export const together = signs(
  ['enough', `\\bi(?:'ve| have)?(?: really| just)? had enough(?: now| of it all)?${stop}`],
  ['ready go', `\\bi(?:'m| am) ready to go(?: now)?${stop}`],
  [
    'anymore longer more another',
    `\\b(?:can't|cannot|can not|cant|couldn't) (?:do|take|cope with|stand|bear|face|fight|manage) (?:this|it|any of it|things)?(?: on my own)? ?(?:any ?more|any longer|another (?:day|night|week)|much longer)\\b`,
  ],
  [
    'sorry',
    '\\bsorry (?:to|for) (?:everyone|everybody|all|anyone|the people|everything)\\b[^.!?\\n]{0,20}(?:let down|hurt|disappointed|done|caused)?',
  ],
  ['peace', '\\bmade my peace\\b'],
  [
    'tired exhausted',
    `\\bi(?:'m| am) (?:just |so |too |very )*(?:tired|exhausted|worn out) (?:of (?:it all|fighting|trying|everything)|and i)\\b`,
  ],
  [
    'over end stop',
    '\\bi (?:just |only )?want (?:it|this|everything|it all) (?:all )?to (?:be over|end|stop)\\b|\\bfor it (?:all )?to (?:be over|end)\\b',
  ],
  ['included', '\\bme included\\b'],
  ['burden', "\\bi(?:'m| am| feel(?: like)?)?(?: i'?m)? (?:just |only |nothing but |such )?a burden\\b"],
  ['rope tether', '\\bend of my (?:rope|tether)\\b'],
  [
    'nobody one',
    `\\b(?:nobody|no one|no-one|not a soul)(?: is)? (?:left )?(?:to (?:ring|call|talk to|turn to|phone|ask)|coming(?: to help)?|listens|cares|would notice)\\b`,
  ],
  ['done', `\\bi(?:'m| am) (?:just )?done${stop}`],
  ['matters', `\\bnothing matters(?: any ?more| now| to me)?\\b`],
  ['longer', `\\b(?:much|a lot) longer${stop}`],
  ['living life', "\\b(?:this|like this|it|mine) (?:isn't|is not|is no) (?:living|life|a life)\\b"],
  ['here', `\\bi (?:shan't|won't|will not|shall not) be here${stop}`],
  [
    'last',
    "\\b(?:it's|it is|this is|tonight is|today is) my last (?:day|night|letter|email|morning|time|message)\\b(?! (?:at|in|of|with|as|before|on))",
  ],
  ['lucky tried', "\\bi(?:'ve| have) tried (?:twice|three times|before|once)\\b"],
  ['thank thanks goodbye', `\\b(?:thank you|thanks) for (?:reading|everything|listening)${stop}`],
  ['eating eat', "\\b(?:he|she|i)(?:'s|'ve| has| have)? stopped eating\\b"],
  [
    'given sold paid',
    "\\bi(?:'ve| have) (?:given|paid|sold|cancelled|sorted)\\b[^.!?\\n]{0,60}\\b(?:away|no (?:further |more )?need|my (?:affairs|funeral|will))\\b",
  ],
  [
    'hopeless worthless useless failure pointless empty numb',
    `\\bi(?:'m| am| feel)(?: so| just| completely| totally| utterly)? (?:hopeless|worthless|useless|a failure|pointless|empty|numb|trapped)\\b`,
  ],
  ['use good', '\\b(?:no|not much|not any) (?:use|good) to (?:anyone|anybody|my family|them|man nor beast)\\b'],
  ['dark', '\\b(?:very |really |such |some )?dark (?:thoughts|place)\\b'],
  [
    'afraid scared frightened',
    '\\b(?:afraid|scared|frightened|dreading) of (?:tonight|myself|the night|being alone|my own)\\b',
  ],
  ['fight', '\\bno fight left\\b'],
  ['meaning', '\\blife has no meaning\\b'],
  ['worry replying reply', "\\bdon't (?:worry about|bother) (?:replying|answering|writing back)\\b"],
)
