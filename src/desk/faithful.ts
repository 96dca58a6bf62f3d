// The faithful-edit guard: where an edit may have changed what the reader meant.
import { compare, wordsIn } from './diff.ts'
import { joinedSentences } from './joined.ts'

export type Doubt = {
  why: 'number' | 'negation' | 'joined' | 'much'
  /** “The number 48 became 84.” */
  words: string
}

const negations = new Set(
  'no not never nor none nobody nothing nowhere neither cannot without hardly barely unless refuse against'.split(' '),
)

/** Every reason to ask “meaning may have changed”; none for an untouched text. */
export function doubts(original: string, edited: string): Doubt[] {
  const changes = compare(original, edited)
  if (changes.changes === 0) return []
  const [before, after] = [wordsIn(original), wordsIn(edited)]
  return [
    ...differing(before.filter(isNumber), after.filter(isNumber), 'number', 'number'),
    ...differing(before.filter(isNegation), after.filter(isNegation), 'negation', 'word'),
    ...joinedSentences(changes.paragraphs).map(words => ({ why: 'joined' as const, words })),
    ...much(changes.wordsCut, changes.wordsAdded, before.length),
  ]
}

const isNumber = (word: string) => /\p{N}/u.test(word)
const isNegation = (word: string) => negations.has(word.toLowerCase()) || /n['’]t$/i.test(word)

/** A number or a negation that a cut sentence took along is a doubt too: the rest may now say something else. */
function differing(before: string[], after: string[], why: Doubt['why'], noun: string): Doubt[] {
  const gone = without(before, after)
  const come = without(after, before)
  const result: Doubt[] = []
  for (let at = 0; at < Math.max(gone.length, come.length); at++) {
    if (gone[at] === undefined) result.push({ why, words: `The ${noun} “${come[at]}” was added.` })
    else if (come[at] === undefined) result.push({ why, words: `The ${noun} “${gone[at]}” is gone.` })
    else result.push({ why, words: `The ${noun} “${gone[at]}” became “${come[at]}”.` })
  }
  return result
}

/** What is in `list` more often than in `other`, in order. */
function without(list: string[], other: string[]): string[] {
  const plain = (word: string) => word.toLowerCase().replaceAll('’', "'")
  const left = other.map(plain)
  return list.filter(word => {
    const at = left.indexOf(plain(word))
    if (at === -1) return true
    left.splice(at, 1)
    return false
  })
}

function much(cut: number, added: number, words: number): Doubt[] {
  const share = Math.round((100 * Math.max(cut, added)) / Math.max(1, words))
  return share > 30 ? [{ why: 'much', words: `${share} % of the words changed.` }] : []
}
