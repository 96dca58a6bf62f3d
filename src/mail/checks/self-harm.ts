// Danger to the life of the writer or of somebody near: red, with a duty of care, never a plain reject.
import type { Finding } from '../reading.ts'
import { type Check, type CheckFacts, findAll, mentions, phrasings } from './check.ts'
import { alone } from './despair.ts'
import { despairParts } from './despair-parts.ts'
import { together } from './despair-together.ts'
import { possible, widest } from './signs.ts'

const stop = '(?=\\s?[.,!;?\\n]|\\s*$)'
const near = "(?:i|i've|i'm|i'd|he|she|my \\w{1,12})"
const not = "(?:don't|dont|do not|no longer|didn't|never)"

/** What is spoken of in nearly every such letter, and seldom elsewhere. */
const harmWords =
  'myself himself herself themselves life suicidal suicide dead die alive living live exist here around overdose overdosed overdosing tablets pills reason better goodbye self harm worth jump jumping bridge ledge cliff born miss gone without stop thinking place take everything point way out carry enough note wake wishing end ending mourir sterben leben morir umrzeć marw'.split(
    ' ',
  )

const patterns = phrasings(
  '\\b(?:kill(?:ed|ing)?|harm(?:ed|ing)?|hurt(?:ing)?|hang(?:ing)?|drown(?:ing)?|poison(?:ing)?) my ?self\\b(?! (?:laughing|with laugh|trying|on the|in the|politically|by))',
  '\\b(?:kill(?:ing)?|harm(?:ing)?|hang(?:ing)?|drown(?:ing)?) (?:himself|herself)\\b(?! (?:laughing|politically))',
  '\\bcut(?:ting)? my ?self\\b(?! (?:a|some|another|off|shaving|while|on|out|from|short|free|adrift|loose|two)\\b)',
  `\\bend(?:ing)? (?:my|his|her) (?:own )?life\\b|\\b${near}\\b[^.!?\\n]{0,40}\\bend(?:ing)? it all\\b(?! (?:and|with a|by) (?:settle|deal))`,
  '\\b(?:take|taking|taken) my own life|\\b(?:take|taking) (?:his|her) own life',
  '(?<!politically |economically |financially |frankly )\\bsuicidal\\b(?! (?:polic|contract|move|plan|idea|tactic|strateg|course|for the))',
  `\\b${near}\\b[^.!?\\n]{0,30}\\b(?:commit(?:ting)? suicide|attempted suicide|(?:thought|thinking|thoughts|thinks) (?:about|of) suicide|considered suicide|considering suicide)\\b`,
  `\\b${not} want(?:s)? to (?:be alive|exist|wake up|live(?! (?:in|with (?!this pain|the pain)|near|under|on|at|through|next|off|to|like)\\b)|be here any)\\b`,
  `\\bi (?:really |just |honestly )?${not} want to (?:be here|go on|carry on)(?: any ?more| any longer| like this| with (?:life|living))?(?:${stop}| and i can't)`,
  "\\b(?:if|wish|that) i (?:just |simply )?(?:wasn't|weren't|was not|were not|was no longer|were no longer) (?:here|around|alive)\\b(?! (?:when|to see|for|on|last|yesterday|at))",
  "\\bbetter off (?:without me\\b|dead\\b|if i (?:was|were|died))|\\bi(?:'d| would) (?:rather|sooner) be dead\\b|\\bwish(?:ed)? (?:i|he|she) (?:was|were) dead\\b",
  "\\bwish(?:ing)? (?:that )?i(?:'d| had| was| were)? never (?:been )?born|\\bwak(?:e|ing) up\\b[^.!?\\n]{0,20}wish(?:ing)? i (?:hadn't|had not|didn't|were|was)\\b|\\b(?:wish|hope|pray|wishing|hoping|praying) (?:that )?i (?:don't|won't|do not|never|wouldn't|didn't) wake\\b",
  '(?<!nobody |no one |no-one |who )\\bwant(?:s|ed|ing)? to die\\b(?! (?:of|laughing|in|at|with|peacefully|waiting|on))',
  `\\bi (?:really |just |simply |honestly )?(?:can't|cannot|can not|couldn't|don't think i can|do not think i can|don't know (?:if|how) i can|don't know how to) (?:go|carry) on(?: like this| any ?more| any longer| living| much longer| with (?:life|living|it all))?${stop}`,
  `\\b(?:reason|point) (?:to|in|of|for)(?: me| my)? (?:live|living|being alive|being here|carrying on|going on)(?: any ?more| any longer| like this)?${stop}`,
  "\\b(?:nothing|no reason|not much|anything) (?:left )?to live for\\b|\\b(?:isn't|is not|no longer|not|hardly) worth living\\b",
  `\\bi (?:can't|cannot|can not|don't|do not) see (?:a|any|another) (?:other )?way out(?: of this| for me)?(?: any ?more| any longer| now)?${stop}`,
  '\\b(?:go to sleep|fall asleep|close my eyes) and (?:not|never) wake',
  `\\b${near}\\b[^.!?\\n]{0,25}\\b(?:took|taken|take|taking) (?:an|another) overdose\\b|\\boverdosed? (?:on purpose|myself)|\\b(?:my|the|these|all the|enough) (?:tablets|pills|paracetamol|medication)\\b[^.!?\\n]{0,20}\\b(?:lined up|in front of me|ready to take|saved up|counted out|laid out)|\\bsav(?:ed|ing) up (?:my|the|enough) (?:tablets|pills)`,
  '\\bi (?:\\w{1,10} ){0,2}(?:stood|sat|was standing|am standing|went) (?:up )?(?:on|at|to) (?:the|a) (?:edge of the )?(?:\\w{1,10} )?(?:bridge|ledge|cliff|railway line|tracks|roof|platform)\\b[^.!?\\n]{0,40}(?:for (?:an hour|hours|a long time)|and thought|thinking|jump)',
  '\\b(?:jump(?:ing)?|throw(?:ing)? myself|step(?:ping)?|walk(?:ing)?) (?:out )?(?:in front of|under) (?:a|the) (?:train|bus|lorry|tube|car|truck)\\b|\\b(?:jump(?:ing)?|throw(?:ing)? myself) off (?:a|the) (?:\\w{1,10} )?(?:bridge|roof|building|cliff|balcony)',
  '\\b(?:written|wrote|writing) (?:a|my|the|some) (?:note|notes|goodbye|goodbyes|letters?) (?:to|for) (?:my|the) (?:children|wife|husband|family|kids|mum|parents|boys|girls)\\b',
  "\\bby the time you (?:read|get|see) this,? i(?:'ll| will| shall|'ll have| will have) (?:already )?(?:be )?(?:gone|dead|ended)",
  `\\bthis is (?:my )?goodbye(?:${stop}| to (?:you all|everyone))|\\bi (?:won't|will not) be (?:here|around|alive) (?:much longer|after tonight|by morning|in the morning)`,
  "\\b(?:nobody|no one|no-one) (?:would|will|'d) (?:even |really )?(?:miss me\\b|(?:notice|care) if i (?:was|were|died|went|disappeared|lived))",
  `\\b(?:had enough of|tired of|sick of|done with) (?:living|life|being alive|this life)(?: any ?more)?${stop}`,
  `\\b${near}\\b[^.!?\\n]{0,25}\\bself[- ]?harm(?:ed|ing|s)?\\b(?! (?:rates|statistics|figures|admissions|patients))`,
  "\\bdanger to (?:my ?self|himself|herself)\\b|\\b(?:not safe|unsafe) (?:with|from|by) myself\\b|\\b(?:scared|afraid|frightened) (?:of )?what i(?:'ll| might| may| will) do (?:to myself|tonight)",
  "\\bbetter (?:place )?without me (?:in it|here|around)\\b|\\bthinking about how i(?:'d| would) do it\\b|\\bi (?:just )?want (?:it all|everything) to stop\\b|\\b(?:tried|trying|wants|wanted) to take (?:my|his|her) (?:own )?life\\b",
  "\\b(?:don't|do not|can't|cannot) see (?:a|any) reason not to(?= ?(?:[.!?]|$))|\\b(?:all|everyone|everybody) (?:would |'d )?be better off (?:if (?:i|he|she) (?:was|were|wasn't|weren't)|without (?:me|him|her))\\b",
  '\\bje veux mourir|ne veux plus vivre|\\bich will sterben|nicht mehr leben will|\\bquiero morir|no quiero vivir|chcę umrzeć|eisiau marw\\b',
)

export const selfHarm: Check = ({ text, subject, words }) =>
  widest([
    ...(mentions(words, harmWords) ? findAll('self-harm', 'bad', `${subject}\n\n${text}`, patterns) : []),
    ...findAll('self-harm', 'bad', `${subject}\n\n${text}`, [
      ...possible(alone, words),
      ...possible(despairParts, words),
    ]),
    ...severalSigns(`${subject}\n\n${text}`, words),
  ]).slice(0, 3)

/** What anybody may write is a sign where it does not stand alone: the first words of two kinds. */
function severalSigns(text: string, words: CheckFacts['words']): Finding[] {
  const found = possible(together, words).flatMap(pattern => findAll('self-harm', 'bad', text, [pattern]).slice(0, 1))
  return found.length > 1 ? found.slice(0, 2) : []
}
