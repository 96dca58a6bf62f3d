// The encodings a message is written in: character sets, transfer encodings, encoded words, flowed lines.
import iconv from 'iconv-lite'

export type Transfer = '7bit' | '8bit' | 'quoted-printable' | 'base64'

/** Text as bytes of a character set that real senders use, also those the library does not write. */
export function encodeText(text: string, charset: string): Buffer {
  if (charset === 'iso-2022-jp') return shiftedJapanese(text)
  if (charset === 'utf-16') return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  return iconv.encode(text, charset)
}

/** ISO-2022-JP (RFC 1468): Japanese between two escapes, each character as its EUC pair without the high bits. */
function shiftedJapanese(text: string): Buffer {
  let japanese = false
  const bytes: number[] = []
  const shift = (to: boolean) => {
    if (to !== japanese) bytes.push(0x1b, ...Buffer.from(to ? '$B' : '(B'))
    japanese = to
  }
  for (const letter of text) {
    const pair = iconv.encode(letter, 'euc-jp')
    shift(pair.length === 2)
    for (const byte of pair) bytes.push(byte & 0x7f)
  }
  shift(false)
  return Buffer.from(bytes)
}

/** Bytes under a transfer encoding, lines ended by CR LF (RFC 2045, section 6). */
export function transferred(bytes: Buffer, transfer: Transfer): string {
  if (transfer === 'base64') return (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')
  if (transfer === 'quoted-printable') return quotedPrintable(bytes)
  return bytes.toString('latin1').replace(/\r?\n/g, '\r\n')
}

function quotedPrintable(bytes: Buffer): string {
  const escaped = (byte: number) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
  const lines = bytes.toString('latin1').split(/\r?\n/)
  return lines
    .map(line => {
      const units = [...line].map((letter, index) => {
        const byte = letter.charCodeAt(0)
        const blankAtEnd = (byte === 0x20 || byte === 0x09) && index === line.length - 1
        return byte === 0x3d || byte > 0x7e || (byte < 0x20 && byte !== 0x09) || blankAtEnd ? escaped(byte) : letter
      })
      return wrapUnits(units)
    })
    .join('\r\n')
}

/** Lines of at most 76 with soft breaks, never inside an escape. */
function wrapUnits(units: string[]): string {
  const rows = ['']
  for (const unit of units) {
    if (rows.at(-1)!.length + unit.length > 75) rows.push('')
    rows[rows.length - 1] += unit
  }
  return rows.join('=\r\n')
}

/** A header's words, as encoded words where they are not plain ASCII (RFC 2047); what is encoded already stays. */
export function headerWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text
  const pieces = text.match(/[\s\S]{1,12}/gu) ?? []
  return pieces.map(piece => `=?utf-8?B?${Buffer.from(piece).toString('base64')}?=`).join('\r\n ')
}

/** `Name <address>` with the name quoted or encoded as it needs. */
export function headerAddress(from: string): string {
  const [, name = '', address = from] = /^(.*?)\s*<([^>]*)>$/.exec(from) ?? []
  if (name === '') return address
  if (!/^[\x20-\x7e]*$/.test(name)) return `${headerWords(name)} <${address}>`
  return /^"|^[\w !'&-]*$/.test(name) ? `${name} <${address}>` : `"${name.replace(/["\\]/g, '\\$&')}" <${address}>`
}

/** Lines wrapped at `width`; with `soft` each broken line keeps the blank that says it goes on (RFC 3676). */
export function wrapped(text: string, width: number, soft: boolean): string {
  return text
    .split('\n')
    .map(line => {
      if (line.startsWith('>') || line.length <= width) return soft && /^( |From )/.test(line) ? ` ${line}` : line
      const rows = ['']
      for (const word of line.split(' ')) {
        if (rows.at(-1) !== '' && rows.at(-1)!.length + word.length > width) rows.push('')
        rows[rows.length - 1] += `${word} `
      }
      const trimmed = rows.map((row, index) => (soft && index < rows.length - 1 ? row : row.trimEnd()))
      return trimmed.join('\n')
    })
    .join('\n')
}
