// Plain text: of each entry the attribution line, then its paragraphs; at the end the addresses of what was withdrawn.
import { clock, day } from '../time.ts'
import { entryParagraphs } from './body.ts'
import { addresses, allEntries, type Feed, titleOf } from './feed.ts'

export const plainType = 'text/plain; charset=utf-8'

export function plain(feed: Feed): string {
  const { story } = feed
  // What the story says today stands in no archive: archives change only with their members.
  const archive = feed.archive.number !== null
  const head = [
    titleOf(story),
    story.standfirst,
    story.byline,
    ...(archive ? [] : story.keyPoints.map(point => `- ${point.text}`)),
  ]
  const entries = allEntries(feed).map(entry =>
    [
      ...(entry.headline ? [entry.headline] : []),
      ...entryParagraphs(entry),
      `${clock(entry.publishedAt, story.zone)}, ${day(entry.publishedAt, story.zone)} ${addresses(feed).entry(entry.id)}`,
    ].join('\n\n'),
  )
  const gone = feed.withdrawn.map(
    ({ id, withdrawnAt }) =>
      `Withdrawn at ${clock(withdrawnAt, story.zone)}, ${day(withdrawnAt, story.zone)}: ${addresses(feed).entry(id)}`,
  )
  const blocks = [
    head.filter(line => line !== '').join('\n'),
    archive ? '' : story.callOut,
    ...entries,
    gone.join('\n'),
  ]
  return `${blocks.filter(block => block !== '').join('\n\n\n')}\n`
}
