// From a letter to the bytes a mail server would hold: headers and forms as the programs people use write them.
import { createHash } from 'node:crypto'
import { callOut, type Device, type Letter } from './emails/letter.ts'
import { encodeText, headerAddress, headerWords, type Transfer, transferred, wrapped } from './mime.ts'
import { drawPicture } from './pictures.ts'

type Habit = {
  form: 'plain' | 'wrapped' | 'flowed' | 'alternative' | 'html'
  charset: string
  transfer: Transfer
  headers: Record<string, string>
  /** The line the program adds by itself. */
  last?: string
}

const qp = 'quoted-printable'

const habits: Record<Device, Habit> = {
  iphone: phone('iPhone Mail (13E238)', 'plain', 'Sent from my iPhone'),
  ipad: phone('iPad Mail (13E238)', 'plain', 'Sent from my iPad'),
  samsung: { ...phone('', 'alternative', 'Sent from my Samsung Galaxy smartphone.'), transfer: 'base64' },
  blackberry: phone(
    'BlackBerry Email (10.3.2.2876)',
    'plain',
    'Sent from my BlackBerry 10 smartphone on the EE network.',
  ),
  'windows-phone': phone('', 'html', 'Sent from my Windows Phone'),
  gmail: { form: 'alternative', charset: 'utf-8', transfer: qp, headers: {} },
  'gmail-phone': { form: 'alternative', charset: 'utf-8', transfer: qp, headers: {} },
  outlook: {
    form: 'alternative',
    charset: 'windows-1252',
    transfer: qp,
    headers: { 'X-Mailer': 'Microsoft Outlook 15.0', 'Thread-Index': 'AdGfj0Vw', 'Content-Language': 'en-gb' },
  },
  'outlook-com': {
    form: 'alternative',
    charset: 'iso-8859-1',
    transfer: qp,
    headers: { 'Accept-Language': 'en-GB, en-US', 'X-MS-Has-Attach': '' },
  },
  yahoo: { ...phone('YahooMailAndroidMobile', 'alternative', 'Sent from Yahoo Mail on Android'), transfer: 'base64' },
  'apple-mail': { form: 'plain', charset: 'utf-8', transfer: qp, headers: { 'X-Mailer': 'Apple Mail (2.3124)' } },
  thunderbird: {
    form: 'flowed',
    charset: 'utf-8',
    transfer: '8bit',
    headers: { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:38.0) Thunderbird/38.7.2' },
  },
  webmail: { form: 'html', charset: 'utf-8', transfer: qp, headers: { 'X-Mailer': 'Post Office Webmail 6.1' } },
  plain: { form: 'wrapped', charset: 'utf-8', transfer: '8bit', headers: { 'User-Agent': 'Alpine 2.20 (DEB 67)' } },
  none: { form: 'plain', charset: 'utf-8', transfer: '8bit', headers: {} },
}

function phone(mailer: string, form: Habit['form'], last: string): Habit {
  return { form, charset: 'utf-8', transfer: qp, headers: mailer === '' ? {} : { 'X-Mailer': mailer }, last }
}

/** The message as it lies in the mailbox, sent at `at` (epoch milliseconds). The same letter and time give the same bytes. */
export function compose(letter: Letter, at: number): Buffer {
  const habit = habits[letter.by ?? 'plain']
  const token = createHash('sha256').update(`${letter.from}\n${letter.subject}\n${at}`).digest('hex').slice(0, 20)
  const address = /<([^>]*)>$/.exec(letter.from)?.[1] ?? letter.from
  const domain = address.split('@')[1] ?? 'example.org'
  const content = contentOf(letter, habit, token)
  const headers: Record<string, string | null> = {
    'Return-Path': `<${address}>`,
    'Delivered-To': callOut,
    Received: `from mx.${domain} (mx.${domain} [192.0.2.25])\r\n\tby mail.example.org with ESMTPS id ${token.slice(0, 10)}\r\n\tfor <${callOut}>; ${mailDate(at + 2000)}`,
    Date: mailDate(at),
    From: headerAddress(letter.from),
    To: letter.to ?? callOut,
    Subject: headerWords(letter.subject),
    'Message-ID': `<${token}@${domain}>`,
    'MIME-Version': '1.0',
    ...habit.headers,
    ...content.headers,
    ...letter.headers,
  }
  const head = Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]))
  return Buffer.concat([toBytes(`${head.join('\r\n')}\r\n\r\n`), content.body, toBytes('\r\n')])
}

const toBytes = (text: string) => Buffer.from(text, 'utf8')

const zoneName = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'short' })

