// UIDs as IMAP writes many of them (RFC 9051 section 9, sequence-set).

/** UIDs as a sequence set: neighbours become ranges, so that a thousand of them fit a line. */
export function uidSet(uids: number[]): string {
  const sorted = [...uids].sort((one, other) => one - other)
  const parts: string[] = []
  for (let at = 0; at < sorted.length; at++) {
    const first = sorted[at]!
    let last = first
    while (sorted[at + 1] === last + 1) last = sorted[++at]!
    parts.push(first === last ? `${first}` : `${first}:${last}`)
  }
  return parts.join(',')
}

/** The reverse, ascending within each part. */
export function expandSet(set: string): number[] {
  const uids: number[] = []
  for (const part of set.split(',')) {
    if (part === '') continue
    const [first, last] = part.split(':').map(Number)
    const [low, high] = [Math.min(first!, last ?? first!), Math.max(first!, last ?? first!)]
    for (let uid = low; uid <= high; uid++) uids.push(uid)
  }
  return uids
}
