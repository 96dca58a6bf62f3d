// What the reader asks of us.
import type { Fold } from '../reading.ts'
import { type Check, findAll, mentions, phrasings } from './check.ts'

const stop = '(?=\\s?[.,!;?]|\\s*$)'
const this_ =
  '(?:this|it|that|me|anything|any of (?:this|it|what)|these|what i|my (?:\\w{1,8} )?(?:e-?mail|letter|comments?|message|words|story|contribution|views?|remarks))'
const where = '(?:page|blog|website|site|paper|air|web|internet|feed|radio|telly|tv|news|live page)'
/** Said to us, not of newspapers that do not print things. */
const dont =
  "(?<!\\b(?:they|papers|you|we|i|who|why|bbc|media|newspapers|people|doctors|nurses) (?:just |still )?)(?:(?:please )?(?:don't|dont|do not|not to)|never|(?:rather|prefer|prefer it if|prefer that|grateful if|glad if) (?:you|this|it|my \\w{1,8}) (?:didn't|did not|don't|not|was not|wasn't|were not|weren't)|(?:ask|asking|beg|want|wish|trust|prefer)(?:ing)? you not to)(?: please)?(?: be)?"
const strong =
  '(?:publish(?:ed|ing)?|print(?:ed|ing)?|broadcast(?:ing)?|post(?:ed)?|quoted?|air(?:ed)?|reproduced?|upload(?:ed)?)'
const withdraw =
  '(?:withdraw|retract|delete|scrap|bin|ignore|disregard|remove|take down|pull|cancel|take back|discard|recall|unpublish)'
const sent = '(?:e-?mail|message|letter|comments?|contribution|post|note|submission|entry|words|remarks)'

