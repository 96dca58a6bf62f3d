// What stands where there is nothing to show, and what to do next.
import { readHandled } from '../desk/handled.ts'
import { readRow } from '../desk/queue.ts'
import type { Story } from '../desk/stories.ts'
import { type View, views } from '../desk/view.ts'
import { hourMinute } from '../time.ts'
import { type Asked, search } from './queue-query.ts'
import type { Web } from './route.ts'

export type Empty = { heading: string; words: string; links: { href: string; label: string }[]; samples?: string }

export async function emptyOf(
  web: Web,
  story: Story,
  asked: Partial<Asked> & { view: View },
  counts: Record<View, number>,
): Promise<Empty> {
  const base = `/s/${story.slug}/queue`
  const narrowed = asked.q ?? asked.flag ?? asked.photo ?? asked['point-of-view'] ?? asked.mine ?? asked.from
  if (narrowed !== undefined) {
    const empty = nothingMatches(asked, base)
    return { ...empty, links: [...(await byNumber(web, story, asked.q)), ...empty.links] }
  }
  if (asked.view !== 'waiting')
    return {
      heading: `Nothing in ${views[asked.view]}`,
      words: appears[asked.view],
      links: [{ href: base, label: `Waiting (${counts.waiting})` }],
    }
  const handled = await readHandled(web.context, story)
  const links = counts.held > 0 ? [{ href: `${base}?view=held`, label: `Held (${counts.held})` }] : []
  if (handled.ever) {
    const last = handled.last ? `, the last by ${handled.last.by} at ${hourMinute(handled.last.at, story.zone)}` : ''
    const today = handled.today === 0 ? 'Nothing handled today yet' : `${handled.today} handled today${last}`
    return { heading: 'All read', words: `${today}. New emails appear here by themselves.`, links }
  }
  const address = story.addresses[0]
  const words = address
    ? `Send an email to ${address}, and it appears here by itself.`
    : 'New emails appear here by themselves. Give the story an address so that readers’ mail finds it.'
  return {
    heading: 'No emails yet',
    words,
    samples: `/s/${story.slug}/samples`,
    links: address ? links : [...links, { href: `/stories/${story.slug}`, label: 'Settings of this story' }],
  }
}

function nothingMatches(asked: Partial<Asked> & { view: View }, base: string): Empty {
  const parts = [
    asked.q && `‘${asked.q}’`,
    asked.photo && 'with a photo',
    asked.flag && 'with this check',
    asked['point-of-view'] && 'with this point of view',
    asked.mine && 'assigned to you',
  ].filter(Boolean)
  return {
    heading: 'No match',
    words: `No ${views[asked.view].toLowerCase()} emails ${asked.q || parts.length === 0 ? 'match ' : ''}${parts.join(' ') || 'the filters'}.`,
    links: [
      { href: `${base}${search({ view: asked.view })}`, label: 'Clear filters' },
      ...elsewhere(asked, base).map(({ href, label }) => ({ href, label: `Look in ${label}` })),
    ],
  }
}

/** What stands in each view, said where it is empty. */
const appears: Record<Exclude<View, 'waiting'>, string> = {
  urgent: 'Emails that speak of danger to somebody, and wishes of readers who are on the live page, stand here too.',
  flagged: 'Waiting emails with a warning stand here too.',
  photos: 'Waiting emails with a picture stand here too.',
  held: 'What you hold waits here until somebody decides it.',
  'second-approval': 'What a moderator sends to an editor waits here for another person.',
  approved: 'What is approved stands here, with the way back.',
  rejected: 'What is rejected stays readable here, with the way back.',
  spam: 'What is marked as spam stays readable here, with the way back.',
  aside: 'Automatic replies, bounces and newsletters are filed here: nobody needs to decide them.',
  parked: 'Emails that no machine could read in time are kept here.',
  unrouted: 'Emails that no rule leads to a story are kept here.',
}

/** An email that was searched for by its number, where it stands in another view. */
async function byNumber({ context }: Web, story: Story, q = ''): Promise<Empty['links']> {
  const number = /^#(\d{1,15})$/.exec(q)?.[1]
  const row = number === undefined ? null : await readRow(context, Number(number))
  if (!row || row.stage === 'erased' || row.storyId !== story.id) return []
  return [{ href: `/s/${story.slug}/submissions/${row.number}`, label: `Open #${row.number}` }]
}

/** What was searched for here may stand in another view. `base` is the queue's address. */
export function elsewhere(asked: Partial<Asked> & { view: View }, base: string): Empty['links'] {
  if (!asked.q) return []
  const others = (['waiting', 'held', 'approved', 'rejected'] as const).filter(view => view !== asked.view)
  return others.map(view => ({
    href: `${base}${search(asked, { view, item: undefined, after: undefined })}`,
    label: views[view],
  }))
}
