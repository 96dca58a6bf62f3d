// Plain text: of each entry the attribution line, then its paragraphs.
import { clock, day } from '../time.ts'
import { addresses, allEntries, type Feed, titleOf } from './feed.ts'
import { entryParagraphs } from './text.ts'

export const plainType = 'text/plain; charset=utf-8'

export function plain(feed: Feed): string {
  const { story } = feed
  const head = [titleOf(story), story.standfirst, story.byline, ...story.keyPoints.map(point => `- ${point}`)]
  const entries = allEntries(feed).map(entry =>
    [
      ...entryParagraphs(entry.line, entry.text),
      `${clock(entry.publishedAt, story.zone)}, ${day(entry.publishedAt, story.zone)} ${addresses(feed).entry(entry.id)}`,
    ].join('\n\n'),
  )
  const blocks = [head.filter(line => line !== '').join('\n'), story.callOut, ...entries]
  return `${blocks.filter(block => block !== '').join('\n\n\n')}\n`
}
