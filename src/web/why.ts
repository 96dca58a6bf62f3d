// “Why was this published?”: the invitation, what the reader allowed, who was asked, who decided, what was changed.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { readVerifications, recordVerification, verifiedHow } from '../desk/authenticity.ts'
import { callOutAt, consentAnswers, consentMatters, readConsent, recordConsent } from '../desk/consent.ts'
import { compare } from '../desk/diff.ts'
import { listRevisions } from '../desk/entries.ts'
import { history } from '../desk/history.ts'
import { may } from '../desk/policy.ts'
import type { Submission } from '../desk/submission.ts'
import { authenticityLines } from './checks-card.ts'
import { findEmail } from './find-email.ts'
import { type Form, fields, form } from './form.ts'
import { actor } from './guard.ts'
import { must } from './input.ts'
import { flash, page } from './page.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

const notKnown = 'Not known'

/** `GET …/why` */
export const showWhy = (request: Request, response: Response, web: Web): Promise<void> =>
  show(request, response, web, form({ what: 'name', answer: 'yes', how: 'rang' }))

async function show(request: Request, response: Response, web: Web, filled: Form): Promise<void> {
  const story = await storyOf(request, response, web)
  const email = story && (await findEmail(request, response, web, story))
  if (!email) return
  const { db } = web.context
  const facts = factsOf(email)
  const consents = await readConsent(db, facts)
  const live = email.entry && email.entry.state !== 'scheduled'
  const title = `#${email.number}: ${live ? 'why was this published?' : 'consent and checks'}`
  await page(
    response,
    web,
    'submission/why',
    { title, section: 'queue', story },
    {
      email,
      href: `/s/${story.slug}/submissions/${email.number}`,
      heading: live ? 'Why was this published?' : 'What this reader allowed',
      zone: story.zone,
      callOut: await callOutAt(db, facts.storyId, email.receivedAt),
      consents: consents.map(each => ({
        ...each,
        matter: consentMatters[each.what],
        words: each.answer === null ? notKnown : consentAnswers[each.answer],
      })),
      sender: authenticityLines(email, web.config.authservId),
      verifications: (await readVerifications(db, email.number)).map(each => ({
        ...each,
        words: verifiedHow[each.how],
      })),
      lines: await history(web.context, email.number),
      revisions: email.entry ? await listRevisions(db, email.entry.id) : [],
      changes: email.entry ? compare(email.text, email.entry.text) : null,
      form: filled,
      matters: Object.entries(consentMatters),
      answers: Object.entries(consentAnswers),
      hows: Object.entries(verifiedHow),
      mayHold: may(actor(response).role, 'hold-legally'),
      mayRecord: may(actor(response).role, 'decide'),
    },
  )
}

const factsOf = (email: Submission) => ({
  number: email.number,
  storyId: email.story?.id ?? null,
  receivedAt: email.receivedAt,
  anonymous: email.anonymous,
})

const consentBody = z.object({
  what: z.enum(['publish', 'name', 'place', 'contact', 'picture']),
  answer: z.enum(['yes', 'part', 'no']),
})

/** `POST …/consent`: what the reader said, with the words. */
export async function postConsent(request: Request, response: Response, web: Web): Promise<void> {
  const email = await emailOf(request, response, web)
  if (!email) return
  const typed = fields(request.body, ['what', 'answer', 'evidence'])
  const wish = { ...must(consentBody, typed), evidence: typed.evidence }
  const kept = await recordConsent(web.context, actor(response), email.number, wish)
  if (kept) return done(request, response, 'Written down.')
  response.status(422)
  await show(request, response, web, form(typed, { evidence: 'Give the reader’s words, or how they told you.' }))
}

const verificationBody = z.object({ how: z.enum(['rang', 'wrote', 'met', 'document', 'other']) })

/** `POST …/verification`: who was asked whether they wrote it. */
export async function postVerification(request: Request, response: Response, web: Web): Promise<void> {
  const email = await emailOf(request, response, web)
  if (!email) return
  const typed = fields(request.body, ['how', 'who', 'note'])
  const wish = { ...must(verificationBody, typed), who: typed.who, note: typed.note }
  const kept = await recordVerification(web.context, actor(response), email.number, wish)
  if (kept) return done(request, response, 'Written down.')
  response.status(422)
  await show(request, response, web, form(typed, { who: 'Say who confirmed it.' }))
}

async function emailOf(request: Request, response: Response, web: Web): Promise<Submission | null> {
  const story = await storyOf(request, response, web)
  return story && (await findEmail(request, response, web, story))
}

function done(request: Request, response: Response, words: string): void {
  flash(request, { words, tone: 'done' })
  response.redirect(303, `/s/${request.params.story}/submissions/${request.params.number}/why`)
}
