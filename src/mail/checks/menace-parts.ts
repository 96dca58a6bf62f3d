// What a threat is made of, whatever its words: who will, a harm, and somebody or some place that is to suffer it; what
// people are said to deserve; what the writer knows of somebody; what they have ready.
import { signs } from './signs.ts'

const gap = (most: number): string => `[^.!?\\n]{0,${most}}`
const willing =
  "\\b(?:i|we)(?:'ll| will| shall|'m going to| am going to|'re going to| are going to|'d love to| want to|'m gonna| gonna| am gonna| intend to| swear to god i'll)(?: (?:happily|gladly|personally|really|myself|come (?:down |round |over )?(?:there )?and|go and))*"
const harm =
  '(?:kill|shoot|stab|slit|break|smash|burn|bomb|petrol bomb|fire ?bomb|torch|blow up|knife|hang|beat|batter|punch|kick|cut|maim|harm|slap|run (?:down|over)|mow down|gas|string up|finish off|beat up|blow)'
const victim =
  '(?:the (?:next|first) (?:person|one|man|woman|\\w{3,12}) (?:who|that|i)\\b|(?:your|his|her|their) (?:cars?|homes?|houses|camera and)\\b(?! (?:park|keys))|(?:you|him|her|them)\\b(?! (?:at the|in the (?:polls|election|league)|with kindness))|(?:any|every|some)(?:one|body)\\b|(?:every|each|all)(?: last)? (?:one )?of (?:you|them)|the lot of (?:you|them)|(?:your|his|her|their|its) (?:legs?|arms?|neck|jaw|nose|face|teeth|throat|heads?|kneecaps|skull|house|car|windows|fingers?|back)\\b|(?:every|each) (?:\\w{1,8} )?(?:finger|bone|tooth|window)\\b|(?:the|that|this|your) (?:\\w{1,10} )?(?:surgery|hospital|offices?|house|place|studio|building|town hall|ministry|department|school|church|mosque|synagogue|clinic|newsroom|flat)\\b(?! (?:rules|record|budget|door open)))'
const gun = '(?:gun|shotgun|rifle|pistol|noose|rope|crossbow)'

