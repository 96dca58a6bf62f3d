// What a text must hold for a pattern to match in it: a few letters in a row, of which one or another has to be there.
// Most of the hundreds of patterns of this room have nothing to find in most letters; `may-match.ts` says so from this.

/** Stands in a fragment where the edge of a word has to be (`\b`). */
export const edge = '\u0001'

/** How what a part of a pattern matches begins; `whole` when that is all of it. */
type Head = { text: string; whole: boolean }

/** Whatever a part matches begins with one of `heads`, and holds, of each of the lists of `all`, one fragment. */
type Part = { heads: Head[]; all: string[][] }

const exactly = (...texts: string[]): Part => ({ heads: texts.map(text => ({ text, whole: true })), all: [] })
const nothing = exactly('')
const unknown: Part = { heads: [{ text: '', whole: false }], all: [] }

/** More alternatives than this are not multiplied out. */
const mostHeads = 24
/** More lists than this tell little more than the best of them. */
const mostLists = 3
/** Shorter fragments are in every text. */
const shortest = 3

/** Cases that are one to a pattern with the flag `i` are one here, unless that takes another number of letters. */
export function fold(letter: string): string {
  if (letter <= '\x7f') return letter.toLowerCase()
  const upper = letter.toUpperCase()
  const lower = (upper.length === letter.length ? upper : letter).toLowerCase()
  // No letter of a foreign alphabet is one of ours to a pattern: dotless i is not i.
  const foreign = lower.length !== letter.length || lower <= '\x7f'
  return foreign ? letter : lower === 'ς' ? 'σ' : lower
}

const edgeCode = edge.charCodeAt(0)

/** Letters of words, as `\b` knows them: a to z in any case, digits and `_`. */
export const isWord = (code: number): boolean =>
  (code > 96 && code < 123) || (code > 47 && code < 58) || (code > 64 && code < 91) || code === 95

/** The codes of a fragment, every edge of a word in it marked; edges at its ends only if the pattern asks for them. */
export function marked(fragment: string): number[] {
  const codes: number[] = []
  for (let at = 0; at < fragment.length; at++) {
    const code = fragment.charCodeAt(at)
    const before = codes.at(-1) ?? edgeCode
    if (code === edgeCode ? codes.at(-1) !== edgeCode : before !== edgeCode && isWord(before) !== isWord(code))
      codes.push(edgeCode)
    if (code !== edgeCode) codes.push(code)
  }
  return codes
}

/** Letters that say something by themselves: those of other alphabets, and `@`. */
export const isRare = (code: number): boolean => code === 64 || (code > 0x24f && (code < 0x2000 || code > 0x206f))

/** Whether looking for it tells anything. */
const isLong = (fragment: string): boolean =>
  fragment.length >= shortest ||
  marked(fragment).length >= shortest ||
  [...fragment].some(each => isRare(each.charCodeAt(0)))

const asList = (heads: Head[]): string[][] => {
  const texts = [...new Set(heads.map(({ text }) => text))]
  return texts.every(isLong) ? [texts] : []
}

const lists = ({ heads, all }: Part): string[][] => [...asList(heads), ...all]

/** Words that are in nearly every letter. */
const common = new Set(
  (
    "i me my mine we us our you your he him his she her they them their it its this that the a an and or but not no do don't" +
    ' is are was were be been have has had will would can to of in on at by for from with as if so up out who all'
  ).split(' '),
)

