// One email as a page of its own: the permalink, the way without the script, and where a refused form is shown again.
import type { Request, Response } from 'express'
import type { EntryFields } from '../desk/decide.ts'
import { readDraft } from '../desk/draft.ts'
import { history } from '../desk/history.ts'
import type { PictureWish } from '../desk/picture-choice.ts'
import { listStories } from '../desk/stories.ts'
import type { Submission } from '../desk/submission.ts'
import { attributionLine } from '../feed/index.ts'
import { findEmail } from './find-email.ts'
import { actor } from './guard.ts'
import { safeNext } from './input.ts'
import { page } from './page.ts'
import { paneOf } from './pane.ts'
import { reasons } from './reasons.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'
import { teamFor } from './whose.ts'

/** What went wrong with a form, and everything that was typed in it. */
export type Again = {
  status: number
  words: string
  faults: Record<string, string>
  typed: Partial<EntryFields> & { back?: string; version?: number; picture?: PictureWish | null }
  confirming?: boolean
  askNamed?: boolean
  offers?: { action: string; label: string; fields: Record<string, string> }[]
}

/** `GET /s/:story/submissions/:number` */
export async function showSubmission(request: Request, response: Response, web: Web): Promise<void> {
  await show(request, response, web, null)
}

/** The same page after a refusal: its status, its reason, and what was typed. */
export const showAgain = (request: Request, response: Response, web: Web, again: Again): Promise<void> =>
  show(request, response, web, again)

async function show(request: Request, response: Response, web: Web, again: Again | null): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const email = await findEmail(request, response, web, story)
  if (!email) return
  const me = actor(response)
  const draft = await readDraft(web.context, me, email.number)
  const options = {
    story,
    stories: await listStories(web.context),
    team: await teamFor(response, web),
    back: safeNext(again?.typed.back ?? `/s/${story.slug}/queue`),
    typed: again ? entryOf(again.typed) : {},
    picture: again?.typed.picture,
    faults: again?.faults,
    confirming: again?.confirming,
    askNamed: again?.askNamed,
    // Whoever is shown their own form again has read it.
    unfold:
      again || request.query.words !== undefined ? null : `/s/${story.slug}/submissions/${email.number}?words=shown`,
  }
  if (again) response.status(again.status)
  const pane = paneOf(web, { email, actor: me, draft, options })
  const title = `#${email.number} ${pane.subject}`.slice(0, 80)
  await page(
    response,
    web,
    'submission/page',
    { title, section: 'queue', story },
    {
      pane,
      lines: await history(web.context, email.number),
      refusal: again ? { words: again.words, offers: again.offers ?? [] } : null,
      compare: compareOf(email, again ? { ...email.proposal, ...entryOf(again.typed) } : draft, me.name),
      reasons,
    },
  )
}

const entryOf = (typed: Again['typed']): Partial<EntryFields> => {
  const given = { name: typed.name, place: typed.place, verb: typed.verb, text: typed.text }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

/** Another person's published version beside what I had typed, when they differ. */
function compareOf(email: Submission, mine: EntryFields | null, me: string) {
  if (email.state !== 'approved' || !email.entry || !mine || email.decidedBy === me) return null
  const theirs = { line: email.entry.line, text: email.entry.text }
  const own = { line: attributionLine(mine), text: mine.text }
  return theirs.line === own.line && theirs.text === own.text
    ? null
    : { by: email.decidedBy ?? 'Someone', theirs, mine: own }
}
