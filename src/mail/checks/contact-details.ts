// Details by which a reader could be reached or found: never for publication.
import type { Finding } from '../reading.ts'
import { findAll, phrasings } from './check.ts'

/** A check that looks at the words alone. */
export type TextCheck = (facts: { text: string }) => Finding[]

/** In place of `findAll` where a cheap look has told that there is nothing to find. */
export const nothing: typeof findAll = () => []

const digit = '(?:oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine|hundred|double|treble|triple)'
/** Numbers written so that the plain pattern passes them by: spelled, spaced, bracketed, local, with letters for noughts. */
const oddPhones = phrasings(
  `\\b(?:oh|o|zero|nought)[ ,-]{1,2}(?:${digit}[ ,-]{1,2}){7,16}${digit}\\b`,
  '(?<![\\d.,])0(?:[ .-]\\d){9,10}(?![\\d.,])',
  '(?<![\\d.,])0\\d{3,5}\\/\\d{5,7}(?!\\d)',
  '(?<![\\d.,])44 ?7\\d{3} ?\\d{3} ?\\d{3}(?!\\d)',
  '(?<!\\d)(?:\\+\\d{1,3} ?)?\\(\\d{3}\\) ?\\d{3}[ -]\\d{4}(?!\\d)',
  '(?<![\\d.,])0\\d{3,4} ?(?=\\d{0,4}o)[\\do]{3,4} ?[\\do]{2,4}\\b',
  '(?<=\\b(?:landline|phone|telephone|tel|mobile|ring me|call me|my number)\\b[^.!?\\n\\d]{0,15})(?<!\\d)\\d{3}[ -]?\\d{3,5}(?![\\d,%]| ?(?:people|times|pounds))',
)

export const phone: TextCheck = ({ text }) => [
  ...(/\d{3}/.test(text) ? findAll : nothing)(
    'phone',
    'warn',
    text,
    /(?<![\d.,£$€/-])(?:\+\d{1,3}[\s.-]?(?:\(0\)\s?)?|\(?0)\d{1,5}\)?(?:[\s.-]?\d{2,8}){1,5}(?![\d%/-]|[.,]\d)/g,
  ).filter(({ words }) => {
    const digits = words.replace(/\D/g, '').length
    return digits >= 9 && digits <= 15
  }),
  ...(/\d|\b(?:oh|zero|nought)\b/i.test(text) ? findAll : nothing)('phone', 'warn', text, oddPhones),
]

const at = '(?: ?[([{] ?(?:at|@) ?[)\\]}] ?|_at_|-at-)'
const dot = '(?: dot | ?[([{] ?(?:dot|\\.) ?[)\\]}] ?|\\.|-dot-)'
const ending = '(?:com|co|org|net|uk|ie|info|me|eu|de|fr|es|wales|scot)\\b'
const provider =
  '(?:gmail|googlemail|outlook|hotmail|yahoo|icloud|btinternet|aol|live|sky|talktalk|virginmedia|protonmail|proton|me|msn)'
/** Addresses disguised from machines: "kate at example dot com". */
const oddEmails = phrasings(
  `(?<![\\w.+-])[\\w.+-]{1,40}${at}[\\w-]{2,40}(?:${dot}[\\w-]{2,20}){0,2}${dot}[a-z]{2,10}\\b`,
  `(?<![\\w.+-])[\\w.+-]{1,40} at [\\w-]{2,40}(?: dot [\\w-]{2,20}){0,2} dot ${ending}`,
  `(?<![\\w.+-])[\\w.+-]{1,40} at ${provider}(?:\\.| dot )(?:com|co|net|org|me)\\b(?:(?:\\.| dot )uk\\b)?`,
  `(?<![\\w.+-])[\\w.+-]{1,40} ?@ ?[\\w-]{2,40}(?:${dot}[\\w-]{2,20}){0,2}${dot}${ending}`,
  `(?<=\\b(?:e-?mail|contact|write to|reach) (?:me (?:on |at )?|is |us )?)[\\w.+-]{2,40} at [\\w-]{2,40}\\.${ending}`,
)

