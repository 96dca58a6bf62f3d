import { expect, test } from '@jest/globals'
import { proposedText } from '../../src/mail/proposed.ts'

test('a text without such details is proposed as it stands, to the letter', () => {
  const text = 'I waited 14 hours.  It was 3am.\n\nWell done all.'
  expect(proposedText(text)).toBe(text)
})

test('a last sentence that only says how to reach its writer goes without a mark', () => {
  expect(proposedText('The crew were kind.\n\nYou can ring me on 07700 900417 any time after 11.')).toBe(
    'The crew were kind.',
  )
})

test('in the middle a mark stands for the cut', () => {
  expect(proposedText('They were kind. Call me on 07700 900417. I shall not forget it.')).toBe(
    'They were kind. […] I shall not forget it.',
  )
})

test('of a sentence that says something else too, only the detail goes', () => {
  expect(proposedText('I have lived at HA4 7AA for forty years and never seen a queue like it.')).toBe(
    'I have lived at […] for forty years and never seen a queue like it.',
  )
})

test('however many there are, none is left', () => {
  const numbers = Array.from({ length: 9 }, (_, at) => `Number ${at}: 07700 90041${at}.`).join('\n')
  expect(proposedText(`Hello.\n${numbers}\nGoodbye, or write to k.price@example.org.`)).toBe('Hello.')
})

test('a detail broken over two lines is left out too', () => {
  expect(proposedText('We do what we can here; the number is 07700\n900417 as ever, and we are tired.')).not.toMatch(
    /07700|900417/,
  )
})

test('what a reader only asks us about their name is not printed', () => {
  const wish = 'my first name only'
  expect(proposedText('I walked out in tears.\n\nPlease use my first name only.', wish)).toBe('I walked out in tears.')
  expect(proposedText('Please use my first name only. I walked out in tears.', wish)).toBe('[…] I walked out in tears.')
})

test('a sentence that says more than the wish stays, and so does a letter that is nothing else', () => {
  const long =
    'Please don’t print my name, because I am the only nurse on nights on this ward and the managers read every word of what is sent to you.'
  expect(proposedText(long, "don't print my name")).toBe(long)
  expect(proposedText('Don’t print my name.', "don't print my name")).toBe('Don’t print my name.')
})
