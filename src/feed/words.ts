// The words of one revision of an entry: who says it, what is said, and what stands around it. Tidied once, when they
// are written; from then on they are what was published.
import { cleanLine, cleanText, safeUrl } from '../safe.ts'
import type { EntryKind, NameForm } from '../store/index.ts'
import { type Attribution, attributionLine, creditLine, nameInForm, nameWithheld, tidyAttribution } from './line.ts'
import { type FeedPicture, tidyPicture } from './picture.ts'

/** The attribution and the reader's words as approved. */
export type EntryWords = Attribution & { text: string }

/** What a newsroom may say beside them; every part may be empty. */
export type Extras = {
  /** Of a group its heading. */
  headline: string
  /** How much of the name is printed. `name` is always what is printed, never more. */
  nameForm: NameForm
  town: string
  region: string
  country: string
  /** `junior doctor`, `Health Secretary`. */
  role: string
  /** A line written by hand; it wins over the one made of the parts. */
  ownLine: string
  /** The two lines of a source: `Today Programme`, `BBC Radio 4`. */
  programme: string
  service: string
  /** Where somebody else's post stands. */
  url: string
  /** BCP 47; '' is the newsroom's own. */
  language: string
  /** What readers are told of a correction, and since when (epoch milliseconds). */
  note: string
  notedAt: number | null
  tags: string[]
  /** Its bytes are kept apart; null: none. */
  picture: FeedPicture | null
}

export type FullWords = EntryWords & Extras
export type WordsWish = EntryWords & Partial<Extras>

export const noExtras: Extras = {
  ...{ headline: '', nameForm: '', town: '', region: '', country: '', role: '', ownLine: '' },
  ...{ programme: '', service: '', url: '', language: '', note: '', notedAt: null, tags: [] },
  picture: null,
}

/** At most so many tags on one entry. */
const mostTags = 12

/** The words as they may be published: no control or invisible characters, the ends trimmed, the parts in step. */
export function tidyWords(wish: WordsWish): FullWords {
  const all = { ...noExtras, ...wish }
  const { name, place, verb } = tidyAttribution(all)
  const part = (text: string) => cleanLine(text, 120).replace(/^[\s,:;]+|[\s,:;]+$/g, '')
  const parts = { town: part(all.town), region: part(all.region), country: part(all.country) }
  const given = parts.town !== '' || parts.region !== '' || parts.country !== ''
  const printed = nameInForm(name, all.nameForm)
  const note = cleanText(all.note).trim().slice(0, 500)
  return {
    name: printed,
    place: given ? placeOf(parts) : place,
    verb,
    text: cleanText(all.text).trim(),
    headline: cleanLine(all.headline, 200),
    nameForm: formOf(printed, all.nameForm),
    ...(given ? parts : splitPlace(place)),
    role: part(all.role),
    ownLine: cleanLine(all.ownLine, 300),
    programme: cleanLine(all.programme, 120),
    service: cleanLine(all.service, 120),
    url: webAddress(all.url),
    language: /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(all.language.trim()) ? all.language.trim() : '',
    note,
    notedAt: note === '' ? null : all.notedAt,
    tags: tidyTags(all.tags),
    picture: all.picture && tidyPicture(all.picture),
  }
}

/** The line of an entry of this kind, rendered when it is approved and kept. */
export const lineOf = (kind: EntryKind, words: FullWords): string =>
  kind === 'letter' ? attributionLine(words) : kind === 'group' || kind === 'call-out' ? '' : creditLine(kind, words)

/** Everything that readers would see, for the search of what may not be published. */
export const allWords = (words: WordsWish): string => {
  const { name, place, role, headline, programme, service, note, tags, text, picture } = tidyWords(words)
  const described = picture === null ? [] : [picture.alt, picture.credit]
  return [
    attributionLine(words),
    name,
    place,
    role,
    headline,
    programme,
    service,
    note,
    ...tags,
    ...described,
    text,
  ].join('\n')
}

/** `Ruislip in Middlesex`, `Lyon in France`, `Ruislip in Middlesex, England`, `Northumberland`. */
function placeOf({ town, region, country }: { town: string; region: string; country: string }): string {
  const [first = '', second = '', third = ''] = [town, region, country].filter(part => part !== '')
  if (second === '') return first
  return third === '' ? `${first} in ${second}` : `${first} in ${second}, ${third}`
}

/** The parts of a place that was typed as words; a single word says not what it is. */
function splitPlace(place: string): { town: string; region: string; country: string } {
  const [, town = '', region = '', country = ''] = /^(.+?) in ([^,]+)(?:, (.+))?$/.exec(place) ?? []
  return { town, region, country }
}

function formOf(printed: string, asked: NameForm): NameForm {
  if (printed === '') return ''
  if (printed === nameWithheld) return 'withheld'
  return asked !== '' && asked !== 'withheld' ? asked : printed.includes(' ') ? 'full' : 'first'
}

/** A link of ours leads to a page of the web and nowhere else. */
function webAddress(typed: string): string {
  const url = typed.trim() === '' ? null : safeUrl(typed.slice(0, 2000))
  return url !== null && /^https?:/.test(url) ? url : ''
}

const tidyTags = (tags: string[]) =>
  [...new Set(tags.map(tag => cleanLine(tag, 60).replaceAll(',', ' ').trim()).filter(tag => tag !== ''))].slice(
    0,
    mostTags,
  )
