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
    },
    { ...field(email, 'place', email.placeFrom, values), label: 'Place', fault: faults.place ?? '' },
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
