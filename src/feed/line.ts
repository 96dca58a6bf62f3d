// The attribution line: the one sentence that introduces a reader's words. Rendered once, at approval, and stored.
import { cleanLine } from '../safe.ts'

export type Attribution = {
  /** As the newsroom prints it; '' when the reader's name is not known. */
  name: string
  /** `Town in County`, `Town` or `County`; '' when not known. */
  place: string
  /** `emails`, `writes`, `says`; reported speech ends in "that". */
  verb: string
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
 *     Peter Wallace, from Liverpool, told us that        reported: no colon, the text runs on as one sentence
 */
export function attributionLine(attribution: Attribution): string {
  const { name, place, verb } = tidyAttribution(attribution)
  const said = verb === '' ? usualVerb : verb
  return isReported(said) ? `${subject(name, place)} ${said}` : `${subject(name, place)} ${said}:`
}

/** Blanks made single, and no comma, colon or semicolon left at an end, where the line sets its own. */
export function tidyAttribution({ name, place, verb }: Attribution): Attribution {
  const tidy = (text: string, most: number) => cleanLine(text, most).replace(/^[\s,:;]+|[\s,:;]+$/g, '')
  return { name: tidy(name, 120), place: tidy(place, 120), verb: tidy(verb, 40) }
}

/** Whether a stored line runs on into the text as one sentence, instead of ending in a colon. */
export const runsOn = (line: string) => !line.endsWith(':')

/** The line as a heading or a title: `Katherine, from Ruislip in Middlesex, emails`. */
export const lineAsTitle = (line: string) => (runsOn(line) ? `${line} …` : line.slice(0, -1))

function subject(name: string, place: string): string {
  if (name !== '') return place === '' ? name : `${name}, from ${place},`
  return place === '' ? 'One reader' : `A reader in ${place}`
}

const isReported = (verb: string) => /(^|\s)that$/i.test(verb)
