import { expect, test } from '@jest/globals'
import { spellingHints } from '../../src/desk/spelling.ts'

const hint = (text: string) => spellingHints(text).map(({ found, better }) => `${found} → ${better}`)

test('what a live page once printed is hinted at: “your not supported”, “3am in the morning”', () => {
  expect(hint('It is a job where your not supported, up at 3am in the morning.')).toEqual([
    'your not → you’re not',
    '3am in the morning → 3am',
  ])
})

test('words confused, misspelt or written twice are found with their capitals, in the order of the text', () => {
  expect(hint('Teh goverment should of seen it. Their is the the proof. Seperately, we loose our hospitals.')).toEqual([
    'Teh → The',
    'goverment → government',
    'should of → should have',
    'Their is → There is',
    'the the → the',
    'Seperately → Separately',
  ])
})

test('good English is left alone', () => {
  const text = `Your doctor had had enough; I know that that is your right hand. It lost its way to the hospital. There they
    were, more than once, then gone. We could, of course, go on. The Minster at York is very, very old. I said no, no.
    They have always run on goodwill, said Thierry Seigel of Wetherby.`
  expect(hint(text)).toEqual([])
})
