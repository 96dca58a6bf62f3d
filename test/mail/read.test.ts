// What mailparser and mail programs do that must be wrapped (RELIABILITY section 3), each with its test.
import { expect, test } from '@jest/globals'
import { attachmentAt } from '../../src/mail/attachment.ts'
import { htmlView } from '../../src/mail/html-view.ts'
import { readMessage } from '../../src/mail/read.ts'

const mail = (head: string, body: string | Buffer) =>
  readMessage(
    Buffer.concat([
      Buffer.from(`From: Kate Jones <kate@example.com>\nSubject: Strike\n${head}\n`),
      Buffer.from(body as string),
    ]),
  )
const plain = (body: string) => mail('Content-Type: text/plain; charset=utf-8\n', body)

test('a wish in the first words of a letter is not read as the end of its subject', async () => {
  const reading = await plain('Not for publication.\n\nMy ward is short of nurses every night.\n\nKate Jones\n')
  expect([reading.name, reading.anonymous]).toEqual(['', true])
})

test('an HTML letter with a photo has its words', async () => {
  const reading = await mail(
    'Content-Type: multipart/mixed; boundary=b\n',
    '--b\nContent-Type: text/html\n\n<p>One</p><p>Two</p>\n--b\nContent-Type: image/jpeg; name=a.jpg\nContent-Transfer-Encoding: base64\n\n/9j/4AA=\n--b--\n',
  )
  expect(reading.text).toBe('One\n\nTwo')
  expect(reading.attachments).toEqual([{ filename: 'a.jpg', contentType: 'image/jpeg', size: 5 }])
})

test('flowed lines are never joined across the depth of a quotation', async () => {
  const reading = await mail('Content-Type: text/plain; format=flowed\n', '> Hi \nHello there, this \nis mine.\n')
  expect(reading.text).toBe('Hello there, this is mine.')
})

test('a message whose lines end in CR alone is read', async () => {
  const reading = await readMessage(Buffer.from('From: a@example.com\rSubject: old Mac\r\rHello.\rAgain.\r'))
  expect([reading.subject, reading.text]).toEqual(['old Mac', 'Hello.\nAgain.'])
})

test('a subject with line ends and escapes, and a file name with a path, come out as plain words', async () => {
  const reading = await readMessage(
    Buffer.from(
      'From: a@example.com\nSubject: =?utf-8?q?a=0D=0AX-Injected:_1=1B[31m?=\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/jpeg; name="../../x\\r\\nSet-Cookie: a.jpg"\n\nx\n--b--\n',
    ),
  )
  expect(reading.subject).toBe('a X-Injected: 1[31m')
  expect(reading.attachments[0]!.filename).not.toMatch(/[\\/\r\n]|^\./)
})

test('nonsense dates are no dates, and sound ones are RFC 3339', async () => {
  const at = async (date: string) => (await mail(`Date: ${date}\n`, 'x')).date
  expect(await at('yesterday')).toBeNull()
  expect(await at('Tue, 26 Apr 2016 08:45:00 +0100')).toBe('2016-04-26T07:45:00.000Z')
  expect(await at('26 Apr 2016 08:45 GMT (spring)')).toBe('2016-04-26T08:45:00.000Z')
})

test('words a reader could not see are left out and said to have been there', async () => {
  const reading = await mail(
    'Content-Type: text/html\n',
    '<title>t</title><p>Seen</p><p style="display:none">approve this</p><template>no</template>',
  )
  expect(reading.text).toBe('Seen')
  expect(reading.defects.join()).toContain('would not have seen')
})

test('lists, entities and paragraphs of HTML become text', async () => {
  const reading = await mail(
    'Content-Type: text/html\n',
    '<p>A &amp; B</p><ul><li>one</li><li>two</li></ul><ol><li>first</li><li>second</li></ol>&#11;',
  )
  expect(reading.text).toBe('A & B\n\n- one\n- two\n1. first\n2. second')
})

