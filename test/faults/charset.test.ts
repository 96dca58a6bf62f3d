// Mail in odd letters and wrappings (RELIABILITY F32).
import { expect, test } from '@jest/globals'
import iconv from 'iconv-lite'
import { keepMessages } from '../../src/intake/keep.ts'
import { rawOf } from '../../src/intake/raw.ts'
import { readPending } from '../../src/intake/read-pending.ts'
import { reader as createTestReader, house, keys } from '../intake/house.ts'

const mail = (charset: string, body: Buffer | string, subject = 'Subject: strike') =>
  Buffer.concat([
    Buffer.from(`From: kate@example.net\r\n${subject}\r\nContent-Type: text/plain; ${charset}\r\n\r\n`, 'latin1'),
    Buffer.from(body as string),
    Buffer.from('\r\n'),
  ])

const cases: [what: string, raw: Buffer, words: RegExp][] = [
  ['an unknown charset', mail('charset=x-martian', 'Words of a reader'), /Words of a reader/],
  ['a wrong charset', mail('charset=us-ascii', 'The café is closed'), /café/],
  ['UTF-7', mail('charset=utf-7', 'caf+AOk- society'), /café society/],
  ['ISO-2022-JP', mail('charset=iso-2022-jp', Buffer.from('1b2442463b363f1b2842', 'hex')), /./],
  ['GB18030', mail('charset=gb18030', iconv.encode('医生罢工', 'gb18030')), /医生罢工/],
  ['8-bit headers', mail('charset=utf-8', 'Hello from Zoë', 'Subject: caf\xe9'), /Hello from Zoë/],
  ['format=flowed', mail('charset=utf-8; format=flowed', 'One line that \r\nflows on'), /One line that flows on/],
  [
    'winmail.dat',
    Buffer.from(
      'From: kate@example.net\r\nSubject: strike\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nThe words\r\n--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgAA\r\n--b--\r\n',
    ),
    /The words/,
  ],
]

test('F32: mail in unknown, wrong and rare charsets, 8-bit headers, TNEF and flowed text is shown, and its bytes are what came', async () => {
  const context = await house()
  const reader = createTestReader()
  const source = { kind: 'import' as const, storyId: null }
  const arrivals = cases.map(([, raw]) => ({ raw, size: raw.length, internalDate: 1, whole: true }))
  const { submissions } = await keepMessages(context, { source, fingerprint: keys.fingerprint }, arrivals)
  expect(submissions).toHaveLength(cases.length)
  await readPending(context, reader, { holder: 'test', leaseMs: 60_000 })
  for (const [at, number] of submissions.entries()) {
    const [what, raw, words] = cases[at]!
    const row = await context.db
      .selectFrom('submission')
      .select(['stage', 'text'])
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    expect([what, row.stage, row.text]).toEqual([what, 'read', expect.stringMatching(words)])
    expect(Buffer.from((await rawOf(context, number))!).equals(raw)).toBe(true)
  }
  await reader.close()
  await context.close()
}, 60_000)
