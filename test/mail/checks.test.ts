// What the checks find in the phrasings of readers, and what they leave alone: one phrase a line in phrasings/*.txt.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { readMessage } from '../../src/mail/read.ts'

/** The files of phrasings with the checks that answer to them, and the share that must be found. */
const kinds: [kind: string, checks: string[], share: number][] = [
  ['self-harm', ['self-harm'], 0.9],
  ['threat', ['threat'], 0.9],
  ['not-for-publication', ['not-for-publication'], 0.9],
  ['anonymous', ['asked-anonymous', 'asked-part-name'], 0.97],
  ['anonymous-in-part', ['asked-part-name'], 0.95],
  ['under-18', ['under-18'], 0.9],
  ['third-party', ['third-party'], 0.9],
  ['hatred', ['abuse'], 0.9],
  ['phone', ['phone'], 0.95],
  ['email-address', ['email-address'], 0.95],
  ['postcode', ['postcode'], 0.95],
  ['postal-address', ['postal-address'], 0.95],
  ['health', ['health'], 0.9],
  ['child', ['child'], 0.9],
]
const marks = new Set(kinds.flatMap(([, checks]) => checks))
const needEditor = ['self-harm', 'threat', 'not-for-publication', 'under-18', 'third-party']

const phrasings = (kind: string): string[] =>
  readFileSync(resolve(import.meta.dirname, 'phrasings', `${kind}.txt`), 'utf8')
    .trim()
    .split('\n')

/** The findings on a letter in which the phrase stands as a paragraph between two that are harmless. */
async function findingsOn(phrase: string) {
  const { checks } = await readMessage(
    Buffer.from(
      `From: Kate Jones <kate@example.com>\nSubject: Today\nContent-Type: text/plain; charset=utf-8\n\nIt rained all morning on the picket line.\n\n${phrase}\n\nThe buses were late again as well.\n`,
    ),
  )
  return checks
}

test.each(kinds)('the check for %s finds what readers write', async (kind, names, share) => {
  const all = phrasings(kind)
  const missed: string[] = []
  for (const phrase of all)
    if (!(await findingsOn(phrase)).some(({ check }) => names.includes(check))) missed.push(phrase)
  expect(all.length).toBeGreaterThanOrEqual(25)
  expect(1 - missed.length / all.length >= share ? [] : missed).toEqual([])
})

test.each(['look-alikes', 'more-look-alikes', 'named-willingly'])(
  'of the %s at most one in twenty is marked',
  async file => {
    const all = phrasings(file)
    const marked: string[] = []
    for (const phrase of all)
      for (const { check } of await findingsOn(phrase)) if (marks.has(check)) marked.push(`${check}: ${phrase}`)
    expect(marked.length <= all.length / 20 ? [] : marked).toEqual([])
  },
)

test('what needs an editor stands at the level that stops publishing', async () => {
  for (const kind of needEditor)
    for (const phrase of phrasings(kind))
      for (const { check, level } of await findingsOn(phrase))
        if (check === kind) expect([phrase, level]).toEqual([phrase, 'bad'])
})

test('a request not to print is heard where it looks like the footer that spares paper, and that footer is not', async () => {
  const asks = async (words: string) => (await findingsOn(words)).some(({ check }) => check === 'not-for-publication')
  expect(await asks('Please do not print this letter.')).toBe(true)
  expect(await asks('Please do not print this email unless you really need to.')).toBe(false)
})
