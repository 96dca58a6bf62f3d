// Where a letter that does not say where its writer is speaks of one place only, as people speak of where they are. Whoever
// tells of another town's news, of a journey, of work, of a daughter or of long ago tells nothing of where they are.
import { mayMatch } from '../may-match.ts'
import type { Candidate } from '../reading.ts'
import { type Mention, placeMentions } from './place-mentions.ts'
import { candidate } from './told-place.ts'

/** Words just before a place: whoever is there is somebody else. */
const others =
  /\b(?:daughters?|sons?|sisters?|brothers?|mothers?|fathers?|mum|mam|mom|dad|nan|nana|gran|granny|grandad|grand(?:mother|father|son|daughter|children|kids|parents)|friends?|mates?|cousins?|aunt(?:ie)?|uncle|niece|nephew|in-laws?|wife|husband|partner|fianc[eé]e?|ex|kids|children|parents|boyfriend|girlfriend|colleagues?|boss|landlord|doctors?|consultants?|specialist|surgeon|judges?|bishop|m[ae]n|wom[ae]n|chap|bloke|lads?|lass|family|families|any(?:one|body)|some(?:one|body)|those|them|they (?:all |both |now )?(?:live|work|stay|come)|she|he|his|her|their|who|whose|visitors|tourists|students|workers|drivers|supporters|fans|people|folks?|residents|protesters|politicians|readers|voters|relatives?|relations?|owners|managers?|bosses)\b(?! (?:and|&) I\b)/i
/** Once, on a journey, or only in the mind. */
const elsewhere =
  /\b(?:born|bred|grew|grown|raised|brought up|used to|once|formerly|originally|was|were|childhood|wedding|married|as an? (?:child|boy|girl|kid|student|young \w+|teenager)|ago|back in|stud(?:y|ied)|students?|uni|university|college|school trip|trained|evacuated|stationed|posted|emigrated|left(?! in\b)|leave|leaving|moved from|came from|come from|drove out|until|till|remember|honeymoon|holidays?|holidayed|visit\w*|trips?|weekends?|(?:a |short |city |mini-?)breaks?|stay(?:ed|ing)?|been to|went|g(?:o|oes|oing) (?:\w+ )?to|got (?:to|as far)|get to|getting to|gets you to|travel\w*|drive|driving|drove|trains?|coach|flights?|flew|fly|ferry|plane|trams?|airports?|stations?|services|hotels?|hostel|sun-?loungers?|campsite|caravan|chalet|timeshare|second home|holiday home|why|how (?:can|could)|cruise|parked|docked|moored|stuck (?!at home|in the (?:house|flat)|indoors)|stranded|en route|via|through|past|between|bound|games?|concerts?|gigs?|conferences?|exhibition|festival|played|away (?:at|to)|semi-final|final|cup|would|wouldn['’]t|['’]d (?:love|like|hate|rather)|could|if|wish|should|dream\w*|hope|imagine|fanc(?:y|ied)|buried|order(?:ed)?|sent|written|wrote|come to|for work|ancestors|years an? \w+|miles)\b/i
const work =
  /\b(?:works?|worked|working|offices?|jobs?|shifts?|commut\w+|hospitals?|infirmary|wards?|clinic|courts?|parliament|palace|prison|headquarters|factory|depot|branch|warehouse|meeting|interview|appointment|operation|scan|based)\b/i
const news =
  /\b(?:reports?|reported|articles?|pieces?|stor(?:y|ies)|headlines?|maps?|photos?|photographs?|pictures?|videos?|footage|news|coverage|correspondent|interview\w*|happen\w*|bomb\w*|wars?|attacks?|attacked|shootings?|riots?|killed|murder\w*|deaths?|died|protests?|demonstrations?|crisis|elections?|by-election|government|ministers?|MPs?|mayor|councils?(?! tax)|councillors?|police|scenes|situation|like|than|unlike|compared?|read about|read that|reading about|hear(?:d|ing)? (?:about|of|from)|saw|seen|watched|tragedy|disaster|victims?|refugees?|people (?:in|of)|you (?:say|said|write|wrote|call\w*)|your|named?|called|pronounced?|invented|think of|fires? (?:in|at|near)|crash|explosion|stabbing|verdict|trial|inquest)\b/i
