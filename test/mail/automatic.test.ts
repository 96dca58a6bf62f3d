// Machines by their subject alone, in some forty languages, and readers whose subjects look like theirs.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { readMessage } from '../../src/mail/read.ts'

const subjects = (file: string): string[] =>
  readFileSync(resolve(import.meta.dirname, 'forms', `${file}-subjects.txt`), 'utf8')
    .trim()
    .split('\n')

async function automatic(subject: string, body: string) {
  const head = `From: Anna Bell <anna@example.com>\nTo: haveyoursay@example.org\nSubject: ${subject}\n`
  return (await readMessage(Buffer.from(`${head}Content-Type: text/plain; charset=utf-8\n\n${body}\n`))).automatic
}

/** Words that readers write over letters as well (“Urlaub”) are a machine's where the body says nothing against it. */
test('97 in 100 automatic subjects are told with nothing in the body', async () => {
  const all = subjects('automatic')
  const missed: string[] = []
  for (const subject of all) if ((await automatic(subject, '…')) === null) missed.push(subject)
  expect(missed.length <= all.length * 0.03 ? [] : missed).toEqual([])
}, 60_000)

test('with a body that says when somebody is back, hardly one is missed', async () => {
  const all = subjects('automatic')
  const missed: string[] = []
  for (const subject of all)
    if (
      (await automatic(
        subject,
        'I will be back in the office on 3 May. In urgent matters please call my colleagues.',
      )) === null
    )
      missed.push(subject)
  expect(missed.length <= all.length * 0.03 ? [] : missed).toEqual([])
}, 60_000)

test('a reader’s letter under a subject that looks like a machine’s is never filed away', async () => {
  const letters = [
    'Dear desk,\n\nI have been waiting for three weeks now, and my mother is 82. Nobody answers the phone at the surgery.\n\nAnna Bell\nLeeds',
    'Was soll das?\n\nAnna',
    'I was on holiday when it happened and came back to find the office closed. We were told to contact the council, urgent or not. Please contact me if you want more.\n\nAnna',
  ]
  const wrong: string[] = []
  for (const subject of subjects('personal'))
    for (const letter of letters) if ((await automatic(subject, letter)) !== null) wrong.push(subject)
  expect(wrong).toEqual([])
}, 60_000)

test('a subject that ends in a letter of which mailparser would trim a byte keeps it', async () => {
  for (const subject of ['자동회신', 'Et voilà', 'Ça va là'])
    expect((await readMessage(Buffer.from(`From: a@example.com\nSubject: ${subject}\n\nHello.\n`))).subject).toBe(
      subject,
    )
})

test('a report of what was not delivered is told by its words where its subject says nothing we know', async () => {
  const report =
    'This is the mail system at host mx.example.org.\n\n<desk@example.org>: host mx.example.net said: 550 5.1.1 User unknown'
  for (const subject of [
    'Returned Mail - Error During Delivery',
    'RE: Trains : non remis',
    'Mail could not be delivered',
  ])
    expect(await automatic(subject, report)).toMatchObject({ why: 'bounce' })
  expect(await automatic('Delivery failure: why the post is late', 'Nobody delivers letters here any more.')).toBeNull()
})
