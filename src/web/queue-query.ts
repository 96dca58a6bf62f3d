// What the queue's address says: view, order, filters, search, the open email. And the addresses it links to.
import { z } from 'zod'
import { wordsOf } from '../desk/checks.ts'
import type { QueueQuery, Sort } from '../desk/queue.ts'
import { type View, views } from '../desk/view.ts'
import { BadInput, must } from './input.ts'

export const sorts: [Sort, string][] = [
  ['oldest', 'Oldest first'],
  ['newest', 'Newest first'],
  ['photos', 'Photos first'],
  ['flagged', 'Flagged first'],
]

export const stances = [
  ['for', 'For'],
  ['against', 'Against'],
  ['mixed', 'Mixed'],
  ['none', 'Not marked'],
] as const

const optional = <Kind extends z.ZodType>(kind: Kind) => kind.optional().or(z.literal('').transform(() => undefined))
const number = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)

/** Whether words could be an email address or a phone number: those are personal data, and stand in no address. */
export const isPersonal = (words: string): boolean => words.includes('@') || words.replace(/\D/g, '').length >= 7

/** Unknown parameters are passed over: a link from a newer page must not fail. */
const schema = z.object({
  view: z.enum(Object.keys(views) as [View, ...View[]]).default('waiting'),
  sort: optional(z.enum(['oldest', 'newest', 'photos', 'flagged'])),
  q: optional(z.string().max(200)),
  /** In place of `q`: a search that the session keeps. */
  search: optional(z.string().regex(/^[0-9a-f-]{36}$/)),
  flag: optional(z.string().regex(/^[a-z0-9-]{1,40}$/)),
  photo: optional(z.literal('1')),
  'point-of-view': optional(z.enum(['for', 'against', 'mixed', 'none'])),
  /** Only what is assigned to who asks. */
  mine: optional(z.literal('1')),
  from: optional(z.string().regex(/^[\w-]{1,64}$/)),
  campaign: optional(number),
  item: optional(number),
  /** The open email, when its words of abuse were asked for. */
  words: optional(number),
  after: optional(number),
})

export type Asked = z.infer<typeof schema> & { sort: Sort }

/** `kept` answers the words of a search that the session keeps; BadInput once it no longer does, or for personal data in `q`. */
export function readAsked(query: unknown, kept: (id: string) => string | null): Asked {
  const asked = must(schema, query)
  const q = asked.search ? kept(asked.search) : asked.q
  if (q === null)
    throw new BadInput('This search is no longer kept. Search for it again in the queue.', { plain: true })
  if (!asked.search && q && isPersonal(q))
    throw new BadInput(
      'An email address or a phone number is searched for in the queue’s search box, never in a link.',
      {
        plain: true,
      },
    )
  return { ...asked, q, sort: asked.sort ?? 'oldest' }
}

/** The same as the desk's question, asked by `me`. */
export const questionOf = (asked: Asked, storyId: string, me: string): QueueQuery => ({
  storyId: asked.view === 'unrouted' ? null : storyId,
  view: asked.view,
  sort: asked.sort,
  q: asked.q,
  flag: asked.flag,
  photo: asked.photo === '1',
  pointOfView: asked['point-of-view'],
  mine: asked.mine && me,
  from: asked.from,
  campaign: asked.campaign,
  after: asked.after,
})

/**
 * The query string of what is asked, with `change` made to it; the usual values are left out, and so are the words of a
 * search that has an id.
 */
export function search(asked: Partial<Asked>, change: Partial<Record<keyof Asked, unknown>> = {}): string {
  const parameters = new URLSearchParams()
  const wanted = { ...asked, ...change }
  for (const [name, value] of Object.entries(wanted)) {
    if ((name === 'q' && wanted.search) || (name === 'words' && value !== wanted.item)) continue
    const usual = (name === 'view' && value === 'waiting') || (name === 'sort' && value === 'oldest')
    if (value !== undefined && value !== null && value !== '' && !usual) parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

/** The filters that narrow the list, each with the address without it. */
export function filtersOf(asked: Asked, base: string): { label: string; href: string }[] {
  const without = (name: keyof Asked) =>
    `${base}/queue${search(asked, { [name]: undefined, ...(name === 'q' && { search: undefined }), item: undefined, after: undefined })}`
  const filters: { label: string; href: string }[] = []
  if (asked.q) filters.push({ label: `“${asked.q}”`, href: without('q') })
  if (asked.flag) filters.push({ label: wordsOf(asked.flag).label, href: without('flag') })
  if (asked.photo) filters.push({ label: 'With a photo', href: without('photo') })
  const stance = stances.find(([value]) => value === asked['point-of-view'])
  if (stance) filters.push({ label: stance[1], href: without('point-of-view') })
  if (asked.mine) filters.push({ label: 'Mine', href: without('mine') })
  if (asked.from) filters.push({ label: 'From one person', href: without('from') })
  if (asked.campaign) filters.push({ label: `Like #${asked.campaign}`, href: without('campaign') })
  return filters
}
