// How well the checks mark personal data: test/mail/personal-data/*.txt, emails written for it before anybody looked at
// the checks. `{p|07700 900123}` labels words; letters after a `?` may be marked or not, all before it must be.
import { readdirSync, readFileSync } from 'node:fs'
import { readMessage } from '../src/mail/read.ts'
import { fixtures, line } from './score-sets.ts'

/** What a letter of a label stands for: its group in the table, and the checks that answer to it. */
const kinds: Record<string, { group: Group; checks: string[] }> = {
  p: { group: 'contact', checks: ['phone'] },
  e: { group: 'contact', checks: ['email-address'] },
  a: { group: 'contact', checks: ['postal-address'] },
  z: { group: 'contact', checks: ['postcode'] },
  s: { group: 'contact', checks: ['social-handle'] },
  n: { group: 'contact', checks: ['id-number'] },
  t: { group: 'third-party', checks: ['third-party', 'named-person', 'third-party-health'] },
  h: { group: 'health', checks: ['health', 'third-party-health', 'self-harm'] },
  k: { group: 'child', checks: ['child', 'under-18'] },
  w: { group: 'workplace', checks: ['workplace'] },
  l: { group: 'court', checks: ['court'] },
}
const groups = ['contact', 'third-party', 'health', 'child', 'workplace', 'court'] as const
export type Group = (typeof groups)[number]
type Label = { letter: string; must: boolean; start: number; end: number }
type Email = { number: number; from: string; subject: string; text: string; labels: Label[] }
export type Marks = {
  labelled: number
  found: number
  marks: number
  wrong: number
  unquoted: number
  misses: string[]
}

/** The emails whose number is odd were tuned on; of the even ones only the sums are told. */
export const halves = {
  all: () => true,
  tuned: (number: number) => number % 2 === 1,
  unseen: (number: number) => number % 2 === 0,
}

function* emails(): Generator<Email> {
  const folder = new URL('personal-data/', fixtures)
  for (const file of readdirSync(folder).sort())
    for (const part of readFileSync(new URL(file, folder), 'utf8').split(/^(?=== \d)/m)) {
      const [, number, from, subject, body] = /^== (\d+) (.*?) · (.*)\n([\s\S]*)$/.exec(part)!
      yield { number: Number(number), from: from!, subject: subject!, ...labelled(body!.trim()) }
    }
}

/** The text without its labels, and where they stood. */
function labelled(body: string): { text: string; labels: Label[] } {
  const labels: Label[] = []
  let text = ''
  for (const [part, must, may, words] of body.matchAll(/\{([a-z]*)(\?[a-z]+|\??)\|([^}]*)\}|[^{]+/g)) {
    if (words !== undefined)
      for (const [letters, needed] of [
        [must!, true],
        [may!.slice(1), false],
      ] as const)
        for (const letter of letters)
          labels.push({ letter, must: needed, start: text.length, end: text.length + words.length })
    text += words ?? part
  }
  return { text, labels }
}

/** Where the words of a mark stand in the text, blanks of any kind and length being alike. */
function placesOf(words: string, text: string): { start: number; end: number }[] {
  const pattern = words.split(/\s+/).filter(Boolean).map(RegExp.escape).join('\\s+')
  return [...text.matchAll(new RegExp(pattern, 'g'))].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))
}

type Mark = { group: Group; check: string; words: string; quoted: boolean; places: { start: number; end: number }[] }

const meets = ({ places }: Mark, label: Label) =>
  places.some(({ start, end }) => start < label.end && end > label.start)

async function marksOn({ from, subject, text, number }: Email): Promise<Mark[]> {
  const address = `${from.toLowerCase().replace(/[^a-z]+/g, '.')}@reader.example`
  const head = `From: ${from} <${address}>\nTo: haveyoursay@example.org\nSubject: ${subject}\nDate: Tue, 26 Apr 2016 09:00:00 +0100\nMessage-ID: <${number}@reader.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n`
  const { checks } = await readMessage(Buffer.from(`${head}${text}\n`))
  return checks.flatMap(({ check, words }) => {
    const kind = Object.values(kinds).find(({ checks: names }) => names.includes(check))
    const places = placesOf(words, text)
    const quoted = places.length > 0 || placesOf(words, subject).length > 0
    return kind ? [{ group: kind.group, check, words, quoted, places }] : []
  })
}

/** A mark fits a label of one of its own kinds; `third-party-health` is right on a name and on an illness. */
const fits = (mark: Mark, label: Label) => kinds[label.letter]!.checks.includes(mark.check) && meets(mark, label)

async function judge(email: Email, tallies: Record<Group, Marks>): Promise<void> {
  const marks = await marksOn(email)
  for (const group of groups) {
    const tally = tallies[group]
    const labels = email.labels.filter(({ letter }) => kinds[letter]!.group === group)
    // A detail and a person are each to be found; that an email tells of health or of a child is to be found once.
    const each = group === 'contact' || group === 'third-party'
    const needed = labels.filter(({ must }) => must)
    const missed = needed.filter(label => !marks.some(mark => fits(mark, label)))
    tally.labelled += each ? needed.length : Math.min(1, needed.length)
    tally.found += each ? needed.length - missed.length : Math.min(1, needed.length - missed.length)
    if (each || missed.length === needed.length)
      tally.misses.push(...missed.map(label => `${email.number} missed ${label.letter}: ${said(email, label)}`))
    for (const mark of marks.filter(one => one.group === group)) {
      tally.marks++
      if (!mark.quoted) tally.unquoted++
      if (email.labels.some(label => fits(mark, label))) continue
      tally.wrong++
      tally.misses.push(`${email.number} wrong ${mark.check}: ${mark.words}`)
    }
  }
}

const said = ({ text }: Email, { start, end }: Label) => text.slice(start, end)
/** How many labels are found, and how many marks are no label's, by group; `misses` says each in a line. */
export async function scorePersonal(
  half: keyof typeof halves = 'all',
): Promise<{ emails: number; tallies: Record<Group, Marks> }> {
  const none = (): Marks => ({ labelled: 0, found: 0, marks: 0, wrong: 0, unquoted: 0, misses: [] })
  const tallies = Object.fromEntries(groups.map(group => [group, none()])) as Record<Group, Marks>
  let count = 0
  for (const email of emails())
    if (halves[half](email.number)) {
      count++
      await judge(email, tallies)
    }
  return { emails: count, tallies }
}

/** The table of `npm run score`. */
export async function personalTable(wrong: boolean): Promise<string> {
  let out = ''
  for (const half of Object.keys(halves) as (keyof typeof halves)[]) {
    const { emails: count, tallies } = await scorePersonal(half)
    out += line([
      `personal: ${half}`,
      'emails',
      'labelled',
      'found',
      'recall',
      'marks',
      'wrong',
      'per email',
      'unquoted',
    ])
    for (const group of groups) {
      const { labelled: all, found, marks, wrong: bad, unquoted, misses } = tallies[group]
      out += line([
        group,
        count,
        all,
        found,
        `${((100 * found) / all).toFixed(1)} %`,
        marks,
        bad,
        (bad / count).toFixed(3),
        unquoted,
      ])
      if (wrong && half === 'tuned') out += misses.map(miss => `   ${miss}\n`).join('')
    }
    out += '\n'
  }
  return out
}
