// What staff do to one entry of the live page: publish at once, amend, withdraw, restore, pin.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { amend, readEntry, withdraw } from '../desk/entries.ts'
import { actorId } from '../desk/policy.ts'
import { barredWords } from '../desk/refusal.ts'
import { type FeedPicture, longestText, publishNow, restoreEntry, setPinned } from '../feed/index.ts'
import { readEntryForm, wordsTyped } from './entry-form.ts'
import { problem, wantsJson } from './errors.ts'
import { actor } from './guard.ts'
import { must, nothingMore } from './input.ts'
import { renderLive } from './live.ts'
import { flash } from './page.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

export const entryIdOf = (request: Request): string => must(z.uuid(), request.params.id)

/** Status and words of every refusal an entry can meet. */
const refusals: Record<string, [status: number, words: string]> = {
  'not-found': [404, 'There is no such entry.'],
  stale: [409, 'Somebody else has changed this entry meanwhile. Your words are kept below; compare before you save.'],
  withdrawn: [409, 'This entry is withdrawn. Restore it before you change it.'],
  'not-live': [409, 'This entry is not on the live page any more.'],
  'not-scheduled': [409, 'This entry has gone live already, or was stopped.'],
  'not-withdrawn': [409, 'This entry is not withdrawn.'],
  'not-approved': [409, 'The approval behind this entry was undone. Approve the email again in the queue instead.'],
  'too-many-key-points': [409, 'There are six key points. Take one out first.'],
  embargoed: [409, 'It is under an embargo until its time. An editor can change the time.'],
  stopped: [409, 'Publishing is stopped in this story. An editor lifts the stop on its live page.'],
  'too-many-pins': [
    409,
    'As many entries are pinned as this story allows. Let one go first, or allow more in its settings.',
  ],
  'not-allowed': [403, 'You may withdraw only what you approved yourself; an editor may withdraw any entry.'],
  'full-name': [422, 'This reader did not allow the full name. Print less of it, or write down that they agreed.'],
  'no-text': [422, 'There is no text left to publish. Withdraw the entry instead.'],
  'too-long': [422, `The text is longer than ${longestText.toLocaleString('en-GB')} characters.`],
}

type Refused = { ok: false; why: string; words?: string[] }
/** `at`: the entry that the page shows again. */
type Outcome = { result: { ok: true } | Refused; words: string; at?: string }

export const refusalOf = (refused: Refused): [status: number, words: string] =>
  refused.why === 'barred'
    ? [422, barredWords(refused.words ?? [])]
    : (refusals[refused.why] ?? [422, 'That cannot be done.'])

/** Back to the live page with a sentence; a refusal shows the page as it is now, with why. */
export async function answerEntry(
  request: Request,
  response: Response,
  web: Web,
  { result, words, at }: Outcome,
): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  if (!result.ok) {
    const [status, why] = refusalOf(result)
    if (wantsJson(request)) return problem(response, status, why, { why: result.why })
    response.status(status)
    return renderLive(response, web, story, { notice: why })
  }
  if (wantsJson(request)) return void response.json({ words })
  flash(request, { words, tone: 'done' })
  response.redirect(303, `/s/${story.slug}/live${at ? `#e-${at}` : ''}`)
}

/** `POST /s/:story/entries/:id/amendment`: a new revision under the same id. A refusal keeps what was typed. */
export async function postAmendment(request: Request, response: Response, web: Web): Promise<void> {
  const id = entryIdOf(request)
  const typed = readEntryForm(request.body, ['revision', 'minor', 'alt', 'credit', 'unpictured'])
  const before = await readEntry(web.context, id)
  const kind = before?.kind ?? 'letter'
  const result = await amend(web.context, actor(response), id, {
    revision: must(z.coerce.number().int().positive(), typed.revision),
    ...wordsTyped(kind, typed),
    note: typed.note,
    picture: before?.picture ? pictureTyped(before.picture, typed) : undefined,
    minor: typed.minor === 'yes',
  })
  if (result.ok || wantsJson(request) || result.why === 'not-found' || result.why === 'withdrawn')
    return answerEntry(request, response, web, { result, words: 'The entry is changed.' })
  const story = await storyOf(request, response, web)
  if (!story) return
  const [status, why] = refusalOf(result)
  // What is saved next goes on top of what is there now, knowingly.
  const values = { ...typed, revision: String(('entry' in result && result.entry?.revision) || typed.revision) }
  response.status(status)
  await renderLive(response, web, story, { editing: { id, values, faults: { text: why } } })
}

/** A picture never stands without words for it: left empty, they stay as they were. */
function pictureTyped(picture: FeedPicture, typed: { alt: string; credit: string; unpictured: string }) {
  if (typed.unpictured === 'yes') return null
  return typed.alt.trim() === '' ? picture : { ...picture, alt: typed.alt, credit: typed.credit }
}

const withdrawal = z.strictObject({ why: z.enum(['error', 'asked', 'legal', 'duplicate']) })

/** `POST …/withdrawal`: out of the page and every feed. */
export async function postWithdrawal(request: Request, response: Response, web: Web): Promise<void> {
  const { why } = must(withdrawal, request.body ?? {})
  const result = await withdraw(web.context, actor(response), entryIdOf(request), why)
  await answerEntry(request, response, web, { result, words: 'Withdrawn: readers no longer see it.' })
}

/** `POST …/withdrawal/undo`: back to where it was. */
export async function undoWithdrawal(request: Request, response: Response, web: Web): Promise<void> {
  must(nothingMore, request.body ?? {})
  const result = await restoreEntry(web.context, actorId(actor(response)), entryIdOf(request))
  await answerEntry(request, response, web, { result, words: 'Restored: it is going live again.' })
}

/** `POST /s/:story/entries/:id/publication`: ends the grace. */
export async function postPublication(request: Request, response: Response, web: Web): Promise<void> {
  must(nothingMore, request.body ?? {})
  const result = await publishNow(web.context, actorId(actor(response)), entryIdOf(request))
  await answerEntry(request, response, web, { result, words: 'It is going live now.' })
}

const pin = (pinned: boolean, words: string) => async (request: Request, response: Response, web: Web) => {
  must(nothingMore, request.body ?? {})
  const result = await setPinned(web.context, actorId(actor(response)), entryIdOf(request), pinned)
  await answerEntry(request, response, web, { result, words })
}

/** `POST …/pin` and `POST …/pin/undo` */
export const postPin = pin(true, 'Pinned above the other entries.')
export const undoPin = pin(false, 'No longer pinned.')
