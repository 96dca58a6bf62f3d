// One email on paper: the reader's own words, the line above them, the number. Who asked not to be named is not.
import type { Request, Response } from 'express'
import { recordAccess } from '../desk/access.ts'
import { withholdsName } from '../desk/decide.ts'
import { may } from '../desk/policy.ts'
import type { Submission } from '../desk/submission.ts'
import { attributionLine } from '../feed/index.ts'
import { findEmail } from './find-email.ts'
import { actor } from './guard.ts'
import { page } from './page.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

/** `GET …/print`. The look is recorded: paper leaves the house. */
export async function showPrint(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  const email = story && (await findEmail(request, response, web, story))
  if (!email) return
  const who = actor(response)
  await recordAccess(web.context, who, 'opened to print', email.number)
  const facts = { title: `#${email.number} to print`, section: 'queue', story } as const
  await page(response, web, 'submission/print', facts, {
    email,
    href: `/s/${story.slug}/submissions/${email.number}`,
    zone: story.zone,
    line: lineOf(email),
    paragraphs: paragraphsOf(email.text),
    published: publishedOf(email),
    sender: may(who.role, 'see-addresses') && !withheld(email) ? email.from : null,
  })
}

const withheld = ({ anonymous, urgent }: Submission) => withholdsName({ anonymous: Number(anonymous), urgent })

/** As it was published, else as it is proposed. */
const lineOf = ({ entry, proposal }: Submission): string => entry?.line ?? attributionLine(proposal)

const paragraphsOf = (text: string): string[] => text.split(/\n\s*\n/).filter(paragraph => paragraph.trim() !== '')

/** What readers saw, where it is not what was written. */
function publishedOf({ entry, text }: Submission) {
  if (entry?.publishedAt == null) return null
  const { publishedAt, withdrawnAt } = entry
  return { publishedAt, withdrawnAt, paragraphs: entry.text === text ? [] : paragraphsOf(entry.text) }
}
