// How it is written: shouting, links, length, language, somebody else's words, letters that many send.
import { remembering } from '../remembering.ts'
import { type Check, findAll } from './check.ts'

const countWords = remembering(text => text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0)

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

/** Whether small letters are so many that capitals cannot be the most; cheaper than counting all letters there are. */
function isMostlySmall(text: string): boolean {
  let small = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 96 && code < 123) small++
  }
  return small * 2 > text.length
}

export const capitals: Check = ({ text }) => {
  if (isMostlySmall(text)) return []
  const letters = text.replace(/[^\p{L}]/gu, '')
  if (letters.length < 30) return []
  const upper = letters.replace(/[^\p{Lu}]/gu, '').length
  return upper / letters.length > 0.6 ? [{ check: 'all-capitals', level: 'info', words: text.slice(0, 80) }] : []
}

export const onlyLinks: Check = ({ text }) => {
  const links = text.match(/(?:https?:\/\/|www\.)\S+/gi) ?? []
  if (links.length === 0) return []
  const rest = countWords(text.replace(/(?:https?:\/\/|www\.)\S+/gi, ' '))
  return rest < 12
    ? [{ check: 'only-links', level: 'warn', words: links[0]! }]
    : [{ check: 'links', level: 'info', words: links[0]! }]
}

export const tooLong: Check = ({ text }) => {
  const count = countWords(text)
  return count > 500 ? [{ check: 'too-long', level: 'info', words: `${count} words` }] : []
}

export const tooShort: Check = ({ text }) => {
  const count = countWords(text)
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

export const bulk: Check = ({ text, original, subject }) => {
  const all = `${subject}\n${original.slice(0, 8_000)}`
  return [
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
  ]
}

/** A reader's language is told before the checks are asked (`mail/language.ts`): its detector is loaded when needed. */
export const language: Check = ({ text, language }) =>
  language ? [{ check: 'not-english', level: 'warn', words: `${language}: ${text.slice(0, 60)}` }] : []
