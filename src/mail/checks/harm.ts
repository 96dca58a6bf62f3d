// Words that must not pass unread: danger to the writer, threats to others, abuse.
import { type Check, findAll, mentions } from './check.ts'

/** Risk to the writer's life: red, with a duty of care, never a plain reject. */
const harmWords =
  'myself self life suicidal suicide dead die live alive living here go overdose overdosed end ending'.split(' ')

export const selfHarm: Check = ({ text, subject, words }) =>
  !mentions(words, harmWords)
    ? []
    : findAll(
        'self-harm',
        'bad',
        `${subject}\n${text}`,
        /\b(?:(?:kill|killing|harm|harming|hurt|hurting|cut|cutting) my ?self|end(?:ing)? (?:my life|it all)|take my own life|taking my own life|taken my own life|suicidal|commit(?:ting)? suicide|(?:don't|don’t|do not|no longer) want to (?:live|be alive|be here|go on|carry on)|(?:better off|wish i (?:was|were)) dead|want to die|wanted to die|self[- ]harm(?:ed|ing)?|no (?:reason|point) (?:to|in) (?:live|living|going on)|can(?:'t|’t|not) go on(?: any ?more| like this)?(?=[.,!\s]|$)|thought (?:about|of) suicide|overdos(?:e|ed) (?:on purpose|myself))\b/gi,
      )

const threatWords =
  'kill shoot stab bomb burn hang strangle murder smash hunt attack hurt beat blow get shot hanged hung killed strung lynched executed put beheaded burned burnt stabbed bombed die dies cancer rot lives live back dead threat'.split(
    ' ',
  )

export const threat: Check = ({ text, subject, words }) =>
  !mentions(words, threatWords)
    ? []
    : findAll(
        'threat',
        'bad',
        `${subject}\n${text}`,
        /\b(?:(?:i|we)(?:'ll|’ll| will|'m going to|’m going to| am going to| are going to|'d like to|’d like to| would like to| want to|'m gonna| gonna|'re going to|’re going to) (?:\w+ )?(?:kill|shoot|stab|bomb|burn|hang|strangle|murder|smash|hunt|attack|hurt|beat|blow up|get) (?:you|him|her|them|every|that|the|all|your|his|jeremy|mr|hunt|down|up)|(?:should|ought to|deserves? to|need to|needs to|want(?:s)? to see \w+|must) (?:all )?be (?:shot|hanged|hung|killed|strung up|lynched|executed|put down|put against a wall|beheaded|burned|burnt|stabbed|bombed)|deserves? to die|hope (?:you|he|she|they)(?: all)? (?:die|dies|get cancer|gets cancer|rot)|know where (?:you|he|she|they) lives?|watch your back|you(?:'re| are|’re) (?:a )?dead(?: man| meat)?\b|(?:plant(?:ed)?|there is|there's) a bomb|bomb threat|death threat to you)\b/gi,
      )

const insults =
  /\b(?:f+u+c+k+\w{0,6}|f\*{2,3}k?\w{0,4}|c+u+n+t+s?|c\*{2}t|tw[a4]ts?|wank(?:er|ers|ing)?|motherf\w+|bastards?|arse?holes?|assholes?|shit\w{0,5}|bullshit|bollocks|dickheads?|pricks?|pissed|piss off|tossers?|slags?|whores?|bitch(?:es)?|retard(?:s|ed)?|spastics?|mongs?|scumbags?|scum|vermin|bloody idiots?)\b/gi
const slurs =
  /\b(?:n[i1]gg(?:er|a)s?|pak[i1]s?|ch[i1]nks?|k[iy]kes?|yids?|g[o0]lliwogs?|wogs?|coons?|fagg?ots?|poofs?|poofters?|tr[a4]nn(?:y|ies)|dykes?|gyppos?|pikeys?|towel ?heads?|rag ?heads?|sand ?niggers?|darkies|half[- ]castes?)\b/gi

export const abuse: Check = ({ text, subject }) => {
  const all = `${subject}\n${text}`
  return [...findAll('abuse', 'bad', all, slurs), ...findAll('abuse', 'warn', all, insults)]
}
