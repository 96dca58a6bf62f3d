// How a fold is named on screen.
import { type FoldKind, foldKinds } from '../mail/reading.ts'

/** “Quoted text cut · 14 lines”. */
export function foldWords(kind: FoldKind, words: string): string {
  const lines = words.trim().split('\n').length
  return `${foldKinds[kind] ?? 'Text'} cut · ${lines} ${lines === 1 ? 'line' : 'lines'}`
}