/** How rarely such a fragment is in a letter that the pattern has nothing to do with: its letters, common words aside. */
const rarity = (fragment: string): number =>
  fragment.split(/[^\p{L}\p{N}']+/u).reduce((sum, word) => sum + (common.has(word) ? 0 : word.length), 0) +
  (/[.@_]\p{L}/u.test(fragment) ? 2 : 0)

const telling = (list: string[]): number => Math.min(8, ...list.map(rarity)) - list.length / 200

/** The most telling lists, the best first. */
const best = (all: string[][]): string[][] =>
  all.length < 2
    ? all
    : all
        .map(list => ({ list, worth: telling(list) }))
        .sort((one, other) => other.worth - one.worth)
        .slice(0, mostLists)
        .map(({ list }) => list)

const isWhole = ({ whole }: Head): boolean => whole
const unfinished = ({ text }: Head): Head => ({ text, whole: false })

/** What is whole goes on with what follows. */
const goOn = (heads: Head[], next: Head[]): Head[] =>
  heads.flatMap(head => (head.whole ? next.map(({ text, whole }) => ({ text: head.text + text, whole })) : [head]))

function inTurn(parts: Part[]): Part {
  const all: string[][] = []
  let runs: Head[][] = [[{ text: '', whole: true }]]
  let first: Head[] | null = null
  for (const { heads, all: more } of parts) {
    all.push(...more)
    runs = runs.flatMap((run, at) => {
      const few = heads.length === 1 || run.length === 1 || run.length * heads.length <= mostHeads
      const next = few ? goOn(run, heads) : run.map(unfinished)
      if (next.some(isWhole)) return [next]
      if (at === 0) first ??= next
      all.push(...asList(next))
      return few || !run.every(isWhole) ? [] : [heads]
    })
    // What comes next stands behind something unknown: it begins anew, beside what goes on.
    if (runs.every(run => !run.every(isWhole))) runs.push([{ text: '', whole: true }])
  }
  const whole = first === null && runs.length === 1 && runs[0]!.every(isWhole)
  if (whole) return { heads: runs[0]!, all }
  all.push(...runs.flatMap(asList))
  return { heads: first ?? runs[0]!, all: best(all) }
}

function eitherOf(parts: Part[]): Part {
  if (parts.length === 1) return parts[0]!
  const heads = parts.flatMap(part => part.heads)
  if (heads.every(isWhole)) return { heads, all: [] }
  const each = parts.map(part => best(lists(part))[0])
  return { heads, all: each.every(list => list !== undefined) ? [each.flat()] : [] }
}

function repeated(part: Part, least: number, most: number): Part {
  if (least === 1 && most === 1) return part
  if (least === 0 && part.heads.every(({ text }) => text === '')) return unknown
  const heads = most === 1 ? part.heads : part.heads.map(unfinished)
  return least === 0 ? { heads: [{ text: '', whole: true }, ...heads], all: [] } : { heads, all: lists(part) }
}

/** Reads the source of a JavaScript pattern without the flag `v`, which has been compiled and so is well formed. */
class Source {
  #at = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** What stands between the strokes of an alternation; one part where there is none. */
  alternatives(): Part[] {
    const parts = [this.#sequence()]
    while (this.#text[this.#at] === '|') {
      this.#at++
      parts.push(this.#sequence())
    }
    return parts
  }

  /** The same as they are written. */
  written(): string[] {
    const found: string[] = []
    for (let from = 0; from <= this.#text.length; from = ++this.#at) {
      this.#sequence()
      found.push(this.#text.slice(from, this.#at))
    }
    return found
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
    return next === '^' || next === '$' ? nothing : literal(next)
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0] ?? null
    if (found !== null) this.#at += found.length
    return found
  }

  #group(): Part {
    const opening = this.#take(/\((?:\?(?:<?[=!]|<\w+>|[a-z]*-?[a-z]*:))?/y)!
    const inner = eitherOf(this.alternatives())
    this.#at++
    // What stands before or behind is in the text as well, though it is no part of what matches.
    if (opening.endsWith('=')) return { ...nothing, all: lists(inner) }
    return opening.endsWith('!') ? nothing : inner
  }

  #klass(): Part {
    const text = this.#take(/\[(?:[^\]\\]|\\.)*\]/sy)!
    const letters = text.slice(1, -1).replace(/\\([^\w])/g, '$1')
    return /^-?[^\\^-]{1,4}-?$/.test(letters) && plain(letters) ? exactly(...[...letters].map(fold)) : unknown
  }

  #escape(): Part {
    const text = this.#take(
      /\\(?:[pPk](?:\{[^}]*\}|<\w+>)|u\{[0-9a-f]+\}|u[0-9a-f]{4}|x[0-9a-f]{2}|[1-9][0-9]*|c[a-z]|.)/isy,
    )!
    if (text === '\\b') return exactly(edge)
    if (text === '\\B') return nothing
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

/** Letters that stand for others, for half a one or for an edge are never a part of a fragment. */
const plain = (text: string): boolean => !/[\u0000\u0001\u017f\u212a\ud800-\udfff]/.test(text)

const literal = (text: string): Part => (plain(text) ? exactly([...text].map(fold).join('')) : unknown)

/**
 * What a text holds in which the pattern matches, cases folded: of one or another of the outer lists, of every list
 * within it, one fragment. null when nothing is known.
 */
export function needsOf(pattern: RegExp): string[][][] | null {
  if (pattern.flags.includes('v')) return null
  const needs = new Source(pattern.source).alternatives().map(part => best(lists(part)))
  return needs.every(all => all.length > 0) ? needs : null
}

/** Fragments of which every text that the pattern matches holds at least one, cases folded; null when none are known. */
export function fragmentsOf(pattern: RegExp): string[] | null {
  const needs = needsOf(pattern)
  return needs && [...new Set(needs.flatMap(([first]) => first!.map(fragment => fragment.replaceAll(edge, ''))))]
}

/** The alternatives of a pattern, each a pattern of its own: a letter may hold none but a few of them. */
export const alternativesOf = (pattern: RegExp): RegExp[] =>
  new Source(pattern.source).written().map(source => new RegExp(source, pattern.flags))
