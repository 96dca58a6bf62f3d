// The lines of the folded sign-off, with where they stand: what the reader put under the letter.
import type { Fold } from '../reading.ts'

export type SignedLine = { text: string; start: number; kind: Fold['kind'] }

/** Lines of every sign-off and signature fold, trimmed, in order. */
export function signedLines(original: string, folded: Fold[]): SignedLine[] {
  const found: SignedLine[] = []
  for (const { kind, start, end } of folded) {
    if (kind !== 'sign-off' && kind !== 'signature') continue
    let at = start
    for (const line of original.slice(start, end).split('\n')) {
      const text = line.trim()
      if (text && text.length <= 200) found.push({ text, start: at + line.indexOf(text), kind })
      at += line.length + 1
    }
  }
  return found.slice(0, 60)
}
