// Mail made to hurt: within the limits it becomes a Reading with defects, beyond them it is parked with its reason.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createReader, type Reader } from '../../src/mail/pool.ts'
import { readMessage } from '../../src/mail/read.ts'
import { bombs } from './bombs.ts'
import { lengthy, letterOf } from './lengthy.ts'

/** Control characters, those that turn the direction of writing, and the marks that the reader itself uses. */
const unclean = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdd2]/

/** Every word of a reading, whatever field it stands in. */
const wordsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(wordsIn) : []

let reader: Reader
beforeAll(() => {
  reader = createReader({ threads: 2 })
})
afterAll(() => reader.close())

test.each(Object.keys(bombs))(
  '%s: read or parked with a reason, within five seconds of work',
  async name => {
    const result = await reader.read(Buffer.from(bombs[name]!(), 'latin1'))
    if (result.parked) {
      expect(result.parked.why).toMatch(/\.$/)
      // The limits are judged before any parser runs; only the pool's own watch says “longer than” or “more memory”.
      expect(result.parked.why).not.toMatch(/longer than \d+ seconds|needed more memory|failed on it/)
    } else {
      expect(wordsIn(result).find(words => unclean.test(words))).toBeUndefined()
      expect(result.attachments.filter(({ filename }) => /[\\/]|^\./.test(filename))).toEqual([])
    }
  },
  60_000,
)

test('every kind of long text that we know to be hard is read, to the longest that is kept', async () => {
  const kinds = Object.entries(lengthy)
  const results = await reader.readMany(kinds.map(([, made]) => letterOf(made(200_000))))
  expect(results.flatMap(({ parked }, at) => (parked ? [[kinds[at]![0], parked.why]] : []))).toEqual([])
}, 60_000)

test('a neighbour of a bomb is read', async () => {
  const letter = Buffer.from('From: Kate <kate@example.com>\nSubject: hello\n\nHello.\n')
  const [first, second, third] = await reader.readMany([letter, Buffer.from(bombs['a 10 MB header']!()), letter])
  expect([first!.parked, third!.parked]).toEqual([null, null])
  expect(second!.parked).not.toBeNull()
}, 60_000)

const letter = `From: "Katherine Jones" <k@example.com>\r\nTo: haveyoursay@example.org\r\nSubject: =?utf-8?q?caf=C3=A9?=\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n\r\nHello \r\nthere\r\n\r\nKate\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Hello=20there</p>\r\n--b--\r\n`

test('damage anywhere never throws and never lets a control character out', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(letter.length), fc.uint8Array({ maxLength: 6 }), fc.nat(8)), { maxLength: 12 }),
      async cuts => {
        let bytes = Buffer.from(letter)
        for (const [at, put, drop] of cuts)
          bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + drop)])
        const reading = await readMessage(bytes)
        expect(wordsIn(reading).find(words => unclean.test(words))).toBeUndefined()
      },
    ),
    { numRuns: 400 },
  )
}, 120_000)
