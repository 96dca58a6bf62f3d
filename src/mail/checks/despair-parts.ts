// What a letter of despair is made of, whatever its words: a writer (or somebody near), and a life that is not wanted, an
// act, a place, a farewell. Wide windows between the parts, so that phrasings nobody listed are heard as well.
import { signs } from './signs.ts'

const gap = (most: number): string => `[^.!?\\n]{0,${most}}`
/** “I don't want to live in a country…”, “to die of boredom”: what follows makes it another matter. */
const elsewhere =
  '(?! (?:in (?!this pain|pain)|on (?!like)|near|under|at|by|through|off|next|beyond|up to|support|where|with (?!this|it|myself|the pain|pain|what)|for (?!ever|me)|of|laughing|among|without (?:a|an|the) (?:\\w+ )?(?:nhs|car|garden)))'
const means =
  '(?:roof|bridge|cliffs?|ledge|beachy head|viaduct|level crossing|railway(?: line)?|tracks|parapet|multi-?storey|river|canal)'
const mine = '(?:meds|tablets|pills|medication|painkillers|sleeping tablets)'
const beings = '(?:cats?|dogs?|kids|children|girls|boys|baby|mum|animals|horses)'

export const despairParts = signs(
  [
    'live living alive exist existing life here',
    `\\bi\\b${gap(25)}\\b(?:don't|do not|didn't|can't|cannot|no longer|not|never|lost|losing|no|hardly|couldn't)\\b${gap(18)}\\b(?:want|wish|deserve|able|face|care|bear|will|reason|keep|strength|desire)\\b(?: \\w{1,8}){0,2} (?:to live|living|alive|to exist|existing|to be here|be alive)\\b${elsewhere}`,
  ],
  [
    'die dying dead end ending sleep wake gone follow job being',
    `\\bi\\b${gap(40)}\\b(?:want|wish|hope|pray|long|ready|intend|plan|planning|think|thinking|thought|thoughts|dream|fantasi[sz]e|wishing|hoping|going)\\b${gap(22)}\\b(?:to die|dying|be dead|was dead|were dead|end my|end it all|end things|ending my|ending it all|sleep for ?ever|never wake|not wake|kill myself|not being here|to follow (?:her|him|them)|finished the job)\\b${elsewhere}`,
  ],
  [
    'comfort relief peace appeals calms soothes',
    `\\b(?:thought|idea) of (?:not being here|being gone|being dead|dying|death|ending it|not existing)\\b${gap(30)}\\b(?:comfort|relief|peace|appeals?|calms?|soothes?|happy)`,
  ],
  [
    'bleach antifreeze poison weedkiller cleaner wrists wrist',
    '\\b(?:drank|drunk|drinking|swallowed) (?:bleach|antifreeze|poison|weedkiller|drain cleaner|white spirit)\\b|\\bwrists? (?:open|cut|slit|bleeding|slashed)\\b|\\b(?:open|cut|slit|bleeding|slashed|bandaged) wrists?\\b',
  ],
  [
    'train bus lorry tube',
    '\\b(?:went|jumped|stepped|threw (?:himself|herself)|walked|ran) (?:under|in front of) (?:a|the) (?:\\w{1,8} )?(?:train|bus|lorry|tube)\\b(?! (?:to|and missed|and got on))',
  ],
  [
    'died death',
    `\\bi (?:should have|wish i had|wish i'd|ought to have|should've) died\\b|\\bdeath would be (?:a )?(?:mercy|relief|release|kindness|blessing|welcome|easier)\\b`,
  ],
  [
    'worth',
    `\\blife (?:is|isn't|is not|'s|just isn't|really isn't|no longer seems)(?: not| no longer)? worth (?:it|living|the)\\b`,
  ],
  [
    'funeral hanging hanged cut note bothered',
    `\\b(?:started |been )?planning my (?:own )?funeral\\b|\\bfound (?:him|her|me) hang(?:ing|ed)\\b|\\bcut (?:me|him|her) down (?:from|in time|with)\\b|\\bleft a (?:suicide )?note (?:saying|to say) (?:sorry|goodbye)\\b|\\b(?:be )?bothered (?:being alive|living|to live)\\b`,
  ],
  ['suicide', '(?<!political )\\bsuicide watch\\b'],
  [
    'goodbye goodbyes',
    `\\b(?:written|wrote|said|saying|made|sent) (?:all )?my goodbyes\\b|\\bsaying goodbye (?:now|to (?:you all|everyone|the world|my (?:family|kids|children)))\\b`,
  ],
  [
    'look',
    `\\blook after my ${beings}\\b[^\\n]{0,60}\\b(?:after (?:today|tonight|tomorrow)|when i(?:'m| am) (?:gone|not here)|once i(?:'m| am) gone|need someone|for me)\\b`,
  ],
  [
    'insurance favour',
    '\\bwould(?: at least)? get the (?:life )?insurance\\b|\\bdoing (?:everybody|everyone|you all|them all|the world|my family|my kids) a favour\\b(?! by (?:strik|com|help))',
  ],
  [
    'spot date circled',
    '\\b(?:picked|chosen|found) my (?:spot|place|tree|bridge|day|moment)\\b(?! (?:in the|on the (?:march|picket|beach)|for the (?:march|picnic|parade)))|\\bdate circled\\b',
  ],
  ['why', '\\bwhy am i (?:even |still |even still |still even )(?:here|alive|trying|bothering to live)\\b'],
  [
    'stupid silly daft drastic myself',
    `\\b(?:i|i'll|i'd|he|she|he'll|she'll|he'd|she'd)\\b${gap(25)}\\b(?:do|did|done|doing) something (?:really |very |so )?(?:stupid|silly|daft|drastic|to (?:myself|himself|herself))\\b(?! (?:like|and (?:vote|join|ask)))`,
  ],
  [
    'meds tablets pills medication painkillers',
    `\\b(?:with|and|got|have)\\b${gap(20)}\\ball (?:of )?my ${mine}\\b(?! (?:are|is|were|come|from|in order|delivered|sorted))|\\btoo many (?:of (?:my|his|her|the) )?${mine}\\b(?=${gap(30)}\\b(?:night|on purpose|resus|hospital|a&e|woke|sent))`,
  ],
  [
    'overdose overdosed overdoses',
    `\\b(?:i|he|she|my \\w{1,12}|who)\\b${gap(20)}\\b(?:overdosed?|overdoses)\\b(?! (?:of|on) (?:politic|news|sugar|caffeine|chocolate|this))|(?:^|[.!?\\n] ?)overdosed\\b`,
  ],
  [
    'without',
    `\\b(?:would|'d|will|'ll) (?:all )?(?:be |get |feel |run )?(?:\\w{1,12}er|better off|fine|grand|at peace)(?: off)? without me\\b`,
  ],
  [
    'roof bridge cliff cliffs ledge head viaduct crossing railway tracks parapet multistorey storey river canal',
    `\\bi(?:'d|'ve| had| have)?\\b${gap(12)}\\b(?:got as far as|went (?:up |down |out )?(?:to|on|onto)|drove (?:up |out |down )?to|walked (?:up |out |down )?(?:to|onto)|climbed (?:up |on )?(?:to|onto|over)|ended up (?:on|at)|been (?:up )?(?:to|on)) (?:the |a |that )?(?:\\w{1,10} ){0,3}?${means}\\b${gap(30)}\\b(?:before my phone|before (?:some|my|a)|sat there|stood there|till dark|until dark|for hours|turned back|couldn't do it|looked (?:down|over)|with a (?:bottle|note))\\b`,
  ],
  [
    'purpose deliberately',
    `\\b(?:stopped (?:taking|eating)|crashed|took|taken|not taking)\\b${gap(30)}\\b(?:on purpose|deliberately)\\b`,
  ],
  [
    'see summer spring christmas',
    `\\bi (?:don't think i'll|won't|shan't|will not|do not think i will) see (?:the |this |another |next )?(?:summer|spring|autumn|winter|christmas|year|week|birthday)\\b`,
  ],
  [
    'end',
    "\\bi(?:'ll| will| shall|'m going to| am going to| might| could| may)(?: just| have to)? end (?:it|it all|things|everything)(?= ?[.!,\\n]|\\s*$| now| tonight| soon| for good)",
  ],
  [
    'head good quiet',
    `\\bin (?:your|my) head\\b${gap(60)}\\b(?:for good|for ever|forever|to stop|to go quiet|silence)\\b`,
  ],
)
