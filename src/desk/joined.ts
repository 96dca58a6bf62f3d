// Sentences of the reader that an edit ran together: what stood apart now reads as one thought.
import { type Changes, wordsIn } from './diff.ts'

type Paragraphs = Changes['paragraphs']

/** The end of a sentence; a cut that is marked stands between two sentences as visibly as a full stop. */
const ends = /[.!?…]+["'”’)\]]*(?=\s|$)|\[…\]/g

/** A sentence with so many words each of two of the reader's is a joint, not a word both happen to share. */
const enough = 2

/** A line for each sentence of the edited text that was made of two or more of the reader's own. */
export function joinedSentences(paragraphs: Paragraphs): string[] {
  // Where the reader's sentence and the edited one stand; a paragraph's end is the end of both.
  let [before, after] = [0, 0]
  const made = new Map<number, Map<number, string[]>>()
  for (const paragraph of paragraphs) {
    for (const { kind, words } of paragraph)
      for (const { text, ended } of sentencesIn(words)) {
        if (kind === 'same') note(made, after, before, text)
        if (ended && kind !== 'added') before++
        if (ended && kind !== 'cut') after++
      }
    before++
    after++
  }
  return [...made.values()].flatMap(parts => {
    const own = [...parts.values()].filter(words => words.length >= enough)
    return own.length < 2
      ? []
      : [`Two sentences were joined: “… ${own[0]!.slice(-3).join(' ')} ${own[1]!.slice(0, 3).join(' ')} …”.`]
  })
}

function sentencesIn(words: string): { text: string; ended: boolean }[] {
  const found: { text: string; ended: boolean }[] = []
  let at = 0
  for (const match of words.matchAll(ends)) {
    found.push({ text: words.slice(at, match.index), ended: true })
    at = match.index + match[0].length
  }
  return [...found, { text: words.slice(at), ended: false }]
}

function note(made: Map<number, Map<number, string[]>>, after: number, before: number, text: string): void {
  const parts = made.get(after) ?? new Map<number, string[]>()
  parts.set(before, [...(parts.get(before) ?? []), ...wordsIn(text)])
  made.set(after, parts)
}
