// Writes the labelled corpus of the mail room: test/mail/corpus/NAME.eml and, beside each, NAME.json with what a good
// sub-editor expects of it. Cases may also be added by hand: two files with one name, left alone by this script.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { envelopes } from './envelopes.ts'
import { letters } from './letters.ts'
import { machines } from './machines.ts'
import { specials } from './special.ts'

const folder = new URL('../../test/mail/corpus/', import.meta.url)
const eightBit = /[^\x00-\x7f]/

type Expected = { kind: string; text?: string; name?: string; place?: string; anonymous?: boolean; automatic: boolean }

function write(name: string, headers: string[], body: string | Buffer, expected: Expected): void {
  const head = headers.map(line => (eightBit.test(line) ? encodeHeader(line) : line)).join('\n')
  const bytes = Buffer.concat([Buffer.from(`${head}\n\n`), Buffer.from(body as string), Buffer.from('\n')])
  writeFileSync(new URL(`${name}.eml`, folder), bytes)
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(expected, null, 2)}\n`)
}

/** Words outside ASCII as RFC 2047 encoded words, the address left as it is. */
function encodeHeader(line: string): string {
  const [key = '', ...rest] = line.split(': ')
  const value = rest.join(': ')
  const address = /\s*<[^<>]+>$/.exec(value)?.[0] ?? ''
  const words = value.slice(0, value.length - address.length).replace(/^"|"$/g, '')
  return `${key}: =?UTF-8?B?${Buffer.from(words).toString('base64')}?=${address}`
}

const common = (number: number, subject: string) => [
  'To: haveyoursay@example.org',
  `Subject: ${subject}`,
  `Date: Tue, 26 Apr 2016 08:${String(number % 60).padStart(2, '0')}:00 +0100`,
  `Message-ID: <corpus-${number}@example.com>`,
]

const subjects = ['Junior doctors', 'Re: Your views', 'strike', 'Your coverage this morning', 'A patient writes']

if (!existsSync(folder)) mkdirSync(folder, { recursive: true })
let number = 0
// Every envelope carries several letters and every letter travels in several envelopes.
for (const [at, envelope] of envelopes.entries())
  for (let step = 0; step < 4; step++) {
    const letter = letters[(at * 4 + step * 13 + step) % letters.length]!
    const { headers, body } = envelope.wrap(letter)
    const expected = {
      kind: envelope.kind,
      text: letter.body,
      name: letter.name,
      place: letter.place,
      anonymous: letter.anonymous,
      automatic: false,
    }
    const name = `${String(++number).padStart(3, '0')}-${envelope.kind}`
    write(
      name,
      [`From: ${letter.from}`, ...common(number, subjects[number % subjects.length]!), ...headers],
      body,
      expected,
    )
  }
for (const { kind, person, headers, subject, body } of machines) {
  const from = headers.some(line => line.startsWith('From:')) ? [] : [`From: A Person <person${++number}@example.com>`]
  const type = ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit']
  write(
    `${String(++number).padStart(3, '0')}-${kind}`,
    [...headers, ...from, ...common(number, subject), ...type],
    body,
    { kind, automatic: !person, ...(person ? { text: body } : {}) },
  )
}
for (const { kind, from, subject, headers, body, text, name = '', place = '', anonymous = false } of specials)
  write(
    `${String(++number).padStart(3, '0')}-${kind}`,
    [`From: ${from}`, ...common(number, subject ?? 'Junior doctors'), ...(headers ?? [])],
    body,
    { kind, text, name, place, anonymous, automatic: false },
  )
process.stdout.write(`${number} messages\n`)
