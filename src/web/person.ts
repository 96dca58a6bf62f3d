// What staff do about one contributor: notes and bans.
import type { Request, Response } from 'express'
import { type BanResult, ban, liftBan } from '../desk/bans.ts'
import { addNote, removeNote } from '../desk/notes.ts'
import { findStory } from '../desk/stories.ts'
import { fields } from './form.ts'
import { actor } from './guard.ts'
import { must, nothingMore, safeNext } from './input.ts'
import { flash } from './page.ts'
import type { Web } from './route.ts'

const back = (request: Request, response: Response, words: string, tone: 'done' | 'warn' = 'done') => {
  flash(request, { words, tone })
  response.redirect(303, `/people/${String(request.params.id)}`)
}

/** `POST /people/:id/notes`; `back`: the page it was written on, where that is not the person’s own. */
export async function postNote(request: Request, response: Response, web: Web): Promise<void> {
  const { words, back: from } = fields(request.body, ['words', 'back'])
  const added = await addNote(web.context, actor(response), String(request.params.id), words)
  flash(
    request,
    added ? { words: 'Noted.', tone: 'done' } : { words: 'Nothing was noted: write a few words.', tone: 'warn' },
  )
  response.redirect(303, from === '' ? `/people/${String(request.params.id)}` : safeNext(from))
}

/** `POST /people/:id/notes/:note/removal`: one's own. */
export async function dropNote(request: Request, response: Response, web: Web): Promise<void> {
  must(nothingMore, request.body ?? {})
  const { id, note } = request.params as { id: string; note: string }
  const gone = await removeNote(web.context, actor(response), id, note)
  back(request, response, gone ? 'The note is gone.' : 'Only who wrote a note can remove it.', gone ? 'done' : 'warn')
}

const lengths: Record<string, number> = { day: 1, week: 7, month: 30, year: 365 }
const oneDay = 24 * 3_600_000

const refusals: Record<Exclude<BanResult, { ok: true }>['why'], string> = {
  'no-reason': 'Nobody was banned: give a reason that a colleague will understand.',
  past: 'Nobody was banned: that day is over.',
  'banned-already': 'They are banned there already.',
  'not-found': 'There is no such person. They may have been erased.',
}

/** `POST /people/:id/bans`: `story` is a slug, or '' for every story; `until` one of `day week month year`, or ''. */
export async function postBan(request: Request, response: Response, web: Web): Promise<void> {
  const { reason, story, until } = fields(request.body, ['reason', 'story', 'until'])
  const found = story === '' ? null : await findStory(web.context, story)
  if (story !== '' && !found?.story) return back(request, response, 'There is no such story.', 'warn')
  const days = lengths[until]
  const result = await ban(web.context, actor(response), {
    contributorId: String(request.params.id),
    storyId: found?.story?.id ?? null,
    reason,
    until: days === undefined ? null : web.context.now() + days * oneDay,
  })
  if (!result.ok) return back(request, response, refusals[result.why], 'warn')
  back(request, response, 'Banned. What they send is rejected as it arrives, and stays readable under Rejected.')
}

/** `POST /people/:id/bans/:ban/lifting` */
export async function postLifting(request: Request, response: Response, web: Web): Promise<void> {
  must(nothingMore, request.body ?? {})
  const { id, ban: banId } = request.params as { id: string; ban: string }
  const lifted = await liftBan(web.context, actor(response), id, banId)
  back(request, response, lifted ? 'The ban is lifted.' : 'The ban had ended already.', lifted ? 'done' : 'warn')
}
