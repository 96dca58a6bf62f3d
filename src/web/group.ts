// The group builder: several emails, in an order, under a heading, published as one entry. Works as plain forms; `U` in
// the queue opens it with what is ticked.
import type { Request, Response } from 'express'
import { z } from 'zod'
import { proposalOf } from '../desk/decide.ts'
import { approveGroup, type GroupRefusal, mostMembers } from '../desk/group.ts'
import { loadItem } from '../desk/item.ts'
import { refusals } from '../desk/refusal.ts'
import type { Story } from '../desk/stories.ts'
import { attributionLine, textToParagraphs } from '../feed/index.ts'
import { problem, wantsJson } from './errors.ts'
import { actor } from './guard.ts'
import { must } from './input.ts'
import { flash, page } from './page.ts'
import type { Web } from './route.ts'
import { storyOf } from './story-parameter.ts'

/** An email as `412:3`: number and the version seen. */
const pick = z.string().regex(/^\d{1,15}:\d{1,9}$/)
const picks = z.union([z.array(pick).max(100), pick.transform(one => [one])]).default([])
const asked = z.object({ pick: picks })
const body = z.strictObject({
  pick: picks,
  heading: z.string().max(1000).default(''),
  /** `412:up`, `412:down`, `412:out`: changes the list and publishes nothing. */
  move: z
    .string()
    .regex(/^\d{1,15}:(up|down|out)$/)
    .optional(),
})

const seenOf = (text: string) => {
  const [number, version] = text.split(':').map(Number)
  return { number: number!, version: version! }
}

/** `GET /s/:story/group?pick=412:3&pick=…` */
export async function showGroup(request: Request, response: Response, web: Web): Promise<void> {
  const story = await storyOf(request, response, web)
  if (!story) return
  await render(response, web, story, { picks: must(asked, request.query).pick, heading: '', fault: '' })
}

/** `POST /s/:story/group`: publishes the group, or shows the list in another order. */
export async function postGroup(request: Request, response: Response, web: Web): Promise<void> {
  const wish = must(body, request.body ?? {})
  const story = await storyOf(request, response, web)
  if (!story) return
  if (wish.move !== undefined) {
    const changed = { picks: rearranged(wish.pick, wish.move), heading: wish.heading, fault: '' }
    return render(response, web, story, { ...changed, moved: wish.move })
  }
  const items = wish.pick.map(seenOf)
  const result = await approveGroup(web.context, actor(response), { storyId: story.id, heading: wish.heading, items })
  if (result.ok) {
    const words = `${items.length} emails go live as one entry.`
    if (wantsJson(request)) return void response.json({ words, entry: result.entry })
    flash(request, { words, tone: 'done' })
    return response.redirect(303, `/s/${story.slug}/live`)
  }
  if (wantsJson(request)) return problem(response, 422, wordsOf(result), { why: result.why })
  response.status(422)
  await render(response, web, story, { picks: wish.pick, heading: wish.heading, fault: wordsOf(result) })
}

function wordsOf(refused: GroupRefusal): string {
  if ('number' in refused) return `Email #${refused.number}: ${refusals[refused.why]}`
  const words = {
    'no-heading': 'Give the group a heading.',
    'too-few': 'A group has two emails or more.',
    'too-many': `A group has ${mostMembers} emails at most.`,
  }
  return words[refused.why]
}

function rearranged(list: string[], move: string): string[] {
  const [number, to] = move.split(':')
  const at = list.findIndex(each => each.startsWith(`${number}:`))
  if (at < 0) return list
  const rest = list.filter((_, index) => index !== at)
  if (to === 'out') return rest
  rest.splice(to === 'up' ? Math.max(0, at - 1) : at + 1, 0, list[at]!)
  return rest
}

type Shown = { picks: string[]; heading: string; fault: string; moved?: string }

async function render(response: Response, web: Web, story: Story, shown: Shown): Promise<void> {
  const letters = []
  for (const each of shown.picks) {
    const item = await loadItem(web.context.db, seenOf(each).number)
    if (!item || item.row.story_id !== story.id) continue
    const proposal = proposalOf(item.row)
    letters.push({
      pick: each,
      number: item.row.number,
      line: attributionLine(proposal),
      // All of it: nobody publishes what they have not seen.
      paragraphs: textToParagraphs(proposal.text),
      flagged: item.row.flagged === 1,
      state: item.row.state,
      blocked: item.blocked,
    })
  }
  const facts = { title: `Group (${letters.length})`, section: 'queue' as const, story }
  await page(response, web, 'group/page', facts, { ...shown, letters, story, moved: shown.moved ?? '' })
}
