// Words that stand where no letter has them: in a wrapped signature, a file, a message within, outside all parts; and
// letters coded in two ways at once, or in a way that nobody told.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from '@jest/globals'
import { decodeText } from '../../src/mail/charset.ts'
import { readMessage } from '../../src/mail/read.ts'
import { rtfToText } from '../../src/mail/rtf.ts'
import { signedContent } from '../../src/mail/smime.ts'

const smime = (name: string) => readMessage(readFileSync(resolve(import.meta.dirname, 'smime', `${name}.eml`)))
const head = 'From: Kate Jones <kate@example.com>\nTo: haveyoursay@example.org\nSubject: hello\nMIME-Version: 1.0\n'
const read = (rest: string) => readMessage(Buffer.from(`${head}${rest}`))
const letter = 'I waited nine hours at the café, and nobody came.'

test.each(['signed', 'signed-in-pieces'])(
  'a letter wrapped in its signature (%s) is read, and it is said so',
  async name => {
    const { text, name: signer, place, defects } = await smime(name)
    expect([text, signer, place]).toEqual([`${letter}\n\nThe nurses were kind.`, 'Kate Jones', 'Ruislip in Middlesex'])
    expect(defects).toEqual(['The email is wrapped in its signature, which was not checked.'])
  },
)

test('an encrypted letter is named as what it is', async () => {
  const { defects } = await smime('encrypted')
  expect(defects).toEqual(['The email is encrypted; only its sender can send it again in clear.'])
})

test('bytes that are no signature, or cut short, or nested without end, give nothing', () => {
  const whole = Buffer.from(
    readFileSync(resolve(import.meta.dirname, 'smime', 'signed.eml'), 'latin1').split('\n\n')[1]!,
    'base64',
  )
  expect(signedContent(whole)?.toString()).toContain(letter)
  for (let size = 0; size < whole.length; size += 7) expect(() => signedContent(whole.subarray(0, size))).not.toThrow()
  expect(signedContent(Buffer.from('3080'.repeat(50_000), 'hex'))).toBeNull()
  expect(signedContent(Buffer.from('hello'))).toBeNull()
})

test.each([
  ['a text file', 'text/plain; charset=utf-8', 'letter.txt', letter],
  ['a page', 'text/html; charset=utf-8', 'letter.html', `<html><body><p>${letter}</p></body></html>`],
  ['a text file of no type', 'application/octet-stream', 'LETTER.TXT', letter],
  [
    'a file of RTF',
    'application/rtf',
    'letter.rtf',
    "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}I waited nine hours at the caf\\'e9, and nobody came.\\par}",
  ],
])('a letter whose only words are in %s is read; the file stays listed', async (_, type, name, body) => {
  const { text, attachments, defects } = await read(
    `Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n\n--b\nContent-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\n\n${body}\n--b--\n`,
  )
  expect(text).toBe(letter)
  expect(attachments).toMatchObject([{ filename: name }])
  expect(defects).toEqual(['The words stand in an attached file.'])
})

test.each([
  ['a calendar', 'text/calendar', 'invite.ics', 'BEGIN:VCALENDAR\nEND:VCALENDAR'],
  ['a card', 'text/vcard', 'kate.vcf', 'BEGIN:VCARD\nEND:VCARD'],
  ['a program', 'application/octet-stream', 'run.exe', 'MZ\0\0\x01\x02\x03'],
  ['a table', 'text/csv', 'names.csv', 'a,b,c'],
])('%s is a file and no letter', async (_, type, name, body) => {
  const { original } = await read(
    `Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n\n--b\nContent-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\n\n${body}\n--b--\n`,
  )
  expect(original).toBe('')
})

test('an attached text beside a letter stays a file', async () => {
  const { text, defects } = await read(
    `Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n${letter}\n--b\nContent-Type: text/plain; name=notes.txt\nContent-Disposition: attachment; filename=notes.txt\n\nNotes of mine.\n--b--\n`,
  )
  expect([text, defects]).toEqual([letter, []])
})

test('the line that old programs were shown above the parts is no letter', async () => {
  const { original } = await read(
    'Content-Type: multipart/mixed; boundary=b\n\nThis is a multi-part message in MIME format.\n--b\nContent-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n/9j/\n--b--\n',
  )
  expect(original).toBe('')
})

test('RTF without its tables, with letters by number and by byte', () => {
  expect(
    rtfToText("{\\rtf1{\\fonttbl{\\f0 Times;}}{\\*\\generator X;}caf\\'e9 \\u8364?5\\par {\\b bold} \\{x\\}}"),
  ).toBe('café €5\n\nbold {x}')
  expect(rtfToText('{'.repeat(100_000))).toBe('')
})

test('a letter of Windows-1252 among UTF-8 is read, and it is said so', () => {
  const mixed = Buffer.concat([Buffer.from('The café doesn'), Buffer.from([0x92]), Buffer.from('t open. €5')])
  expect(decodeText(mixed, 'utf-8')).toEqual({
    text: 'The café doesn’t open. €5',
    defect: 'A few letters of the email were coded otherwise than the rest; they were read as Windows-1252.',
  })
})

test.each([
  [
    'koi8-r',
    'Врачи правы, и мы должны их выслушать.',
    [
      247, 210, 193, 222, 201, 32, 208, 210, 193, 215, 217, 44, 32, 201, 32, 205, 217, 32, 196, 207, 204, 214, 206, 217,
      32, 201, 200, 32, 215, 217, 211, 204, 213, 219, 193, 212, 216, 46,
    ],
  ],
])('a letter in %s that says it is western is read as what it is', (_, text, bytes) => {
  expect(decodeText(Buffer.from(bytes), 'iso-8859-1').text).toBe(text)
})

test('HZ is read where it is declared and where it is plain to see', () => {
  const hz = Buffer.from('~{R=IzCGJG6T5D~}')
  expect([decodeText(hz, 'hz-gb-2312').text, decodeText(hz, '').text]).toEqual(['医生们是对的', '医生们是对的'])
  expect(decodeText(Buffer.from('a ~ b {c} ~/home'), '').text).toBe('a ~ b {c} ~/home')
})
