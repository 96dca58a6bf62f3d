// Words that frighten, said of somebody who could be hurt. Figures of speech about policies and parties are left alone.
import { type Check, findAll, mentions, phrasings } from './check.ts'
import { menaces } from './menace.ts'
import { menaceParts } from './menace-parts.ts'
import { possible, widest } from './signs.ts'

const stop = '(?=\\s?[.,!;?\\n]|\\s*$)'
const them = '(?:you|him|her|them)'
const their = '(?:your|his|her|their)'
const will =
  "\\b(?:i|we)(?:'ll| will| shall|'m going to| am going to|'re going to| are going to|'d| would| might| could| want to|'m gonna| am gonna| gonna|'re gonna| intend to)(?: (?:happily|gladly|personally|love to|like to|all|really|come and|have to|come round and))?"
const person =
  '(?:him|her|them|you|man|woman|doctors?|nurses?|consultant|surgeon|ministers?|manager|driver|bastards?|bitch|scum|idiots?|lot)'
const somebody = `(?:you|him|her|them|every(?:one|body)|some(?:one|body)|any(?:one|body)|all of (?:you|them)|(?:that|the|this|those|these|each) (?:\\w{1,10} )?${person}|jeremy|hunt|mr|mrs|dr|the lot of (?:you|them))\\b(?! (?:with kindness|in the (?:polls|election|league)|at the))`
const deserving =
  '\\b(?:he|she|they|you|hunt|ministers?|doctors?|nurses?|mps?|politicians?|like (?:that|him|her|them|this)|of (?:them|you)|people|man|woman|someone|bastards?|scum|lot|traitors?)(?: all| just| really| both)?'
const weapon = '(?:knife|gun|shotgun|rifle|machete|petrol|acid|axe|baseball bat|crowbar|hammer|bomb|brick)'

const threatWords =
  'kill shoot shooting stab bomb burn hang hanging strangle murder smash hurt harm batter break blow shot hanged hung killed strung string lynched executed beheaded burned burnt stabbed bombed die dies dead cancer rot live lives back bullet regret sorry coming waiting outside car knife gun shotgun machete petrol acid axe bat hammer brick braking brake stopping stop school run find pay suffer swing kicking beating hiding eye last down lamp wall throat legs neck box coffin through someone somebody lot'.split(
    ' ',
  )

