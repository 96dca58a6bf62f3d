import { expect, test } from '@jest/globals'
import { compare } from '../../src/desk/diff.ts'
import { doubts } from '../../src/desk/faithful.ts'
import { hiddenEdits } from '../../src/desk/open-edits.ts'

test('an untouched text has no changes and no doubts', () => {
  expect(compare('One two.\n\nThree.', 'One two.\n\nThree.').summary).toBe('No changes')
  expect(doubts('I am not 48.', 'I am not 48.')).toEqual([])
})

test('changes are counted in runs and words', () => {
  const changes = compare('The quick brown fox jumps over the dog.', 'The quick red fox jumps over the lazy dog.')
  expect(changes.summary).toBe('2 changes, 1 word cut, 2 words added')
})

test('a paragraph cut is one change and does not drag its neighbours along', () => {
  const changes = compare('First here.\n\nSecond goes away.\n\nThird stays.', 'First here.\n\nThird stays.')
  expect(changes.summary).toBe('1 change, 3 words cut')
  expect(changes.paragraphs.map(paragraph => paragraph.map(piece => piece.kind))).toEqual([['same'], ['cut'], ['same']])
})

test('both texts can be read back from the pieces', () => {
  const [before, after] = ['a b c\n\nd e', 'a x c\n\nnew one\n\nd']
  const { paragraphs } = compare(before, after)
  const read = (without: string) =>
    paragraphs
      .map(paragraph =>
        paragraph
          .filter(piece => piece.kind !== without)
          .map(piece => piece.words)
          .join('')
          .trim(),
      )
      .filter(Boolean)
      .join('\n\n')
  expect(read('added')).toBe(before)
  expect(read('cut')).toBe(after)
})

test('a dropped negation and a changed number are doubts that say which', () => {
  expect(doubts('We should not strike for 48 hours.', 'We should strike for 84 hours.')).toEqual([
    { why: 'number', words: 'The number “48” became “84”.' },
    { why: 'negation', words: 'The word “not” is gone.' },
  ])
  expect(doubts('I won’t go.', "I won't go!")).toEqual([])
  expect(doubts('They can go.', 'They can’t go.').map(doubt => doubt.why)).toContain('negation')
})

test('two sentences run together are a doubt, a marked cut between them is none', () => {
  const text = 'I support the doctors. But not today, and not like this. My mother waits for her operation.'
  expect(doubts(text, text.replace('doctors. But', 'doctors but')).map(doubt => doubt.why)).toEqual(['joined'])
  const cut = text.replace('But not today, and not like this. ', '[…] ')
  expect(doubts(text, cut).map(doubt => doubt.why)).not.toContain('joined')
  expect(doubts(text, text.replace('like this. My mother', 'like this; my mother')).map(doubt => doubt.why)).toEqual([
    'joined',
  ])
  expect(doubts('One ends here. Two goes on!', 'One ends here! Two goes on.')).toEqual([])
})

test('a cut without […] and words without brackets are told; marked ones and mended slips are not', () => {
  const text = 'I have never seen the hosptial so full. He told me to wait until four.'
  expect(hiddenEdits(text, text.replace('never ', '')).map(each => each.why)).toEqual(['cut'])
  expect(hiddenEdits(text, text.replace('never seen', '[…] seen'))).toEqual([])
  expect(hiddenEdits(text, text.replace('hosptial', 'hospital'))).toEqual([])
  expect(hiddenEdits(text, text.replace('He told', 'He [the consultant] told'))).toEqual([])
  expect(hiddenEdits(text, text.replace('until four', 'until four in the afternoon'))).toEqual([
    { why: 'added', words: 'Added without brackets: “in the afternoon”.' },
  ])
})

test('more than 30 % changed is a doubt', () => {
  const text = 'one two three four five six seven eight nine ten'
  expect(doubts(text, text.replace(' ten', '').replace(' nine', '')).map(doubt => doubt.why)).toEqual([])
  expect(doubts(text, 'one two three four five six').map(doubt => doubt.why)).toEqual(['much'])
})

test('two long texts with nothing in common are compared within a second', () => {
  const long = (seed: number) => Array.from({ length: 4000 }, (_, at) => `w${(at * seed) % 9973}`).join(' ')
  const began = performance.now()
  compare(long(7), long(13))
  expect(performance.now() - began).toBeLessThan(1000)
})
