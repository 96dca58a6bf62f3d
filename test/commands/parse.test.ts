// `parse` as other programs use it: its lines, its exit codes, and the keys they rely on.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { eventually } from '../eventually.ts'
import { newFolder } from './postbag.ts'

const folder = newFolder()
afterAll(folder.remove)

const letter = (n: number) =>
  `From: Katherine Jones <katherine@example.net>\nSubject: Views ${n}\nMessage-ID: <${n}@example.net>\n` +
  `Date: Tue, 26 Apr 2016 08:45:00 +0100\n\nI support letter ${n} in full.\n\nKind regards,\nKatherine\nRuislip, Middlesex\n`

const linesOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

test('every message has a line with the keys that programs rely on, in order, numbered within an mbox', async () => {
  writeFileSync(join(folder.path, '1.eml'), letter(1))
  const separator = 'From katherine@example.net Tue Apr 26 08:50:00 2016\n'
  writeFileSync(join(folder.path, '2.mbox'), `${separator}${letter(2)}\n${separator}${letter(3)}`)
  const ran = await folder.run(['parse', '--jsonl', '1.eml', '2.mbox'])
  expect([ran.code, ran.err]).toEqual([0, ''])
  const lines = linesOf(ran.out)
  expect(lines.map(({ file, index, subject }) => [file, index, subject])).toEqual([
    ['1.eml', 0, 'Views 1'],
    ['2.mbox', 0, 'Views 2'],
    ['2.mbox', 1, 'Views 3'],
  ])
  const own = 'I support letter 1 in full.'
  expect(lines[0]).toMatchObject({
    ...{ parked: null, messageId: '1@example.net', date: '2016-04-26T07:45:00.000Z', subject: 'Views 1' },
    ...{ from: { name: 'Katherine Jones', address: 'katherine@example.net' }, text: own },
    ...{ original: `${own}\n\nKind regards,\nKatherine\nRuislip, Middlesex` },
    ...{ name: 'Katherine', nameFrom: { kind: 'sign-off', words: 'Katherine' }, place: 'Ruislip in Middlesex' },
    ...{ placeFrom: { words: 'Ruislip, Middlesex' }, anonymous: false, checks: [], attachments: [], defects: [] },
    ...{ flags: { autoReply: false, bounce: false, list: false, spam: false }, folded: [{ kind: 'sign-off' }] },
  })
  const [{ start, end }] = lines[0].folded
  expect(lines[0].original.slice(start, end)).toBe('Kind regards,\nKatherine\nRuislip, Middlesex')
})

test('a path that cannot be read ends with code 2 and a sentence, and the others have their lines all the same', async () => {
  const ran = await folder.run(['parse', '--jsonl', 'nowhere.eml', '1.eml'])
  expect([ran.code, linesOf(ran.out).length]).toEqual([2, 1])
  expect(ran.err).toBe('postbag: nowhere.eml: there is no such file or folder\n')
})

test('rubbish and nothing at all are messages too, each with its line', async () => {
  mkdirSync(join(folder.path, 'odd'))
  writeFileSync(join(folder.path, 'odd/empty.eml'), '')
  writeFileSync(
    join(folder.path, 'odd/noise.eml'),
    Buffer.from(Array.from({ length: 2000 }, (_, n) => (n * 7919) % 256)),
  )
  const ran = await folder.run(['parse', '--jsonl', 'odd'])
  expect([ran.code, ran.err, linesOf(ran.out).length]).toEqual([0, '', 2])
})

test('whoever reads the output may stop early: no stack trace, no fault', async () => {
  cpSync(resolve(import.meta.dirname, '../mail/corpus'), join(folder.path, 'corpus'), { recursive: true })
  const running = folder.start(['parse', '--jsonl', 'corpus'])
  await eventually('the first line', () => running.out().includes('\n') || null)
  running.child.stdout?.destroy()
  expect(await running.ended).toMatchObject({ code: 0, err: '' })
})
