// How it is written: shouting, links, length, language, somebody else's words, letters that many send.
import { type Check, type CheckFacts, findAll } from './check.ts'

const words = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []

export const noWords: Check = ({ text, original, automatic }) =>
  text.trim() === '' && !automatic
    ? [
        {
          check: 'no-words',
          level: 'warn',
          words: original.trim() ? 'Nothing but quoted or forwarded text.' : 'The email has no text.',
        },
      ]
    : []

export const capitals: Check = ({ text }) => {
  const letters = text.replace(/[^\p{L}]/gu, '')
  if (letters.length < 30) return []
  const upper = letters.replace(/[^\p{Lu}]/gu, '').length
  return upper / letters.length > 0.6 ? [{ check: 'all-capitals', level: 'info', words: text.slice(0, 80) }] : []
}

export const onlyLinks: Check = ({ text }) => {
  const links = text.match(/(?:https?:\/\/|www\.)\S+/gi) ?? []
  if (links.length === 0) return []
  const rest = words(text.replace(/(?:https?:\/\/|www\.)\S+/gi, ' ')).length
  return rest < 12
    ? [{ check: 'only-links', level: 'warn', words: links[0]! }]
    : [{ check: 'links', level: 'info', words: links[0]! }]
}

export const tooLong: Check = ({ text }) => {
  const count = words(text).length
  return count > 500 ? [{ check: 'too-long', level: 'info', words: `${count} words` }] : []
}

export const tooShort: Check = ({ text }) => {
  const count = words(text).length
  return count > 0 && count < 4 ? [{ check: 'too-short', level: 'info', words: text.trim() }] : []
}

export const forwarded: Check = ({ folded, original, subject, text }) => {
  const fold = folded.find(({ kind }) => kind === 'forwarded')
  if (fold) return [{ check: 'forwarded', level: 'info', words: original.slice(fold.start, fold.start + 80) }]
  const copied = findAll(
    'copied',
    'info',
    text,
    /\b(?:(?:this|the following) (?:was|is) (?:copied|taken) from|copied from|i (?:saw|read|found) this on facebook|copy and paste|please (?:share|forward) (?:this )?(?:to|with) (?:everyone|all))\b/gi,
  )
  return copied.length
    ? copied
    : /^(?:fwd?|wg|tr|rv|i|doorst)\s?:/i.test(subject)
      ? [{ check: 'forwarded', level: 'info', words: subject }]
      : []
}

export const bulk: Check = ({ text, original, subject, from }) => {
  const all = `${subject}\n${original.slice(0, 8_000)}`
  return [
    ...findAll(
      'press-release',
      'warn',
      all,
      /\b(?:for immediate release|press release|news release|media (?:release|contact|enquiries)|embargoed? (?:until|for)|notes? (?:to|for) editors?|-?\s?ends\s?-|photo opportunity|interview opportunity|available for (?:comment|interview))/gi,
    ),
    ...findAll(
      'campaign',
      'warn',
      text,
      /\b(?:as (?:a|your) constituent|i am writing to (?:you )?to (?:urge|ask) you|sign (?:the|our|this) petition|change\.org|38 ?degrees|avaaz|i urge you to (?:vote|support|oppose)|early day motion|please join (?:us|the campaign))\b/gi,
    ),
    ...findAll(
      'advertising',
      'warn',
      all,
      /\b(?:seo services|guest post|link building|increase your (?:sales|traffic|ranking)|special offer|buy now|limited time offer|click here to (?:buy|claim|order)|lottery winner|you have won|bitcoin investment|crypto investment|casino bonus|viagra|cialis|loan offer|inheritance fund|next of kin|transfer of (?:usd|\$|£))\b/gi,
    ),
    ...(/\b(?:press|media|comms|communications|pr|publicity|newsdesk|campaigns?)(?:office|team)?@|@(?:labour|conservatives?|libdems?|greenparty|snp|reformparty|ukip|parliament)\./i.test(
      from.address,
    )
      ? [{ check: 'press-or-party', level: 'warn' as const, words: from.address }]
      : []),
  ]
}

const common: Record<string, Set<string>> = {
  English: new Set(
    'the and to of is that for it in are was have be not this with you on they we but as at my from has our would their what'.split(
      ' ',
    ),
  ),
  French: new Set(
    'le la les des et est que pour une dans je pas vous nous qui sur avec ce il sont mais du au'.split(' '),
  ),
  German: new Set(
    'der die das und ist nicht ich zu den ein eine mit für auf von wir sie es auch dass sich im'.split(' '),
  ),
  Spanish: new Set('el la los las de que y en un una es por con para no se lo su mi como pero más está'.split(' ')),
  Italian: new Set('il la di che e un una per non sono con del è i le si mi ma come anche della questo gli'.split(' ')),
  Portuguese: new Set('o a os as de que e em um uma para não com do da é por se mais como mas eu meu são'.split(' ')),
  Dutch: new Set('de het een en van ik te dat die in is niet op zijn met voor aan er maar om ook wij naar'.split(' ')),
  Polish: new Set('i w na nie się z do że jest to jak po od za są ale dla co tak mi czy przez'.split(' ')),
  Swedish: new Set('och att det som en på är av för med till den inte har de om ett jag vi men så'.split(' ')),
  Welsh: new Set("y yr yn i o ar a mae ac wedi am fod gan sy'n eu ei ni nid hyn bod mewn".split(' ')),
  Turkish: new Set('ve bir bu için de da ne çok ama ile gibi daha olarak var ben biz değil mi'.split(' ')),
  Romanian: new Set('și de în la nu cu este pe un o care că mai din sunt pentru să dar am se'.split(' ')),
}
const scripts: [string, RegExp][] = [
  ['Arabic', /\p{Script=Arabic}/gu],
  ['Chinese or Japanese', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Korean', /\p{Script=Hangul}/gu],
  ['Russian or another Cyrillic language', /\p{Script=Cyrillic}/gu],
  ['Greek', /\p{Script=Greek}/gu],
  ['Hebrew', /\p{Script=Hebrew}/gu],
  ['Hindi', /\p{Script=Devanagari}/gu],
  ['Bengali', /\p{Script=Bengali}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Tamil', /\p{Script=Tamil}/gu],
]

/** The language, when it is surely not English; '' otherwise. Short function words tell nearly all of it. */
export function foreignLanguage(text: string): string {
  const sample = text.slice(0, 4_000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (/[^\x00-\u024f\u2000-\u2fff]/.test(sample))
    for (const [name, pattern] of scripts)
      if ((sample.match(pattern)?.length ?? 0) * 2 > letters && letters > 8) return name
  const all = words(sample.toLowerCase())
  if (all.length < 8) return ''
  const count = (set: Set<string>) => all.filter(word => set.has(word)).length
  const english = count(common.English!)
  if (english / all.length > 0.2) return ''
  const [best, hits] = Object.entries(common)
    .filter(([name]) => name !== 'English')
    .map(([name, set]) => [name, count(set)] as const)
    .reduce((a, b) => (b[1] > a[1] ? b : a))
  return hits > english * 1.5 + 1 && hits / all.length > 0.12 ? best : ''
}

export const language: Check = ({ text }: CheckFacts) => {
  const found = foreignLanguage(text)
  return found ? [{ check: 'not-english', level: 'warn', words: `${found}: ${text.slice(0, 60)}` }] : []
}
