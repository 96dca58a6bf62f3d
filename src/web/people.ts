// Contributors: looked up by name, or by address, which is posted and recorded.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { emailsOf, findByAddress, findPerson, listPeople } from '../desk/people.ts'
import { may } from '../desk/policy.ts'
import { isAddress } from '../desk/staff.ts'
import { titleOf } from './account.ts'
import { notFoundPage } from './errors.ts'
import { type Form, fields, form } from './form.ts'
import { actor } from './guard.ts'
import { must } from './input.ts'
import { page } from './page.ts'
import type { Web } from './route.ts'

const id = z.string().regex(/^[0-9a-f-]{36}$/)
const listQuery = z.object({ q: z.string().max(200).default(''), after: id.optional() })

/** `GET /people?q=&after=` */
export function showPeople(request: Request, response: Response, web: Web): Promise<void> {
  const { q, after } = must(listQuery, request.query)
  return view(response, web, form({ q }), after)
}

async function view(response: Response, web: Web, filled: Form, after?: string): Promise<void> {
  const q = filled.values.q ?? ''
  const { people, next } = await listPeople(web.context, { q, after })
  const more = next && `?${new URLSearchParams({ q, after: next })}`
  await page(
    response,
    web,
    'people/list',
    { title: titleOf('People', filled), section: 'people' },
    { form: filled, people, more },
  )
}

/** `POST /people/search`: an address never stands in a URL. */
export async function searchPeople(request: Request, response: Response, web: Web): Promise<void> {
  const { address } = fields(request.body, ['address'])
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
  const person = known.success ? await findPerson(web.context, known.data) : null
  if (!person) return notFoundPage(request, response, 'There is no such person. They may have been erased.')
  const { before } = must(personQuery, request.query)
  const { lines, next } = await emailsOf(web.context, person.id, before ? Number(before) : undefined)
  const seesAddress = may(actor(response).role, 'search-by-address')
  const mayExport = may(actor(response).role, 'export-person')
  const model = { person, lines, seesAddress, mayExport, more: next && `?before=${next}` }
  await page(
    response,
    web,
    'people/person',
    { title: person.name || 'A reader without a name', section: 'people' },
    model,
  )
}
