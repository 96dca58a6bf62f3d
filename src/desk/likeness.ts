// How alike two letters are, without comparing every pair: MinHash over their pairs of neighbouring words.

/** Values of a signature, and how they are cut into bands: letters that share a whole band are compared. */
const values = 64
const rows = 2
const bands = values / rows

/** From this share of common pairs on, two letters are versions of one: each may have a fifth of its words changed. */
export const alike = 0.15

/** Shorter letters ("I support them") are alike by chance. */
const fewestWords = 15

/** What comes after so many words no longer tells. */
const mostWords = 2_000

/** 64 numbers that are alike where letters are; null for a letter too short to say. */
export function signatureOf(text: string): Uint32Array | null {
  const pairs = pairsOf(text)
  if (pairs.length < fewestWords) return null
  const signature = new Uint32Array(values).fill(0xffffffff)
  for (const pair of pairs)
    for (let at = 0; at < values; at++) {
      const value = mix(pair ^ Math.imul(at + 1, 0x9e3779b1))
      if (value < signature[at]!) signature[at] = value
    }
  return signature
}

/** The share of equal values: an estimate of the share of common pairs (0 to 1). */
export function likeness(one: Uint32Array, other: Uint32Array): number {
  let equal = 0
  for (let at = 0; at < values; at++) if (one[at] === other[at]) equal++
  return equal / values
}

/** The true share of common pairs of two texts (0 to 1): the signature finds who to ask, this decides. */
export function sharedPairs(one: string, other: string): number {
  const [mine, theirs] = [new Set(pairsOf(one)), new Set(pairsOf(other))]
  let both = 0
  for (const pair of mine) if (theirs.has(pair)) both++
  return both === 0 ? 0 : both / (mine.size + theirs.size - both)
}

/** One number for each band, different between bands. */
export function bandsOf(signature: Uint32Array): number[] {
  return Array.from({ length: bands }, (_, band) => {
    let hash = mix(band + 1)
    for (let at = 0; at < rows; at++) hash = mix(hash ^ signature[band * rows + at]!)
    return hash
  })
}

export const toBytes = (signature: Uint32Array): Uint8Array => new Uint8Array(signature.buffer.slice(0))

export const fromBytes = (bytes: Uint8Array): Uint32Array => new Uint32Array(Uint8Array.from(bytes).buffer)

/** A number for each pair of neighbouring words. */
function pairsOf(text: string): number[] {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords).map(hashOf)
  return words.slice(1).map((word, at) => mix(Math.imul(words[at]!, 31) ^ word))
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the result. */
function mix(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
