// The page of an erasure: what goes and what stays, the address typed to confirm it, and a second person where words
// of the reader are live. There is no way back, so this is the one place of the desk that stops to ask.
import type { Request, Response } from 'express'
import { eraseContributor, places } from '../desk/erase.ts'
import {
  askForErasure,
  dropErasureRequest,
  type ErasurePreview,
  type ErasureRequest,
  previewErasure,
  readErasureRequest,
} from '../desk/erasure-request.ts'
import { findPerson, type Person } from '../desk/people.ts'
import { actorId, may } from '../desk/policy.ts'
import type { PublishedChoice } from '../feed/index.ts'
import { titleOf } from './account.ts'
import { notFoundPage, refuse } from './errors.ts'
import { type Form, fields, form } from './form.ts'
import { actor } from './guard.ts'
import { must, nothingMore } from './input.ts'
import { flash, page } from './page.ts'
import type { Web } from './route.ts'

type Asked = { person: Person; preview: ErasurePreview; wish: ErasureRequest | null }

async function read(request: Request, response: Response, web: Web): Promise<Asked | null> {
  const id = String(request.params.id)
  const { db } = web.context
  const person = /^[0-9a-f-]{36}$/.test(id) ? await findPerson(web.context, id) : null
  const preview = person && (await previewErasure(db, id))
  if (!person || !preview) {
    notFoundPage(request, response, 'There is no such person. They may have been erased.')
    return null
  }
  return { person, preview, wish: await readErasureRequest(db, id) }
}

async function view(response: Response, web: Web, asked: Asked, filled: Form): Promise<void> {
  const me = actor(response)
  const facts = { title: titleOf('Erase a reader', filled), section: 'people' as const }
  const own = asked.wish?.actor === actorId(me)
  await page(response, web, 'people/erasure', facts, { ...asked, form: filled, own, mayAsk: may(me.role, 'erase') })
}

/** `GET /people/:id/erasure` */
export async function showErasure(request: Request, response: Response, web: Web): Promise<void> {
  const asked = await read(request, response, web)
  if (asked) await view(response, web, asked, form({ published: asked.wish?.published ?? '' }))
}

const choices = ['withdraw', 'keep-as-a-reader'] as const
const choiceOf = (typed: string): PublishedChoice | undefined => choices.find(each => each === typed)

/**
 * `POST /people/:id/erasure`: erases at once what was never published; else the first person's wish is written down,
 * and the second one's word does it. Answers the certificate.
 */
export async function postErasure(request: Request, response: Response, web: Web): Promise<void> {
  const asked = await read(request, response, web)
  if (!asked) return
  const { person, preview, wish } = asked
  const typed = fields(request.body, ['address', 'published'])
  const me = actor(response)
  const second = wish !== null && wish.actor !== actorId(me)
  const published = second ? wish.published : choiceOf(typed.published)
  const faults: Form['faults'] = {}
  if (typed.address.trim().toLowerCase() !== person.address)
    faults.address = 'This is not the address of the reader. Type it as it stands above.'
  if (preview.live > 0 && published === undefined) faults.published = 'Say what becomes of what is published.'
  if (Object.keys(faults).length > 0) {
    response.status(400)
    return view(response, web, asked, form(typed, faults))
  }
  if (!second && !may(me.role, 'erase')) return refuse(request, response, 403, 'erase')
  if (preview.live > 0 && !second) {
    await askForErasure(web.context, me, person.id, published!)
    flash(request, { words: 'Written down. An editor or administrator who is not you must agree.', tone: 'done' })
    return response.redirect(303, `/people/${person.id}/erasure`)
  }
  const wanted = { address: person.address, published, actor: actorId(me), database: web.config.database }
  const done = await eraseContributor(web.context, web.keys, wanted)
  if (!done.ok) {
    // Something of theirs went live while this page was open.
    response.status(409)
    const again = (await read(request, response, web)) ?? asked
    return view(response, web, again, form(typed, { published: 'Say what becomes of what is published.' }))
  }
  const facts = { title: 'Certificate of erasure', section: 'people' as const }
  await page(response, web, 'people/certificate', facts, { certificate: done.certificate, places })
}

/** `POST /people/:id/erasure/undo`: the wish for it is taken back. */
export async function undoErasure(request: Request, response: Response, web: Web): Promise<void> {
  must(nothingMore, request.body ?? {})
  const id = String(request.params.id)
  await dropErasureRequest(web.context, actor(response), id)
  flash(request, { words: 'The wish is taken back; nothing was erased.', tone: 'done' })
  response.redirect(303, `/people/${id}`)
}
