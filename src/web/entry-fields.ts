// Name and place as the entry card shows them: the value, how sure we are of it, and where it came from.
import type { EntryFields } from '../desk/decide.ts'
import type { Submission } from '../desk/submission.ts'
import type { Evidence } from '../mail/reading.ts'

const sureness = { sure: ['Sure', 3], likely: ['Likely', 2], guess: ['Guess', 1] } as const

const origins: Record<Evidence['kind'], (words: string) => string> = {
  'sign-off': () => 'sign-off',
  text: words => `text: “${words.slice(0, 60)}”`,
  header: () => 'From header',
  subject: () => 'subject',
  earlier: () => 'earlier email',
}

export function fieldsOf(email: Submission, values: EntryFields, faults: Record<string, string>) {
  return [
    {
      ...field(email, 'name', email.nameFrom, values),
      label: 'Name',
      fault: faults.name ?? '',
      use: misspelt(email, values),
    },
    { ...field(email, 'place', email.placeFrom, values), label: 'Place', fault: faults.place ?? '', use: '' },
  ]
}

function field(email: Submission, name: 'name' | 'place', from: Evidence | null, values: EntryFields) {
  const value = values[name]
  const others = email.candidates.filter(each => each.field === name && each.value !== value).map(each => each.value)
  const proposed = email.proposal[name]
  const withheld = name === 'name' && email.anonymous
  if (value !== '' && value !== proposed)
    return {
      name,
      value,
      others: [proposed, ...others].filter(Boolean),
      sureness: 'Typed',
      dots: 3,
      from: '',
      mark: null,
    }
  if (withheld) return { name, value, others, sureness: 'Withheld', dots: 3, from: 'the reader asked', mark: null }
  if (value === '' || !from)
    return {
      name,
      value,
      others,
      sureness: value === '' ? 'Not found' : 'Guess',
      dots: value === '' ? 0 : 1,
      from: '',
      mark: null,
    }
  const [words, dots] = sureness[from.confidence]
  return {
    name,
    value,
    others,
    sureness: words,
    dots,
    from: origins[from.kind](from.words),
    mark: from.end > from.start ? `from-${name}` : null,
  }
}

/** The name check: a typed first name that stands nowhere in the email, where a name one slip away does. */
function misspelt(email: Submission, values: EntryFields): string {
  const typed = values.name.trim()
  if (typed === '' || typed === email.proposal.name) return ''
  const known = `${email.original}\n${email.subject}\n${email.from.name}`.toLowerCase()
  if (typed.split(/\s+/).every(word => known.includes(word.toLowerCase()))) return ''
  const names = [
    email.proposal.name,
    email.from.name,
    ...email.candidates.filter(each => each.field === 'name').map(each => each.value),
  ]
  return names.find(name => name !== '' && isSlip(name.toLowerCase(), typed.toLowerCase())) ?? ''
}

/** The same letters in another order, or one letter more, less or other. */
function isSlip(one: string, other: string): boolean {
  if (one === other) return false
  if ([...one].sort().join('') === [...other].sort().join('')) return true
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1)
}
