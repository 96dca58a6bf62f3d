// Threats by their build rather than by their words: somebody who will, a harm, and a person who is to suffer it; and the
// veiled ones, which name no harm at all (“I know which window is yours”).
import { signs } from './signs.ts'

const stop = '(?=\\s?[.,!;?\\n]|\\s*$)'
const them = '(?:you|him|her|them)'
const their = '(?:your|his|her|their)'
const willing =
  "\\b(?:i|we)(?:'ll| will| shall|'m going to| am going to|'re going to| are going to|'d| would| might| could| want to|'m gonna| gonna| am gonna| swear i'll| intend to)(?: (?:happily|gladly|personally|like to|love to|really|come and|come round and|go and|be forced to))?"
/** Somebody who can be hurt: not “the deal”, “time” or “the mood”. */
const role =
  '(?:doctor|consultant|surgeon|nurse|receptionist|reporter|editor|journalist|minister|manager|driver|cameraman|politician|councillor|mp|officer|boss|teacher|headmaster|judge|landlord|neighbour|man|woman|bloke|bastard|bitch|scum|idiot|thug|liar|traitor|striker|picket|presenter|host)s?'
const person = `(?:you|him|her|them|every(?: last| single)? one|each one|every(?:one|body) (?:of|in|who)|any(?:one|body) who|some(?:one|body)|(?:that|the|this|those|these|your|their|any|next) (?:\\w{1,10} )?${role})\\b(?! (?:with kindness|in the polls|at the|in the (?:election|league|vote)|in person|some|a |the facts))`
const weapon =
  '(?:knife|gun|shotgun|rifle|pistol|machete|hammer|axe|acid|baseball bat|crowbar|petrol bomb|brick|hatchet|blade|iron bar)'
const limb = '(?:legs?|arms?|neck|jaw|nose|fingers?|face|teeth|throat|heads?|kneecaps?|skull|ribs|back)'
const dwelling = '(?:house|home|door|flat|office|offices|window|windows|car|studio|building|surgery|newsroom)'

