// Where the writer works: enough to find them, and often why they asked not to be named.
import { type Check, findAll } from './check.ts'
import type { TextCheck } from './contact-details.ts'

const cap = "\\p{Lu}[\\p{L}’'.&-]{0,25}"
const house =
  '(?:Hospital|Infirmary|School|Academy|College|University|Surgery|Practice|Clinic|Nursery|Primary|Juniors|Infants|High|Council|Trust|Ltd|Limited|plc|PLC|LLP|Bakery|Centre|Center|Church|Care Home|Home|Court|House|Station|Prison|Bank|Foundation|Charity|Group|Services|Solicitors|Partners|Associates|Institute|Laboratory|Library|Museum|Theatre|Hotel|Factory|Works)'
const place = `(?:the )?(?:HMP ${cap}|${cap}(?: (?:of |and |& |for |the )?${cap}){0,6})`
const job =
  '(?:teacher|head|deputy|assistant|nurse|doctor|registrar|consultant|surgeon|porter|midwife|paramedic|carer|cleaner|officer|manager|driver|engineer|clerk|receptionist|secretary|lecturer|professor|technician|cook|chef|guard|warden|administrator|librarian|pharmacist|physio\\w*|radiographer|social worker|student|apprentice|vicar|curate|worker|planner|inspector|caretaker|director|partner|editor|matron|GP)'
const workplaces = [
  `\\b[Ii](?:['’]ve| have| used to|['’]m| am)? (?:also )?(?:work(?:ed|ing)?|teach|taught|clean(?:ed)?|nurse[d]?|drive|drove|volunteer(?:ed)?) (?:\\p{Ll}+ ){0,3}(?:at|for|in) ${place}`,
  `\\b[Ii](?:['’]m| am| was)(?: still)?(?: an?| the| one of the)? (?:[\\p{L}-]+ ){0,4}${job}s? (?:\\p{Ll}+ ){0,3}(?:at|for|with|in|of) ${place}`,
  `\\b(?:[Mm]y|[Oo]ur) (?:school|hospital|surgery|ward|office|company|employer|practice|firm) (?:is|here at|at|,) ${place}`,
].map(source => new RegExp(source, 'gu'))

/** Said in the text. */
export const workplace: Check = ({ text }) =>
  /\b(?:I|[Mm]y|[Oo]ur)\b/.test(text)
    ? workplaces
        .flatMap(pattern => findAll('workplace', 'info', text, pattern))
        .filter(({ words }) =>
          new RegExp(` ${house}\\b|HMP |for (?:the )?\\p{Lu}|at (?:the )?\\p{Lu}`, 'u').test(words),
        )
    : []

const line = new RegExp(
  `^[^\\n.!?]{0,60}\\b${house}(?:,[^\\n]{0,30})?$|^(?:[^\\n]{0,30}[, ])?${job}, [^\\n]{0,20}\\p{Lu}[^\\n]{3,50}$`,
  'gmu',
)

/** A line of a signature: the job, the house, or both. */
export const workplaceLine: TextCheck = ({ text }) =>
  findAll('workplace', 'info', text, line).filter(({ words }) => !/\d/.test(words) && words.split(' ').length > 1)
