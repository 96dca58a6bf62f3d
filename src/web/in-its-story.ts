// What stands below a story's address must belong to that story. Checked in one place for every such route, before its
// handler: a form that names an email or an entry of another story changes nothing.
import type { Request, RequestHandler } from 'express'
import { refusals } from '../desk/refusal.ts'
import { findStory } from '../desk/stories.ts'
import { notFoundPage } from './errors.ts'
import type { Web } from './route.ts'

/** Whose it is; `slug` null: of no story yet, and then it is reached by way of any. */
type Kept = { slug: string | null; version: number | null }

const submissions = '/s/:story/submissions/:number'
const entries = '/s/:story/entries/:id'

/** Paths whose handler refuses a stale version with who was quicker (409): more use to that person than “not here”. */
const judgesVersion = /\/(?:approval|hold|rejection|spam)(?:\/undo)?$|\/move$/

/** The check for a route of the table; none where no email or entry is named, or where a moved email leads on (301). */
export function inItsStory(method: string, path: string, web: Web): RequestHandler[] {
  const ofEmail = path.startsWith(submissions) || path === '/s/:story/rows/:number'
  const ofEntry = path.startsWith(entries)
  if ((!ofEmail && !ofEntry) || (path.startsWith(submissions) && method === 'GET')) return []
  return [
    async (request, response, next) => {
      const kept = ofEmail ? await emailOf(web, request) : await entryOf(web, request)
      const here = kept === undefined || kept.slug === null || (await isStory(web, request, kept.slug))
      if (here || (judgesVersion.test(path) && isStale(request, kept))) return next()
      notFoundPage(request, response, ofEntry ? 'There is no such entry in this story.' : refusals.elsewhere)
    },
  ]
}

const isStale = (request: Request, { version }: Kept): boolean =>
  request.body?.version !== undefined && Number(request.body.version) !== version

/** Whether the story in the address is this one, by its slug or by one that it had. */
async function isStory(web: Web, request: Request, slug: string): Promise<boolean> {
  const asked = String(request.params.story)
  return asked === slug || (await findStory(web.context, asked))?.moved === slug
}

const emailOf = ({ context: { db } }: Web, { params }: Request): Promise<Kept | undefined> =>
  db
    .selectFrom('submission')
    .leftJoin('story', 'story.id', 'submission.story_id')
    .select(['story.slug', 'submission.version'])
    .where('submission.number', '=', Number(params.number))
    .executeTakeFirst()

async function entryOf({ context: { db } }: Web, { params }: Request): Promise<Kept | undefined> {
  const row = await db
    .selectFrom('entry')
    .innerJoin('story', 'story.id', 'entry.story_id')
    .select('story.slug')
    .where('entry.id', '=', String(params.id))
    .executeTakeFirst()
  return row && { ...row, version: null }
}
