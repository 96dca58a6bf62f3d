// What is published, as calls: list, amend, withdraw, restore.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { amend, listEntries, readEntry, withdraw } from '../../desk/entries.ts'
import { actorId } from '../../desk/policy.ts'
import { restoreEntry } from '../../feed/index.ts'
import { problem } from '../errors.ts'
import { actor } from '../guard.ts'
import { must } from '../input.ts'
import type { Web } from '../route.ts'
import { entryShape } from './shape.ts'
import { storyFor } from './submissions.ts'

const id = z.uuid()

const listQuery = z.strictObject({
  state: z.enum(['scheduled', 'live', 'withdrawn']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: id.optional(),
})

const part = z.string().max(500).optional()

const amendment = z.strictObject({
  revision: z.number().int().positive(),
  name: z.string().max(500).optional(),
  place: z.string().max(500).optional(),
  verb: z.string().max(200).optional(),
  text: z.string().max(60_000).optional(),
  headline: part,
  nameForm: z.enum(['', 'full', 'first', 'initials', 'withheld']).optional(),
  role: part,
  town: part,
  region: part,
  country: part,
  ownLine: part,
  programme: part,
  service: part,
  url: z.string().max(2000).optional(),
  language: part,
  note: z.string().max(2000).optional(),
  tags: z.array(z.string().max(200)).max(50).optional(),
  minor: z.boolean().optional(),
})

const withdrawal = z.strictObject({ why: z.enum(['error', 'asked', 'legal', 'duplicate']).default('error') })

/** `GET /stories/:story/entries`: the youngest first. */
export async function getEntries(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyFor(request, response, web)
  if (!story) return
  const { entries, next } = await listEntries(web.context, { ...must(listQuery, request.query), storyId: story.id })
  response.json({ items: entries.map(entryShape), next })
}

/** `PUT /entries/:id`: a new revision; a field left out stays as it was. */
export async function putEntry(request: Request, response: Response, web: Web): Promise<void> {
  const wish = must(amendment, request.body ?? {})
  await answer(response, web, idOf(request), entry => amend(web.context, actor(response), entry, wish))
}

/** `POST /entries/:id/withdrawal`: out of every feed, with a tombstone. */
export async function postWithdrawal(request: Request, response: Response, web: Web): Promise<void> {
  const { why } = must(withdrawal, request.body ?? {})
  await answer(response, web, idOf(request), entry => withdraw(web.context, actor(response), entry, why))
}

/** `DELETE /entries/:id/withdrawal`: back into the feed. */
export async function deleteWithdrawal(request: Request, response: Response, web: Web): Promise<void> {
  await answer(response, web, idOf(request), entry => restoreEntry(web.context, actorId(actor(response)), entry))
}

/** The plain id, also out of the permanent one that feeds carry (`tag:…:postbag/entry/ID`). */
const idOf = (request: Request): string =>
  must(
    id,
    String(request.params.id)
      .replace(/^tag:.*\/entry\//, '')
      .toLowerCase(),
  )

type Result = { ok: true } | { ok: false; why: string }

const refusals: Record<string, [status: number, words: string]> = {
  'not-found': [404, 'There is no such entry.'],
  stale: [409, 'Someone else has changed this entry since.'],
  withdrawn: [409, 'This entry is withdrawn.'],
  'not-live': [409, 'This entry is not on the live page.'],
  'not-withdrawn': [409, 'This entry is not withdrawn.'],
  'not-approved': [409, 'The approval behind this entry was undone. Approve the email again instead.'],
  'not-allowed': [403, 'You may withdraw only what you approved yourself.'],
  'no-text': [422, 'There is no text to publish.'],
  'full-name': [422, 'This reader did not allow the full name.'],
  stopped: [409, 'Publishing is stopped in this story.'],
  barred: [422, 'This story may not publish a name or word in this.'],
  'too-long': [422, 'The text is longer than an entry may be.'],
}

async function answer(response: Response, web: Web, id: string, act: (id: string) => Promise<Result>): Promise<void> {
  const result = await act(id)
  const entry = await readEntry(web.context, id)
  const shown = entry && entryShape(entry)
  if (result.ok) {
    response.json({ entry: shown })
    return
  }
  const [status, words] = refusals[result.why] ?? [422, 'That cannot be done.']
  problem(response, status, words, { why: result.why, entry: shown ?? undefined })
}
