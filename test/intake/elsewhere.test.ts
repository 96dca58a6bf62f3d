import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, expect, test } from '@jest/globals'
import { sets } from '../../scripts/score-sets.ts'
import { moveToStory } from '../../src/desk/placing.ts'
import { addStory } from '../../src/desk/stories.ts'
import { readSubmission } from '../../src/desk/submission.ts'
import { meantForAnother, type StoryTold } from '../../src/intake/elsewhere.ts'
import { reread } from '../../src/intake/reread.ts'
import { createReader } from '../../src/mail/pool.ts'
import { readMessage } from '../../src/mail/read.ts'
import { letter, openPost } from '../post.ts'

const reader = createReader({ threads: 1 })
afterAll(() => reader.close())

const story = (id: string, title: string, change: Partial<StoryTold> = {}): StoryTold => ({
  ...{ id, title, slug: id, addresses: [`${id}@example.org`], subjects: [], about: '' },
  ...change,
})
const stories = [
  story('strike', 'Junior doctors’ strike', { about: 'Operations cancelled as doctors walk out over a new contract' }),
  story('snow', 'Snow closes schools across Scotland', {
    subjects: ['big freeze'],
    about: 'Roads and railways blocked',
  }),
  story('vote', 'EU referendum: the campaign', { about: 'Leave and Remain. Send us your views: vote@example.org' }),
  story('trains', 'Rail strike on Southern', { about: 'Guards walk out. Trains cancelled' }),
]
const marks = (text: string, subject = 'My view', here = 'strike', to = ['strike@example.org']) =>
  meantForAnother(stories, here, { subject, text, original: text, to }).map(({ level, words }) => `${level} ${words}`)

test('an address of another story in the email, quoted or not, says where it was meant to go', () => {
  expect(marks('You asked for views at vote@example.org, here is mine.')).toEqual([
    'warn vote@example.org (EU referendum: the campaign)',
  ])
  expect(marks('> Send us your views: snow@example.org\n\nWe are stuck.')).toEqual([
    'warn snow@example.org (Snow closes schools across Scotland)',
  ])
  expect(marks('Sent to letters+trains@paper.example first.')).toEqual(['warn +trains@ (Rail strike on Southern)'])
})

test('who names this story too, or wrote to both, meant this one', () => {
  expect(marks('I wrote to vote@example.org and to strike@example.org.')).toEqual([])
  expect(marks('Also to vote@example.org.', 'Hi', 'strike', ['strike@example.org', 'vote@example.org'])).toEqual([])
})

test('words that lead to another story, in a subject that an address outvoted', () => {
  expect(marks('We are cut off.', 'The Big  Freeze')).toEqual(['warn big freeze (Snow closes schools across Scotland)'])
  expect(marks('We are cut off.', 'The big freeze', 'snow')).toEqual([])
})

test('a letter about another story’s subject, and about nothing of this one’s', () => {
  expect(marks('The schools here closed at noon and the road is blocked by snow.', 'Snowed in')).toEqual([
    'info Snowed, closed, schools, road, blocked (Snow closes schools across Scotland)',
  ])
  expect(marks('I shall stay at home.', 'The EU referendum')).toEqual([
    'info EU, referendum (EU referendum: the campaign)',
  ])
})

test.each([
  [
    'it speaks of this story as well',
    'The doctors came through the snow though schools closed and roads were blocked.',
  ],
  ['one word is not evident', 'There was snow on the picket line.'],
  ['a word of both stories', 'My operation was cancelled and so was my train home.'],
  ['words that every letter has', 'I read your page every morning and share it with people at work.'],
])('nothing is said when %s', (_, text) => {
  expect(marks(text)).toEqual([])
})

test('an email of no story, or the only story, is marked with nothing', () => {
  const letter = { subject: 'The big freeze', text: '', original: '', to: [] }
  expect(meantForAnother(stories, null, letter)).toEqual([])
  expect(meantForAnother(stories.slice(0, 1), 'strike', letter)).toEqual([])
})

test('of all labelled letters none is marked while four other stories are open', async () => {
  const marked: string[] = []
  for (const folder of new Set(Object.values(sets).map(set => set.folder)))
    for (const file of readdirSync(new URL(`../mail/${folder}/`, import.meta.url)).filter(name =>
      name.endsWith('.eml'),
    )) {
      const reading = await readMessage(readFileSync(new URL(`../mail/${folder}/${file}`, import.meta.url)))
      const found = reading.automatic ? [] : meantForAnother(stories, 'strike', reading)
      marked.push(...found.map(({ words }) => `${file} ${words}: ${reading.subject} / ${reading.text.slice(0, 100)}`))
    }
  expect(marked).toEqual([])
})

test('the mark comes with the mail, says why, stays when all is read again, and goes when somebody moves it', async () => {
  const post = await openPost(reader)
  const { context } = post
  const other = await addStory(context, 'system', {
    slug: 'snow',
    title: 'Snow closes schools',
    addresses: ['snow@example.org'],
  })
  if (!other.ok) throw new Error(JSON.stringify(other.faults))
  const [number] = await post.take([
    letter(1, 'Your page said snow@example.org. We are cut off at Aviemore.\n\nKatherine\n'),
  ])
  const marked = {
    check: 'wrong-story',
    level: 'warn',
    label: 'Other story?',
    words: 'snow@example.org (Snow closes schools)',
  }
  const email = (await readSubmission(context, number!))!
  expect(email.findings).toContainEqual(expect.objectContaining(marked))
  await reread(context, reader)
  const again = (await readSubmission(context, number!))!
  expect(again.findings).toContainEqual(expect.objectContaining(marked))
  const moved = await moveToStory(context, post.editor, number!, { version: again.version, storyId: other.story.id })
  expect(moved.ok).toBe(true)
  const there = (await readSubmission(context, number!))!
  expect(there.findings.map(({ check }) => check)).not.toContain('wrong-story')
  await post.remove()
})