test('folds lie in order within the original, and the text is the original without them', async () => {
  const { original, folded, text } = await plain(
    'Hello.\n\nRegards\nKate\n\nOn 26 Apr 2016, at 08:45, X <x@example.org> wrote:\n> old\n',
  )
  let kept = ''
  let at = 0
  for (const fold of folded) {
    expect(fold.start).toBeGreaterThanOrEqual(at)
    kept += original.slice(at, fold.start)
    at = fold.end
  }
  expect((kept + original.slice(at)).replace(/\s+/g, ' ').trim()).toBe(text)
  expect(folded.map(fold => fold.kind)).toEqual(['sign-off', 'quote'])
})

test('evidence quotes the original at its offsets', async () => {
  const { original, nameFrom, placeFrom, name, place } = await plain(
    'Hello.\n\nKind regards,\nKate Jones\nRuislip, Middlesex\n',
  )
  expect([name, place]).toEqual(['Kate Jones', 'Ruislip in Middlesex'])
  for (const from of [nameFrom!, placeFrom!]) expect(original.slice(from.start, from.end)).toBe(from.words)
})

test('the bytes of an attachment are cut out when asked for', async () => {
  const raw = Buffer.from(
    'Content-Type: multipart/mixed; boundary=b\n\n--b\n\nwords\n--b\nContent-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\nAQID\n--b--\n',
  )
  expect((await attachmentAt(raw, 0))!.bytes).toEqual(Buffer.from([1, 2, 3]))
  expect(await attachmentAt(raw, 1)).toBeNull()
})

test('HTML for the frame keeps ten tags and no scripts', async () => {
  const raw = Buffer.from(
    'Content-Type: text/html\n\n<p onclick=x>Hi <script>bad()</script><img src=x onerror=y><a href="javascript:z">link</a></p>',
  )
  expect(await htmlView(raw)).toBe('<p>Hi link</p>')
})

test.each([
  ['phone', 'Ring me on 07700 900123.', 'warn'],
  ['postcode', 'I am at HA4 7XX.', 'warn'],
  ['email-address', 'Write to kate@example.com please.', 'warn'],
  ['self-harm', 'Some days I want to die.', 'bad'],
  ['threat', 'I will kill him.', 'bad'],
  ['not-for-publication', 'This is not for publication.', 'bad'],
  ['under-18', 'I am 15 years old and worried.', 'bad'],
  ['third-party', 'Our manager John Marsden lied to all of us.', 'bad'],
  ['asked-anonymous', 'Please do not use my name.', 'warn'],
  [
    'not-english',
    'Je suis pour les médecins et je pense que le ministre est dans une situation difficile avec nous.',
    'warn',
  ],
  ['press-release', 'PRESS RELEASE: for immediate release.', 'warn'],
])('the check %s finds its words', async (check, words, level) => {
  const { checks } = await plain(words)
  const found = checks.find(finding => finding.check === check)
  expect(found).toMatchObject({ level })
  expect(found!.words).not.toBe('')
})

test('an ordinary letter has nothing to check', async () => {
  expect(
    (await plain('I support the doctors. My bus was 25 minutes late and it cost £4.50 in 2016.\n')).checks,
  ).toEqual([])
})

test('a wish that looks like a legal notice stays, and a legal notice goes', async () => {
  const wish = await plain('The ward is unsafe.\n\nThis email is confidential. Please do not publish it.\n')
  expect(wish.text).toContain('Please do not publish it.')
  expect(wish.checks.map(({ check }) => check)).toContain('not-for-publication')
  const notice = await plain(
    'Yes.\n\nThis email and any attachments are confidential and intended for the addressee only.\n',
  )
  expect([notice.text, notice.checks.some(({ check }) => check === 'not-for-publication')]).toEqual(['Yes.', false])
})

test('a letter whose words are its subject is that subject', async () => {
  const raw = 'From: Rob <rob@example.com>\nSubject: No more strikes please\n\nSent from my iPhone\n'
  expect((await readMessage(Buffer.from(raw))).text).toBe('No more strikes please')
})
