// The pieces of an email made for measuring: characters in a charset, bytes in a transfer encoding.

const quotes: Record<string, number> = { '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96, '…': 0x85 }

/** The same words in plain ASCII. */
export const ascii = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/–/g, '-')
    .replace(/…/g, '...')
    .replace(/ł/gi, 'l')
    .replace(/[^\x00-\x7f]/g, '')

function encoded(text: string, charset: string): Buffer {
  if (charset === 'utf-8') return Buffer.from(text)
  if (charset === 'us-ascii') return Buffer.from(ascii(text), 'latin1')
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0)!
    const quote = charset === 'windows-1252' ? quotes[character] : undefined
    if (code < 0x80 || (code >= 0xa0 && code < 0x100)) bytes.push(code)
    else if (quote !== undefined) bytes.push(quote)
    else bytes.push(...Buffer.from(ascii(character), 'latin1'))
  }
  return Buffer.from(bytes)
}

/** Lines of 76 characters. */
export const base64Lines = (bytes: Buffer): string => bytes.toString('base64').replace(/.{1,76}/g, '$&\r\n')

function quotedPrintable(bytes: Buffer): string {
  let out = ''
  let line = ''
  const push = (piece: string) => {
    if (line.length + piece.length > 75) {
      out += `${line}=\r\n`
      line = ''
    }
    line += piece
  }
  for (const byte of bytes) {
    if (byte === 13) continue
    if (byte === 10) {
      if (/[ \t]$/.test(line)) line = line.slice(0, -1) + (line.at(-1) === ' ' ? '=20' : '=09')
      out += `${line}\r\n`
      line = ''
    } else if ((byte >= 33 && byte <= 126 && byte !== 61) || byte === 32 || byte === 9) push(String.fromCharCode(byte))
    else push(`=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
  }
  return `${out}${line}\r\n`
}

export type Coding = { charset: string; transfer: string }

/** A text part with its head, as characters that stand for octets. */
export function textPart(random: () => number, type: string, text: string, { charset, transfer }: Coding): string {
  const bytes = encoded(text.replace(/\r?\n/g, '\r\n'), charset)
  const flowed = transfer === '7bit' && type === 'text/plain' && random() < 0.3 ? '; format=flowed' : ''
  const head = `Content-Type: ${type}; charset=${charset}${flowed}\r\nContent-Transfer-Encoding: ${transfer}\r\n\r\n`
  if (transfer === 'base64') return head + base64Lines(bytes)
  return head + (transfer === 'quoted-printable' ? quotedPrintable(bytes) : `${bytes.toString('latin1')}\r\n`)
}

export const encodedWord = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`

export const escaped = (text: string): string => text.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)

export const hex = (random: () => number, length: number): string =>
  Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')
