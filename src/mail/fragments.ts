// What a text must hold for a pattern to match in it: a few letters in a row, of which one or another has to be there.
// Most of the hundreds of patterns of this room have nothing to find in most letters, and this says so for a hundredth of
// what asking the pattern costs. It is a question with two answers, "surely not" and "ask".

/** `exact`: all that a part of a pattern can match, when that is little. `any`: whatever it matches holds one of these. */
type Part = { exact: string[] | null; any: string[] | null }

const unknown: Part = { exact: null, any: null }
const empty: Part = { exact: [''], any: null }

/** More alternatives than this are not multiplied out. */
const mostExact = 24
/** Shorter fragments are in every text. */
const shortest = 3

/** Cases that are one to a pattern with the flag `i` are one here; what that adds is only asked once too often. */
const fold = (text: string): string => text.toUpperCase().toLowerCase().replaceAll('ς', 'σ').replaceAll('ß', 'ss')

const anyOf = ({ exact, any }: Part): string[] | null =>
  exact === null ? any : exact.every(each => each.length >= shortest) ? exact : any

/** Words that are in nearly every letter. */
const common = new Set(
  (
    "i me my mine we us our you your he him his she her they them their it its this that the a an and or but not no do don't" +
    ' is are was were be been have has had will would can to of in on at by for from with as if so up out who all'
  ).split(' '),
)

/** How rarely such a fragment is in a letter that the pattern has nothing to do with: its letters, common words aside. */
const rarity = (fragment: string): number =>
  fragment.split(/[^\p{L}\p{N}']+/u).reduce((sum, word) => sum + (common.has(word) ? 0 : word.length), 0)

/** The more telling of two lists. */
function better(one: string[] | null, other: string[] | null): string[] | null {
  if (one === null || other === null) return one ?? other
  const telling = (list: string[]) => Math.min(8, ...list.map(rarity)) - list.length / 50
  return telling(other) > telling(one) ? other : one
}

function inTurn(parts: Part[]): Part {
  let exact = ['']
  let any: string[] | null = null
  let whole = true
  const close = (next: string[]) => {
    any = better(any, anyOf({ exact, any: null }))
    exact = next
    whole = false
  }
  for (const part of parts) {
    if (part.exact === null) {
      close([''])
      any = better(any, part.any)
    } else if (part.exact.length === 1) {
      if (part !== empty) exact = exact.map(start => start + part.exact![0]!)
    } else if (part.exact.length * exact.length <= mostExact) {
      const ends = part.exact
      exact = exact.flatMap(start => ends.map(end => start + end))
    } else close(part.exact)
  }
  if (whole) return { exact, any: null }
  close([])
  return { exact: null, any }
}

function eitherOf(parts: Part[]): Part {
  if (parts.length === 1) return parts[0]!
  const lists = parts.map(anyOf)
  const any = lists.every(list => list !== null) ? lists.flat() : null
  const exact = parts.every(part => part.exact !== null) ? parts.flatMap(part => part.exact!) : null
  return exact !== null && exact.length <= mostExact ? { exact, any } : { exact: null, any }
}

function repeated(part: Part, least: number, most: number): Part {
  if (least === 0) {
    if (most === 1 && part.exact !== null && part.exact.length < mostExact)
      return { exact: ['', ...part.exact], any: null }
    return unknown
  }
  return least === 1 && most === 1 ? part : { exact: null, any: anyOf(part) }
}

/** Reads the source of a JavaScript pattern without the flag `v`, which has been compiled and so is well formed. */
class Source {
  #at = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  either(): Part {
    const parts = [this.#sequence()]
    while (this.#text[this.#at] === '|') {
      this.#at++
      parts.push(this.#sequence())
    }
    return eitherOf(parts)
  }

  #sequence(): Part {
    const parts: Part[] = []
    for (;;) {
      const next = this.#text[this.#at]
      if (next === undefined || next === '|' || next === ')') return inTurn(parts)
      parts.push(this.#quantified(this.#atom(next)))
    }
  }

  #atom(next: string): Part {
    if (next === '(') return this.#group()
    if (next === '[') return this.#klass()
    if (next === '\\') return this.#escape()
    // All but the last letter of a row of them: a quantifier that follows is the last one's.
    const row = this.#take(/[\w ',-]+(?=[\w ',-])(?![\w ',-][*+?{])|[\w ',-]{2,}(?=[\w ',-][*+?{])/y)
    if (row !== null) return literal(row)
    this.#at++
    if (next === '.') return unknown
    return next === '^' || next === '$' ? empty : literal(next)
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0] ?? null
    if (found !== null) this.#at += found.length
    return found
  }

  #group(): Part {
    const opening = this.#take(/\((?:\?(?:<?[=!]|<\w+>|[a-z]*-?[a-z]*:))?/y)!
    const inner = this.either()
    this.#at++
    return /[=!]$/.test(opening) ? empty : inner
  }

  #klass(): Part {
    const text = this.#take(/\[(?:[^\]\\]|\\.)*\]/sy)!
    const plain = text.slice(1, -1)
    return /^[^\\^-]{1,4}$/.test(plain) ? { exact: [...plain].map(fold), any: null } : unknown
  }

  #escape(): Part {
    const text = this.#take(
      /\\(?:[pPk](?:\{[^}]*\}|<\w+>)|u\{[0-9a-f]+\}|u[0-9a-f]{4}|x[0-9a-f]{2}|[1-9][0-9]*|c[a-z]|.)/isy,
    )!
    if (/^\\[bB]$/.test(text)) return empty
    if (/^\\[ux]/.test(text)) return literal(String.fromCodePoint(Number.parseInt(text.replace(/[^0-9a-f]/gi, ''), 16)))
    const control = text === '\\n' ? '\n' : text === '\\t' ? '\t' : text === '\\r' ? '\r' : null
    if (control !== null) return literal(control)
    return /^\\[^\w]$/.test(text) ? literal(text[1]!) : unknown
  }

  #quantified(part: Part): Part {
    const text = this.#take(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y)
    if (text === null) return part
    if (text[0] === '?') return repeated(part, 0, 1)
    if (text[0] === '*') return repeated(part, 0, Number.POSITIVE_INFINITY)
    if (text[0] === '+') return repeated(part, 1, Number.POSITIVE_INFINITY)
    const [least = 0, most] = (text.match(/\d+/g) ?? []).map(Number)
    return repeated(part, least, text.includes(',') ? (most ?? Number.POSITIVE_INFINITY) : least)
  }
}

