// Contributors: looked up by first letter, or by name or address, which are posted: no personal data stands in a URL.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { shownTo } from '../desk/addresses.ts'
import { bansOf } from '../desk/bans.ts'
import { readErasureRequest } from '../desk/erasure-request.ts'
import { notesOf } from '../desk/notes.ts'
import { emailsOf, findByAddress, findPerson, listPeople, type PeopleQuery } from '../desk/people.ts'
import { may } from '../desk/policy.ts'
import { isAddress } from '../desk/staff.ts'
import { listStories } from '../desk/stories.ts'
import { titleOf } from './account.ts'
import { notFoundPage, refuse } from './errors.ts'
import { type Form, fields, form } from './form.ts'
import { actor } from './guard.ts'
import { must } from './input.ts'
import { page } from './page.ts'
import type { Web } from './route.ts'

const id = z.string().regex(/^[0-9a-f-]{36}$/)
const listQuery = z.object({
  letter: z
    .string()
    .regex(/^[A-Z]$/)
    .optional(),
  first: z.literal('1').optional(),
  after: id.optional(),
})

/** `GET /people?letter=&first=&after=` */
export function showPeople(request: Request, response: Response, web: Web): Promise<void> {
  const { letter, first, after } = must(listQuery, request.query)
  return view(response, web, form(), { letter, first: first !== undefined, after })
}

async function view(response: Response, web: Web, filled: Form, asked: PeopleQuery = {}): Promise<void> {
  const { people, next } = await listPeople(web.context, asked)
  const { letter, first, q } = asked
  const narrowed = { ...(letter && { letter }), ...(first && { first: '1' }) }
  // A name goes on as a posted form; letters are no secret.
  const more = next && !q ? `?${new URLSearchParams({ ...narrowed, after: next })}` : null
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const title = { title: titleOf('People', filled), section: 'people' as const }
  await page(response, web, 'people/list', title, {
    form: filled,
    people: shownTo(actor(response).role, people),
    more,
    next,
    letters,
    ...{ letter, first, q },
  })
}

/** `POST /people/search`: by `name`, or by `address`, which is recorded. */
export async function searchPeople(request: Request, response: Response, web: Web): Promise<void> {
  const { name, address, after } = fields(request.body, ['name', 'address', 'after'])
  if (address === '') {
    const q = name.trim().slice(0, 200)
    return view(response, web, form({ name: q }), { q, after: id.safeParse(after).data })
  }
  if (!may(actor(response).role, 'see-addresses')) return refuse(request, response, 403, 'see-addresses')
  const again = (status: number, fault: string) => {
    response.status(status)
    return view(response, web, form({ address }, { address: fault }))
  }
  if (!isAddress(address.trim())) return again(400, 'Type the whole address, such as reader@example.org.')
  const found = await findByAddress(web.context, actor(response), address)
  if (!found) return again(404, 'Nobody has written from this address.')
  response.redirect(303, `/people/${found.id}`)
}

const personQuery = z.object({
  before: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
})

/** `GET /people/:id?before=` */
export async function showPerson(request: Request, response: Response, web: Web): Promise<void> {
  const known = id.safeParse(request.params.id)
  const me = actor(response)
  const person = known.success ? shownTo(me.role, await findPerson(web.context, known.data)) : null
  if (!person) return notFoundPage(request, response, 'There is no such person. They may have been erased.')
  const { before } = must(personQuery, request.query)
  const { lines, next } = await emailsOf(web.context, person.id, before ? Number(before) : undefined)
  await page(
    response,
    web,
    'people/person',
    { title: person.name || 'A reader without a name', section: 'people' },
    {
      ...{ person, lines: shownTo(me.role, lines), more: next && `?before=${next}` },
      notes: shownTo(me.role, await notesOf(web.context.db, person.id, me)),
      bans: await bansOf(web.context, person.id),
      bannable: (await listStories(web.context)).map(story => [story.slug, `Only ${story.title}`]),
      erasure: await readErasureRequest(web.context.db, person.id),
    },
  )
}
