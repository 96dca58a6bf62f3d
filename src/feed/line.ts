// The attribution line: the one sentence that introduces a reader's words. Rendered once, at approval, and stored.
import { cleanLine } from '../safe.ts'
import type { EntryKind, NameForm } from '../store/index.ts'

export type Attribution = {
  /** As the newsroom prints it; '' when the reader's name is not known. */
  name: string
  /** `Town in County`, `Town` or `County`; '' when not known. */
  place: string
  /** `emails`, `writes`, `says`; reported speech ends in "that". */
  verb: string
  /** `junior doctor`; stands after the name. */
  role?: string
  /** A line written by hand, which wins. */
  ownLine?: string
}

/** What stands in the place of a name that its owner asked us not to print. */
export const nameWithheld = 'Name withheld'

/** The verb when nobody chose one. */
export const usualVerb = 'emails'

/**
 * The line above a reader's words.
 *
 *     Katherine, from Ruislip in Middlesex, emails:      name and place
 *     Katherine emails:                                  no place
 *     A reader in Leeds emails:                          no name
 *     One reader emails:                                 neither
 *     Chris Boshell, junior doctor, from Leeds, writes:  with a role
 *     Peter Wallace, from Liverpool, told us that        reported: no colon, the text runs on as one sentence
 */
export function attributionLine(attribution: Attribution): string {
  const own = ownLineOf(attribution)
  if (own !== '') return isReported(own) ? own : `${own}:`
  const { name, place, verb, role } = tidyAttribution(attribution)
  const said = verb === '' ? usualVerb : verb
  return isReported(said) ? `${subject(name, place, role)} ${said}` : `${subject(name, place, role)} ${said}:`
}

/** The credit after a quotation: `Jeremy Hunt, Health Secretary`; of somebody's post also where it stands. */
export function creditLine(kind: EntryKind, words: Attribution & { service: string }): string {
  const own = ownLineOf(words)
  if (own !== '') return own
  const { name, place, role } = tidyAttribution(words)
  const credit = [name, role, place].filter(part => part !== '').join(', ')
  return kind === 'post' && words.service !== '' ? `${credit} on ${words.service}`.trim() : credit
}

/** As much of a name as is to be printed: `Katherine Smith`, `Katherine`, `K. S.`, `Name withheld`. */
export function nameInForm(name: string, form: NameForm): string {
  if (form === 'withheld') return nameWithheld
  if (name === nameWithheld || form === '' || form === 'full') return name
  const words = name.split(' ').filter(word => word !== '')
  if (form === 'first') return words[0] ?? ''
  return words.map(word => (/^.\.$/u.test(word) ? word : `${[...word][0]}.`)).join(' ')
}

/** Blanks made single, and no comma, colon or semicolon left at an end, where the line sets its own. */
export function tidyAttribution({ name, place, verb, role = '' }: Attribution) {
  const tidy = (text: string, most: number) => cleanLine(text, most).replace(/^[\s,:;]+|[\s,:;]+$/g, '')
  return { name: tidy(name, 120), place: tidy(place, 120), verb: tidy(verb, 40), role: tidy(role, 120) }
}

/** A line written by hand without what the line itself sets at its end. */
const ownLineOf = ({ ownLine = '' }: Attribution) => cleanLine(ownLine, 300).replace(/^[\s,:;]+|[\s,:;.]+$/g, '')

/** Whether a stored line runs on into the text as one sentence, instead of ending in a colon. */
export const runsOn = (line: string) => !line.endsWith(':')

/** The line as a heading or a title: `Katherine, from Ruislip in Middlesex, emails`. */
export const lineAsTitle = (line: string) => (runsOn(line) ? `${line} …` : line.slice(0, -1))

function subject(name: string, place: string, role: string): string {
  const who = name !== '' ? name : place === '' ? 'One reader' : `A reader in ${place}`
  const from = name !== '' && place !== '' ? `from ${place}` : ''
  const apart = [role, from].filter(part => part !== '')
  return apart.length === 0 ? who : `${[who, ...apart].join(', ')},`
}

const isReported = (verb: string) => /(^|\s)that$/i.test(verb)