/** What is the writer's own, or to be seen there now. */
const mine =
  /\b(?:I|I'm|I’m|I've|I’ve|we|We|we're|we’re|We're|We’re|we've|we’ve|We've|We’ve|our|Our|ours|us|Us|my|My|mine|me|Me|here|Here)\b/
const now =
  /\b(?:this (?:morning|afternoon|evening|week|weekend)|today|tonight|just now|right now|at the moment|currently|still|yet|again|yesterday|last night|(?:the|our) (?:last|only|nearest|whole)|whole of|the rest of|in the middle of|all over|these days|nowadays|before$|since|(?:every|all) (?:day|morning|night|week)|power cut|no (?:water|power|heating)|snow|sleet|hail|when (?:we|I) (?:got up|woke)|degrees|neighbours?|next door)\b/i
/** “Nowt open in Todmorden”, “There are no dentists left in Barrow”, “Sat on the wall in Whitby”. */
const plain =
  /^["“'‘(]?(?:There(?:'s|’s| is| are| has| hasn't| isn't| aren't)|It(?:'s|’s| is| has)|No|Not|Nowt|Nothing|Nobody|Every|All|Only|Another|Half|Most|Snow\w*|Rain\w*|Sunny|Queue|Sat|Stood|Stuck|Been|Standing|Watching|Sitting|Waiting|Walking|Walked|Woke|Up at|Still|Just|Absolute|Total|Lovely|Glorious|Cold|Hot|Quiet|Pouring|Blowing|Flooded|The (?:last|only|bins?|buses|bus|potholes?|roads?|streets?|shops?|pubs?|chippy|high street|market|river|tide|sea|snow|power|water|lights?|whole|library|school|church|bank|post office|surgery|bridge))\b/
/** Past tenses of what people do in another town; with a time of today they may be at home. */
const done =
  /\b(?:I|[Ww]e|and) (?:\p{Ll}{1,9} )?(?:\p{Ll}{2,}ed|had|lost|sold|took|got(?! up)|bought|met|spent|found|gave|held|began|did|came|broke|caught|paid|ate|rode|won|made|ran|fell|stood)\b/u
const where =
  /(?:\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]bove|[Oo]ver) (?:\p{Ll}{3,9} )?|\b(?:[Ww]hole|[Hh]alf|[Mm]ost|[Aa]ll|middle|centre|heart|edge|outskirts|streets|end|side|part|rest|town|city|village|out|corner) of )$/u
