// Hints at what the browser's own spell check passes over or a hurried eye does: words confused, written twice, or
// misspelt so often that we know them. Only hints: what a reader wrote is mended by a person, never by us.

export type SpellingHint = { found: string; better: string }

// biome-ignore format: a list of words reads best as one
/** Words, or beginnings of words, that are wrong wherever they stand, each with the right one. */
const known: Record<string, string> = {
  accomodat: 'accommodat', acheiv: 'achiev', accross: 'across', adress: 'address', agian: 'again', alot: 'a lot',
  alway: 'always', arguement: 'argument', beleiv: 'believ', begining: 'beginning', becuase: 'because', calender: 'calendar',
  collegue: 'colleague', comming: 'coming', commitee: 'committee', definately: 'definitely', definatly: 'definitely',
  dissapoint: 'disappoint', docter: 'doctor', embarass: 'embarrass', enviroment: 'environment', existance: 'existence',
  familar: 'familiar', finaly: 'finally', foriegn: 'foreign', freind: 'friend', goverment: 'government',
  govenment: 'government', grammer: 'grammar', greatful: 'grateful', happend: 'happened', harras: 'harass',
  hosptial: 'hospital', hospitial: 'hospital', immediatly: 'immediately', independant: 'independent', knowlege: 'knowledge',
  liase: 'liaise', maintainance: 'maintenance', manouver: 'manoeuvre', medcine: 'medicine',
  neccess: 'necess', necesary: 'necessary', noticable: 'noticeable', occassion: 'occasion', occured: 'occurred',
  occuring: 'occurring', oppurtunit: 'opportunit', parliment: 'parliament', peice: 'piece', perseveer: 'persever',
  politican: 'politician', posess: 'possess', prefered: 'preferred', publically: 'publicly', realy: 'really',
  recieve: 'receive', recomend: 'recommend', refered: 'referred', relevent: 'relevant', religous: 'religious',
  responsab: 'responsib', seige: 'siege', sentance: 'sentence', seperat: 'separat', similiar: 'similar', speach: 'speech',
  succesful: 'successful', suprise: 'surprise', surgury: 'surgery', teh: 'the', thier: 'their', tommorow: 'tomorrow',
  tommorrow: 'tomorrow', truely: 'truly', untill: 'until', wierd: 'weird', wether: 'whether', wich: 'which',
}

/** The same by their first letters, of which every one has three: a text is looked up word by word. */
const knownByStart = Map.groupBy(Object.keys(known), each => each.slice(0, 3))

/** Wrong as whole words only: other words and names begin so (always, Wetherby, Thierry, Seigel). */
const whole = new Set(['alway', 'seige', 'thier', 'wether'])

/** Words confused with others, told by what stands beside them. */
const confused: [pattern: RegExp, better: string][] = [
  [/\b(your) (?=not\b|never\b|always\b|going\b|welcome\b|a\b|the\b)/gi, 'you’re '],
  [/\b(there|they’re|they're) (?=jobs?\b|pay\b|hours\b|patients\b|own\b|families\b|lives\b|contracts?\b)/gi, 'their '],
  [/\b(their|they’re|they're) (?=is\b|are\b|was\b|were\b|will be\b|has been\b)/gi, 'there '],
  [/\b(its) (?=a\b|an\b|the\b|not\b|been\b|very\b|too\b|time\b|about\b)/gi, 'it’s '],
  [/\b(could|should|would|must|might) of\b/gi, '$1 have'],
  [/\b(to) (?=much\b|many\b|late\b|few\b|often\b)/gi, 'too '],
  [/\b(loose) (?=my\b|our\b|their\b|your\b|the\b|a\b)/gi, 'lose '],
  [/\b(more|less|better|worse|rather|other) then\b/gi, '$1 than'],
  [/\b(\d{1,2}(?:[.:]\d\d)? ?)(am) in the morning\b/gi, '$1$2'],
  [/\b(\d{1,2}(?:[.:]\d\d)? ?)(pm) (?:in the (?:afternoon|evening)|at night)\b/gi, '$1$2'],
]

/** Twice in a row is a slip, but for the few words that may stand twice. */
const twice = /\b(\p{L}+) \1\b/giu
const mayStandTwice = new Set([
  'had',
  'that',
  'very',
  'no',
  'bye',
  'so',
  'ha',
  'never',
  'many',
  'long',
  'far',
  'really',
])

const most = 6

/** At most six, in the order of the text, each once. */
export function spellingHints(text: string): SpellingHint[] {
  const found = [...knownIn(text), ...confusedIn(text), ...doubledIn(text)].sort((one, other) => one.at - other.at)
  const hints = new Map(found.map(({ found, better }) => [found, { found, better }]))
  return [...hints.values()].slice(0, most)
}

type Placed = SpellingHint & { at: number }

function knownIn(text: string): Placed[] {
  return [...text.matchAll(/\p{L}{3,}/gu)].flatMap(({ 0: word, index: at }) => {
    const lower = word.toLowerCase()
    const begun = knownByStart.get(lower.slice(0, 3))?.find(each => begins(lower, each))
    if (!begun) return []
    const better = known[begun]! + word.slice(begun.length)
    return [{ at, found: word, better: /^\p{Lu}/u.test(word) ? better[0]!.toUpperCase() + better.slice(1) : better }]
  })
}

/** A stem may go on; a whole word of four letters or fewer may not (“teh” is not the beginning of a name). */
const begins = (word: string, stem: string) =>
  word === stem || (stem.length > 4 && !whole.has(stem) && word.startsWith(stem))

function confusedIn(text: string): Placed[] {
  return confused.flatMap(([pattern, better]) =>
    [...text.matchAll(pattern)].map(match => {
      // With the word it is told by, so that the hint reads as words of the text.
      const next = /^\w+/.exec(text.slice(match.index + match[0].length))?.[0] ?? ''
      const tail = match[0].endsWith(' ') ? next : ''
      const mended = better.replace(/\$(\d)/g, (_, group) => match[Number(group)]!)
      const capital = /^\p{Lu}/u.test(match[0]) ? mended[0]!.toUpperCase() + mended.slice(1) : mended
      return { at: match.index, found: match[0] + tail, better: capital + tail }
    }),
  )
}

function doubledIn(text: string): Placed[] {
  return [...text.matchAll(twice)].flatMap(({ 0: found, 1: word, index: at }) =>
    mayStandTwice.has(word!.toLowerCase()) ? [] : [{ at, found, better: word! }],
  )
}
