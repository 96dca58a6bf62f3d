// Readers' emails for measuring: any number of them, the same ones every time, as varied as real ones in what costs time.
import { createHash } from 'node:crypto'

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const common =
  `the to and of a in that is I for it was on are be they with have as not this but my we at our who would by you
  doctors junior strike hospital contract hours weekend NHS government nurses patients care pay safe tired support against
  minister operation cancelled mother daughter train school rail village council flood snow years work week night people
  should never always because think feel know believe hope agree disagree today yesterday morning when where what which`.split(
    /\s+/,
  )
const sounds =
  'ba be bo ca co da de do fa fi ga go ha he la le li lo ma me mo na no pa pe ra re ri ro sa se si ta te ti to va'.split(
    ' ',
  )
const names =
  'Katherine Chris Alan David Siân Zoë Aoife Mohammed Priya Renée François Jürgen Olu Mary Peter Susan Ngozi Wei Anna'.split(
    ' ',
  )
const families =
  'Boshell Kinghorn Morrison O’Brien Smith Patel Khan Müller García Kowalski Okafor Evans Nguyen Brown'.split(' ')
const places = [
  'Ruislip in Middlesex',
  'Birmingham',
  'Ware in Hertfordshire',
  'Northumberland',
  'Leeds',
  'Southend in Essex',
  'Caernarfon',
  'Derry',
]

/** Common words mostly, and rare ones as often as a language has them, so that an index grows as it would in life. */
function word(random: () => number): string {
  if (random() < 0.8) return common[Math.floor(random() ** 2 * common.length)]!
  const rank = Math.floor(random() ** 3 * 30_000)
  return [7, 53, 311].map(step => sounds[(rank * step + Math.floor(rank / 36)) % sounds.length]!).join('')
}

function sentence(random: () => number): string {
  const words = Array.from({ length: 6 + Math.floor(random() * 18) }, () => word(random)).join(' ')
  return `${words[0]!.toUpperCase()}${words.slice(1)}${random() < 0.1 ? ' – enough!' : '.'}`
}

/** Paragraphs of 80 to 300 words. */
export function letterText(random: () => number): string {
  const paragraphs: string[] = []
  for (let left = 80 + random() * 220; left > 0; ) {
    const sentences = Array.from({ length: 2 + Math.floor(random() * 4) }, () => sentence(random))
    left -= sentences.join(' ').split(' ').length
    paragraphs.push(sentences.join(' '))
  }
  return paragraphs.join('\n\n')
}

const pick = <Item>(random: () => number, items: readonly Item[]) => items[Math.floor(random() * items.length)]!
const folded = (text: string) => text.replace(/(.{1,76})(\s+|$)/g, '$1\n').trimEnd()
const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/.{76}/g, '$&\n')
const encodedWord = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`

/** Message `number`; `pictured` is the share of messages that carry a picture of some 400 kB. */
export function benchMessage(number: number, pictured: number): Buffer {
  const random = randomFrom(1_000_003 * (number + 1))
  const [name, family, place] = [pick(random, names), pick(random, families), pick(random, places)]
  const address = `reader${number}@mail${number % 37}.example.net`
  let text = letterText(random)
  if (random() < 0.6) text += `\n\n${name} ${family}, ${place}`
  const extra = random()
  if (extra < 0.1)
    text += `\n\nOn Mon, 4 Jan 2026 at 09:12, Have Your Say wrote:\n${folded(letterText(random)).replace(/^/gm, '> ')}`
  else if (extra < 0.2) text += `\n\n-- \n${name} ${family}\nSent from my iPhone`
  const main = random() < 0.6 ? alternative(text, number) : `${plainHead}\n${base64(Buffer.from(folded(text)))}\n`
  const head = [
    `Return-Path: <${address}>`,
    ...[3, 2, 1].map(
      hop =>
        `Received: from relay${hop}.example.net by mx${hop}.example.org with ESMTPS id ${number};\n\tMon, 4 Jan 2026 09:12:00 +0000`,
    ),
    `Authentication-Results: mx.example.org; dkim=pass; spf=pass smtp.mailfrom=${address}; dmarc=pass`,
    `Message-ID: <${createHash('md5').update(String(number)).digest('hex')}@mail${number % 37}.example.net>`,
    `Date: ${new Date(Date.UTC(2026, 0, 1) + number * 61_000).toUTCString().replace('GMT', '+0000')}`,
    `From: ${encodedWord(`${name} ${family}`)} <${address}>`,
    'To: haveyoursay@example.org',
    `Subject: ${sentence(random)
      .slice(0, 60)
      .replace(/[^ -~]/g, '')}`,
    'MIME-Version: 1.0',
  ].join('\n')
  const whole = random() < pictured ? `${head}\n${mixed(main, random)}` : `${head}\n${main}`
  return Buffer.from(whole.replace(/\r?\n/g, '\r\n'))
}

const plainHead = 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n'

function alternative(text: string, number: number): string {
  const paragraphs = text
    .split('\n\n')
    .map(
      each =>
        `<p class="MsoNormal" style="margin:0"><span style="font-size:11.0pt">${each.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br>')}</span></p>`,
    )
  const html = `<html><head><style>p.MsoNormal{margin:0;font-family:Calibri}</style></head><body>${paragraphs.join('\n')}</body></html>`
  const part = (type: string, body: string) =>
    `--alt${number}\nContent-Type: ${type}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${base64(Buffer.from(body))}\n`
  return `Content-Type: multipart/alternative; boundary="alt${number}"\n\n${part('text/plain', folded(text))}${part('text/html', html)}--alt${number}--\n`
}

/** Random bytes stand for the picture: nobody decodes it at intake, and like a JPEG they cannot be made smaller. */
function mixed(main: string, random: () => number): string {
  const bytes = Buffer.alloc(200_000 + Math.floor(random() * 400_000))
  for (let at = 0; at + 4 <= bytes.length; at += 4) bytes.writeUInt32LE(Math.floor(random() * 4294967296), at)
  bytes.write('ffd8ffe0', 0, 'hex')
  const picture =
    'Content-Type: image/jpeg; name="IMG_1.jpg"\nContent-Disposition: attachment; filename="IMG_1.jpg"\nContent-Transfer-Encoding: base64'
  return `Content-Type: multipart/mixed; boundary="mix"\n\n--mix\n${main}\n--mix\n${picture}\n\n${base64(bytes)}\n--mix--\n`
}
