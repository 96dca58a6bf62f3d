// Readers' addresses are for those who may search by one. For everybody else they are dots, wherever they stand: on the
// envelope, in the words, in what was found there.
import type { Role } from '../store/index.ts'
import { may } from './policy.ts'

const address = /[\p{L}\p{N}_.+'’-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu

/** Fields that hold our own addresses, ids, or what readers of the live page see as well. */
const open = new Set(['to', 'messageId', 'entry'])

/** The same as `role` may see it. A dot stands for each character, so that offsets into the words still hold. */
export const shownTo = <Shown>(role: Role, shown: Shown): Shown => (may(role, 'see-addresses') ? shown : dotted(shown))

function dotted<Shown>(shown: Shown): Shown {
  if (typeof shown === 'string') return shown.replace(address, found => '•'.repeat(found.length)) as Shown
  if (Array.isArray(shown)) return shown.map(dotted) as Shown
  if (shown === null || typeof shown !== 'object') return shown
  return Object.fromEntries(
    Object.entries(shown).map(([name, value]) => [name, open.has(name) ? value : dotted(value)]),
  ) as Shown
}
