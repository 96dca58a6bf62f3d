// Comparing a name in the text with what the header says, letters and accents aside.
import { short } from './short-names.ts'

export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`.]/g, '')

/** Whether one given name may be the other's short form. */
export const sameGiven = (a: string, b: string): boolean => {
  const [one, two] = [fold(a), fold(b)]
  return one === two || Boolean(short[one]?.split(' ').includes(two)) || Boolean(short[two]?.split(' ').includes(one))
}

const initialOf = (initial: string, name: string): boolean =>
  initial.length <= 2 && fold(initial).length === 1 && fold(name).startsWith(fold(initial))

/** Whether every word of `signed` stands in the header's name (or is a short form or an initial of one). */
export function fitsHeader(signed: string[], header: string[]): boolean {
  if (signed.length === 0 || header.length === 0) return false
  return signed.every(word =>
    header.some(
      other => sameGiven(word, other) || initialOf(word, other) || (signed.length > 1 && initialOf(other, word)),
    ),
  )
}
