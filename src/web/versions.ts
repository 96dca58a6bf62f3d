// Two versions of an email's words side by side: what the reader wrote, what was proposed, each revision of the entry.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { compare } from '../desk/diff.ts'
import { listRevisions } from '../desk/entries.ts'
import type { Submission } from '../desk/submission.ts'
import { clock } from '../time.ts'
import { findEmail } from './find-email.ts'
import { must } from './input.ts'
import { page } from './page.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

export type Version = { name: string; line: string; text: string }

/** `GET /s/:story/submissions/:number/versions?from=0&to=2`: what changed from one version to another. */
export async function showVersions(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  const email = story && (await findEmail(request, response, web, story))
  if (!email) return
  const versions = await versionsOf(web, email, story.zone)
  const position = z.coerce.number().int().min(0).catch(-1)
  const asked = must(z.object({ from: position.default(0), to: position.default(-1) }), request.query)
  const [from, to] = [asked.from, asked.to].map(at => (at >= 0 && at < versions.length ? at : versions.length - 1)) as [
    number,
    number,
  ]
  const changes = compare(versions[from]!.text, versions[to]!.text)
  const title = `#${email.number}: versions`
  const href = `/s/${story.slug}/submissions/${email.number}`
  await page(
    response,
    web,
    'submission/versions',
    { title, section: 'queue', story },
    { href, email, versions, from, to, changes },
  )
}

async function versionsOf({ context }: Web, email: Submission, zone: string): Promise<Version[]> {
  const revisions = email.entry ? await listRevisions(context.db, email.entry.id) : []
  const entry = revisions
    .toSorted((one, other) => one.revision - other.revision)
    .map(({ revision, by, at, line, text }) => ({
      name: `Version ${revision}, ${clock(at, zone)}, by ${by}`,
      line,
      text,
    }))
  const left =
    email.proposal.text === email.text
      ? []
      : [{ name: 'As proposed, details left out', line: '', text: email.proposal.text }]
  return [{ name: 'The reader’s own words', line: '', text: email.text }, ...left, ...entry]
}
