// Whether a pattern can match in a text at all, for a hundredth of what asking the pattern costs: a question with two
// answers, "surely not" and "ask". A text's rows of three letters are noted once; a pattern's fragments are looked up.
import { edge, fold, isRare, isWord, marked, needsOf } from './fragments.ts'

const edgeCode = edge.charCodeAt(0)
const bits = 15
/** Three letters in a row as the place of a bit. */
const place = (one: number, two: number, three: number): number =>
  (Math.imul(one, 961) + Math.imul(two, 31) + three) & ((1 << bits) - 1)

/** Where a letter of another alphabet is noted by itself. */
const alone = (code: number): number => place(code, edgeCode, edgeCode)

/** The rows of three letters that a text holds, as bits, edges of words among the letters; null when none can be told. */
type Trigrams = Uint8Array | null

const wordBit = 1 << 16
const rareBit = 1 << 17
/** For each UTF-16 unit its code with cases folded, marked as what `isWord` and `isRare` call it; 0 until it is asked. */
const folded = new Uint32Array(1 << 16)

function foldedCode(code: number): number {
  const now = fold(String.fromCharCode(code)).charCodeAt(0)
  const letter = now | (isWord(code) ? wordBit : 0) | (isRare(now) ? rareBit : 0)
  folded[code] = letter
  return letter
}

/** One loop without functions in it: every letter of every email goes through here several times. */
function trigramsOf(text: string, found: Uint8Array): Trigrams {
  // Long s and the sign for kelvin are letters of words to some patterns only.
  if (/[\u017f\u212a]/.test(text)) return null
  found.fill(0)
  let one = 0
  let two = 0
  let within = 0
  for (let at = 0; at <= text.length; at++) {
    // Behind the last letter is the edge of the last word.
    const code = at < text.length ? text.charCodeAt(at) : 0
    const letter = folded[code] || foldedCode(code)
    if ((letter & wordBit) !== within) {
      const bit = place(one, two, edgeCode)
      found[bit >> 3]! |= 1 << (bit & 7)
      one = two
      two = edgeCode
      within = letter & wordBit
    }
    const now = letter & 0xffff
    const bit = place(one, two, now)
    found[bit >> 3]! |= 1 << (bit & 7)
    one = two
    two = now
    if ((letter & rareBit) !== 0) {
      const own = alone(now)
      found[own >> 3]! |= 1 << (own & 7)
    }
  }
  return found
}

/** Each list behind its own length: of alternatives, in them of lists, in them of fragments, in them of places. */
const known = new Map<string, Int32Array | null>()

/** Kept by source: a literal within a function is another object for every letter, and reading it costs more than asking it. */
function wantedBy(pattern: RegExp): Int32Array | null {
  const before = known.get(pattern.source)
  if (before !== undefined) return before
  const needs = needsOf(pattern)
  const wanted =
    needs && Int32Array.from(needs.flatMap(all => sized(all.flatMap(list => sized(list.flatMap(placesOf))))))
  known.set(pattern.source, wanted)
  return wanted
}

const sized = (list: number[]): number[] => [list.length, ...list]

const placesOf = (fragment: string): number[] => {
  const codes = marked(fragment)
  const rows = codes.slice(2).map((code, at) => place(codes[at]!, codes[at + 1]!, code))
  return sized([...rows, ...codes.filter(isRare).map(alone)])
}

/** Of the last texts asked about: each part of a letter is asked about hundreds of times. */
const remembered = new Map<string, Trigrams>()
/** Room for as many, used again and again: making it anew costs as much as filling it. */
const tables = Array.from({ length: 16 }, () => new Uint8Array(1 << (bits - 3)))
let last: { text: string; trigrams: Trigrams } | null = null

/** Before another letter is read: nothing that was noted of the last one's words stays behind. */
export function forgetTexts(): void {
  remembered.clear()
  last = null
}

function rememberedTrigrams(text: string): Trigrams {
  if (last?.text === text) return last.trigrams
  let trigrams = remembered.get(text)
  if (trigrams === undefined) {
    if (remembered.size === tables.length) remembered.clear()
    trigrams = trigramsOf(text, tables[remembered.size]!)
    remembered.set(text, trigrams)
  }
  last = { text, trigrams }
  return trigrams
}

/** False when the pattern surely matches nowhere in the text; true means that it has to be asked. */
export function mayMatch(pattern: RegExp, text: string): boolean {
  const wanted = wantedBy(pattern)
  if (wanted === null) return true
  const trigrams = rememberedTrigrams(text)
  if (trigrams === null) return true
  for (let at = 0; at < wanted.length; ) {
    const end = at + 1 + wanted[at]!
    if (holdsAll(wanted, at + 1, end, trigrams)) return true
    at = end
  }
  return false
}

/** Of each list between `from` and `to` one fragment. Loops, since this is asked a hundred times a letter. */
function holdsAll(wanted: Int32Array, from: number, to: number, trigrams: Uint8Array): boolean {
  for (let at = from; at < to; ) {
    const end = at + 1 + wanted[at]!
    let held = false
    for (at++; at < end && !held; ) {
      const next = at + 1 + wanted[at]!
      for (at++; at < next; at++) {
        const bit = wanted[at]!
        if ((trigrams[bit >> 3]! & (1 << (bit & 7))) === 0) break
      }
      held = at === next
      at = next
    }
    if (!held) return false
    at = end
  }
  return true
}

/** Whether a pattern without the flag g matches. */
export const matches = (pattern: RegExp, text: string): boolean => mayMatch(pattern, text) && pattern.test(text)

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