export const menaceParts = signs(
  [
    'hospital ground box drag dragged wheelchair care',
    `${willing} (?:put|drag|throw|leave) (?:you|him|her|them)(?: all)? (?:in (?:hospital|the ground|a box|a wheelchair|intensive care)|out (?:of|into)|under)\\b(?! it)|\\bhope (?:\\w{1,9} )?puts? (?:you|him|her|them)(?: all)? in (?:the ground|hospital|a box)`,
  ],
  [
    'killed knocked bumped topped carried run burn name deserve coming time',
    `\\bi(?:'ve| have) killed before\\b|\\bhave (?:you|him|her|them) (?:knocked off|bumped off|topped|seen to|done in)\\b|\\byou(?:'ll| will) be carried (?:away|out|home)\\b|(?:^|[.!?\\n] ?)you(?:'d| had) better run\\b(?! for)|\\byou(?: people| all| lot)* will (?:all )?burn(?= ?[.!\\n]|\\s*$)|\\b(?:bullet|knife|axe|rope|brick) with (?:your|his|her|that \\w+'s|the \\w+'s) name on\\b|\\byou(?:'re| are) (?:all )?(?:going to|gonna) get what(?:'s coming| you deserve)|\\b(?:do|doing) time for (?:him|her|you|that \\w{2,12})\\b`,
  ],
  ['bomb', "\\bthere(?:'ll| will| is going to|'s going to) be a bomb\\b"],
  [
    'kill shoot stab slit break smash burn bomb torch blow knife hang beat batter punch kick cut maim harm slap run mow gas string finish firebomb',
    `${willing} ${harm}(?: (?:up|down|off|in|out))? ${victim}`,
  ],
  [
    'bleed beg scream crawl suffer',
    `\\b(?:make|making|watch) (?:you|him|her|them|these people|those people|all of you) (?:all )?(?:bleed|beg|scream|crawl|suffer)\\b`,
  ],
  [
    'do lot guts head',
    `\\b(?:i|we)(?:'ll|'m gonna| will| gonna|'m going to)\\b${gap(25)}\\bdo (?:the lot|all) of (?:you|them)\\b|\\b(?:i'll|i will|we'll) have (?:your|his|her) (?:guts|head|balls)\\b(?! (?:for garters))`,
  ],
  [
    'gassed shot hanged hung lynched exterminated stabbed drowned beheaded executed burned burnt',
    `\\b(?:you|he|she|they|people|them|ones|lot|scum|doctors|strikers|politicians|ministers?|migrants|muslims|jews|mps)\\b${gap(15)}\\b(?:deserves?|ought|should|needs?|wants?) (?:all )?(?:to )?be (?:taken out and )?(?:gassed|shot|hanged|hung|lynched|exterminated|stabbed|drowned|beheaded|executed|burned|burnt)\\b(?! (?:out|down|by|on|over|in (?:colour|black)))|\\btaken out and (?:shot|hanged|hung)\\b`,
  ],
  [
    'kicking',
    '\\b(?:needs?|wants?|deserves?) (?:her|his|your|their|its) (?:\\w{1,8} )?(?:head|face|teeth|door|windows|ribs) kick(?:ing|ed) in\\b',
  ],
  [
    'bullet noose rope hanging shooting prison',
    "\\b(?:bullet|noose|rope|hanging|shooting|firing squad)(?:'s| is| would be|'d be) too good for\\b",
  ],
  [
    'walk see alive again',
    "\\b(?:you|he|she|they)(?:'ll not| won't| will not|'ll never| will never| shall not) (?:walk home|walk again|see (?:christmas|tomorrow|the (?:morning|weekend|new year)|another (?:day|christmas|birthday)|home again)|leave (?:here |there )?alive|get (?:out|home) alive|make it home)\\b",
  ],
  [
    'watching',
    `\\b(?:we|i)(?:'re|'m| are| am) watching (?:you\\b|your (?:house|family|kids|children|office|home|every))(?! (?:page|programme|channel|broadcast|live|coverage|on|tonight's))`,
  ],
  [
    'shift car route kids house home wife husband children routine',
    `\\bi know your (?:shifts?|car|route|kids|house|home|wife|husband|children|routine|number ?plate)\\b|\\byour car is the\\b|\\b(?:keep|get) your (?:kids|children|family) (?:indoors|inside|close|away)(?= ?[.!]|\\s*$|\\n)`,
  ],
  [
    'locking lock',
    '\\b(?:better|start|should|keep) (?:start |be )?lock(?:ing)? (?:her|your|his|their) (?:front )?doors?\\b',
  ],
  [
    'bloodshed blood die',
    `\\b(?:there(?:'s| is| will be|'ll be)|going to be) (?:going to be )?(?:bloodshed|blood on the (?:streets?|floor|walls|carpet))\\b|\\bpeople (?:will|are going to) die\\b${gap(25)}\\b(?:i'll|i will|we'll|we will) (?:see|make)`,
  ],
  [
    'gun shotgun rifle pistol noose rope crossbow',
    `\\bi(?:'ve| have|'ve got| have got)(?: got)? (?:a|an|my|the|access to a) (?:\\w{1,8} )?${gun}\\b(?! (?:dog|swing|bridge|ladder))`,
  ],
  [
    'prison meet pray keen',
    "\\b(?:just )?out of (?:prison|jail|the army)\\b[^.!?\\n]{0,25}\\b(?:meet|find|see|talk to) (?:you|him|her)\\b|\\bpray (?:that )?(?:i|we|you) (?:never|don't|do not) (?:meet|find|see|run into|cross)",
  ],
  ['planted left', "\\b(?:i|we)(?:'ve| have) (?:planted|left|hidden|put) something (?:in|at|under|for you|inside)\\b"],
  [
    'myself way personally',
    `\\b(?:deal|dealing|sort|sorting) (?:with |out )?(?:him|her|you|them|that \\w{1,12})(?: out)? (?:myself|in my own way|personally)\\b`,
  ],
  [
    'permanently good all',
    '\\b(?:shut|silence|finish|stop|remove|get rid of) (?:him|her|them|you|that \\w{1,12})(?: up)? (?:permanently|for good)\\b',
  ],
  [
    'enjoy like regret',
    `\\b(?:i'll|i will|we'll) see (?:you|him|her|them)\\b${gap(40)}\\b(?:won't|will not) (?:enjoy|like) it\\b`,
  ],
  [
    'dogs dog',
    '\\b(?:set|setting|loose|let) (?:the|my) dogs? (?:loose )?on (?:you|him|her|them)\\b|\\bdogs? set on (?:you|him|her|them)\\b',
  ],
  ['swinging', '\\bswinging from (?:a|the|the nearest) (?:\\w{1,8} )?(?:lamp ?posts?|rope|tree|gallows|bridge)\\b'],
  [
    'axe knife hammer bat gun shotgun machete',
    '\\b(?:be|come|coming) (?:round |over )?(?:after|for|at) (?:you|him|her|them) with (?:a|an|my|the)\\b|\\b(?:a|my|the) (?:knife|axe|hammer|machete) in (?:him|her|you|them|his|your)\\b',
  ],
)
