// Details below the reader's own words: not proposed for publication, yet there when somebody puts the fold back.
import { idNumber, socialHandle } from './accounts.ts'
import type { Check } from './check.ts'
import { emailAddress, phone, postalAddress, postcode } from './contact-details.ts'
import { workplaceLine } from './workplace.ts'

const details = [phone, emailAddress, postalAddress, postcode, idNumber, socialHandle, workplaceLine]

/** At the level that reassures: it is left out. */
export const signOffDetails: Check = ({ original, folded, text }) =>
  folded
    .filter(({ kind }) => kind === 'sign-off' || kind === 'signature')
    .flatMap(({ start, end }) => {
      const below = original.slice(start, end)
      return details.flatMap(check => check({ text: below }))
    })
    .filter(({ words }, at, all) => !text.includes(words) && all.findIndex(each => each.words === words) === at)
    .map(finding => ({ ...finding, level: 'ok' as const }))