export const emailAddress: TextCheck = ({ text }) => [
  ...(text.includes('@') ? findAll : nothing)(
    'email-address',
    'warn',
    text,
    /(?<![\p{L}\p{N}_.+-])[\p{L}\p{N}_.+'’-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu,
  ),
  ...(/@|\bat\b|_at_/i.test(text) ? findAll : nothing)('email-address', 'warn', text, oddEmails),
]

export const postcode: TextCheck = ({ text }) =>
  (/\d[A-Za-z]{2}\b/.test(text) ? findAll : nothing)(
    'postcode',
    'warn',
    text,
    /\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y])[ -]?\d[ABD-HJLNP-UW-Z]{2})\b/gi,
  )

const wayEnd =
  '(?:Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Close|Cl|Drive|Dr|Way|Court|Ct|Crescent|Cres|Terrace|Gardens|Gdns|Grove|Square|Sq|Row|Walk|Mews|View|Rise|Hill|Place|Park|Brow|Green|Yard|Bank|Croft|Parade|Wharf|Quay|Mount|Gate|Hillcrest|Fold|End|Villas|Buildings|Cottages|Broadway|Crest|Dene|Meadows?|Wood|Paddock|Orchard)\\b'
const cap = "\\p{Lu}[\\p{L}’'-]{1,20}"
const house = '(?:House|Cottage|Lodge|Rectory|Vicarage|Farm|Barn|Manor|Hall|Bungalow)'
const kindsOfAddress = [
  `\\b(?:[Ff]lat|[Aa]partment|[Aa]pt|[Uu]nit)\\.? \\d{1,3}[a-zA-Z]?,? (?:\\d{1,4}[a-zA-Z]?,? )?${cap}(?: ${cap}){1,3}`,
  `(?<![\\d£$€.,:])\\b\\d{1,4}(?:[a-zA-Z]|-\\d{1,4})?,? (?:${cap} (?:(?:y|yr|the|of|le|la|de|du|on|in) )?){0,3}(?:The )?${cap} ${wayEnd}`,
  `(?<![\\d£$€.,:])\\b\\d{1,4}[a-zA-Z]?,? (?:The ${wayEnd}|(?:Rue|Via|Calle|Maes|Bryn|Heol|Ffordd|Stryd|Lôn|Clos|Pen)[ -](?:(?:de|la|du|des|y|yr|della|del)[ -]){0,2}${cap}|Hillcrest,)`,
  `(?<![\\d£$€.,:])\\b\\d{1,4}[a-zA-Z]? \\p{Lu}[\\p{L}-]{2,20}-y-${cap}`,
  `\\b(?:${cap} ){1,2}${house}, (?:${cap} ){1,2}${wayEnd}`,
  `\\b(?:The Old|The) ${house}, ${cap}`,
  '\\b[Pp]\\.?[Oo]\\.? ?[Bb]ox \\d{1,6}',
  `\\b(?:live|lives|living|address is|home is) (?:on|in|at) (?:${cap} ){1,2}${wayEnd} at (?:number|no\\.?) \\d{1,4}`,
].map(source => new RegExp(source, 'gu'))
const lowerCase =
  /(?<![\d£.,:])\b\d{1,4}[a-z]? (?!(?:busy|lane|mile|way|in|the|of|on|and|by|main|hour|per|dual|minor)\b)[a-z]{3,15} (?:street|avenue|crescent|terrace|road)\b(?! (?:works|accidents|deaths|traders))/g

export const postalAddress: TextCheck = ({ text }) => [
  ...(/\d|\b(?:House|Cottage|Lodge|Rectory|Vicarage|Farm|Barn|Manor|Hall|Bungalow),/.test(text)
    ? kindsOfAddress
    : []
  ).flatMap(pattern => findAll('postal-address', 'warn', text, pattern)),
  ...(/\d/.test(text) ? findAll : nothing)('postal-address', 'warn', text, lowerCase),
]
