// Details by which a reader could be reached or found: never for publication.
import type { Finding } from '../reading.ts'
import { findAll } from './check.ts'

/** A check that looks at the words alone. */
type TextCheck = (facts: { text: string }) => Finding[]

/** In place of `findAll` where a cheap look has told that there is nothing to find. */
const nothing: typeof findAll = () => []

export const phone: TextCheck = ({ text }) =>
  (/\d{3}/.test(text) ? findAll : nothing)(
    'phone',
    'warn',
    text,
    /(?<![\d.,£$€/-])(?:\+\d{1,3}[\s.-]?(?:\(0\)\s?)?|\(?0)\d{1,5}\)?(?:[\s.-]?\d{2,8}){1,5}(?![\d,%/-]|\.\d)/g,
  ).filter(({ words }) => {
    const digits = words.replace(/\D/g, '').length
    return digits >= 9 && digits <= 15
  })

export const emailAddress: TextCheck = ({ text }) =>
  (text.includes('@') ? findAll : nothing)(
    'email-address',
    'warn',
    text,
    /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g,
  )

export const postcode: TextCheck = ({ text }) =>
  (/\d ?\d?[A-Za-z]{2}\b/.test(text) ? findAll : nothing)(
    'postcode',
    'warn',
    text,
    /\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y]) ?\d[ABD-HJLNP-UW-Z]{2})\b/gi,
  )

export const postalAddress: TextCheck = ({ text }) =>
  (/\d/.test(text) ? findAll : nothing)(
    'postal-address',
    'warn',
    text,
    /\b(?:flat \d{1,3}[a-z]?,? )?\d{1,4}[a-z]?,? (?:\p{Lu}[\p{L}’'-]{1,20} ){1,3}(?:Road|Rd|Street|St|Avenue|Ave|Lane|Close|Drive|Way|Court|Crescent|Terrace|Gardens|Grove|Square|Row|Walk|Mews|View|Rise|Hill|Place|Park)\b/giu,
  ).filter(({ words }) => /^\S*\d+\S* ?,? \p{Lu}|^flat/iu.test(words) && /\p{Lu}\p{Ll}+ (?:\p{Lu}|rd|st)/u.test(words))

/** NHS, national insurance and payment card numbers. */
export const idNumber: TextCheck = ({ text }) =>
  !/\d{2}/.test(text)
    ? []
    : [
        ...findAll('id-number', 'warn', text, /\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g),
        ...findAll('id-number', 'warn', text, /\bNHS (?:number|no\.?)\D{0,10}\d{3}[ -]?\d{3}[ -]?\d{4}\b/gi),
        ...findAll('id-number', 'warn', text, /\b\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}\b/g).filter(({ words }) =>
          luhn(words.replace(/\D/g, '')),
        ),
      ]

function luhn(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

export const socialHandle: TextCheck = ({ text }) =>
  (/@|\.com\//.test(text) ? findAll : nothing)(
    'social-handle',
    'info',
    text,
    /(?<![\w@.])@[A-Za-z]\w{2,29}\b(?!\.\w)|\b(?:facebook|twitter|x|instagram|linkedin|tiktok)\.com\/[\w.-]{2,60}/g,
  )