const denied = /\b(?:not|never|n['’]t) (?:\p{Ll}+ )?(?:in|at|near|outside|all of) $|\bone (?:in|at) $/iu
const onIts = /\b(?:on|from|along|down) $/
const itsOwn =
  /^ (?:market|high street|seafront|front|prom|promenade|pier|moor|common|harbour|quay|docks?|sands|green|square|marina)\b/
/** “I've lived in it forty years”: in the place that was named before. */
const livesThere =
  /\b(?:I|[Ww]e)(?:'ve|’ve| have)? (?:still |all |now )?(?:live|lived|been living) (?:there|here|in it|in the (?:town|village|place|city))\b/
const ours = /\b(?:[Ww]e|[Ww]e['’](?:re|ve|ll|d)|[Oo]ur|[Oo]urs|[Uu]s|[Hh]ere|[Mm]y|I|I['’](?:ve|m))\b/
const opinion =
  /\b(?:I (?:see|think|support|hope|believe|read|feel|know|love|hate|blame|agree|like)|supported|fans?|league|team|United|City|debate|policy|tax(?:es)?|voted?|vote for|history|famous|castle|museum|built|build|cost|price)\b/
/** Passed, or left behind: “walked the dog round Malton”, “my bus from Otley”. */
const toOrFrom = /\b(?:from|round|around|into|towards?|to|with|by|past) $/i
const part =
  /^(?:,? (?:where|who) (?:he|she|they|my)\b| (?:they|he|she)\b|[’']s\b| (?:and|or|to) (?!I\b|I['’])\p{Lu}| (?:airport|station|hospital|university|council)\b)/u

/** The one place that is left when those are taken away that belong to somebody else, to another time or to the news. */
export function onlyPlace(text: string, original: string): Candidate | null {
  const letter = text.slice(0, 6000)
  const mentions = placeMentions(letter).filter(({ value }) => value !== '')
  if (mentions.length === 0 || mentions.length > 6) return null
  const lives = mayMatch(livesThere, letter) && livesThere.test(letter)
  const own = mentions.filter(mention => isOwn(mention) || (lives && !others.test(mention.before.slice(-42))))
  // A letter of “we” and “our” that names no town but one.
  const told = own.length > 0 || !ours.test(letter) ? own : mentions.every(isNear) ? mentions : []
  const values = [...new Set(told.map(({ value }) => value))]
  // “Boston” beside “Lincolnshire” is one place; two towns that both may be it say nothing.
  const [value, other] = values.filter(wide => !values.some(fine => fine !== wide && fine.endsWith(` ${wide}`)))
  if (value === undefined || other !== undefined) return null
  const { words } = told.find(mention => mention.value === value)!
  return candidate(value, 'text', Math.max(0, original.indexOf(words)), words, 'guess')
}

/** Whether nothing near the place speaks of others, of another time or of the news; towns abroad are in the news. */
const isNear = ({ value, before, after, country, county }: Mention): boolean => {
  const lead = before.slice(-90)
  return (
    !country &&
    !value.includes(', ') &&
    !county &&
    !(others.test(lead) || elsewhere.test(lead) || work.test(lead) || news.test(lead) || denied.test(lead)) &&
    !(toOrFrom.test(lead) || done.test(lead) || part.test(after) || opinion.test(before))
  )
}

/** The clause that leads to the place: what stands before a comma seldom speaks of it. */
const clause = (before: string): string => before.slice(-90).replace(/^[\s\S]*[,;:—–()](?=[\s\S]{12})/, '')

/** “Tenth floor, Salford, since March”, “at my sink (Pershore)”, “Belmullet, where the wind is born”. */
const isApposed = (before: string, after: string): boolean =>
  (/^[^,]{2,80}, $/.test(before) && /^[,.!]/.test(after)) ||
  (before.endsWith('(') && after.startsWith(')')) ||
  (before === '' && /^[.!]|^,? where (?!(?:he|she|they)\b)/.test(after))

/** “Wigan is a building site, as I can testify”, “Margate: no dentist, and I queue with the rest” */
const isSubject = (before: string, after: string): boolean =>
  /^(?:And |But |So |Poor |Our )?$/.test(before) &&
  /^(?::| (?:is|isn['’]t|has|hasn['’]t|have|needs|looks|feels|gets|market|town centre|high street)\b)/.test(after)

function isOwn({ value, before, after, country }: Mention): boolean {
  const lead = clause(before)
  if (
    country ||
    !(
      where.test(lead) ||
      (onIts.test(lead) && itsOwn.test(after)) ||
      isApposed(before, after) ||
      isSubject(before, after)
    )
  )
    return false
  if (denied.test(lead)) return false
  if (others.test(lead.slice(-42)) || elsewhere.test(lead) || work.test(lead) || news.test(lead) || part.test(after))
    return false
  const about = (words: RegExp) => words.test(before) || words.test(after.slice(0, 60))
  if (done.test(lead) && !about(now) && !lead.endsWith('(')) return false
  if (before === '' && isApposed(before, after)) return true
  if (isSubject(before, after)) return mine.test(after)
  // Readers write of towns abroad because the news does; of a town at home as of their own.
  return about(mine) || about(now) || (plain.test(before) && !value.includes(', '))
}
