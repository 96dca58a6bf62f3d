// Where a letter that does not say where its writer is speaks of one place only, as people speak of where they are. Whoever
// tells of another town's news, of a journey, of work or of a daughter tells nothing of where they are themselves.
import { mayMatch } from '../may-match.ts'
import type { Candidate } from '../reading.ts'
import { type Mention, placeMentions } from './place-mentions.ts'
import { candidate } from './told-place.ts'

/** Words just before a place: whoever is there, or the news from there, is somebody else's. */
const others =
  /\b(?:daughters?|sons?|sisters?|brothers?|mothers?|fathers?|mum|mam|mom|dad|nan|nana|gran|granny|grandad|grand(?:mother|father|son|daughter|children|kids|parents|son's)|friends?|mates?|cousins?|aunt(?:ie)?|uncle|niece|nephew|in-laws?|wife|husband|partner|fianc[eé]e?|ex|kids|children|parents|boyfriend|girlfriend|colleagues?|boss|landlord|doctors?|consultants?|specialist|surgeon|m[ae]n|wom[ae]n|chap|bloke|lad|lass|family|families|any(?:one|body)|some(?:one|body)|every(?:one|body)|those|they|them|she|he|his|her|their|who|whose|visitors|tourists|students|workers|drivers|supporters|fans|people|folks?|residents|protesters|politicians|readers|correspondent|reporter)\b(?! (?:and|&) I\b)/i
const bygone =
  /\b(?:born|bred|grew|grown|raised|brought up|used to|once|formerly|originally|was|were|childhood|wedding|as an? (?:child|boy|girl|kid|student|young \w+|teenager)|ago|back in|stud(?:y|ied)|students?|uni|university|college|evacuated|stationed|posted|emigrated|left|leave|leaving|moved from|came from|come from|drove out|until|till|remember|honeymoon|holidays?|visit\w*|trips?|weekend in|break in|stay(?:ed|ing)?|been to|went|g(?:o|oes|oing) (?:\w+ )?to|got to|get to|getting to|gets you to|travel\w*|drive|driving|drove|trains?|bus(?:es)?|coach|flights?|flew|fly|ferry|plane|trams?|airports?|stations?|services|hotels?|hostel|sun-?loungers?|beach|campsite|cruise|stuck|stranded|en route|way|via|through|past|between|bound|games?|concerts?|gigs?|conferences?|exhibition|festival|played|play|away (?:at|to)|semi-final|final|cup)\b/i
const work =
  /\b(?:works?|worked|working|offices?|jobs?|shifts?|commut\w+|hospitals?|infirmary|wards?|clinic|court|parliament|palace|prison|headquarters|factory|depot|branch|warehouse|meeting|interview|appointment|operation|scan)\b/i
const news =
  /\b(?:reports?|reported|articles?|pieces?|stor(?:y|ies)|headlines?|maps?|photos?|photographs?|pictures?|videos?|footage|news|coverage|correspondent|interview\w*|happen\w*|bomb\w*|wars?|attacks?|attacked|shootings?|riots?|killed|murder\w*|deaths?|died|protests?|demonstrations?|crisis|election|government|ministers?|MPs?|mayor|councils?|councillors?|police|scenes|situation|like|than|unlike|not|never been|compared?|read about|read that|hear(?:d|ing)? (?:about|of|that|from)|saw|seen|see|watched|watching|tragedy|disaster|victims?|refugees?|everyone in|people (?:in|of)|you (?:say|said|write|wrote|call\w*)|your|named?|called|pronounced?|invented|think of)\b/i
/** The letter speaks of where it is written: its writer's own doings and things, or what is to be seen there now. */
const mine =
  /\b(?:I|I'm|I’m|I've|I’ve|we|We|we're|we’re|We're|We’re|we've|we’ve|We've|We’ve|our|Our|ours|us|Us|my|My|mine|here|Here)\b/
const now =
  /\b(?:this (?:morning|afternoon|evening|week|weekend)|today|tonight|just now|right now|at the moment|currently|still|yet|again|yesterday|last (?:night|week)|(?:the|our) (?:last|only|nearest|whole)|whole of|the rest of|in the middle of|all over|these days|nowadays|before|every (?:day|morning|night|week))\b/i
/** “I've lived in it forty years”: in the place that was named before. */
const livesThere =
  /\b(?:I|[Ww]e)(?:'ve|’ve| have)? (?:still |all |now )?(?:live|lived|been living) (?:there|here|in it|in the (?:town|village|place|city))\b/
const where =
  /(?:\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Rr]ound|[Aa]round|[Aa]cross|[Aa]bove|[Hh]ome to|[Bb]ack to) (?:\p{Ll}{3,9} )?|\b(?:whole|middle|centre|heart|edge|outskirts|streets|end|side|part|rest|all|town|city|village) of |\b(?:Near|Outside|Beyond) )$/u

const outright = /\b(?:in|at|near|outside|around|round)\s(?:\p{Ll}{3,9}\s)?$/iu

/** The one place that is left when those are taken away that belong to somebody else, to another time or to the news. */
export function onlyPlace(text: string, original: string): Candidate | null {
  const letter = text.slice(0, 6000)
  if (!mayMatch(mine, letter) || !mine.test(letter)) return null
  const mentions = placeMentions(letter).filter(({ value }) => value !== '')
  const lives = mayMatch(livesThere, letter) && livesThere.test(letter)
  const own = mentions.filter(mention => isOwn(mention) || (lives && !others.test(mention.before.slice(-42))))
  const values = new Set(own.map(({ value }) => value))
  // Two towns that both may be it: nothing is said.
  if (values.size !== 1 || mentions.length > 6) return null
  const [first] = own
  return candidate(first!.value, 'text', Math.max(0, original.indexOf(first!.words)), first!.words, 'guess')
}

/** The clause that leads to the place: what stands before a comma seldom speaks of it. */
const clause = (before: string): string => before.slice(-90).replace(/^[\s\S]*[,;:—–(](?=[\s\S]{12})/, '')

function isOwn({ before, after }: Mention): boolean {
  const lead = clause(before)
  if (!where.test(lead) && !outright.test(lead)) return false
  if (others.test(lead.slice(-42)) || bygone.test(lead) || work.test(lead) || news.test(lead)) return false
  if (
    /^(?:,? (?:where|who) (?:he|she|they|my)\b|[’']s\b| (?:and|or|to) \p{Lu}| (?:airport|station|hospital|university|council))/iu.test(
      after,
    )
  )
    return false
  return mine.test(before) || mine.test(after.slice(0, 60)) || now.test(before) || now.test(after.slice(0, 60))
}
