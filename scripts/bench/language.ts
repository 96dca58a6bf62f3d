// English-like text for measuring, the same every time: a vocabulary of 30,000 words used as often as a language uses them.

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const pick = <Item>(random: () => number, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)]!

const common =
  `the to and of a in that is I for it was on are be they with have as not this but my we at our who would by you
doctors so all has there from been their will an what or one about if more people can because no hospital strike when NHS
government care were do contract had he she just time pay work how junior week should hours train patients support years
me her his them need think now up than only even country public staff many never vote after other much day money service
life working health fully minister still being these must night where weekend want went lives could family which out into
rail snow flood school children teacher council road bridge river weather morning today yesterday tonight London police`.split(
    /\s+/,
  )
const syllables =
  'ba be bi bo ca ce co da de di do fa fe fi ga ge go ha he hi ka ki la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi'.split(
    ' ',
  )
const endings = ['n', 'r', 's', 't', 'ling', 'ment', 'ness', 'tion', 'ed', 'er', 'ly', '']
const wanted = 30_000

/** Real words first, then made-up ones. */
const vocabulary = (() => {
  const random = randomFrom(7)
  const words = new Set(common)
  while (words.size < wanted) {
    let word = ''
    for (let left = 2 + Math.floor(random() * 3); left > 0; left--) word += pick(random, syllables)
    words.add(word + pick(random, endings))
  }
  return [...words]
})()

/** How often the words up to each rank are used, added up (Zipf and Mandelbrot). */
const weights = (() => {
  let sum = 0
  return Float64Array.from(vocabulary, (_, rank) => {
    sum += (rank + 2.7) ** -1.1
    return sum
  })
})()

function word(random: () => number): string {
  const at = random() * weights[weights.length - 1]!
  let low = 0
  let high = weights.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (weights[middle]! < at) low = middle + 1
    else high = middle
  }
  return vocabulary[low]!
}

export function sentence(random: () => number): string {
  const words = Array.from({ length: 6 + Math.floor(random() * 18) }, () => word(random)).join(' ')
  const end = pick(random, ['.', '.', '.', '.', '!', '?', '…', ' – enough.', ' “really”.'])
  return words[0]!.toUpperCase() + words.slice(1) + end
}

/** Paragraphs of 80 to 300 words. */
export function letterText(random: () => number, least = 80, most = 300): string {
  const wanted = least + Math.floor(random() * (most - least))
  const paragraphs: string[] = []
  for (let words = 0; words < wanted; ) {
    const sentences: string[] = []
    for (let left = 2 + Math.floor(random() * 4); left > 0 && words < wanted; left--) {
      const next = sentence(random)
      sentences.push(next)
      words += next.split(' ').length
    }
    paragraphs.push(sentences.join(' '))
  }
  return paragraphs.join('\n\n')
}

const first =
  'Katherine Chris Kathryn Alan David John Siân Zoë Aoife Mohammed Priya Renée François Jürgen Łukasz Olu Björn Mary Peter Susan Ahmed Ngozi Wei Anna'.split(
    ' ',
  )
const last =
  'Boshell Barbrook Kinghorn Cundall Morrison O’Brien Smith Jones Patel Khan Müller García Kowalski Okafor Evans Hughes Wright Green Nguyen Brown'.split(
    ' ',
  )
const towns = [
  'Ruislip in Middlesex',
  'Birmingham',
  'Ware in Hertfordshire',
  'Northumberland',
  'Leeds',
  'Southend in Essex',
  'Liverpool',
  'Caernarfon',
  'Stoke-on-Trent',
  'Derry',
]

export const person = (random: () => number) => ({
  name: `${pick(random, first)} ${pick(random, last)}`,
  town: pick(random, towns),
})