export const menaces = signs(
  [
    'kill shoot stab hang strangle murder smash batter behead lynch maim attack deck thump slap hunt kick punch beat burn cut hurt bury finish destroy end do',
    `${willing} (?:kill|shoot|stab|hang|strangle|murder|batter|behead|lynch|maim|deck|thump|slap|hunt down|hunt|punch|bury) ${person}|\\bi(?:'ll| will| am going to|'m going to|'m gonna| gonna) (?:end|finish|destroy) (?:you|him|her)(?:${stop}| physically| completely)`,
  ],
  [
    'knock break smash snap cut slit rip punch kick teeth legs neck throat skull face head blow',
    `${willing} (?:knock|break|smash|snap|cut|slit|rip|punch|kick|stamp on|blow|bash|cave)(?: off| out| in)? (?:${their}|that \\w{1,12}'s|the \\w{1,12}'s) (?:\\w{1,8} )?${limb}\\b(?! (?:up|record))`,
  ],
  [
    'broken killed shot hurt sorted dealt done put putting stringing shooting hanging lining flogging bullet noose rope gallows',
    `\\b(?:have|get|getting|having) ${them} (?:killed|shot|stabbed|done over|sorted out|beaten up|seen to|hurt)\\b|\\b(?:needs?|wants?|deserves?) (?:${their} )?(?:${limb} (?:broken|smashed|kicked in)|putting (?:up )?(?:against a wall|down)|stringing up|a bullet|shooting|a noose)\\b|\\bdeserves? (?:a|the) (?:bullet|noose|rope|gallows|beating|kicking)\\b|\\bbring back (?:the )?(?:noose|rope|gallows|guillotine|hanging) (?:and (?:start|use|hang|begin)|for (?:him|her|them|you|these|those|this|that))`,
  ],
  [
    'know',
    `(?:^|[.!?,;\\n] ?|\\band )(?:because |but |well |oh |now )?(?:i|we) know (?:what|which|where|exactly (?:what|which|where)) (?:car|window|house|street|train|school|pub|gym|bus|road|door|desk|nursery|church)s? (?:(?:is|are) yours|(?:is|are) (?:his|hers|theirs)|you|your (?:kids|children|wife|husband|family)|he|she|they)\\b|\\bi know where (?:your|his|her|their) (?:kids|children|family|wife|husband|mother|daughter|son)|\\bi know people\\b(?=[.!,;])|\\btell (?:\\w{1,10} ){1,3}(?:that )?i know (?:what|which|where)\\b`,
  ],
  ['address', `\\bi(?:'ve| have)(?: got)? (?:your|his|her) (?:home )?address(?: now)?(?=[.!]|\\s*$)`],
  [
    'shame happen happened happens accident',
    `\\b(?:be|'d be) (?:a )?(?:such a )?(?:shame|pity) if (?:anything|something) (?:\\w{1,10} )?(?:happened|should happen|were to happen)\\b(?! to (?:the nhs|it|our))|\\bsee what happens to (?:you|your|him|his|her)\\b|\\b(?:accidents? happens?|nasty accident)\\b[^.!?\\n]{0,20}\\b(?:you|your|him|her)\\b`,
  ],
  [
    'ambulance box coffin bag scraping scrape ditch river grave lucky stretcher hearse',
    `\\b(?:leave|leaving|go home|going home|come out|carried out) in (?:an ambulance|a (?:wooden )?box|a coffin|a body ?bag|a hearse)\\b|\\bscrap(?:e|ing) (?:you|him|her|them|bits of \\w+) off\\b|\\b(?:found|end up|dumped|left|floating) in (?:a|the) (?:ditch|river|skip|canal|shallow grave|gutter|woods)\\b|\\b(?:won't|will not|might not|not) be (?:so )?lucky (?:twice|next time|again|a second time)\\b`,
  ],
  [
    'shoulder window sleep watch visit next regret',
    `\\blook(?:ing)? over your shoulder\\b(?! (?:at|for the))|\\bsleep (?:well|tight)\\b[^.!?\\n]{0,5}[.!,;]? ?(?:i|we) know\\b|(?:^|[.!?\\n] ?)expect (?:a|some) (?:visits?|visitors?|knock|company|callers?)(?: from (?:me|us|the lads)| soon| tonight)?${stop}|\\b(?:you're|you are|your) next${stop}|\\b(?:i'll|i will|we'll|we will) (?:pay|be paying) (?:you|him|her|them) (?:all )?a (?:little )?visit\\b`,
  ],
  [
    'coming come way outside waiting',
    `\\b(?:i'm|i am|we're|we are|i'll be|we'll be) coming (?:to (?:get|find|see to) (?:you|him|her|them)|for (?:you|him|her|them)${stop}|back with|round with|after (?:you|him|her|them)\\b|over there with)|\\bon my way to your ${dwelling}\\b[^.!?\\n]{0,12}\\b(?:and|not|with)\\b(?! (?:cake|flowers|biscuits|tea|coffee|my (?:letter|cheque)))|\\b(?:i'll|i will|we'll) come (?:round |over |there )?and (?:make|get|find|sort) (?:you|him|her|them)\\b`,
  ],
  [
    'knife gun shotgun rifle pistol machete hammer axe acid bat crowbar brick hatchet blade bar bomb',
    `\\b(?:i'll|i will|i'm|i am|i shall|we'll|we will|we're|somebody's|someone's|somebody is|someone is)\\b[^.!?\\n]{0,45}\\bwith (?:a|my|the|an|our) (?:\\w{1,8} )?${weapon}\\b(?! (?:and|to) (?:mend|help|fix|build|hang))|\\bif i(?:'d| had) (?:a|my) ${weapon}\\b|\\b(?:get|gets|getting|have|throw|put|putting) (?:a |another |some |the )?(?:brick|petrol bomb|firework|acid|petrol) (?:through|at|over|in|into) (?:${their}|her|him|you|them)\\b`,
  ],
  [
    'petrol match matches inside burn burned torch torched lighter',
    `\\b(?:can|bottle|gallon|jerry ?can)s? of petrol\\b[^.!?\\n]{0,25}\\b(?:nothing|lose|match|you|your|them|lighter)\\b|\\b(?:put|set|take) a (?:match|lighter|light) to\\b[^.!?\\n]{0,12}\\b(?:lot|them|you|your|that|place|building)|\\b(?:burn|burned|burnt|torch|match|fire|blow|blown)\\b[^.!?\\n]{0,40}\\bwith (?:them|him|her|you|everyone|everybody|the lot of (?:them|you)|all of (?:them|you)) (?:all |still )?(?:inside|in it|in there)\\b`,
  ],
  [
    'device bomb explosive explosives goes go',
    `\\b(?:there's|there is|i've (?:left|put|planted)|we've (?:left|put|planted)) (?:a |an )?(?:\\w{1,10} )?(?:device|bomb|explosives?|package) (?:in|under|at|outside) (?:the|your|that|one of)\\b(?! (?:clinic|scanner|museum))|\\bwhen (?:the|your|that) (?:place|building|office|whole place|surgery) goes up\\b`,
  ],
  [
    'time start shooting killing burning',
    '\\btime (?:to|we) (?:start(?:ed)?|began?|begin) (?:shooting|killing|burning|hanging|stringing|lynching)\\b',
  ],
  [
    'post mail letters',
    `\\b(?:check|open|opening|checking) (?:the|your|their) (?:post|mail|letters|parcels) (?:very |extra )?(?:carefully|with care)\\b`,
  ],
  [
    'hope',
    `\\bhope (?:\\w{1,8} ){0,2}(?:you|he|she|they|someone|somebody|your \\w{1,10}) (?:all )?(?:gets? (?:raped|run over|stabbed|shot|killed|beaten up|cancer|knifed)|runs? (?:you|him|her|them) (?:over|down)|(?:kills?|shoots?|stabs?) (?:you|him|her|them)|suffers? (?:like|and die|as)|dies? (?:in|slowly|screaming|alone)|burns?)`,
  ],
  ['dead good', '\\bonly good \\w{1,14} is a dead\\b'],
  [
    'did done',
    `\\b(?:do|done|did|happen|happens) to (?:you|him|her|them|these \\w{1,12}) what (?:they|he|she|happened|was|somebody) (?:did|do|done|to)\\b|\\bend up like (?:that|the) (?:mp|poor mp|woman mp)\\b`,
  ],
  [
    'van car truck lorry boot fist fists',
    `\\b(?:get|gets|getting|taste|feel|have) (?:my|the) (?:van|car|truck|lorry|boot|fist|fists)(?: \\w{1,6})? (?:in|through|over|into|on|up) (?:${their}|them|him|her|you|the)\\b`,
  ],
  [
    'blood suffer suffers sorry pay kids family children',
    `\\bpay\\b[^.!?\\n]{0,35}\\b(?:with|in) (?:your |his |her |their )?blood\\b|\\b(?:sorry|regret|pay|suffer)\\b[^.!?\\n]{0,70}\\byou and your (?:kids|family|children|wife|husband|mother)\\b|\\bmake sure (?:your|his|her|their) (?:children|kids|family|wife|husband|mother) (?:suffer|pay|know|get)|\\blike it when (?:your|his|her|their) (?:house|car|home|family|kids) (?:gets?|is|are) (?:done|burnt|burned|torched|smashed|hurt|bricked)`,
  ],
  [
    'forget lesson slap kicking hiding',
    `\\bgive (?:you|him|her|them|(?:that|the|your) (?:\\w{1,10} )?${role}) (?:a|the) (?:good |proper |right )?(?:slap|kicking|hiding|thump|battering|beating|smack|lesson)\\b(?! (?:at|in the polls|on the back))|\\bteach (?:you|him|her|them) a lesson (?:you|he|she|they)(?:'ll| will| won't| will not)\\b`,
  ],
  [
    'friends lads mates boys blokes quid',
    `\\b(?:i(?:'ve| have|'ve got| have got| know)) (?:some |a few |a couple of )?(?:friends|lads|mates|boys|blokes|people)(?: \\w{1,6})? (?:who'd|who would|who will|who'll|that'd|that would|that will) (?:\\w{1,9} )?(?:sort|do|see to|deal with|hurt|kill|break|pay)\\b`,
  ],
  [
    'god help',
    '\\bgod help (?:anyone|any ?body|whoever|him|her|them|you|the next)\\b[^.!?\\n]{0,18}\\b(?:my way|my path|crosses|stops me|near me|tries)',
  ],
  [
    'hurt killed',
    "\\bsome(?:one|body)(?:'s| is) (?:going to|gonna) (?:get |be )(?:hurt|killed)\\b[^.!?\\n]{0,25}\\b(?:won't be me|not me|and it)|\\bgonna (?:stab|shoot|kill|batter|knife|slash|bang) (?:him|her|you|them)\\b",
  ],
  [
    'reporter editor journalist she he next time walk walking tonight',
    `\\benjoy (?:your|the) (?:\\w{1,8} )?(?:walk|run|drive|jog|evening|night|bike ride)\\b[^.!?\\n]{0,40}[.!,;]? ?(?:i|we)(?:'ll| will) be (?:there|watching|waiting|right behind)`,
  ],
  [
    'brave front',
    `\\b(?:how|see how) (?:brave|tough|hard|big|funny|clever)\\b[^.!?\\n]{0,12}\\bwhen (?:i'm|i am|we're|we are|you're) (?:stood |standing |face to face |right )?(?:in front of|with|outside|stood outside)`,
  ],
  [
    'traitor traitors hanged shot hung',
    `\\b(?:traitors?|people like (?:her|him|you|them)|(?:her|his|your) (?:sort|kind|type)) (?:\\w{1,8} )?(?:(?:used to|should|ought to|deserve to) be|were|would have been) (?:hanged|hung|shot|executed|strung up|beheaded)\\b`,
  ],
)