const literal = (letter: string): Part => ({ exact: [fold(letter)], any: null })

/** Fragments of which every text that the pattern matches holds at least one, cases folded; null when none are known. */
export function fragmentsOf(pattern: RegExp): string[] | null {
  if (pattern.flags.includes('v')) return null
  const found = anyOf(new Source(pattern.source).either())
  return found === null ? null : [...new Set(found)]
}

const bits = 15
const place = (text: string, at: number): number =>
  (Math.imul(text.charCodeAt(at), 961) + Math.imul(text.charCodeAt(at + 1), 31) + text.charCodeAt(at + 2)) &
  ((1 << bits) - 1)

/** Three letters in a row that a text holds, as bits. */
type Trigrams = Uint8Array

function trigramsOf(text: string): Trigrams {
  const found = new Uint8Array(1 << (bits - 3))
  const folded = fold(text)
  for (let at = 0; at + 2 < folded.length; at++) {
    const bit = place(folded, at)
    found[bit >> 3]! |= 1 << (bit & 7)
  }
  return found
}

/** For each fragment the places of its trigrams, all of which have to be there, and how many they are before them. */
const known = new Map<string, Uint16Array | null>()

/** Kept by source: a literal within a function is another object for every letter, and reading it costs more than asking it. */
function wantedBy(pattern: RegExp): Uint16Array | null {
  const before = known.get(pattern.source)
  if (before !== undefined) return before
  const fragments = fragmentsOf(pattern)
  const wanted = fragments && Uint16Array.from(fragments.flatMap(placesOf))
  known.set(pattern.source, wanted)
  return wanted
}

const placesOf = (fragment: string): number[] => {
  const places = Array.from({ length: fragment.length - 2 }, (_, at) => place(fragment, at))
  return [places.length, ...places]
}

/** Of the last texts asked about: each part of a letter is asked about hundreds of times. */
const remembered = new Map<string, Trigrams>()

function rememberedTrigrams(text: string): Trigrams {
  const before = remembered.get(text)
  if (before) return before
  const trigrams = trigramsOf(text)
  if (remembered.size >= 16) remembered.clear()
  remembered.set(text, trigrams)
  return trigrams
}

/** False when the pattern surely matches nowhere in the text; true means that it has to be asked. */
export function mayMatch(pattern: RegExp, text: string): boolean {
  const wanted = wantedBy(pattern)
  if (wanted === null) return true
  const trigrams = rememberedTrigrams(text)
  // Loops, since this is asked a hundred times a letter.
  for (let at = 0; at < wanted.length; ) {
    const next = at + 1 + wanted[at]!
    for (at++; at < next; at++) {
      const bit = wanted[at]!
      if ((trigrams[bit >> 3]! & (1 << (bit & 7))) === 0) break
    }
    if (at === next) return true
    at = next
  }
  return false
}

/**
 * Every match of a pattern with the flag g, as `matchAll` gives them, without the new pattern that `matchAll` makes for
 * each text: with hundreds of patterns that costs more than asking them.
 */
export function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  if (!mayMatch(pattern, text)) return
  // Kept here, since the same pattern may be asked of another text between two matches.
  let at = 0
  for (;;) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) return
    at = match[0] === '' ? afterLetter(text, match.index, pattern.unicode) : pattern.lastIndex
    yield match
  }
}

/** Past a letter, which to a pattern with the flag u may be a pair of surrogates. */
const afterLetter = (text: string, at: number, whole: boolean): number =>
  at + (whole && text.codePointAt(at)! > 0xffff ? 2 : 1)
