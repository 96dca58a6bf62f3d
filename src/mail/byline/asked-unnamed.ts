// “Don't let on who I am”: a wish not to be named is told sentence by sentence, by what it is made of: a word for the
// name, a word that refuses, and a word for printing or asking. So a phrasing nobody listed is heard as well.

import { alternativesOf } from '../fragments.ts'
import { trimBy } from '../trim.ts'

const my = '(?:my|our|mine)'
const named = `(?:${my} (?:\\w{1,9} )?|the sender's |the writer's )(?:names?|identity|identities|details|signature)`
const anyName = '(?:names?|identity|byline|by-line|signature)'
const refuse =
  /(?:\b|(?=n't))(?:not|n't|never|no|nobody|no-?one|neither|nor|without|minus|bar|except|apart|withhold\w*|withheld|omit\w*|remov\w*|hid(?:e|den)|suppress\w*|conceal\w*|redact\w*|strip\w*|delet\w*|blank\w*|protect\w*|avoid\w*|refrain\w*|instead|out|off|away|back|keep|kept|secret|private|confidential|rather|sooner|hate|dread|terrified|scared|afraid|frightened|mortified|trouble|disregard|ignore|uncomfortable|unhappy|comfortable|danger\w*|safe|safety|risk\w*|reprisals?|finished|careful\w*|discreet\w*|discretion|mum|sacked|fired|disciplined|dont|dnt|don|wont|cant|cannot|darent|mustnt|shouldnt|change|changed|only|just|but)\b|n't\b/
const strongRefuse =
  /\b(?:not|never|no|nobody|no-?one|neither|without|withhold\w*|withheld|omit\w*|suppress\w*|conceal\w*|redact\w*|protect\w*|refrain\w*|minus|leave out|leave the|left out|mum's|careful|dont|dnt|cant|cannot|darent|mustnt|shouldnt|wont)\b|n't\b/
const print =
  /\b(?:us(?:e|ed|ing)|print\w*|publi\w*|post(?:ed|ing)?|quot\w*|mention\w*|appear\w*|giv(?:e|en|ing)|show\w*|shar(?:e|ed|ing)|reveal\w*|disclos\w*|attach\w*|attribut\w*|credit\w*|includ\w*|put|head(?:er|ing)|site|(?:go|going|goes?) (?:up|out|in|on)|page|paper|website|online|article|broadcast|air|linked|associated|connected|have|see|saw|seen|known|read out|story|records?|verification)\b/
const ask =
  /\b(?:please|pls|plz|kindly|can (?:you|we|i|this)|could (?:you|we|i|this)|would you|may i|i'd|i would|i (?:want|wish|ask|need|prefer|trust|hope|must|have to|beg)|grateful|obliged|appreciate|best if|if you|make sure|ensure|happy|fine|so long as|as long as|provided)\b/

const talk = /\b(?:keep|to your\w+|purpose|background|real name|run|print|tell|promise|leave|sign|on the)\b/
const order =
  /^\W*(?:feel free|put|keep|treat|use it|prefer(?:red)?|names?)\b|^\W*(?:please |pls |plz |kindly )?(?:do|dont|don't|no|not|never|leave|withhold|omit|remove|only)\b/

/** Who says that their name may be printed, tells of what others did with it, or only gives it. */
const harmless =
  /(?:\b|(?=n't))(?:(?:not|n't|never) (?:at all )?(?:ashamed|afraid|scared|worried|embarrassed|mind|object|bother)|(?<!not )(?<!never )(?:happy|glad|fine|ok|okay|free|proud|welcome|content|pleased) (?:for (?:you|me|my|us)|to (?:be named|put|give|have|sign|use|be)|with my)|feel free|(?:no|not a) (?:problem|objection|reason not)|nothing to hide|you (?:can|may) (?:certainly |of course |also )?(?:use|print|publish|quote|give) my (?:full |real )?name(?! (?:but|only|if))|in my name|in our name|(?:whatever|despite|notwithstanding) my (?:own )?(?:sur|last )?name|name is (?!not\b|never\b|for\b|just\b|only\b|withheld|to\b|kept|private|enough|fine|plenty|ok|sufficient)\w+|by my (?:own )?name)\b/
const others =
  /\b(?:they|he|she|nobody|no one|receptionist|doctors?|nurses?|council|company|bank|school|teachers?|minister|government|hospital|surgery|computer|police|letter|list|register|account|petition|envelope|form) (?:\w{1,9} ){0,3}(?:know|knew|known|ask|asked|remember|remembers?|pronounce|spell|spelt|spelled|get|got|had|have|has|change|changed|lost|lose|forgot|removed?|took|called|publish|kept?)\b|\bmy (?:own )?name (?:was|has been|had been|isn't important|is not important|isn't the|wasn't)\b|\b(?:spelt|spelled|pronounced?|mispronounced|forgot|forgets?|forgotten|remembers?) my name\b|\b(?:on|from|off) the (?:list|waiting list|register|account|petition|lease|deeds|door|bench|envelope|letter)\b|\bmy own name when\b/
/** “If the council knew it was me”: what others would do is a reason, not a report. */
const dreaded = /\b(?:if|in case|before|want|wants|let|so that|please|sooner|rather|when it comes out)\b/
/** What follows takes back a part of what was allowed. */
const condition =
  /\b(?:but|provided|(?:as|so) long as|only|except|bar|apart from|unless|on condition|without|if (?:it|this)|n't (?:name|say|use|print|mention))\b/

const stop =
  '(?=[\\s,;:)"\'”’–—-]*(?:$|please|pls|plz|thanks|thank you|if|as|for|in|on|because|since|only|x\\b|but|or|and|so|when|though))'
/** Said outright: each of these is a wish by itself. */
const outright: RegExp[] = [
  // Whoever does not want the letter printed does not want the name printed either.
  /^\W*(?:strictly |this is |this letter is )?not (?:intended |meant )?for (?:publication|print|broadcast)\b/,
  new RegExp(`(?<!alcoholics |narcotics |gamblers )\\banonym(?:ous|ously|ity|ise|ised|ize|ized)?\\b${stop}`),
  /\b(?:i|me|my|we|us|our|please)\b[^.!?\n]{0,60}\b(?:unidentified|unnamed|nameless|pseudonym\w*|anonymity)\b|\bon condition of anonymity\b(?=[^.!?\n]*\b(?:i|we)\b)|\b(?:i|me|this|it|we|us|my)\b[^.!?\n]{0,30}\b(?:be|as|under|remain|stay) (?:an )?["“']?anon(?:ymous)?\b|\bput (?:just |down )?["“']?anon|\b(?:hide|conceal|protect|disguise|mask|cover up) (?:who i am|my identity)\b/,
  /\b(?:knowing|know|knew|see|realis\w+|guess\w*) (?:that )?(?:it's|it is|it was|this is|this was) (?:mine|ours|me|my)\b/,
  /\b(?:publish|print|use|run|post)(?: (?:it|this|my (?:letter|email|comments?)))? (?:only |just )?as (?:coming )?(?:from )?an? (?:\w{2,12} ){0,2}(?:reader|listener|viewer|nurse|doctor|patient|teacher|mother|mum|father|parent|resident|worker|local)\b/,
  /^\W*(?:please,? )?no (?:identif\w+|name$)|\bno identifying\b|^(?:this|the following) is anonymous\b|\bnot with (?:my )?name\b|\bname of the (?:sender|writer)\b|(?<!has|have|had|is|was),? (?:no|without|minus(?: the)?) names?$|\bword on the name\b|\b(?:sign|put|print|run|publish|list|style)\b[^.!?\n]{0,20}\b(?:as|under) ["“'‘]|\b(?:not (?:be )?safe|danger\w*|risk\w*|trouble)\b[^.!?\n]{0,30}\b(?:me|i|us|we)\b[^.!?\n]{0,12}\bnamed\b|\b(?:call(?:ed)?|named?) me something else\b|\bknowing (?:it's|it is|it was) mine\b|\b(?:can't|cannot|won't|daren't) sign (?:it|this)\b|\bas from an? (?:\w{2,12} ){0,2}(?:reader|listener|viewer|nurse|teacher|parent|resident)\b/,
  /\b(?:anonymis|anonymiz)e (?:this|it|me|my)\b|\b(?:me|us|i|as|be) (?:only )?(?:as )?an anonymous (?:source|reader|contributor|correspondent|nurse|doctor|teacher|worker)\b/,
  /^[\s([*"'-]*(?:please |pls |plz )?(?:keep (?:it |this |me )?)?anon\b/,
  /(?:\b|(?=n't))(?:not|n't|never|cannot|nobody|no-?one|nothing|without|refrain|rather|discreet|dont|cant|before)\b[^.!?\n]{0,45}\b(?:who i am(?! any ?more)|who i'm|who we are|who (?:it is|it was|this is|sent (?:this|it)|wrote (?:this|it)(?=[,;]|$| (?:to|in|please|if))|said (?:this|it)|you (?:got|had|heard) (?:this|it) from|told you)|(?:it's|it is|it was) me\b(?! (?:who|that)))/,
  /(?:\b|(?=n't))(?:not|n't|never|dont|cannot|cant|nobody (?:can|could|must|should)|no one (?:can|could|must|should)|nothing (?:that|which))(?: (?:to|be|please|ever|in any way|being|want|wish|would|could|can|wanted|wishing))* (?:nam(?:e|ed|ing)|(?:tag|identify|mention) or name|identif(?:y|ied|ies|iable|ying)|recogni[sz](?:e|ed|able)|credit(?:ed)?|tag(?:ged)?|quoted by name|out(?:ed)?)\b(?= (?:me|us|or)\b|[\s,;:)"'”’-]*$| (?:in|on|as|by|please|publicly|if|here|for|because)\b)/,
  /\b(?:linked?|traced?|associated|connected|attributed|come|came|comes|back|point(?:s|ed)?) (?:back )?(?:to|with) (?:me|us|my name)\b|\b(?:nobody|no-?one|not|n't|never)\b[^.!?\n]{0,25}\b(?:this|it|that) (?:came|comes|is) from me\b/,
  /\b(?:identif\w+|recogni[sz]e) (?:me|us)\b(?=[^.!?\n]*\b(?:please|remove|without|nothing|anything|could|might|would)\b)|\b(?:remove|without|nothing|anything)\b[^.!?\n]{0,30}\bidentif\w+ (?:me|us)\b/,
  /\b(?:didn't|did not|never) (?:hear|get|have|come|read|see)(?: (?:this|it|any of this))? from me\b|\bnot (?:hear|heard) it from me\b/,
  /^(?:\W*(?:please|pls|plz|so|and|but|just|also|obviously|oh|ps|p\.s\.?),? )*(?:no|without|not the|not my|minus (?:the|my)|leave off (?:the|my)|withhold (?:the|my)) (?:names?|by-?lines?|identit(?:y|ies))\b(?! (?:calling|brand|tag|plate|of|to|for (?:a|the)))/,
  /\bso (?:please )?(?:no|without) names?\b|\bno names?,? (?:please|pls|plz)\b|\b(?:pls|plz|please),? no names?\b/,
  /\b(?:made?[- ]?up|different|false|fake|invented|assumed|other|another|fictitious|pen|fictional) names?\b(?=[^.!?\n]*\b(?:please|if|for me|instead|use|print)\b)|\b(?:please|use|print|under|with|give me|invent|make up|could you|can you|sign)\b[^.!?\n]{0,25}\b(?:different|false|fake|made-up|invented|assumed|another|fictitious|pseudonym|pen) ?(?:name)?\b(?= if| please|$|[,;])|\b(?:invent|make up|think up) a name for (?:me|us)\b|\bnames? (?:changed|withheld|removed|redacted|omitted)\b|\binstead of (?:mine|my (?:real |own )?name)\b/,
  /\b(?:leave|left|keep|kept|leaving|keeping) (?:me|us) (?:right |well |completely |firmly )?out of (?:this|it)(?! when|,? says?\b)\b|\b(?:like|want|wish|prefer|need|rather|asked?|hope)\b[^.!?\n]{0,12} to be (?:kept|left) (?:well |completely |right )?out of (?:it|this)\b/,
  /\b(?:won't|will not|shall not|shan't|not going to|rather not|daren't|dare not|cannot|can't|not allowed to|unable to|excuse me for not|forgive (?:me )?(?:for )?(?:me )?not|have not|haven't|prefer not to) (?:be )?(?:sign(?:ed|ing)? (?:this|my (?:name|real name)|it off)|giv(?:e|en|ing) (?:you )?my (?:real |full )?name|put(?:ting)? my name)\b/,
  /\b(?:quote|describe|refer to|call|name|credit|sign|put|list|style) (?:me|us|it|this|myself)(?: down)? (?:only |just |simply |to you )?(?:as )?(?:coming )?(?:from )?["“'‘]?(?:an?|one of your) (?:\w{2,12} ){0,2}(?:reader|listener|viewer|nurse|doctor|gp|patient|teacher|mother|mum|father|dad|parent|resident|worker|registrar|consultant|midwife|paramedic|pensioner|student|friend|neighbour|local|carer|officer|soldier|employee|insider|source|tenant|commuter|passenger|citizen|civil servant|social worker|driver|volunteer|member of staff)\b/,
  /\b(?:just|only|simply) (?:say|put|write|print)(?: that)?(?: it)?(?:'s|'s been| is| comes| came| was)? (?:sent )?(?:from|by) (?:an?|one of your) \w/,
  /\b(?:details?|names?|identity|address)(?: (?:and|&) \w{3,9})? (?:is |are )?(?:for|only for|just for|given for|supplied for|provided for) (?:you|your (?:records|eyes|information|files|reference)|verification|the editor|the desk|checking)\b|\bname\b[^.!?\n]{0,20}\b(?:for you only|for your eyes)\b/,
  /\b(?:all|everything|anything|any of it|the lot|whatever you like)\b[^.!?\n]{0,12}\b(?:but|bar|except|apart from|minus) my (?:own |real |full )?(?:name|identity|details)\b/,
  /(?:\b|(?=n't))(?:without|not|never|n't|no) (?:being |be |by |to be )?(?:quoted|named|published|used|mentioned|identified|put down|put me down|print me|quote me) by name\b|\bdon't (?:put|quote|mention|print) (?:me|us) (?:down )?by name\b/,
]

const abroadName =
  /\b(?:mon nom|mes noms|mein(?:e[nms])? namen?|unser(?:en)? namen|mi nombre|mis datos|il (?:mio|nostro) nome|(?:o )?meu nome|mijn naam|mitt namn|mit navn|navnet mitt|mitt navn|mojego (?:nazwiska|imienia)|moje (?:nazwisko|imię)|(?:mé|moje) jméno|moje meno|numele meu|fy enw|ein henwau)(?!\p{L})|nimeäni|nevem(?:et)?(?!\p{L})|мо[её] имя|моего имени|мою фамилию|моє ім.я|мого імені|името ми|adımı|ismimi|ismimin|όνομ[αά] μου|名前|氏名|本名|名字|姓名|真名|이름|실명|성함|اسمي|שמי|השם שלי|m'ainm/u
const abroadNot =
  /(?<!\p{L})(?:ne|pas|sans|nicht|kein|ohne|weglassen|no|non|senza|não|sem|niet|zonder|inte|utan|ikke|uden|uten|ei|älkää|ilman|nie|bez|nechci|nez\p{L}+|neuv\p{L}+|nep\p{L}+|ne\p{L}*|nu|fără|не|без|nem|nélkül|peidiwch|heb|nid|ná|gan|μη|μην|χωρίς|yayınlama\p{L}*|kullanma\p{L}*|yazma\p{L}*|belirtme\p{L}*|vermeyin|لا|عدم|دون|بدون|לא|בלי|ללא)(?!\p{L})|ないで|せず|伏せ|出さ|不要|不想|别|隐去|隱去|不願|말아|마세요|않|빼|밝히지/u
const abroadUnnamed =
  /(?<!\p{L})(?:(?:rester|restant|reste|anonymat|de façon|publier|gard\w+)[^.!?\n]{0,30}anonym|anonymat|anonym (?:bleiben|veröffentlichen|drucken|bitte|behandeln)|bitte anonym|namen(?:tlich)? (?:nicht|ungenannt)|ohne namen|(?:el |o )?anonimato|anónim[oa]s?|anonim[oa]|anonimiteit|anoniem|(?:vara|förbli|være|forblive|forbli|gerne|bli|helst) anonym|anonymt|nimettömä\p{L}*|anonyyminä|nimetön|anonimow\p{L}+|anonimowość|anonymn\p{L}+|v anonymitě|névtelen\p{L}*|anonimato|anonimă|анонимн\p{L}*|анонімн\p{L}*|ανώνυμ\p{L}*|ανωνυμία|anonim kal\p{L}*|isimsiz|gizli kalsın|(?:yn |aros yn )?ddienw|gan ainm)(?!\p{L})|匿名|익명|무기명|مجهول|אנונימי|בעילום שם/u

/** Given names alone, in so many words. */
const firstOnly: RegExp[] = [
  /\b(?:first|christian|given|fore)[ -]?names? (?:only|alone|will do|is (?:fine|enough|ok|okay|plenty|sufficient)|would do|suffices?|please)\b/,
  /\b(?:surname|last name|family name|second name)s? (?:out|off|withheld|private|confidential|secret|back|to yourself)\b|\b(?:keep|leave|drop|omit|withhold|lose|skip|cut|remove|hide|without|no) (?:out |off )?(?:my |our |the |any |a )?(?:surname|last name|family name|second name)s?\b/,
  /\b(?:surname|last name|family name)\b[^.!?\n]{0,25}(?:\b|(?=n't))(?:not|n't|never)\b|(?:\b|(?=n't))(?:not|n't|never|rather|prefer)\b[^.!?\n]{0,25}\b(?:surname|last name|family name|second name|the rest of my name|full name)\b/,
  /\b(?:nur|bloß)\b[^.!?\n]{0,20}\bvorname|\bvorname (?:reicht|genügt|bitte)|\b(?:seulement|uniquement|juste)\b[^.!?\n]{0,15}\bprénom|\bprénom (?:seulement|uniquement|suffit)|\bs[oó]lo\b[^.!?\n]{0,12}\bnombre(?: de pila)?\b|\bsin (?:mi )?apellidos?\b|\bsol[oa]\b[^.!?\n]{0,12}\bnome\b|\bsenza cognome|\balleen\b[^.!?\n]{0,12}\bvoornaam|\b(?:bara|endast)\b[^.!?\n]{0,12}\bförnamn|\b(?:kun|bare)\b[^.!?\n]{0,12}\bfornavn|\btylko imię|\bbez nazwiska|\bjen křestní|\bvain etunim|(?:только|лише|тільки) (?:имя|ім.я)|без (?:фамилии|прізвища)|\b(?:só|apenas)\b[^.!?\n]{0,12}\bnome próprio|\bsem apelido|\benw cyntaf yn unig/,
]
const initialsOnly =
  /\binitials (?:only|please|will do|are fine|instead|alone)\b|\b(?:only|just|use|with|by) (?:my |our |the )?initials\b(?! (?:of|on|are on))|\bsign (?:me|it|this) (?:just |only )?(?:as |with )?(?:\p{L}\.? ?){1,3}(?= only|$|[,;])|\bnur (?:meine )?initialen|\binitiales (?:seulement|uniquement)|\b(?:sólo|solo|só|alleen|bara|kun)\b[^.!?\n]{0,8}\binicia\p{L}+/u
/** “Just Sarah is fine”, “Please just put 'Mandy'”, “You can use Kate but not Jones”: with the name they offer. */
const offered =
  /\b(?:just|only|simply)(?: (?:put|say|use|write|print|sign|call me|me as|it|as))*:? ["'“‘]?([\p{L}-]{2,14})["'”’]?(?: (?:is|will|would) (?:fine|ok|okay|do|enough|be fine)| please| pls|,? (?:no|not|without) (?:the |my )?(?:surname|last name|[a-z]{2,15})|[,;:]| (?:as|because|since|for|if|when|on it|under it|at the (?:end|bottom)|and (?:leave|nothing|no more))\b|$)|^["'“‘]?([\p{L}-]{2,14})["'”’]? (?:will do|is (?:enough|fine|ok|okay))\b|\buse ["'“‘]?([\p{L}-]{2,14})["'”’]?(?: [a-z]\b["'”’]?)? (?:but not|if you must|only|and not|without)\b|^["'“‘]?([\p{L}-]{2,14})["'”’]? (?:is )?(?:ok|okay|fine),? but (?:please )?not\b/u

/** Cheap questions before the dear ones. */
export const mayAsk = alternativesOf(
  /nam[ein]|nime|ident|an[oó]n|by-?line|who (?:i|it|this|we|sent|wrote|said|told|you)|(?:me|us|it) (?:out|down|only|just|simply|as|well|right)|(?:to|with|from) (?:me|us)\b|it's me|recogni|credit|tag |sign|initial|details|just|only|will do|not (?:intended |meant )?for | but not| but please not|if you must|fine|quote|describe|refer to|call me|left out|kept out|nom|naam|navn|nimi|nazwisk|imi|jmén|meno|nume|enw|ainm|nevem|vorname|förnamn|fornavn|prénom|cognome|apellid|apelid|névt|[^\p{Script=Latin}\p{P}\p{N}\p{S}\p{Z}\p{M}\p{C}]|ισμ|adım|ismim|isimsiz|gizli/u,
)

export type Asked = { kind: 'anonymous' | 'first-name' | 'initials'; words: string } | null

const clean = (sentence: string): string => sentence.trim().slice(0, 200)

const mine = new RegExp(`\\b${named}\\b`)
const general = new RegExp(`\\b${anyName}\\b(?! (?:of|calling|brand))`)

/** Asks a pattern of a sentence; where the letter holds nothing of what the pattern would match, at hardly any cost. */
export type Holds = (pattern: RegExp) => boolean

/** Whether a sentence that speaks of the name asks nothing: it allows, or tells of what others did. */
export const asksNothing = (holds: Holds): boolean =>
  (holds(harmless) && !holds(condition)) || (holds(others) && !holds(dreaded))

/** What one sentence (lower case, straight apostrophes) that may ask something asks about the name; `isName` tells a given name. */
export function askedIn(sentence: string, holds: Holds, isName: (word: string) => boolean): Asked {
  if (asksNothing(holds)) return null
  if (holds(initialsOnly)) return { kind: 'initials', words: clean(sentence) }
  const given = holds(offered) && offered.exec(sentence)?.slice(1).find(Boolean)
  if (firstOnly.some(holds)) return { kind: 'first-name', words: clean(sentence) }
  if (given && isName(given)) return { kind: 'first-name', words: clean(sentence) }
  if (outright.some(holds)) return { kind: 'anonymous', words: clean(sentence) }
  if (holds(abroadUnnamed) || (holds(abroadName) && holds(abroadNot)))
    return { kind: 'anonymous', words: clean(sentence) }
  if (holds(mine) && holds(refuse) && (holds(print) || holds(ask))) return { kind: 'anonymous', words: clean(sentence) }
  if (holds(general) && holds(strongRefuse) && (holds(ask) || holds(order)) && (holds(print) || holds(talk)))
    return { kind: 'anonymous', words: clean(sentence) }
  return null
}

/** Sentences of a letter, none longer than the patterns are meant for. */
export const sentencesOf = (plain: string): string[] =>
  plain.split(/(?<=[.!?。！？])(?=\s|[^\x00-\x7f])|\n/).flatMap(sentence => {
    const text = trimBy(sentence.trim(), /\s/, /[.!?\s]/)
    if (text.length < 4) return []
    return text.length <= 400 ? [text] : (text.match(/.{1,400}/gsu) ?? [])
  })
