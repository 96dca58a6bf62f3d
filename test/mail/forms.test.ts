// The forms in which mail programs quote, sign and warn: one a line in forms/*.txt (⏎ is a line end), in some forty
// languages. Each is put around the same letter, which must come out whole and alone.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { findFolds } from '../../src/mail/folds/index.ts'
import { ownWords } from '../../src/mail/own-words.ts'

const forms = (file: string): string[] =>
  readFileSync(resolve(import.meta.dirname, 'forms', `${file}.txt`), 'utf8')
    .trim()
    .split('\n')
    .map(line => line.replaceAll('⏎', '\n'))

const letter =
  'The trains were cancelled again this morning and nobody on the platform could say why.\n\nWe waited an hour in the rain.'
const old = 'Thank you for your message, we would love to hear more about it.\nWhen did you arrive?\n\nThe desk'
const quoted = old.replace(/^/gm, '> ')
const bare = (text: string) => text.replace(/\s+/g, ' ').trim()

function read(original: string): string {
  const sender = { name: 'Anna Bell', address: 'anna@example.com' }
  return bare(ownWords(original, findFolds({ original, signatures: [], to: ['haveyoursay@example.org'], sender })))
}

/** The texts that do not come out as the letter, each with what came out. */
const wrong = (texts: string[], want = letter): string[] =>
  texts.filter(text => read(text) !== bare(want)).map(text => `${text}\n=> ${read(text)}`)

/** A form broken as programs break long lines: before the address, or at sixty letters. */
function wrapped(form: string): string {
  const at = form.lastIndexOf('<') > 20 ? form.lastIndexOf('<') : form.length > 60 ? form.lastIndexOf(' ', 60) + 1 : 0
  return at === 0 ? form : `${form.slice(0, at).trimEnd()}\n${form.slice(at)}`
}

/** A share of the forms may miss: in doubt words stay. */
function mostlyRight(texts: string[], share: number): void {
  const missed = wrong(texts)
  expect(missed.length <= texts.length * (1 - share) ? [] : missed).toEqual([])
}

test('an attribution line over marked lines is folded with them, on one line or two', () => {
  mostlyRight(
    forms('attributions').map(form => `${letter}\n\n${form}\n\n${quoted}\n`),
    0.99,
  )
  mostlyRight(
    forms('attributions').map(form => `${letter}\n\n${wrapped(form)}\n${quoted}\n`),
    0.98,
  )
  mostlyRight(
    forms('attributions').map(form => `${letter}\n${form}\n${quoted}\n`),
    0.99,
  )
})

test('an attribution line over an old message without marks ends the letter', () => {
  mostlyRight(
    forms('attributions').map(form => `${letter}\n\n${form}\n\n${old}\n`),
    0.97,
  )
  mostlyRight(
    forms('attributions').map(form => `${letter}\n\n${wrapped(form)}\n\n${old}\n`),
    0.97,
  )
})

test('a quotation first and the answer below it: the answer is the letter', () => {
  mostlyRight(
    forms('attributions').map(form => `${form}\n${quoted}\n\n${letter}\n`),
    0.99,
  )
})

test('inline answers stay with what they answer, whatever line introduces it', () => {
  for (const form of forms('attributions')) {
    const text = read(`${form}\n> When did you arrive?\n\nAt nine.\n\n> And the train?\n\nNever came.\n`)
    for (const words of ['> When did you arrive?', 'At nine.', '> And the train?', 'Never came.'])
      expect({ form, text }).toMatchObject({ text: expect.stringContaining(words) })
  }
})

const values = [
  'Have Your Say <haveyoursay@example.org>',
  'Wednesday, 27 April 2016 08:45',
  'Anna',
  'Desk <desk@example.org>',
  'RE: Trains',
]

test.each([
  ['in Outlook’s order', [0, 1, 2, 4]],
  ['with a copy', [0, 1, 2, 3, 4]],
  ['subject second', [0, 4, 1, 2]],
  ['subject first', [4, 0, 1, 2]],
  ['date first', [1, 0, 2, 4]],
  ['sender and date alone', [0, 1]],
])('a header block %s ends the letter, in any language', (_, order) => {
  const block = (names: string[], star: string) =>
    order.map(at => `${star}${names[at]}:${star} ${values[at]}`).join('\n')
  const languages = forms('header-fields').map(line => line.split('|'))
  mostlyRight(
    languages.map(names => `${letter}\n\n${block(names, '')}\n\n${old}\n`),
    1,
  )
  mostlyRight(
    languages.map(names => `${letter}\n\n________________________________\n${block(names, '*')}\n\n${old}\n`),
    1,
  )
})

test('a separator ends the letter, with a header block below it or without', () => {
  const block = 'From: Have Your Say <haveyoursay@example.org>\nTo: Anna\nSubject: Re: Trains'
  expect(wrong(forms('separators').map(form => `${letter}\n\n${form}\n${block}\n\n${old}\n`))).toEqual([])
  expect(wrong(forms('separators').map(form => `${letter}\n\n${form}\n\n${old}\n`))).toEqual([])
})

test('closings, signatures, device lines and notices at the end are folded', () => {
  mostlyRight(
    forms('endings').map(form => `${letter}\n\n${form}\n`),
    0.99,
  )
})

test('a warning that a mail server put on top is folded', () => {
  expect(wrong(forms('banners').map(form => `${form}\n\n${letter}\n`))).toEqual([])
})

test('words that only look like quotations, headers, rules or device lines stay', () => {
  for (const form of forms('kept')) expect(read(form)).toBe(bare(form))
})