const notForPublication = phrasings(
  `${dont} ${strong}(?: ${this_}\\b|${stop}| online| on air| anywhere| or )`,
  `${dont} (?:use|used|share|shared|run|feature|include|read)(?: ${this_})?(?: out| anywhere| online| publicly| on air)?(?:${stop}| sent| wrote| on (?:the|your) ${where}| in (?:the|your) ${where}| or publish)`,
  `${dont} (?:put|stick|have|let) ${this_} (?:be |go |get |appear )?(?:up )?(?:(?:out|on|in|into|onto) (?:the|your) (?:\\w{1,8} )?${where}|online|anywhere|in print|out there|on (?:your|the) )`,
  `\\b(?:can't|cannot|can not|must not|mustn't|may not) (?:publish|print|use|quote|post|broadcast) (?:this|it|any of this)${stop}`,
  `(?<!\\b(?:names?|address|numbers?|surname|supplied|details|phone|identity)\\b[^.!?\\n]{0,30})(?<!it )\\b(?:not|isn't|never|nothing\\b[^.!?\\n]{0,20})(?: \\w{1,10})? ?\\b(?:for|intended for|meant for) (?:publication|print|printing|publishing|broadcast|public consumption|reading out|sharing|quoting|use on air|public|(?:the|your) ${where})\\b(?! (?:bias|to|good|sector|purse|interest|money|service|transport))`,
  `(?<!\\b(?:names?|address|numbers?|surname|details|identity)\\b[^.!?\\n]{0,30})\\b(?:not|nothing\\b[^.!?\\n]{0,20}|isn't) (?:is )?to be (?:published|printed|broadcast|shared|quoted|used|read out|made public)\\b(?! (?:as|in the treatment))`,
  '\\boff the record\\b|\\b(?:strictly|private and|private &) confidential\\b|\\b(?:this|e-?mail|mail|message|letter) is (?:strictly |all )?(?:private|confidential)\\b|\\btreat (?:this|it|my \\w{1,8}|all this) as (?:strictly )?(?:private|confidential)|\\bfor your (?:eyes|information|ears) only\\b',
  '\\b(?:tell|telling|write|writing|say|saying|share|sharing|speak|speaking|send|sending|strictly|this is)(?: to)?(?: you)?(?: this| it| that)? in (?:strict(?:est)? |complete |absolute |the strictest )?confidence\\b|\\bin (?:strict|strictest|the strictest) confidence\\b',
  '(?<!(?:difference|gap|distance|agreement) )\\b(?:strictly )?between (?:you and me|ourselves|you and i)(?=[,.!]|$)|\\b(?:for|as) background only\\b|\\bbackground only[.!]|\\bprivate ?[-–—:,]? ?(?:for|to) the editor|\\b(?:just|only) for you\\b[^.!?\\n]{0,5}\\bnot\\b',
  '\\bkeep (?:this|it|all this|all of this) (?:strictly )?(?:to yoursel\\w{1,4}|private|confidential|between (?:us|ourselves|you)|under your hat|secret)\\b|\\bkeep (?:this|it) (?:out of|off) (?:the|your) (?:\\w{1,8} )?(?:paper|page|blog|website|site|air|news|feed)|\\b(?:goes|went|go|take this|pass this|gets) no further(?! than)',
  `\\b${withdraw} my (?:\\w{1,10} ){0,2}${sent}\\b|\\b${withdraw} (?:the|that|this) (?:\\w{1,10} ){0,1}${sent} (?:i|from me|of mine)\\b|\\b${withdraw} what i (?:wrote|said|sent)|\\b(?:please|you|to) take (?:my \\w{1,12}|it|this|that) (?:down|off)\\b(?! (?:the (?:shelf|wall)))`,
  "\\bchanged my mind\\b[^.!?\\n]{0,60}\\b(?:not (?:use|publish|print)|don't (?:use|publish|print)|withdraw|remove|delete|take it)",
  "\\bi (?:do not|don't|did not|didn't|have not|haven't) (?:give|given|consent|agree|want)(?: you)?(?: my| any)?(?: permission| consent| leave)?(?: for| to)?\\b[^.!?\\n]{0,25}\\b(?:publish(?:ed|ing)?|printed|quoted|broadcast)\\b(?! (?:accounts|papers|data))",
  `\\b(?:don't|do not|didn't|dont|not) want (?:you to )?(?:this|it|any of this|my (?:e-?mail|letter|comments?|words|story))? ?(?:to be |to |being )?(?:appear(?:ing)? (?:anywhere|on|in)|published|printed|shared|used${stop}|made public|on (?:the|your) ${where}|in print|online)`,
  `\\b(?:prefer|rather|like|hope|ask|request|grateful|appreciate|please|must|should)\\b[^.!?\\n]{0,40}\\b(?:e-?mail|letter|comments?|message|this|it) (?:was|is|be|were|to|should|must) ?not (?:to )?(?:be )?${strong}\\b`,
  "\\bnicht zur veröffentlichung|\\bpas pour publication|\\bne pas publier(?! mon nom)|\\bno publicar|\\bnon pubblicare|\\bniet voor publicatie|\\bnid i'w gyhoeddi",
  `\\bnot to (?:go|appear|be put) (?:up )?(?:on|in) (?:the|your) ${where}\\b|\\bthis is a (?:private|confidential) (?:e-?mail|message|letter|note)\\b`,
)

const publishing =
  'publish published publication print printed printing broadcast post posted read reading share shared sharing use used quote quoted record confidential private confidence eyes between ourselves public page blog website site paper air online web feed quoting withdraw retract delete scrap ignore disregard remove down cancel further put publishing printing yourselves yourself background appear appearing run consent veröffentlichung publier publicar pubblicare publicatie gyhoeddi'.split(
    ' ',
  )

/** “Please do not print this letter” is folded like the footers that spare paper, but is meant for us. */
const isWish = ({ kind, start, end }: Fold, original: string): boolean =>
  (kind === 'disclaimer' || kind === 'footer') &&
  end - start < 80 &&
  !/environment|paper|tree|planet|unless|necess|need|think|consider/i.test(original.slice(start, end))

/** The legal notice that a firm puts below every mail says nothing of the writer's wish, so only own words count. */
export const notToPublish: Check = ({ text, subject, words, original, folded }) => {
  const below = folded
    .filter(fold => fold.kind === 'sign-off' || isWish(fold, original))
    .map(({ start, end }) => original.slice(start, Math.min(end, start + 400)))
    .join('\n')
  if (!mentions(words, publishing) && !/publi|print|confiden|private|record|broadcast/i.test(below)) return []
  const own = `${subject}\n\n${text}\n\n${below}`
  return findAll('not-for-publication', 'bad', own, notForPublication).filter(
    ({ words }) => !/(?:publish|print|use|quote)\w{0,3} my (?:name|surname)/i.test(words),
  )
}

