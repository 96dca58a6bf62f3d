// Abuse is folded until somebody asks for it.
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { approve } from '../../src/desk/decisions.ts'
import { addStory, type Story } from '../../src/desk/stories.ts'
import { addEmail } from '../desk/cast.ts'
import { type Browser, type FrontDoor, openFrontDoor } from './front-door.ts'

const words = 'You are all bloody idiots and should be sacked.'
const found: [string, 'warn', string] = ['abuse', 'warn', 'bloody idiots']
let door: FrontDoor
let story: Story
let moderator: Browser
let number: number
beforeEach(async () => {
  door = await openFrontDoor()
  const added = await addStory(door.context, 'system', { slug: 'strike', title: 'Strike' })
  if (!added.ok) throw new Error('no story')
  story = added.story
  moderator = await door.signedIn('moderator')
  const facts = { subject: 'To the bloody idiots', original: words, text: words, findings: [found] }
  number = await addEmail({ context: door.context, story } as never, facts)
})
afterEach(() => door?.close())

/** What a person sees: without hidden fields and without tags. */
const seen = (html: string) => html.replace(/<input type="hidden"[^>]*>/g, '').replace(/<[^>]*>/g, ' ')

test('neither the list nor the pane nor the email’s own page shows words of abuse; one link on each does', async () => {
  for (const path of ['/s/strike/queue', `/s/strike/queue?item=${number}`, `/s/strike/submissions/${number}`]) {
    const folded = await moderator.get(path)
    expect([path, folded.status, /idiots|sacked/.test(seen(folded.text))]).toEqual([path, 200, false])
    expect(seen(folded.text)).toContain('Words of abuse, folded')
    const href = /<a href="([^"]*words=[^"]*)">Show the words/.exec(folded.text)![1]!.replaceAll('&amp;', '&')
    const shown = await moderator.get(href.replaceAll('&#38;', '&'))
    expect([path, shown.status, seen(shown.text).includes('should be sacked')]).toEqual([path, 200, true])
    expect(shown.text).toContain('bloody idiots</h2>')
  }
})

test('unread it can be rejected, held and sent to an editor, but not approved or edited, until its words were shown', async () => {
  const acts = async (query: string) => {
    const { text } = await moderator.get(`/s/strike/queue?item=${number}${query}`)
    return ['approve', 'edit', 'hold', 'reject', 'spam'].filter(act => text.includes(`data-act="${act}"`))
  }
  expect(await acts('')).toEqual(['hold', 'reject', 'spam'])
  expect(await acts(`&words=${number}`)).toEqual(['approve', 'edit', 'hold', 'reject', 'spam'])
  const answer = await moderator.post(`/s/strike/submissions/${number}/rejection`, { version: '1', back: '/' })
  expect(answer.status).toBe(303)
})

test('another email’s address shows nothing, and what was approved has been read', async () => {
  const other = await addEmail({ context: door.context, story } as never)
  for (const query of [`?item=${number}&words=${other}`, `?item=${other}&words=${other}`])
    expect(/idiots|sacked/.test(seen((await moderator.get(`/s/strike/queue${query}`)).text))).toBe(false)
  const editor = { kind: 'staff' as const, id: door.staff.editor, name: 'The editor', role: 'editor' as const }
  expect((await approve(door.context, editor, number, { version: 1 })).ok).toBe(true)
  expect(seen((await moderator.get(`/s/strike/submissions/${number}`)).text)).toContain('should be sacked')
})
