// Odd messages of every kind, the same 2,806 every time: none stops the reader, hardly any is left without its words.
import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { readMessage } from '../../src/mail/read.ts'
import type { Reading } from '../../src/mail/reading.ts'
import { odd } from './odd.ts'

/** A file in clear text within a letter, from before MIME: it stays as it is. */
const notRead = /^uuencode in clear/

const fieldsOf = ({
  text,
  proposed,
  original,
  subject,
  from,
  name,
  place,
  candidates,
  attachments,
  defects,
  checks,
  authentication,
}: Reading) =>
  JSON.parse(
    JSON.stringify([
      text,
      proposed,
      original,
      subject,
      from,
      name,
      place,
      candidates,
      attachments,
      defects,
      checks,
      authentication,
    ]),
  ).flat(9)

test('of 2,806 odd messages none throws or takes five seconds, at most 20 have no body and at most 15 a letter that could not be read', async () => {
  const bytes = createHash('sha256')
  const found = {
    all: 0,
    slow: [] as string[],
    bare: [] as string[],
    unread: [] as string[],
    lost: [] as string[],
    dirty: [] as string[],
  }
  for (const { name, raw, words } of odd()) {
    found.all++
    bytes.update(raw)
    const start = performance.now()
    const reading = await readMessage(raw)
    if (performance.now() - start > 5_000) found.slow.push(name)
    const said = reading.original.toLowerCase()
    if (said.trim() === '') found.bare.push(name)
    else if (said.includes('\ufffd')) found.unread.push(name)
    else if (words.some(word => !said.includes(word.toLowerCase())) && !notRead.test(name)) found.lost.push(name)
    if (
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdd2]/.test(
        fieldsOf(reading).join(''),
      )
    )
      found.dirty.push(name)
    if (reading.attachments.some(({ filename }) => /[\\/]|^\./.test(filename))) found.dirty.push(`${name}: a path`)
  }
  expect(found.all).toBe(2806)
  expect([found.slow, found.lost, found.dirty]).toEqual([[], [], []])
  expect(found.bare.length <= 20 ? [] : found.bare).toEqual([])
  expect(found.unread.length <= 15 ? [] : found.unread).toEqual([])
  // Made of nothing but a number: the same bytes on every machine.
  expect(bytes.digest('hex').slice(0, 16)).toBe('8846464f700bfcc5')
}, 120_000)
