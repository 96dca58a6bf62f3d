// The form in which staff write an entry of their own, and in which they correct any.
import type { StaffEntry } from '../desk/entries.ts'
import { type Amendment, type ComposedKind, usualVerb } from '../feed/index.ts'
import type { EntryKind } from '../store/index.ts'
import { fields } from './form.ts'

export type EntryField = { name: FieldName; label: string; type?: 'textarea' | 'form-of-name'; more?: true }

const names = [
  ...(['headline', 'name', 'place', 'verb', 'text', 'nameForm', 'town', 'region', 'country', 'role'] as const),
  ...(['ownLine', 'programme', 'service', 'url', 'language', 'tags', 'note'] as const),
] as const
type FieldName = (typeof names)[number]
export type EntryValues = Record<FieldName, string>

/** What staff can write, in the words of the desk. */
export const kindWords: Record<EntryKind, string> = {
  letter: 'Email',
  group: 'Group of emails',
  note: 'Staff text',
  quote: 'Quotation',
  'call-out': 'Call-out',
  post: 'Post from elsewhere',
}

const text: EntryField = { name: 'text', label: 'Text', type: 'textarea' }
const headline: EntryField = { name: 'headline', label: 'Headline' }
const more = (...list: [FieldName, string][]): EntryField[] =>
  list.map(([name, label]) => ({ name, label, more: true }))
const source = more(['programme', 'Programme'], ['service', 'Service'])
const last = more(['tags', 'Tags, separated by commas'], ['language', 'Language, such as cy or fr'])

const byKind: Record<EntryKind, EntryField[]> = {
  letter: [
    { name: 'name', label: 'Name' },
    { name: 'place', label: 'Place' },
    { name: 'verb', label: 'Verb' },
    text,
    { name: 'nameForm', label: 'Print the name', type: 'form-of-name', more: true },
    ...more(['role', 'Role, such as junior doctor'], ['town', 'Town'], ['region', 'County or region']),
    ...more(['country', 'Country'], ['ownLine', 'Line written by hand, instead of these'], ['headline', 'Headline']),
    ...source,
    ...last,
  ],
  group: [{ ...headline, label: 'Heading' }, ...last],
  note: [headline, text, ...more(['name', 'By'], ['role', 'Role']), ...source, ...last],
  quote: [
    { name: 'name', label: 'Who says it' },
    { name: 'role', label: 'Role' },
    { ...text, label: 'Quotation' },
    ...more(['ownLine', 'Credit written by hand, instead of these'], ['headline', 'Headline']),
    ...source,
    ...last,
  ],
  'call-out': [{ ...text, label: 'Call-out' }, ...last],
  post: [
    { name: 'name', label: 'Who wrote it' },
    { name: 'service', label: 'Where, such as Mastodon' },
    { name: 'url', label: 'Link to it' },
    { ...text, label: 'What it says' },
    ...more(['role', 'Role'], ['ownLine', 'Credit written by hand, instead of these'], ['headline', 'Headline']),
    ...last,
  ],
}

/** The fields of a kind; those under “More” come last. */
export const entryFields = (kind: EntryKind): EntryField[] => byKind[kind]

/** What the form sends besides its own fields. */
export const readEntryForm = <Extra extends string>(body: unknown, extra: readonly Extra[]) =>
  fields(body, [...names, ...extra])

/** The posted values as an amendment of an entry of this kind: fields that its form does not have are left as they were. */
export function wordsTyped(kind: EntryKind, typed: EntryValues): Omit<Amendment, 'revision' | 'minor'> {
  const own = new Set(byKind[kind].map(field => field.name))
  const given = Object.fromEntries(names.filter(name => own.has(name)).map(name => [name, typed[name]]))
  const { tags, ...words } = given
  return {
    ...words,
    ...(tags !== undefined && { tags: tags.split(',') }),
  } as Omit<Amendment, 'revision' | 'minor'>
}

/** An entry as its form shows it. */
export const valuesOf = (entry: StaffEntry): EntryValues => ({
  headline: entry.headline,
  name: entry.name,
  place: entry.place,
  verb: entry.verb || (entry.kind === 'letter' ? usualVerb : ''),
  text: entry.text,
  nameForm: '',
  town: entry.town,
  region: entry.region,
  country: entry.country,
  role: entry.role,
  ownLine: entry.ownLine,
  programme: entry.programme,
  service: entry.service,
  url: entry.url,
  language: entry.language,
  tags: entry.tags.join(', '),
  note: entry.note,
})

export const emptyValues = Object.fromEntries(names.map(name => [name, ''])) as EntryValues

/** Every form of a name that can be asked for. */
export const nameForms: [value: string, words: string][] = [
  ['', 'as typed'],
  ['first', 'first name only'],
  ['initials', 'initials'],
  ['withheld', 'withheld'],
]

export const isComposed = (kind: string): kind is ComposedKind =>
  kind === 'note' || kind === 'quote' || kind === 'call-out' || kind === 'post'
