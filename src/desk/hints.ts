// What is worth a second look before an entry is approved: the name, the spelling, the length, edits readers cannot see.
// Hints only; nothing here holds a decision up.
import { nameWithheld } from '../feed/index.ts'
import { countWords, type EntryFields } from './decide.ts'
import { hiddenEdits } from './open-edits.ts'
import { isSlip } from './slip.ts'
import { spellingHints } from './spelling.ts'
import type { Submission } from './submission.ts'

export type Hint = {
  tone: 'warn' | 'info'
  words: string
  /** One press writes `better` into the field, in the place of `instead`, or of all of it when that is ''. */
  use?: { field: 'name' | 'text'; instead: string; better: string }
}

/** Worst first. */
export function hintsOf(email: Submission, values: EntryFields): Hint[] {
  const spelling = spellingHints(values.text).map(({ found, better }): Hint => {
    return { tone: 'info', words: `Spelling? “${found}”`, use: { field: 'text', instead: found, better } }
  })
  const hidden = hiddenEdits(email.proposal.text, values.text).slice(0, 3)
  return [
    ...lengthHints(email.story, values.text),
    ...nameHints(email, values.name),
    ...spelling,
    ...hidden.map(({ words }): Hint => ({ tone: 'info', words })),
  ]
}

function lengthHints(story: Submission['story'], text: string): Hint[] {
  const count = countWords(text)
  const { words_soft: soft = 0, words_hard: hard = 0 } = story ?? {}
  if (hard > 0 && count > hard)
    return [{ tone: 'warn', words: `${count} words: this story refuses more than ${hard}. Shorten it.` }]
  if (soft > 0 && count > soft) return [{ tone: 'warn', words: `${count} words: this story asks for ${soft} at most.` }]
  return []
}

/** The name check: a word of the name that stands nowhere in the email, or that its sender spells otherwise. */
function nameHints(email: Submission, typed: string): Hint[] {
  const name = typed.trim()
  if (name === '' || name === nameWithheld) return []
  const better = namesOf(email).find(each => isSlippedName(name, each))
  const said = `${email.original}\n${email.subject}\n${email.from.name}`.toLowerCase()
  const missing = name.split(/\s+/).filter(word => /\p{L}{2}/u.test(word) && !said.includes(word.toLowerCase()))
  if (better !== undefined) {
    const where =
      missing.length > 0 ? `“${missing.join(' ')}” is not in the email.` : `The sender’s name is “${better}”.`
    return [{ tone: 'warn', words: where, use: { field: 'name', instead: '', better: mendedName(name, better) } }]
  }
  if (missing.length === 0) return []
  return [
    {
      tone: 'warn',
      words: `“${missing.join(' ')}” is not in the email: not in its words, its sign-off or its sender.`,
    },
  ]
}

/** Names the email knows: the sender’s own account first, for a hurried thumb signs worse than a mail program. */
const namesOf = ({ from, proposal, candidates }: Submission): string[] =>
  [from.name, proposal.name, ...candidates.filter(each => each.field === 'name').map(each => each.value)].filter(
    Boolean,
  )

const wordsIn = (name: string) => name.split(/\s+/).filter(Boolean)

/** Whether a word of the name is a slip for one of the other and stands nowhere in it as it is. */
function isSlippedName(name: string, other: string): boolean {
  const others = wordsIn(other)
  return wordsIn(name).some(
    word => !others.some(each => same(each, word)) && others.some(each => isNameSlip(each, word)),
  )
}

const same = (one: string, other: string) => one.localeCompare(other, 'en', { sensitivity: 'base' }) === 0

/** Ann and Anne are two names; of three letters or fewer any two are a slip apart. */
const isNameSlip = (one: string, other: string) =>
  one.length > 3 && other.length > 3 && isSlip(one.toLowerCase(), other.toLowerCase())

/** The name with only the slipped words replaced: “Chirs Boshell” by “Chris” is “Chris Boshell”. */
function mendedName(name: string, other: string): string {
  const others = wordsIn(other)
  const mended = wordsIn(name).map(word => {
    if (others.some(each => same(each, word))) return word
    return others.find(each => isNameSlip(each, word)) ?? word
  })
  return mended.join(' ')
}
