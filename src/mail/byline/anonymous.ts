// Readers who ask not to be named, wholly or in part, in the ways people put it. Linear: each pattern is bounded.
import { alternativesOf } from '../fragments.ts'
import { mayMatch } from '../may-match.ts'
import { isFirstName } from '../names/first-names.ts'
import { type Asked, askedIn, asksNothing, type Holds, mayAsk, sentencesOf } from './asked-unnamed.ts'

const name =
  '(?:my|our)\\s(?:full\\s|real\\s|own\\s)?(?:name|identity|names|details|personal details|name and address|surname and)'
const notNamed: RegExp[] = [
  new RegExp(
    `\\b(?:do not|don't|dont|please no|not to|never|not|rather not|prefer not to|without|avoid|against|rather you didn't|rather you did not|can you not|please not|refrain from|not want you to|not want|wouldn't want|would not want|didn't want|don't want|no need to|not happy for|not wish|withhold|withholding|leave out|remove|omit|hide|conceal|protect|not reveal|change|changed|keep)\\b[^.!?\\n]{0,45}\\b${name}\\b(?!\\s(?:is|was)\\b)`,
  ),
  new RegExp(
    `\\b${name}\\s(?:and \\w+ )?(?:should|must|to|is|has|can|be|not|kept|withheld|please|private|out|omitted)\\b[^.!?\\n]{0,25}\\b(?:not be|not to be|withheld|private|confidential|secret|out of|not for|off|omitted|kept back|changed|anonymous|used|published|printed)`,
  ),
  /\b(?:name|names|identity)(?:\s(?:and|&)\s\w+)?\s(?:is |are |to be |should be |must be |has been |please )?(?:withheld|with-held|supplied but not|not for publication|not to be (?:used|published|printed|given)|suppressed|kept private|removed|redacted)\b/,
  /\bname(?:\s(?:and|&)\saddress)?\s(?:supplied|provided|withheld)\b/,
  /\b(?:withhold|withheld|withholding)\s(?:the |my |all |any )?(?:names?|identity)\b/,
  /\b(?:stay|remain|be|keep|kept|keeping|publish(?:ed)?|post(?:ed)?|print(?:ed)?|quote(?:d)?|treat(?:ed)?|go|use(?:d)?|make|this|me|it|us|staying|remaining|being|be kept|stays)\s(?:this |it |me |us |my (?:comments?|email|name|views?|identity) |all )?(?:as |strictly |completely |totally |fully )?(?:anonymous|anonymously|nameless|unnamed|anonymised|anon)\b/,
  /\banonymous(?:ly)?,? (?:please|pls|if possible|if you (?:use|publish|print)|only)\b/,
  /\b(?:please|pls|kindly)[^.!?\n]{0,30}\banonym/,
  /\b(?:anonymity|anon) (?:please|required|requested)\b|\b(?:request|want|prefer|ask for|like|wish for|need|ensure|respect|appreciate) (?:my |full |complete )?anonymity\b/,
  /\b(?:do not|don't|dont|rather not|prefer not to|not to|not wish to|not want to|cannot|can't|cant|mustn't|must not|not|never|wouldn't want to|rather you didn't|please do not)\s(?:please )?(?:be )?(?:name[d]?|identify|identified|identifiable|credit(?:ed)?)\b(?:\s(?:me|us|as|in|on|publicly|please|by|here|for)|[.,!)]|$)/,
  /\b(?:no names?|no-names?|no name),? (?:please|pls|no pack drill|given|for obvious reasons|obviously)\b/,
  /\bnot for attribution\b|\bnon-attributabl[ey]\b|\bunattributabl[ey]\b|\bwithout attribution\b|\bnot attribut(?:e|able|ed)\b|\bdon't attribute\b/,
  /\b(?:can't|cannot|can not|can’t|unable to|not able to|won't|not prepared to|not going to|afraid to|don't want to|do not want to|would rather not|i'd rather not|rather not|prefer not to) (?:give|say|reveal|disclose|share|provide|use|put|tell you|sign|leave|state|print) (?:you )?my (?:full |real )?name\b/,
  /\b(?:don't|do not|dont|not|never) (?:say|mention|reveal|disclose|tell anyone|print|publish) (?:who i am|who this is|who wrote|who sent|it was me|where this came)\b/,
  /\bkeep (?:my name|me|us|my identity|our names?) (?:out|private|confidential|secret|anonymous|hidden|back|to yourself)/,
  /\b(?:if|should) you (?:do )?(?:use|publish|print|quote) (?:this|it|any of this)[^.!?\n]{0,30}(?:without|not|leave|don't)[^.!?\n]{0,15}\bname/,
  /\bmy name is not (?:for|to be)\b/,
  /\b(?:leave|keep|take|left|kept) (?:my|our) (?:full )?names? (?:off|out)\b|\b(?:not|without) (?:mention|mentioning|using|printing|giving|publishing) (?:my|our) names?\b|\bnot with my name\b/,
  /\bkeep me out of (?:it|this)\b|\bnot (?:my|her|his) real name\b|\bnames? (?:has|have) been changed\b|\bunder (?:a|another|an) (?:pseudonym|pen name|assumed name|false name|different name)\b|\buse a pseudonym\b/,
  /\b(?:just|only|simply) (?:say|put|call me|use|sign (?:it|me)|print|write|describe me as) (?:it's |from |as )?["“']?(?:a|an|one of your) (?:[a-z]{2,12} ){0,2}(?:reader|listener|nurse|doctor|patient|teacher|mother|father|parent|resident|worker|registrar|consultant|midwife|paramedic|viewer|pensioner|student|friend)\b/,
  /\battribut(?:e|ed) (?:this |it )?(?:only |just )?to ["“']?(?:a|an)\b|\bsign (?:it|this|me) ["“']?(?:concerned|disgusted|worried|a|an)\b/,
  /\b(?:don't|do not|dont|never|wouldn't) want (?:my|the|anyone|anybody|them|people)\b[^.!?\n]{0,25}\b(?:to (?:know|find out)|knowing) (?:it was me|who (?:i am|wrote)|i wrote|that i wrote)\b/,
  /\b(?:my |our )?(?:identity|anonymity) (?:to be |be |is |must be |kept )?(?:protected|respected|preserved|concealed|hidden)\b|\b(?:protect|conceal|hide|disguise) my (?:identity|anonymity)\b/,
  /\b(?:without|don't|dont|do not|never|not) (?:to )?(?:put|putting|say|saying|print|printing|publish|publishing|mention|mentioning|tell|telling|reveal|revealing|add|adding|show|showing)(?: (?:anyone|anybody|people|them|on it))? (?:who (?:it's|it is|it was|this is|this was|it came|this came|wrote|sent)|that it(?:'s| is| was) me|it was me|it's me)\b/,
  /\bmy (?:\w{1,8} )?name (?:isn't|is not|wasn't|must not|mustn't|should not|shouldn't|is never|can't|cannot|may not|won't)\b(?! (?:important|the|a|on the list|spelt|\p{Lu}))|\b(?:name|identity) (?:stayed|stays|kept|left|keeps) (?:out|off|back|hidden|secret)\b/u,
  /\b(?:lose|suppress|strip|blank(?: out)?|black out|redact|delete|erase|drop|scrub|mask|forget|obscure|anonymise) (?:out )?my (?:full |real |own )?(?:name|identity|details)(?! (?:off|from) (?:the|your) (?:list|mailing|database))\b/,
  /\b(?:but|and|just) (?:not|never|without) (?:the|my|our|a|any) names?\b(?! (?:and|of|is))/,
  /\b(?:sacked|fired|disciplined|evicted|lose my job|my job|in trouble|for it|dismissed|struck off)\b[^.!?\n]{0,30}\b(?:if|with|were|was)\b[^.!?\n]{0,25}\bmy name\b|\btraced? (?:back )?to (?:me|us|my|this address)\b/,
  /(?:^|[\n.!?(] ?)(?:please,? )?not to be attributed\b|\boff the record\b|\b(?:writ(?:e|ten|ing)|tell(?:ing)?|told|shar(?:e|ed|ing)|say(?:ing)?|said|sen[dt]|speak(?:ing)?)(?: (?:this|it|to you|you|that)){0,2} in (?:strict(?:est)? |complete |the strictest )?confidence\b/,
  /\bstrictly (?:private|confidential)\b|\btreat (?:my (?:name|details|identity)|who i am) as (?:strictly )?(?:private|confidential)\b|\b(?:leave|keep) (?:me|us) out (?:of it |of this )?by name\b/,
  /\b(?:ne pas (?:publier|citer|mentionner|divulguer) mon nom|garder l'anonymat|rester anonyme|anonym bleiben|meinen namen nicht|ohne namen(?:snennung)?|no publiquen mi nombre|permanecer anónim|mantener el anonimato|non pubblicate il mio nome|rimanere anonim|anoniem blijven|mijn naam niet|não publiquem o meu nome|manter o anonimato|vara anonym|nie podawajcie mojego nazwiska|zachować anonimowość|enw heb ei gyhoeddi|peidiwch â defnyddio fy enw|aros yn ddienw)\b/,
]

const signedAnonymous =
  /^[\s\-–—~*"“(]*(?:an?\s)?(?:anonymous|anon|annon|anonymously|anonymous please|name withheld|name and address withheld|name & address withheld|name supplied|name and address supplied|n\/a|not given|withheld|a\.?\s?n\.? other|dienw|anonyme|anonym|anónimo|anonimo)\b[^\n]{0,60}$/

const firstOnly: RegExp[] = [
  /\b(?:only|just)\s(?:please )?(?:use |print |publish |give |put |quote |say |sign (?:it|this) |call me |refer to me by |as )?(?:my |our )?(?:first|given|christian|fore)\s?-?names?\b/,
  /\b(?:my |our )?(?:first|given|christian|fore)\s?-?names? only\b/,
  /\b(?:do not|don't|dont|not|without|leave out|withhold|omit|never|rather not|rather you didn't|drop)\b[^.!?\n]{0,35}\b(?:my |our |the )?(?:surname|last name|family name|second name|full name)s?\b/,
  /\bno (?:surname|last name|family name)s?\b/,
  /\b(?:surname|last name|full name) (?:withheld|not for publication|removed|omitted|to be withheld|not to be used)\b/,
  /\bby (?:my )?first name(?: only)?\b/,
  /\b(?:just|only)(?: use)? [a-z]{2,12},? (?:please,? )?(?:not|no) (?:my )?(?:full name|surname|last name)\b/,
]
const initialsOnly =
  /\b(?:only|just)\s(?:use |print |publish |give )?(?:my |our )?initials\b|\b(?:my |our )?initials only\b|\buse (?:my )?initials\b/

/** “Name withheld”, “Anonymous, Leeds”, “(name and address supplied)”: a signature that gives no name. */
export const isNamelessSigner = (line: string): boolean => line.length < 80 && signedAnonymous.test(line.toLowerCase())

/** Cheap questions before the dear ones: whether a sentence speaks of names at all. */
const aboutNames = alternativesOf(
  /name|anon|traced?|in (?:\w{1,10} )?confidence|confidential|off the record|who (?:it|this|sent|came)|it's me|that it|identi|attribut|initial|withh|credit|who (?:i am|this|wrote|sent)|it was me|keep (?:me|us)|where this|nom\b|nombre|nome|naam|namn|nazwisk|enw|ddienw|n\/a|not given|n other|pseudonym|pen name|real name|(?:just|only|simply) (?:say|put|use|call|sign|print|write|describe)|sign (?:it|this|me)|me out|not for|strictly|sacked|dismissed/,
)

/** The words by which the reader asks for it, and how far: no name at all, the first name, or initials. */
export type Wish = { kind: 'none' | 'anonymous' | 'first-name' | 'initials'; words: string }

/** As the words of a wish are given: lower case, straight apostrophes, wrapped lines joined. */
export const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[ \t]{2,}|\t/g, ' ')
    .replace(/([^\n])\n(?=[^\n])/g, '$1 ')

/** What the reader (in subject, text and sign-off) asks about being named. The stricter wish wins. */
export function namingWish(letter: string, signOff: string): Wish {
  const plain = plainWords(letter)
  for (const line of signOff.toLowerCase().split('\n')) {
    const bare = line.replace(/^.{0,40}(?:regards|wishes|thanks|yours|sincerely|faithfully|cheers)[,\s]+/, '')
    const match = signedAnonymous.exec(line) ?? signedAnonymous.exec(bare)
    if (match) return { kind: 'anonymous', words: match[0] }
  }
  let wish: Wish = { kind: 'none', words: '' }
  const sentences = sentencesOf(plain)
  const all = sentences.join('\n')
  const [asking, naming] = [mayAsk, aboutNames].map(ways => ways.filter(way => mayMatch(way, all) && way.test(all)))
  for (const sentence of sentences) {
    const holds = (pattern: RegExp) => mayMatch(pattern, all) && pattern.test(sentence)
    const asked = asking!.some(way => way.test(sentence)) ? askedIn(sentence, holds, isFirstName) : null
    const found = naming!.some(way => way.test(sentence)) ? wishIn(sentence, holds, asked) : asked
    if (found && strictness[found.kind] > strictness[wish.kind]) wish = found
  }
  return wish
}

const strictness: Record<Wish['kind'], number> = { none: 0, 'first-name': 1, initials: 2, anonymous: 3 }

/** What a sentence that speaks of names wishes, and what `askedIn` heard of it. */
function wishIn(sentence: string, holds: Holds, asked: Asked): Asked {
  if (asked?.kind === 'initials' || asksNothing(holds)) return asked
  if (holds(initialsOnly)) return { kind: 'initials', words: initialsOnly.exec(sentence)![0] }
  const [first] = firstOnly.filter(holds)
  const given = asked?.kind === 'first-name' ? asked.words : first?.exec(sentence)?.[0]
  for (const pattern of notNamed.filter(holds)) {
    const match = pattern.exec(sentence)!
    // “Don't use my full name, just my first name” is the lesser wish, not this one.
    if (!(given && /\bfull\b|\bsurname|\bsecond\b|\blast\b|\brest of\b/.test(match[0])))
      return { kind: 'anonymous', words: match[0] }
  }
  return given ? { kind: 'first-name', words: given } : asked
}
