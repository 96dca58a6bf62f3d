// Signs of despair that name no act: how people write who think of ending their lives, and seldom say so. Each is enough
// alone.
import { signs } from './signs.ts'

const stop = '(?=\\s?[.,!;?\\n]|\\s*$)'
const one = "(?:i|i've|i'd|i'm|he|she|my (?:\\w{1,10} )?\\w{1,12})"
const kin =
  '(?:my|our) (?:\\w{1,8} )?(?:mum|mam|mother|dad|father|son|daughter|brother|sister|husband|wife|partner|lad|girl|boy|mate|friend|nephew|niece|cousin|uncle|aunt)'
const pills = '(?:pills?|tablets|paracetamol|painkillers|antidepressants|sleeping tablets|insulin|morphine|meds)'
const place =
  '(?:bridge|ledge|cliffs?|railway(?: line)?|tracks|platform|river|canal|sea|roof|parapet|viaduct|window|lorry|train|express|tube|bus|car park|motorway|traffic)'
const gone =
  "(?:gone|dead|not here|out of the way|disappeared|vanished|wasn't here|weren't here|didn't exist|was dead|were dead|died|wasn't around|weren't around)"

export const alone = signs(
  [
    'pills pill tablets paracetamol painkillers antidepressants insulin morphine meds',
    `\\b${one}\\b[^.!?\\n]{0,30}\\b(?:swallow(?:ed|ing)|hoard(?:ed|ing)|stockpil(?:ed|ing)|sav(?:ed|ing)(?: up)?|put by)\\b[^.!?\\n]{0,25}\\b${pills}\\b|\\bi\\b[^.!?\\n]{0,30}\\b(?:look(?:ing|ed)? at|star(?:e|ed|ing) at|count(?:ed|ing)?|think(?:ing)? (?:about|of))\\b[^.!?\\n]{0,15}\\b${pills}\\b`,
  ],
  [
    'pills tablets paracetamol painkillers antidepressants insulin morphine meds',
    `\\b(?:took|taken|take|taking) (?:\\d{2,3}|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|a hundred|all|all of|every|too many|a (?:whole )?(?:box|bottle|packet|handful|load) of|the whole (?:box|bottle|packet))(?: (?:of )?(?:my|his|her|the|those))? (?:of (?:my|his|her|the) )?${pills}\\b`,
  ],
  [
    'swallowed swallow',
    '\\bswallow(?:ed)? (?:everything|the lot|all of (?:it|them)|a (?:whole )?(?:bottle|box|packet))\\b(?! (?:the|he|she|they|we) )',
  ],
  [
    'bridge ledge cliff cliffs railway tracks platform river canal sea roof parapet viaduct window lorry train express tube bus park motorway traffic',
    `\\bi(?:'d| would| will|'ll| could| might| want to| wanted to|'m going to| am going to| feel like| think (?:of|about)| thought (?:of|about))(?: \\w{1,9}){0,3} (?:walk|step|wade|jump|throw myself|drop|lie down|walking|stepping|jumping|throwing myself|drive|driving|go)(?: out| straight| off)? (?:into|in front of|off|under|out of|on) (?:the |a |an |that )?(?:\\w{1,10} )?${place}\\b(?! (?:station|strike|pass|stop))`,
  ],
  [
    'edge bridge ledge cliff roof parapet platform viaduct railings tracks',
    `\\b(?:i|he|she|${kin})\\b[^.!?\\n]{0,15}\\b(?:stood|sat|standing|sitting|climbed|was) (?:\\w{1,6} ){0,2}(?:edge(?! of (?:the |a |my )?(?:crowd|town|field|village|city|seat|bed|march|picket))|bridge|ledge|cliff|roof|parapet|railings|viaduct)\\b[^.!?\\n]{0,25}\\b(?:jump|thought (?:about|of)|thinking|looking down|looked down|express|trains? (?:come|coming|came))`,
  ],
  [
    'talked bridge ledge roof tracks railway cliff',
    `\\btalked (?:me|him|her) (?:down|home|off|round|out of it)\\b|\\b(?:rang|called|phoned|texted)(?: me| us)? from (?:the|a) (?:bridge|ledge|roof|cliff|tracks|railway)`,
  ],
  [
    'engine exhaust hosepipe',
    '\\b(?:sat|sitting|was) in (?:the|my) (?:garage|car)\\b[^.!?\\n]{0,25}\\b(?:engine|exhaust|hosepipe)',
  ],
  [
    'rope noose ligature blade razor razors',
    `\\b(?:i|i've|i'd|he|she|${kin})\\b[^.!?\\n]{0,20}\\b(?:bought|had|have|got|found|kept|keep|made|tied|hid|holding)\\b[^.!?\\n]{0,20}(?<!end of (?:my|his|her|the) )\\b(?:rope|noose|ligature|razor blades?|blade|razor)\\b(?! (?:factory|maker|shop))`,
  ],
  [
    'topping top topped kms unalive hisself',
    '\\btop(?:ping|ped)? (?:my ?self|him ?self|her ?self|hisself|them ?selves)\\b|\\bkms\\b(?! (?:from|away|to|per|an|of|and))|\\bunalive\\b',
  ],
  [
    'arms arm wrists wrist thighs legs themselves myself himself herself',
    '\\b(?:cut|cuts|cutting|slash(?:ed|ing)?|slit|burn(?:ed|ing)?|scratch(?:ed|ing)) (?:my|his|her|their) (?:own )?(?:wrists?\\b|(?:arms?|thighs?|legs)\\b(?! (?:on|with the|in the|when|while|off)))|\\b(?:harming|hurting|harm|injuring|starving) (?:himself|herself|themselves)\\b(?! (?:at|in the polls|politically|by striking|and the))',
  ],
  [
    'suicide',
    '(?<!political |assisted |economic |electoral |career |financial |commercial |assisted-)\\bsuicide\\b(?! (?:bomb|squad|bill|pact|rate|mission|prevention|statistic|figures|note by|watch))[^.!?\\n]{0,30}\\b(?:on my mind|in my (?:head|mind|thoughts)|more than i|i (?:think|thought|consider|have)|me\\b)|\\b(?:thoughts of|thought about|think about|thinking about|close to) suicide\\b',
  ],
  [
    'die dying death dead',
    '\\b(?:i|he|she|they)(?: (?:just|really|honestly|only|simply|so))? (?:wanna|wants? to|wanted to) (?:just )?die\\b(?! (?:of|laughing|in|at|with|peacefully|waiting|on))|\\b(?:stopped being|no longer|not) (?:scared|afraid|frightened) (?:of|to) (?:dying|die|death)\\b|\\blooking forward to (?:dying|death|being dead)\\b|\\bhappier dead\\b',
  ],
  [
    'woke wake waking woken morning tomorrow dawn',
    "\\b(?:disappointed|sorry|sad|upset|gutted|angry|cry|wish) (?:that |when |because )?(?:i|to)(?:'ve| have| had)? (?:woke|woken|wake|be waking|waking)(?: up)?\\b|\\b(?:pray(?:ing)?|hop(?:e|ing)|wish(?:ing)?) (?:that )?i (?:won't|don't|do not|will not|never|wouldn't|shan't|hadn't) (?:see (?:the |another )?(?:morning|tomorrow|dawn|day)|wake|live to)",
  ],
  [
    'disappear vanish exist',
    '\\bi (?:just |only |really )?(?:want to|wish i could|could|wish to|long to|would like to) (?:just |simply )?(?:disappear|vanish|fade away|not exist|cease to exist|stop existing)\\b(?! (?:to|into a|for a week|on holiday))',
  ],
  [
    'gone dead disappeared disappear here died vanished exist around less way',
    `\\b(?:easier|happier|better|better off|relieved|glad|fine|breathe|cope|manage|peace)\\b[^.!?\\n]{0,15}\\b(?:with (?:me|him|her)|if i(?:'d| just| simply| had)*|if (?:he|she) (?:was|were)|without me) ?(?:${gone}|disappear|vanish|around|here|in (?:it|the way))?\\b(?<=${gone}|disappear|vanish|without me(?: around| here| in it| in the way)?)|\\bone less of me\\b`,
  ],
  [
    'point reason reasons',
    "\\b(?:what's|what is|no|see the|see any|not much) (?:the )?point (?:of|in|to) (?:me|my life|living|going on|carrying on|being here|existing)\\b|\\brun out of reasons\\b|\\b(?:no|any|one|a) (?:more )?reasons? (?:left )?(?:to (?:stay(?=\\s?[.,!])|live|get up|wake|keep going|be here)|for staying)\\b",
  ],
  [
    'left me forward',
    `\\b(?:nothing|nobody|no life) (?:left )?(?:here )?for me(?: here| now| any ?more| in this (?:life|world))?${stop}(?<=\\bleft\\b[^.!?\\n]{0,40})|\\bno way forward for me\\b`,
  ],
  [
    'planned plan decided chosen picked day date',
    "\\bi(?:'ve| have) (?:planned|worked out|decided|a plan) (?:exactly )?(?:how|when|for how)(?= and| i|,|\\s?[.!?])|\\b(?:had|has|have) a plan to (?:take|end|kill|die)|\\bi(?:'ve| have) (?:decided|chosen|picked|set)(?: that| on)? (?:\\w{1,10} )?(?:is |for |as )?(?:the|a|my) (?:day|date|night)\\b(?! (?:for|to|of|we|off|out))",
  ],
  [
    'pain one only',
    "\\b(?:only|one) (?:one )?way (?:that )?(?:this|it|the|my) (?:\\w{1,10} )?(?:stops?|ends?|will stop|will end|can stop)\\b|\\bonly thing (?:that )?(?:stops|stopping|is stopping|keeps|keeping|that's keeping|has stopped) me(?: (?:alive|going|here|from (?:doing|ending)|is|being here)\\b)",
  ],
  [
    'tell loved love',
    '\\btell (?:my|the|our) (?:\\w{1,8} )?(?:girls|boys|kids|children|family|mum|mam|mother|dad|wife|husband|son|daughter|sons|daughters|grandchildren)\\b[^.!?\\n]{0,12}\\bi (?:always )?loved? (?:them|her|him)\\b',
  ],
  [
    'letters letter note notes goodbye goodbyes cards',
    `\\b(?:written|wrote|writing|left|leaving) (?:\\w{1,6} ){0,2}(?:letters?|notes?|goodbyes?|cards) (?:to|for) (?:each of |all )?(?:the|my|our) (?:kids|children|family|wife|husband|boys|girls|mum|parents|sons|daughters)\\b(?! (?:school|doctor|surgery|ward))|\\b${kin} (?:has |had |once )?(?:left|wrote) (?:a|us a|me a|the) (?:suicide )?note\\b|\\bgoodbye to (?:my|the) (?:kids|children|family|girls|boys)\\b`,
  ],
  [
    'tried',
    `\\b(?:i|i've|he|she|he's|she's) (?:once |already )?(?:have |has |had )?tried (?:to end (?:it|things|everything)|it (?:once|twice|before))${stop}|\\btried to end (?:it|things|everything) (?:in|last|twice|on|this|before|again)\\b`,
  ],
  [
    'late dead join with',
    '\\b(?:be|being|join|joining) (?:back |again |reunited )?(?:with )?my (?:late|dead|darling late) (?:wife|husband|mum|mother|dad|father|son|daughter|brother|sister|boy|girl)\\b(?=[^.!?\\n]{0,40}(?:soon|wait|now|longer|again|tonight)|[.!])',
  ],
  [
    'living live exist myself suffering',
    "\\b(?:do not|don't|no longer|not) (?:wish|want|care|intend|prepared|willing) to (?:carry on |go on |continue |keep (?:on )?)(?:living|existing|being here)\\b|\\b(?:put|putting) an end to (?:myself|my life|my suffering|my misery|it all|me)\\b",
  ],
  [
    'voices voice',
    '\\bvoices?(?: in my head)? (?:tell|tells|told|telling|are telling|keep telling|say|says) (?:me|him|her) (?:to|that i)\\b',
  ],
  [
    'cancer tumour heart stroke illness disease',
    '\\bi hope (?:the|my|this) (?:\\w{1,8} )?(?:cancer|tumour|heart|stroke|illness|disease) (?:is quick|kills|takes|gets|finishes|comes back)',
  ],
  [
    'jumped',
    '\\b(?:nearly|almost) jumped(?= (?:on|last|this|off|from|yesterday|again|in front)|[.!])(?! (?:on the bandwagon|off the sofa|on a))',
  ],
  [
    'samaritans crisis ambulance',
    '\\b(?:i (?:rang|called|phoned|had to ring|was on the phone to|spoke to|speak to)|had me on the phone|kept me (?:talking|on the (?:phone|line)))\\b[^.!?\\n]{0,25}\\b(?:samaritans|crisis (?:team|line))\\b|\\bsamaritans (?:had|kept|talked|saved) me\\b',
  ],
  [
    'problem burden trouble bother nuisance matter',
    `\\b(?:won't|will not|shan't|shall not) be a (?:problem|burden|trouble|bother|nuisance) (?:to|for) (?:any|no|you|every|them|my)|\\b(?:by|after|come) (?:the weekend|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|then|next week)\\b[^.!?\\n]{0,8}\\bnone of (?:this|it|that) will matter\\b|\\b(?:i|neither do i|and nor do i|i don't) (?:matter|don't matter)${stop}(?<=neither do i|i don't matter|nor do i)`,
  ],
  [
    'around here alive christmas see',
    `\\bi(?:'m| am)? ?(?:won't|will not|shan't|shall not|not going to|will no longer|won't even) be (?:around|alive|here) (?:for (?:the next|it|my next|that|another)|to see (?:the )?(?:next|christmas|spring|summer|it)|by (?:then|christmas|the))|\\bi (?:don't|do not|can't|cannot|can not) see myself (?:at (?:christmas|easter|\\d)|here (?:at|by|in|next)|past|beyond|reaching|making it|getting (?:to|past|through))`,
  ],
  [
    'safe frightened scared afraid do',
    "\\b(?:don't|do not|not|never|didn't) (?:feel |be |really feel )?safe (?:being |staying |left )?(?:on my own|alone|by myself|with myself)\\b(?! (?:in the street|walking|on the (?:train|bus)|at the station|out|travelling))|\\b(?:frightened|scared|afraid|terrified|worried) (?:of |about )?what i (?:could|might|may|will|would|'ll)(?: go and)? do\\b",
  ],
)
