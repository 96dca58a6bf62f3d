// How well names and places are read from letters written for it, test/mail/bylines/*.txt, before anybody looked at the
// rules. A line under each head says what a sub-editor would print: `@ Name|other / Place|other ! never`, `-` for nothing.
import { readdirSync, readFileSync } from 'node:fs'
import { readMessage } from '../src/mail/read.ts'
import { countByline, type Expected, fixtures, line, none } from './score-sets.ts'

type Letter = { number: number; raw: Buffer; expected: Expected }

/** The letters whose number is odd were tuned on; of the even ones only the sums are told. */
export const halves = {
  tuned: (number: number) => number % 2 === 1,
  unseen: (number: number) => number % 2 === 0,
}

const oneOf = (text: string): string[] => text.split('|').map(value => value.trim().replace(/^-$/, ''))

function expectedOf(label: string): Expected {
  const [, names, places, never] = /^(.*?) \/ ?(.*?)(?:\s*! (.*))?$/.exec(label)!
  const anonymous = names === 'anonymous'
  const [name, ...orName] = anonymous ? [''] : oneOf(names!)
  const [place, ...orPlace] = oneOf(places!)
  return {
    kind: 'byline',
    automatic: false,
    anonymous,
    name: name!,
    orName,
    place: place!,
    orPlace,
    ...(never && { never }),
  }
}

function* letters(): Generator<Letter> {
  const folder = new URL('bylines/', fixtures)
  for (const file of readdirSync(folder).sort())
    for (const part of readFileSync(new URL(file, folder), 'utf8').split(/^(?=== \d)/m)) {
      const [, number, from, subject, label, body] = /^== (\d+) (.*?) · (.*)\n@ (.*)\n([\s\S]*)$/.exec(part)!
      const word = (text: string) => `=?utf-8?b?${Buffer.from(text).toString('base64')}?=`
      const [, shown, address] = /^(.*?) ?<?([^<> ]+@[^<> ]+?)>?$/.exec(from!)!
      const raw = Buffer.from(
        `From: ${shown ? word(shown) : ''} <${address}>\nSubject: ${word(subject!)}\nTo: haveyoursay@example.org\nContent-Type: text/plain; charset=utf-8\n\n${body}`,
      )
      yield { number: Number(number), raw, expected: expectedOf(label!) }
    }
}

/** The tally of one half, and its misses. */
export async function scoreBylines(half: keyof typeof halves) {
  const tally = none()
  const misses: string[] = []
  for (const { number, raw, expected } of letters())
    if (halves[half](number))
      countByline(expected, await readMessage(raw), tally, (what, got, want) =>
        misses.push(`${number} ${what}: ${got}\n   want: ${want}`),
      )
  return { tally, misses }
}

/** Both halves as a table; with `wrong` the misses of the half that was tuned on. */
export async function bylineTable(wrong: boolean): Promise<string> {
  let text = line(['bylines:', 'all', 'both right', 'name wrong', 'place wrong', 'named'])
  for (const half of Object.keys(halves) as (keyof typeof halves)[]) {
    const { tally, misses } = await scoreBylines(half)
    text += line([half, tally.bylines, tally.byline, tally.nameWrong, tally.placeWrong, tally.named])
    if (wrong && half === 'tuned') text += `${misses.join('\n')}\n`
  }
  return `${text}\n`
}