/** RFC 5322 in the time British senders see. */
function mailDate(at: number): string {
  const summer = zoneName.format(at).endsWith('BST')
  const utc = new Date(at + (summer ? 3_600_000 : 0)).toUTCString()
  return utc.replace('GMT', summer ? '+0100' : '+0000')
}

type Part = { headers: Record<string, string>; body: Buffer }

function contentOf(letter: Letter, habit: Habit, token: string): Part {
  if (letter.headers?.['Content-Type']) return { headers: {}, body: toBytes(letter.body.replaceAll('\n', '\r\n')) }
  const attached = [...pictureParts(letter), ...fileParts(letter)]
  const words = wordsOf(letter, habit, token)
  return attached.length === 0 ? words : multipart('mixed', `mixed-${token}`, [words, ...attached])
}

function wordsOf(letter: Letter, habit: Habit, token: string): Part {
  const text = habit.last ? `${letter.body}\n\n${habit.last}` : letter.body
  const charset = letter.charset ?? habit.charset
  const html = () => textPart('html', letter.html ?? markUp(text, letter.by), { ...letter, charset }, habit.transfer)
  if (habit.form === 'html') return html()
  if (habit.form === 'flowed')
    return textPart('plain; format=flowed', wrapped(text, 70, true), { ...letter, charset }, '8bit')
  const plain = habit.form === 'wrapped' ? wrapped(text, 70, false) : text
  const part = textPart('plain', plain, { ...letter, charset }, habit.transfer)
  return habit.form === 'alternative' ? multipart('alternative', `alt-${token}`, [part, html()]) : part
}

const wide = new Set(['utf-16', 'gb18030', 'windows-1251', 'iso-8859-7'])

function textPart(
  subtype: string,
  text: string,
  { charset = 'utf-8', declares }: Partial<Letter>,
  usual: Transfer,
): Part {
  const transfer = wide.has(charset) ? 'base64' : /^(utf-7|iso-2022-jp)$/.test(charset) ? '7bit' : usual
  const [type, ...rest] = subtype.split('; ')
  return {
    headers: {
      'Content-Type': [`text/${type}`, `charset=${declares ?? charset}`, ...rest].join('; '),
      'Content-Transfer-Encoding': transfer,
    },
    body: Buffer.from(transferred(encodeText(text, charset), transfer), 'latin1'),
  }
}

function pictureParts(letter: Letter): Part[] {
  return (letter.pictures ?? []).map(picture => {
    const { type, bytes } = drawPicture(picture)
    return filePart(type, picture.name, bytes)
  })
}

const fileParts = (letter: Letter) =>
  (letter.files ?? []).map(file => filePart(file.type, file.name, Buffer.from(file.body)))

const filePart = (type: string, name: string, bytes: Buffer): Part => ({
  headers: {
    'Content-Type': `${type}; name="${name}"`,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Content-Transfer-Encoding': 'base64',
  },
  body: Buffer.from(transferred(bytes, 'base64')),
})

function multipart(kind: string, boundary: string, parts: Part[]): Part {
  const pieces = parts.flatMap(part => [
    toBytes(`--${boundary}\r\n`),
    toBytes(
      Object.entries(part.headers)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join(''),
    ),
    toBytes('\r\n'),
    part.body,
    toBytes('\r\n'),
  ])
  return {
    headers: { 'Content-Type': `multipart/${kind}; boundary="${boundary}"` },
    body: Buffer.concat([...pieces, toBytes(`--${boundary}--`)]),
  }
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** The body as each program marks it up: Word's paragraphs, Gmail's divisions, an old webmail's font tags. */
function markUp(text: string, by: Device = 'plain'): string {
  const blocks = text.split(/\n{2,}/).map(block => {
    const quoted = block.split('\n').every(line => line.startsWith('>'))
    const lines = block.split('\n').map(line => escaped(quoted ? line.replace(/^> ?/, '') : line))
    return quoted ? `<blockquote>${lines.join('<br>\n')}</blockquote>` : lines.join('<br>\n')
  })
  if (by === 'outlook')
    return `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri"} --></style></head><body lang=EN-GB>\n${blocks.map(block => `<p class=MsoNormal>${block}<o:p></o:p></p>\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>`).join('\n')}\n</body></html>`
  if (by === 'webmail' || by === 'windows-phone')
    return `<html><body><font face="Arial" size="2">${blocks.join('<br><br>\n')}</font></body></html>`
  return `<div dir="ltr">${blocks.map(block => `<div>${block}</div>`).join('<div><br></div>\n')}</div>`
}