const down = '(?:down|off|out|back)'
const published =
  '(?:my (?:\\w{1,10} ){0,2}(?:e-?mail|letter|comments?|message|words|story|contribution|views?|remarks|name|photo|picture|entry|quote)|what i (?:wrote|said|sent)|me|it|this|that)'
const takeDowns = phrasings(
  `\\btak(?:e|en|ing) ${published} ${down}\\b(?! (?:the (?:street|road|hospital|ward|pub|shop)|with a|to (?:the|my|see)))|\\btake (?:down|off) ${published}\\b`,
  `\\b(?:remove|delete|unpublish|withdraw|retract|pull|erase) ${published}\\b(?=[^.!?\\n]{0,30}(?:\\b(?:from|off) (?:the|your)\\b|[.,!;?]|\\bplease\\b|\\bat once\\b|\\bimmediately\\b|$))`,
  "\\byou (?:have |'ve |had )?(?:published|printed|quoted|named|used) (?:me|my (?:\\w{1,10} ){0,2}(?:e-?mail|letter|comments?|message|words|name|surname|photo|picture|full name))\\b",
  "\\b(?:i|we) (?:did not|didn't|never|had not|hadn't)(?: \\w{1,8})? (?:agree|agreed|consent|consented|give|gave|given|expect|expected|want|wanted|realise|realised|ask|asked)\\b[^.!?\\n]{0,40}\\b(?:publish|published|printed|used|named|online|on (?:the|your) (?:page|site|website|live page))\\b",
  '\\b(?:take|get) me off (?:the|your) (?:\\w{1,8} )?(?:page|site|website|feed|blog)\\b|\\bright to (?:be forgotten|erasure)\\b|\\bdelete (?:all )?my (?:personal )?data\\b',
)

/** “You published me, please take it down.” Whether there is anything to take down, intake knows. */
export const takeDown: Check = ({ text, subject, words }) =>
  mentions(words, [
    'take',
    'taken',
    'taking',
    'remove',
    'delete',
    'unpublish',
    'withdraw',
    'retract',
    'pull',
    'erase',
    'published',
    'printed',
    'quoted',
    'named',
    'publish',
    'forgotten',
    'erasure',
    'off',
  ])
    ? findAll('take-down', 'warn', `${subject}\n\n${text}`, takeDowns)
    : []

export const anonymity: Check = ({ wish }) =>
  wish.kind === 'none'
    ? []
    : [{ check: wish.kind === 'anonymous' ? 'asked-anonymous' : 'asked-part-name', level: 'warn', words: wish.words }]

export const wantsReply: Check = ({ text, words }) =>
  !mentions(words, ['please', 'forward', 'looking', 'await', 'awaiting'])
    ? []
    : findAll(
        'wants-reply',
        'info',
        text,
        /\b(?:please (?:reply|respond|call me|ring me|contact me|get in touch with me)|(?:look(?:ing)? forward to|await(?:ing)?) (?:hearing from you|your (?:reply|response)))\b/gi,
      )

export const complaint: Check = ({ text, subject, words }) =>
  !mentions(words, [
    'complaint',
    'complain',
    'ofcom',
    'ipso',
    'solicitor',
    'solicitors',
    'legal',
    'sue',
    'libel',
    'libellous',
    'defamation',
    'defamatory',
  ])
    ? []
    : findAll(
        'complaint',
        'info',
        `${subject}\n${text}`,
        /\b(?:formal complaint|i wish to complain|i want to complain|letter of complaint|complaint about your (?:coverage|programme|reporting|article)|ofcom|ipso|my solicitors?|legal action|sue you|defamat\w+|libel(?:lous)?)\b/gi,
      )

export const correction: Check = ({ text, subject, words }) =>
  !mentions(words, [
    'wrong',
    'incorrect',
    'inaccurate',
    'misleading',
    'error',
    'misspelt',
    'misspelled',
    'misquoted',
    'typo',
  ])
    ? []
    : findAll(
        'correction',
        'info',
        `${subject}\n${text}`,
        /\b(?:your (?:article|story|report|page|headline) (?:is|was) (?:wrong|incorrect|inaccurate|misleading)|there is an error in your|you have (?:misspelt|misspelled|misquoted)|factual error|typo in your)\b/gi,
      )
