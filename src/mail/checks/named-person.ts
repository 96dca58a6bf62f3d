// People who are named and did not write: do they know, and may they be named?
import { matchesOf } from '../may-match.ts'
import { isFirstName, wordNames } from '../names/first-names.ts'
import { isPublic, publicOffice } from '../names/public-figures.ts'
import type { Finding } from '../reading.ts'
import type { Check, CheckFacts } from './check.ts'
import { kin, role } from './kin.ts'

/** Up to four words with capitals, side by side. A dot after a title was made an apostrophe, so that it parts nothing. */
const run = /(?<![\p{L}\p{N}’'-])\p{Lu}[\p{L}’'-]{1,30}(?: \p{Lu}[\p{L}’'-]{0,30}){0,3}/gu
const titleDot = /\b(Mrs?|Ms|Dr|Prof|Rev|Revd|Fr|Sgt)\.(?= \p{Lu})/gu
const title =
  /^(?:Mrs?|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sister|Brother|Father|Fr|Rev|Reverend|Revd|Nurse|Matron|PC|WPC|Constable|Sgt|Sergeant|Canon|Rabbi|Imam|Pastor|Auntie|Aunty|Aunt|Uncle)’?$/
const byname = /^(?:Big|Little|Old|Young)$/

/** “my brother Jermaine”, “our head, Ms …”, “a lad called …”, “the owner, a Mr …”: what stands before the name. */
const near = new RegExp(
  `\\b(?:my|our|his|her|their|the|an?|one)(?: [\\p{Ll}'’-]{1,20}){0,3}? (?:${kin}|${role})(?:,? (?:is |was |who is )?(?:called|named)|, an?|,)? [“"‘']?(?:Big |Little |Old |Young )?$`,
  'iu',
)
/** “the nurse was Abi”: believed of a given name only, since people are Irish and tired as well. */
const nearIs = new RegExp(`\\b(?:${kin}|${role}) (?:is|was) [“"‘']?$`, 'u')
const called =
  /\b(?:names?(?:['’]s| is| was)|(?:he|she|they)(?:['’]s| is| was| are)? (?:called|named)|called (?:her|him|them)) [“"‘']?$/iu
const greeted = /\b(?:dear|hi|hello|hiya|morning|afternoon|evening|thanks|in|at|near|to) $/i
/** What people do and houses do not. */
const does =
  /^,? (?:said|says|told|tells|rang|wrote|promised|refused|lied|owes|owns|drives|lives|hit|shouted|laughed|admitted|claims|who)\b/

/** Roads, houses and works are named after people. */
const thing =
  /\b(?:Hospital|Infirmary|Road|Street|Lane|Avenue|Close|Drive|Way|Court|Crescent|Terrace|Gardens?|Grove|Square|Park|Station|School|Primary|Academy|College|University|Surgery|Ward|Trust|Foundation|Centre|Line|Cross|Bridge|House|Hall|Hotel|Arms|Inn|Bar|Church|Cathedral|Chapel|Castle|Stadium|Theatre|Airport|Day|Award|Prize|Act|Bill|Report|Inquiry|Review|Party|Union|Council|Ltd|Limited|plc|Sons|Brothers|Street’s|Island|Isle|Hill|Bay|Green|Wood|Wharf|Quay|Mill|Farm|Cottages?|Clinic|Nursery|Bakery|Building|Tower|Express|News|Times|Mail|Post|Show|Cup|Open|United|City|Town|Rovers|Albion|Strike|Budget|University's|Spencer|Lewis|Market|Health|Service|Rail|Trains|Airways|England|Scotland|Wales|Ireland|Britain|London|Kingdom|States|Africa|Zealand|Crown|Book|Week|Month|Society|Association)\b/u
const notNames =
  /^(?:I|The|A|An|It|He|She|They|We|You|My|Our|Your|His|Her|Their|This|That|These|Those|And|But|So|If|In|On|At|To|For|No|Not|Yes|Please|Thank|Thanks|Dear|Sir|Madam|Mum|Dad|Nan|Mam|God|Jesus|Christ|Christmas|Easter|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|English|Scottish|Welsh|Irish|British|Polish|Indian|American|European|Tory|Tories|Labour|Conservatives?|Brexit|Covid|NHS|BBC|GP|MP|UK|EU|Facebook|Twitter|Google|Amazon|Tesco|Asda|Year|HMP|HMS|OK|Who|What|Why|When|How|Where|Every|Everybody|Nobody|All|Some|Two|Three|Now|Then|There|Here|Saint|St|King|Queen|Prince|Princess|Lord|Lady|President|Councillor|Cllr|Minister|Secretary|Chancellor|Prime)$/

/** Whom the papers call by the given name. */
const calledByFirstName = new Set(
  'boris theresa keir rishi donald nigel maggie meghan kate camilla elvis kylie adele'.split(' '),
)

/** A given name by itself: what is also a common word is not believed. */
const given = (word: string): boolean => isFirstName(word) && !wordNames.has(word.toLowerCase())

/** Where the words begin that make a run of capitals a person; -1 when nothing does. */
function personFrom(words: string[], before: string, after: string): number {
  const [first, second] = [words[0]!, words[1]]
  const at = before.length
  if (title.test(first)) return second === undefined || notNames.test(second) ? -1 : at
  const told = near.exec(before)
  if (told) return told.index
  if (called.test(before) || (nearIs.test(before) && given(first))) return at
  if (second === undefined)
    return given(first) && !calledByFirstName.has(first.toLowerCase()) && !greeted.test(before) ? at : -1
  if (notNames.test(second)) return -1
  const full = given(first) || (isFirstName(first) && !isFirstName(second) && !/^[A-Z]+$/.test(second))
  return full || does.test(after) ? at : -1
}

/** Whether it is the writer, or words of the writer's own name. */
function isWriter({ name, from }: CheckFacts, words: string[]): boolean {
  const own = new Set(`${name} ${from.name}`.toLowerCase().match(/\p{L}+/gu) ?? [])
  return own.has(words[0]!.toLowerCase()) && own.has(words.at(-1)!.toLowerCase())
}

/** Each person once, with what makes them one: “my brother Jermaine”, “Mr Okoro”. The first five. */
export const namedPerson: Check = facts => {
  const text = facts.text.replace(titleDot, '$1’').replace(/(?<=[^\n])\n(?=[^\n])/g, ' ')
  const found: Finding[] = []
  const seen = new Set<string>()
  for (const match of matchesOf(run, text)) {
    const words = match[0].replace(/['’]s?$/u, '').split(' ')
    if (thing.test(match[0])) continue
    const end = match.index + words.join(' ').length
    // “Landlord Mr Aziz”, “Yesterday Steve …”: the first words may be none of the name.
    for (let start = match.index; words.length > 0; start += words.shift()!.length + 1) {
      if (notNames.test(words[0]!) || byname.test(words[0]!)) continue
      if (seen.has(words.at(-1)!) || isWriter(facts, words)) break
      const before = text.slice(Math.max(0, start - 80), start)
      if (isPublic(words.join(' ')) || publicOffice.test(before)) break
      const from = personFrom(words, before, text.slice(end, end + 20))
      if (from === -1) continue
      seen.add(words.at(-1)!)
      // Quoted from the text itself, where the dots of titles stand.
      const quoted = facts.text.slice(start - before.length + from, end)
      found.push({ check: 'named-person', level: 'info', words: quoted.replace(/\s+/g, ' ') })
      break
    }
    if (found.length === 5) break
  }
  return found
}
