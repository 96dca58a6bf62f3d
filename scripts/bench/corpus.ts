// Readers' emails for measuring: message N is the same bytes on every machine, and as varied as real ones are in what
// costs time (4 charsets, 4 encodings, 60 % multipart, 20 % quoted or signed, a share with a picture of 3 megapixels).
import { letterText, person, pick, randomFrom, sentence } from './language.ts'
import { ascii, type Coding, encodedWord, escaped, hex, textPart } from './parts.ts'

/** Share of the mixed corpus that carries a picture. */
export const pictured = 0.05

/** Message `number`; with `photos` (base64 lines), five in a hundred carry one of them. */
export function benchMessage(number: number, photos: string[]): Buffer {
  const random = randomFrom(1_000_003 * (number + 1))
  const who = person(random)
  const address = `${ascii(who.name)
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')}${number}@mail${number % 37}.example.net`
  const text = wordsOf(random, who)
  const charset = pick(random, ['utf-8', 'utf-8', 'utf-8', 'us-ascii', 'iso-8859-1', 'windows-1252'])
  const transfer =
    charset === 'us-ascii' ? '7bit' : pick(random, ['quoted-printable', 'quoted-printable', 'base64', '8bit'])
  const head = headOf(random, number, { name: who.name, address })
  const main = mainPart(random, text, { charset, transfer })
  const whole = random() < pictured && photos.length > 0 ? withPicture(random, number, main, photos) : main
  return Buffer.from(head + whole, 'latin1')
}

function wordsOf(random: () => number, who: { name: string; town: string }): string {
  let text = letterText(random)
  if (random() < 0.6) text += `\n\n${who.name}, ${who.town}`
  if (random() >= 0.2) return text
  if (random() >= 0.5)
    return `${text}\n\n-- \n${who.name}\nSent from my iPhone\nThis email and any attachment is confidential.`
  const quoted = letterText(random, 40, 90)
    .split('\n')
    .map(line => `> ${line}`)
    .join('\n')
  return `${text}\n\nOn Mon, 4 Jan 2026 at 09:12, Have Your Say <haveyoursay@example.org> wrote:\n${quoted}`
}

function headOf(random: () => number, number: number, who: { name: string; address: string }): string {
  const id = `<${hex(random, 16)}.${number}@mail${number % 37}.example.net>`
  const subject = random() < 0.3 ? `Re: ${sentence(random).slice(0, 50)}` : sentence(random).slice(0, 60)
  const when = new Date(Date.UTC(2026, 0, 1) + number * 61_000).toUTCString().replace('GMT', '+0000')
  const received = [3, 2, 1].map(
    hop =>
      `Received: from relay${hop}.example.net (relay${hop}.example.net [192.0.2.${hop}])\r\n\tby mx${hop}.example.org with ESMTPS id ${hex(random, 12)}\r\n\tfor <haveyoursay@example.org>; ${when}`,
  )
  const domain = `mail${number % 37}.example.net`
  const signature = [
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=s1;`,
    `\th=from:to:subject:date:message-id; bh=${Buffer.from(hex(random, 32)).toString('base64')};`,
    `\tb=${Array.from({ length: 4 }, () => hex(random, 64)).join('\r\n\t ')}`,
  ]
  const from = encodedWord(who.name).replace(/^[\w' .’-]+$/, name => `"${name}"`)
  return [
    `Return-Path: <${who.address}>`,
    'Delivered-To: haveyoursay@example.org',
    ...received,
    `Authentication-Results: mx.example.org; dkim=pass header.d=${domain};\r\n\tspf=pass smtp.mailfrom=${who.address}; dmarc=pass`,
    ...signature,
    `Message-ID: ${id}`,
    `Date: ${when}`,
    `From: ${from} <${who.address}>`,
    'To: haveyoursay@example.org',
    `Subject: ${encodedWord(subject)}`,
    'MIME-Version: 1.0',
    `X-Mailer: ${pick(random, ['iPhone Mail (20A362)', 'Outlook 16.0', 'Gmail', 'Thunderbird 115'])}`,
    '',
  ].join('\r\n')
}

function mainPart(random: () => number, text: string, coding: Coding): string {
  const lines =
    coding.transfer === 'base64'
      ? text
      : text
          .split('\n')
          .map(line => line.replace(/(.{1,76})(\s+|$)/g, '$1\n').trimEnd())
          .join('\n')
  if (random() >= 0.6) return textPart(random, 'text/plain', lines, coding)
  const boundary = `alt_${hex(random, 20)}`
  const paragraphs = text
    .split('\n\n')
    .map(
      each =>
        `<p class="MsoNormal" style="margin:0"><span style="font-size:11.0pt">${escaped(each).replace(/\n/g, '<br>')}</span></p>`,
    )
  const html = `<html><head><meta charset="${coding.charset}"><style>p.MsoNormal{margin:0cm;font-size:11pt;font-family:Calibri}</style></head><body lang="EN-GB">${paragraphs.join('\n')}</body></html>`
  const plain = textPart(random, 'text/plain', lines, coding)
  const transfer = coding.transfer === '7bit' ? 'quoted-printable' : coding.transfer
  const rich = textPart(random, 'text/html', html.replace(/(.{200,900}?) /g, '$1\n'), { ...coding, transfer })
  return `Content-Type: multipart/alternative; boundary="${boundary}"\r\n\r\n--${boundary}\r\n${plain}\r\n--${boundary}\r\n${rich}\r\n--${boundary}--\r\n`
}

function withPicture(random: () => number, number: number, main: string, photos: string[]): string {
  const boundary = `mix_${hex(random, 20)}`
  const name = `IMG_${1000 + (number % 9000)}.jpg`
  const head = `Content-Type: image/jpeg; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64`
  return `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n--${boundary}\r\n${main}\r\n--${boundary}\r\n${head}\r\n\r\n${pick(random, photos)}\r\n--${boundary}--\r\n`
}
