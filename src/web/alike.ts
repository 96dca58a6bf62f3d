// Letters nearly the same on one card: decided once, each taken out by its tick, any two side by side.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { shownTo } from '../desk/addresses.ts'
import { type Alike, lettersLike } from '../desk/alike.ts'
import { compare } from '../desk/diff.ts'
import { may } from '../desk/policy.ts'
import { clock } from '../time.ts'
import { showError } from './errors.ts'
import { actor } from './guard.ts'
import { must, numberParameter } from './input.ts'
import { page } from './page.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'
import { lastSeq } from './stream-events.ts'

const stateWords = { waiting: 'Waiting', held: 'Held', approved: 'Approved', rejected: 'Rejected', spam: 'Spam' }

/** `GET /s/:story/submissions/:number/alike?with=413`: the card of a campaign; with `with`, the two side by side. */
export async function showAlike(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  const number = numberParameter(request)
  const other = must(z.coerce.number().int().positive().optional(), request.query.with)
  const seq = await lastSeq(web.context)
  const alike = shownTo(actor(response).role, await lettersLike(web.context, number, story.id))
  if (!alike) return showError(response, 404, `No other email here is nearly the same as #${number}.`)
  const base = `/s/${story.slug}`
  const title = `${alike.size} letters nearly the same`
  await page(
    response,
    web,
    'submission/alike',
    { title, section: 'queue', story },
    {
      ...{ base, number, seq, alike, href: `${base}/submissions/${number}/alike` },
      // Told apart by the time of day alone, as people speak of a day's mail.
      since: clock(alike.since, story.zone),
      letters: alike.letters.map(letter => ({
        ...letter,
        words: letter.state === null ? '' : stateWords[letter.state],
      })),
      waiting: alike.letters.filter(letter => letter.state === 'waiting' || letter.state === 'held').length,
      sides: other === undefined ? null : sidesOf(alike, number, other),
      mayDecide: may(actor(response).role, 'decide'),
    },
  )
}

/** Both letters, in each marked what the other has not; null when one of them is not among those shown. */
function sidesOf({ letters }: Alike, number: number, other: number) {
  const [one, two] = [number, other].map(each => letters.find(letter => letter.number === each))
  if (!one || !two || one === two) return null
  const { paragraphs } = compare(one.text, two.text)
  const without = (kind: 'cut' | 'added') =>
    paragraphs.map(pieces => pieces.filter(piece => piece.kind !== kind)).filter(pieces => pieces.length > 0)
  return [
    { letter: one, paragraphs: without('added') },
    { letter: two, paragraphs: without('cut') },
  ]
}
