// Children: the writer may be one, or tells of one.
import { matchesOf, mayMatch } from '../may-match.ts'
import { isFirstName, wordNames } from '../names/first-names.ts'
import type { Finding } from '../reading.ts'
import { type Check, type CheckFacts, findAll, mentions, phrasings } from './check.ts'
import { isGrownUp, perhapsPupils, pupils } from './pupil.ts'
import { possible } from './signs.ts'

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

/** What a teacher or a parent may say as well counts where nothing tells of a grown-up. */
function perhaps(text: string, words: CheckFacts['words']): Finding[] {
  const patterns = possible(perhapsPupils, words)
  return patterns.length === 0 || isGrownUp(text) ? [] : findAll('under-18', 'bad', text, patterns)
}

export const underAge: Check = ({ text, original, words }) => [
  ...findAll('under-18', 'bad', text, underAges),
  ...findAll('under-18', 'bad', text, possible(pupils, words)),
  ...perhaps(text, words),
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
    /(?:^|[,(]\s?)(?:aged?|age:?) ?(?:[5-9]|1[0-7])\b(?! ?(?:months|weeks|children))|(?<=^[^\n.!?]{0,30})\b(?:year|yr) ?(?:[1-9]|1[0-3])\b(?=[^\n.!?]{0,40}$)/gim,
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

const year =
  '(?:year (?:[1-9]|1[0-3]|one|two|three|four|five|six|seven|eight|nine|ten|eleven)|yr ?\\d{1,2}|reception|nursery|primary(?: school)?|infants?(?: school)?|juniors|secondary school|high school|pre-?school|playgroup|foundation stage|key stage \\d)'
const age = `(?:only |just |now |nearly |about to turn )?${aged}(?! (?:times|hours|weeks|miles|appointments|patients|stone|operations|minutes|per|percent|in ten|points?|pounds|of (?:us|them)|people|and a half stone|o'clock|down|up|all|nil)\\b)\\b(?![\\d%.:]\\d|%)`
const many =
  '(?:kids|children|little ones|boys|girls|grandchildren|grandkids|grandsons|granddaughters|sons|daughters|twins)'
const schooled = phrasings(
  `\\b(?:my|our|his|her|their) (?:[\\w'-]{1,12} ){0,2}${offspring}(?:'s| is| was| are| goes| went)?\\b[^.!?]{0,60}\\b(?:in|at|into|starts?|started|starting) (?:the |her |his |a )?(?:first )?${year}`,
  `\\b(?:my|our|his|her|their) (?:(?:two|three|four|five|own|younger|older|small|little|foster) ){0,2}${many}\\b[^.!?]{0,80}\\b(?:school|nursery|teachers?|class|bus|homework|exams?|gcses?|term|aged|childminder|playground|primary|uniform)\\b`,
  `\\b(?:one|two|three|four|some|most|many|half|\\w+) of my (?:\\w+ )?(?:pupils|children|class|kids|year \\w+s)\\b|\\b(?:children|kids|pupils|boys|girls) in my (?:class|school|care|form|team)\\b`,
  `\\bmy (?:${offspring}|twins)\\b(?: \\w+){0,2} (?:was|were) (?:still)?born\\b|\\b(?:one|our) toddler\\b|\\b(?:youngest|eldest|oldest|middle one|baby) (?:is|was|who is|who's) ${age}`,
  `\\b(?:he|she)(?:'s| is| was|, who is) (?:only |just |still )?(?:in ${year}|(?:at|in) (?:primary |junior |infant |nursery )?school|in the under-?\\d+s?|under-?(?:1[0-8]|[5-9])s?\\b)`,
  `\\bunder[ -](?:1[0-8]|[5-9])s?\\b(?=[^.!?]{0,20}(?:team|side|football|squad|coach|rugby|cricket|\\.|$))|\\bin the under-?(?:1[0-8]|[5-9])s\\b`,
  `\\b(?:my|our) (?:wee |own |little |poor |lovely |young |youngest |eldest )?(?:kids?|kiddies?|little ones?|boy|girl|lad|lass|bairns?|grandchild|grandchildren|grandkids?|children)\\b(?! (?:are|is) (?:grown|adults?|doctors?|nurses?|married|abroad|all grown))`,
  `\\b(?:my|our|his|her|their) (?:[\\w'-]{1,12} ){0,2}(?:${offspring}|twins)\\b[^.!?]{0,60}\\b(?:camhs|paediatric\\w*|school|nursery|teacher|childminder|playground|homework|gcses?|sats|nappies|pushchair|cot|incubator|special care|neonatal|tonsils|health visitor|send|ehcp)\\b`,
  `\\b(?:my|our|have|got|with|and|of|i've) (?:two|three|four|five|six|[2-6])(?: \\w+)? (?:kids|children|girls|boys|sons|daughters|little ones|grandchildren|grandsons|granddaughters|under-?fives)\\b|\\b(?:two|three|four|five|six|[2-6]) kids\\b|\\b(?:both|all|two|three) of ours\\b`,
  '\\b(?:my|our|the|her|his|a) (?:\\w+ )?(?:toddler|newborn|infant)\\b|\\b(?:\\d{1,2}|two|three|four|five|six|nine|ten|eighteen) (?:months|weeks|days)[- ]olds?\\b|\\b(?:is|was|aged?|only|just) \\d{1,2} months\\b',
  '\\b(?:his|her) (?:school|nursery|primary|class ?teacher|head ?teacher|form tutor|homework|pushchair|school \\w+)\\b',
  `\\b(?:we|i|they) (?:have )?foster(?:ed)?\\b|\\bfoster (?:child|children|son|daughter|kids?|baby)\\b`,
  `\\bmy (?:[\\w'-]{1,12} )?${offspring}(?: \\p{Lu}\\p{L}+)? was (?:only |just )?${aged}\\b(?=[,.;!?]| when| and| years? old)`,
  `\\b(?:look after|looks? after|mind|minding|bring(?:ing)? up|raising|foster(?:ing|ed)?|adopted) (?:my |our |his |her |two |three )?(?:grand)?(?:son|daughter|child|children|kids|nephew|niece|boys?|girls?|siblings)\\b`,
)
/** “Maisie is 12”, “Poppy’s three”, “Riley, who’s four”, “Evie (9)”, “Alfie, 15,”. */
const named = new RegExp(
  `(?<![\\p{L}])(\\p{Lu}\\p{Ll}{2,14})(?:['’]s| is|, who(?:['’]s| is)|,? aged|, ?| ?\\()(?: |(?<=\\())?${age}(?=[,.;!?)]|\\s(?:and|years?|but|who|on|in|so|yet|she|he)\\b|$)`,
  'gu',
)
/** Without one of these, or a digit, nobody's age is told. */
const number = /one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen/i
/** “He’s fifteen.”: of whom is told before, when somebody's child, or a sister, is. */
const heIs = new RegExp(
  `\\b(?:he|she)(?:['’]s| is| was)(?: only| just| still| nearly)? ${aged}(?=[,.;!?)]| and\\b| years?\\b| when\\b|$)`,
  'gi',
)

const childWords =
  'old son daughter grandson granddaughter grandchild grandchildren stepson stepdaughter child children baby boy boys girl girls nephew niece kids kid eldest youngest twins pupil pupils toddler newborn infant brother sister lad school nursery class who under months ours month homework'.split(
    ' ',
  )
const near =
  'son daughter grandson granddaughter child boy girl nephew niece kid eldest youngest pupil brother sister lad school class cousin'.split(
    ' ',
  )

export const child: Check = ({ text, words }) => {
  const found = mentions(words, childWords) ? findAll('child', 'info', text, [...children, ...schooled]) : []
  if (mentions(words, near)) found.push(...findAll('child', 'info', text, heIs))
  for (const match of /\d/.test(text) || mayMatch(number, text) ? matchesOf(named, text) : [])
    if (isFirstName(match[1]!) && !wordNames.has(match[1]!.toLowerCase()))
      found.push({ check: 'child', level: 'info', words: match[0].trim() })
  return found.filter(
    ({ words: one }, at) =>
      !found.some(
        (other, place) => place !== at && other.words.includes(one) && (other.words.length > one.length || place < at),
      ),
  )
}
