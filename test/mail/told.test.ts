// Despair, menace, illness and youth as people tell of them who do not say the word: three sets of phrasings for each, one
// a line in told/. `-unseen` and `-first-sight` were written after the rules and measured before anybody changed them:
// then 10 and 8 of 40 and 25 for self-harm, 5 and 6 for threats, 15 and 13 for health, 20 and 12 for youth, 10 and 8 of 16
// and 10 for press offices. The figures below are those of today's rules.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { readMessage } from '../../src/mail/read.ts'

const lines = (name: string): string[] =>
  ['', '-unseen', '-first-sight'].flatMap(set => {
    const file = resolve(import.meta.dirname, 'told', `${name}${set}.txt`)
    return readFileSync(file, 'utf8').trim().split('\n')
  })

async function found(head: string, body: string): Promise<{ check: string; level: string }[]> {
  const raw = `${head}\nSubject: Today\nTo: haveyoursay@example.org\nContent-Type: text/plain; charset=utf-8\n\n${body}\n`
  return (await readMessage(Buffer.from(raw))).checks
}
const among = (phrase: string) =>
  found(
    'From: Kate Jones <kate@example.com>',
    `It rained all morning on the picket line.\n\n${phrase}\n\nThe buses were late again as well.`,
  )
/** A line of press.txt and readers.txt: the sender's header, a bar, the body with its line ends written out. */
const sent = (line: string) => {
  const [head, body] = line.split('|')
  return found(head!, body!.replaceAll('\\n', '\n'))
}
const press = ['press-release', 'press-or-party']

test.each([
  ['self-harm', ['self-harm'], 0.87],
  ['threat', ['threat'], 0.87],
  ['health', ['health', 'third-party-health', 'self-harm'], 0.8],
  ['under-18', ['under-18'], 0.95],
] as const)('%s is heard in what people write who do not say the word', async (name, checks, share) => {
  const all = lines(name)
  let heard = 0
  for (const phrase of all)
    if ((await among(phrase)).some(({ check }) => (checks as readonly string[]).includes(check))) heard++
  expect(all.length).toBeGreaterThan(125)
  expect(heard / all.length).toBeGreaterThanOrEqual(share)
})

test('of 164 harmless sentences with the same words at most two in a hundred are marked', async () => {
  const watched = new Set(['self-harm', 'threat', 'danger', 'under-18', 'health', ...press])
  const marked: string[] = []
  const all = lines('harmless')
  for (const phrase of all)
    for (const { check } of await among(phrase)) if (watched.has(check)) marked.push(`${check}: ${phrase}`)
  expect(marked.length <= all.length / 50 ? [] : marked).toEqual([])
})

test('danger to a life, a threat and a young writer stand at the level that stops publishing', async () => {
  for (const name of ['self-harm', 'threat', 'under-18'])
    for (const phrase of lines(name))
      for (const { check, level } of await among(phrase))
        if (check === name) expect([phrase, level]).toEqual([phrase, 'bad'])
})

test('a press office, party, council, union or agency is told by its address, its title or what only those write', async () => {
  const all = lines('press')
  let marked = 0
  for (const line of all) if ((await sent(line)).some(({ check }) => press.includes(check))) marked++
  expect(marked / all.length).toBeGreaterThanOrEqual(0.88)
})

test('readers who speak of the press, of parties and of councils are readers', async () => {
  const file = resolve(import.meta.dirname, 'told', 'readers.txt')
  for (const line of readFileSync(file, 'utf8').trim().split('\n'))
    expect([line, (await sent(line)).filter(({ check }) => press.includes(check))]).toEqual([line, []])
})

test('where a writer is told to be is where they live or sit, not where they pass, work or went', async () => {
  const all = readFileSync(resolve(import.meta.dirname, 'told', 'places.txt'), 'utf8')
    .trim()
    .split('\n')
  const wrong: string[] = []
  let right = 0
  for (const line of all) {
    const [told, where] = line.split(' · ')
    const raw = `From: Kate Jones <kate@example.com>\nSubject: Today\nContent-Type: text/plain; charset=utf-8\n\nGood luck to everybody.\n\n${told}\n\nKate Jones\n`
    const { place } = await readMessage(Buffer.from(raw))
    if (where === '-' ? place === '' : place.includes(where!)) right++
    else if (place !== '') wrong.push(`${told}: ${place}`)
  }
  expect(wrong).toEqual([])
  expect(right / all.length).toBeGreaterThanOrEqual(0.95)
})

test('what anybody may write counts only where it does not stand alone', async () => {
  const marks = async (text: string) => (await among(text)).filter(({ check }) => check === 'self-harm').length
  expect(await marks("I've had enough.")).toBe(0)
  expect(await marks("I'm ready to go.")).toBe(0)
  expect(await marks("I'm ready to go. I've had enough.")).toBe(2)
})

test('an apology for spelling that goes on with an age is not cut off as a phone’s footer', async () => {
  expect((await among("Sorry for the spelling, I'm 12.")).map(({ check }) => check)).toContain('under-18')
})
