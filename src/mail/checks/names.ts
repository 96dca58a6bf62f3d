// Whether the proposed name can be believed.
import { fold } from '../names/match.ts'
import type { Check } from './check.ts'

/** A signed name and a header name that share no word: two people, an assumed name or a slip. */
export const nameDiffers: Check = ({ name, from, anonymous }) => {
  if (anonymous || name === '' || from.name === '' || from.name.includes('@')) return []
  const words = new Set(fold(from.name).split(/[\s,]+/))
  const shared = fold(name)
    .split(' ')
    .some(word => words.has(word) || [...words].some(other => other.startsWith(word.slice(0, 3))))
  return shared ? [] : [{ check: 'name-differs', level: 'info', words: `${name} / ${from.name}` }]
}

/** Letters of several scripts in one name pass one name off as another. */
export const mixedScript: Check = ({ from }) => {
  const mixed = from.name
    .split(/\s+/)
    .find(word => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word))
  return mixed ? [{ check: 'mixed-script', level: 'warn', words: mixed }] : []
}
