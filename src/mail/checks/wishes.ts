// What the reader asks of us.
import { type Check, findAll, mentions } from './check.ts'

const notForPublication =
  /\b(?:not (?:for|intended for|meant for) (?:publication|print|printing|broadcast|the public|public|reading out|sharing|use on air|public consumption)|(?:do not|don't|don’t|dont|please do not|not to|rather you didn't|rather you did not|prefer you didn't|prefer you did not|not want you to|not want this|not want it|don't want this|don’t want this|never) (?:please )?(?:to be |be )?(?:publish(?:ed)?|print(?:ed)?|broadcast|post(?:ed)?|read (?:this |it )?out|share(?:d)?|use(?:d)? (?:this|it|on air|publicly|online)|quote(?:d)?)(?: (?:this|it|any of this|my (?:email|letter|comments?|message|words|story)|anything|me|what i)|\b(?=[.,!;]|$| online| on air| anywhere| or))|off the record|strictly confidential|(?:this|e-?mail|mail|message|letter) is (?:private|confidential|for your (?:eyes|information) only)|private (?:and|&) confidential|for your eyes only|in (?:strict(?:est)? )?confidence|not to be (?:published|printed|broadcast|shared|quoted|used)|between you and me|nicht zur veröffentlichung|pas pour publication|ne pas publier|no publicar|non pubblicare|niet voor publicatie|nid i'w gyhoeddi)\b/gi

const publishing =
  'publish published publication print printed printing broadcast post posted read reading share shared sharing use used quote quoted record confidential private confidence eyes between public veröffentlichung publier publicar pubblicare publicatie gyhoeddi'.split(
    ' ',
  )

/** The legal notice that a firm puts below every mail says nothing of the writer's wish, so only own words count. */
export const notToPublish: Check = ({ text, subject, words, original, folded }) => {
  const below = folded
    .filter(({ kind }) => kind === 'sign-off')
    .map(({ start, end }) => original.slice(start, Math.min(end, start + 400)))
    .join('\n')
  if (!mentions(words, publishing) && !/publi|print|confiden|private|record|broadcast/i.test(below)) return []
  const own = `${subject}\n${text}\n${below}`
  return findAll('not-for-publication', 'bad', own, notForPublication).filter(
    ({ words }) => !/(?:publish|print|use|quote)\w* my (?:name|surname)/i.test(words),
  )
}

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
