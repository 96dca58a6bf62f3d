// What the checks mark of a labelled set of letters from readers (test/mail/personal-data), written before they were.
import { expect, test } from '@jest/globals'
import { type Group, scorePersonal } from '../../scripts/score-personal.ts'
import { readMessage } from '../../src/mail/read.ts'

/** What must be found of all that is labelled, and how many marks may be wrong, for each email. */
const promises: [group: Group, recall: number, wrong: number][] = [
  ['contact', 0.95, 1 / 20],
  ['third-party', 0.9, 1 / 3],
  ['health', 0.9, 1 / 3],
  ['child', 0.9, 1 / 3],
  ['workplace', 0.9, 1 / 3],
  ['court', 0.9, 1 / 3],
]

test.each(['all', 'unseen'] as const)(
  'of %s letters personal data is marked as promised, and every mark quotes its words',
  async half => {
    const { emails, tallies } = await scorePersonal(half)
    expect(emails).toBeGreaterThanOrEqual(half === 'all' ? 200 : 100)
    for (const [group, recall, wrong] of promises) {
      const { labelled, found, wrong: bad, unquoted } = tallies[group]
      expect([group, found >= recall * labelled, bad <= wrong * emails, unquoted]).toEqual([group, true, true, 0])
    }
  },
  60_000,
)

const letter = (body: string) =>
  readMessage(
    Buffer.from(
      `From: Kate Jones <kate@example.com>\nSubject: Today\nContent-Type: text/plain; charset=utf-8\n\n${body}\n`,
    ),
  )
const found = async (body: string, check: string) =>
  (await letter(body)).checks.filter(each => each.check === check).map(each => each.words)

test('a number is a card, a health, an insurance or a bank number when its check digits say so', async () => {
  const numbers = async (words: string) =>
    (await found(`It rained all day. Here: ${words} was what they wrote.`, 'id-number')).length
  for (const right of [
    '4111 1111 1111 1111',
    '378282246310005',
    '943 476 5919',
    'JG 10 37 59 A',
    'GB82 WEST 1234 5698 7654 32',
    'sort code 20-45-11',
  ])
    expect([right, await numbers(right)]).toEqual([right, 1])
  for (const wrong of [
    '4111 1111 1111 1112',
    '378282246310006',
    '943 476 5918',
    'ZZ 10 37 59 A',
    'GB82 WEST 1234 5698 7654 33',
    'order 2016 4471 0000 1234',
  ])
    expect([wrong, await numbers(wrong)]).toEqual([wrong, 0])
})

test('accounts on other platforms are told from addresses and from talk of the platform', async () => {
  for (const [body, words] of [
    ['I am on insta: kate.paints if you care.', 'insta: kate.paints'],
    ['Find me at @kate.paints, thanks.', '@kate.paints'],
    ['See linkedin.com/in/katejones for more.', 'linkedin.com/in/katejones'],
    ['I toot as @kate@mastodon.example, thanks.', '@kate@mastodon.example'],
    ['Post to kate-jones.bsky.social about it.', 'kate-jones.bsky.social'],
  ] as const)
    expect([body, await found(body, 'social-handle')]).toEqual([body, [words]])
  for (const body of [
    'Write to kate@example.com today.',
    'I saw it on Facebook and on Twitter.',
    'It was £4 @ the bar.',
  ])
    expect([body, await found(body, 'social-handle')]).toEqual([body, []])
})

test('details in a folded sign-off are told of as left out, and need nobody’s look', async () => {
  const { text, checks } = await letter(
    'The buses were late again.\n\nKate Jones\n14 Acacia Avenue\nRuislip\nHA4 8XX\n07700 900123',
  )
  expect(text).toBe('The buses were late again.')
  expect(checks.filter(({ level }) => level === 'ok').map(({ check }) => check)).toEqual([
    'phone',
    'postal-address',
    'postcode',
  ])
  expect(checks.filter(({ level }) => level !== 'ok' && level !== 'info')).toEqual([])
})

test('whoever is in the papers is no third party, and whoever is named after a minister is', async () => {
  for (const body of [
    'Mr Hunt and Theresa May should come here. Jeremy Corbyn as well, and Sir Keir.',
    'I waited at the King George Hospital, then at Victoria Station and in Charlotte Street.',
    'Dear Emma, what a day it was.',
  ])
    expect([body, await found(body, 'named-person')]).toEqual([body, []])
  expect(await found('My neighbour Steve Hunt helped us all. So did Dr. Patel, bless her.', 'named-person')).toEqual([
    'My neighbour Steve Hunt',
    'Dr. Patel',
  ])
})
