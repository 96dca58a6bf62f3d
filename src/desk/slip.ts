// Slips of the pen: a word that is another one by a letter, or by the order of its letters.

/** The same letters in another order, or one letter more, less or other. */
export function isSlip(one: string, other: string): boolean {
  if (one === other) return false
  if ([...one].sort().join('') === [...other].sort().join('')) return true
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1)
}