const patterns = phrasings(
  `${will} (?:kill|shoot|stab|bomb|hang|strangle|murder|smash|hurt|harm|throttle|batter|behead|lynch|maim|knife|attack) ${somebody}`,
  `${will} (?:burn|blow) (?:\\w{1,10} ){1,3}(?:down|to the ground|up)\\b`,
  `${will} (?:break|smash|snap|cut|slit|rip|punch|kick|stamp on)(?: off| out| in)? ${their} (?:legs?|arms?|neck|jaw|nose|fingers|face|teeth|throat|heads?|kneecaps|windows)\\b`,
  `${will} (?:run ${them} (?:over|down)|hunt ${them} down|find (?:you|him|her)(?: and|${stop})|beat ${them} (?:up|to a)|come (?:for|after) (?:you|him|her)\\b|make (?:you|him|her) (?:all )?(?:pay|suffer)(?! (?:at|for it at)))`,
  `\\b(?:i|we)(?:'ll| will)(?: all)? be (?:waiting for (?:you|him|her)|outside ${their} (?:house|home|door|flat|office))`,
  `(?<!(?:don't|not|to|you|didn't|never|nobody|who) )\\bknow where (?:you|he|she|they) (?:lives?|works?|sleeps?|parks?)\\b(?! is)|\\bknow (?:which|what|where) (?:\\w{1,10} )?(?:school|nursery|${their} (?:kids|children)|your family)\\b[^.!?\\n]{0,20}(?:your|kids|children|live|go)`,
  `${deserving} (?:should|ought to|needs? to|deserves? to|must|wants? to)(?: all)? be (?:shot|hanged|hung|killed|strung up|lynched|executed|put down|put against a wall|lined up|beheaded|burn(?:ed|t)|stabbed|bombed)\\b(?! (?:out|by|on|over|in|into|to the|down|with|from|off))`,
  `${deserving} (?:needs?|wants?|deserves?) (?:shooting|hanging|stringing up|lining up|putting down)\\b`,
  "(?<!nobody |no one |no-one |patient |not |doesn't |don't )\\bdeserves? to die\\b(?! (?:on|in|waiting|like))",
  `\\bbullet (?:in|through|between|with) (?:him|her|you|them|his|your|their|the (?:head|back))\\b|\\b(?:i|you|we)(?:'ll| will|'d)(?: all)? (?:live to )?regret (?:publishing|printing|writing|crossing|messing|ever)|\\byou(?:'ll| will)(?: all| live to| soon)* regret (?:it|this|that)${stop}`,
  `\\b(?:what|all|everything)(?: that)?(?:'s| is) coming to ${them}\\b(?! (?:in|from|as))`,
  `\\b(?:check|look|checking|looking) under ${their} cars?\\b|\\bwatch your back\\b|\\b(?:should|had better|'d better|needs? to) watch ${their} backs?\\b|\\bsleep(?:ing)? with one eye open`,
  `\\b(?:i'm|i am|i'll|i will|we'll|we're|i'll be|we will) bring(?:ing)? (?:a|my|the|an) ${weapon}\\b|\\b${weapon}\\b[^.!?\\n]{0,20}(?:afraid to use|will use it|know how to use)|\\b(?:throw|chuck|pour) (?:acid|petrol) (?:in|at|on|over|through)|\\b(?:will|'ll) be (?:petrol|bullets|bricks|a brick|a bomb|fists|acid)${stop}`,
  `\\bhope (?:you|he|she|they|hunt|the lot of (?:you|them))(?: all| both| die and)? (?:die|dies|gets? cancer|rots? in hell|rots?${stop}|burns?${stop}|burns? in hell|drops? dead|chokes?${stop})(?! laughing)`,
  `\\b(?:string|hang) (?:him|her|them|hunt|the lot of them) (?:all )?(?:up|high|from)\\b`,
  "\\b(?:coming|going|drive|driving|plough(?:ing)?) (?:straight |right )?(?:through|into|over|at)\\b[^.!?\\n]{0,50}\\b(?:not|won't|not going to)(?: be)? (?:brak|stop|slow)",
  '\\b(?:drive|plough|run|ram|driving|ramming|ploughing) (?:my|the|a) (?:truck|car|van|lorry|tractor|jeep) (?:straight |right )?(?:through|into|over|at) (?:you|them|him|her|the (?:picket|lot|crowd|protest|doctors|line|nurses))',
  "\\b(?:there is|there's|i(?:'ve| have)? planted|we(?:'ve| have)? planted) a bomb\\b(?! site)|\\byou(?:'re| are|r) (?:a )?dead(?: man| woman| meat)\\b|\\byou(?:'re| are) dead[.!]|\\bdead (?:man|woman) walking\\b",
  `\\b(?:will|'ll) be (?:your|his|her) last${stop}|\\bswing for (?:you|him|her|them|that|the|hunt)\\b`,
  `\\b(?:needs|deserves|wants|give ${them}|giving ${them}) a (?:good |proper )?(?:kicking|beating|thrashing|hiding|battering)\\b(?! (?:at|in) the)`,
  `${will} (?:put|throw|chuck) (?:a |some )?(?:bricks?|petrol bomb|stones?) (?:through|at|into)\\b|\\b(?:someone|somebody) (?:is|'s) (?:going to|gonna) get (?:hurt|killed)\\b|\\bleave in a (?:box|coffin|body bag)\\b`,
)

export const threat: Check = ({ text, subject, words }) =>
  widest(
    findAll('threat', 'bad', `${subject}\n\n${text}`, [
      ...(mentions(words, threatWords) ? patterns : []),
      ...possible(menaces, words),
      ...possible(menaceParts, words),
    ]),
  )
