// Header fields as bytes wrote them: unfolded lines, and the parameters of Content-Type and its kin (RFC 2045, 2231).
import { isUtf8 } from 'node:buffer'

export type Field = { key: string; value: string }

const singleByte = new TextDecoder('windows-1252')

/** Header bytes as text: UTF-8 (RFC 6532) where they are valid UTF-8, else windows-1252. */
export const headerText = (bytes: Uint8Array): string =>
  isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8') : singleByte.decode(bytes)

/** The fields of a header block, unfolded (RFC 5322 section 2.2.3); lines that are no field are left out. */
export function parseFields(block: string): Field[] {
  const fields: Field[] = []
  for (const line of block.split(/\r*\n|\r/)) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      const last = fields.at(-1)
      if (last) last.value += ` ${line.trimStart()}`
      continue
    }
    const colon = line.indexOf(':')
    const key = colon < 1 ? '' : line.slice(0, colon).trimEnd().toLowerCase()
    if (/^[!-9;-~]+$/.test(key)) fields.push({ key, value: line.slice(colon + 1).trim() })
  }
  return fields
}

/** The first value of a field, '' when absent. */
export const fieldValue = (fields: Field[], key: string): string => fields.find(field => field.key === key)?.value ?? ''

/** All values of a field, in order. */
export const fieldValues = (fields: Field[], key: string): string[] =>
  fields.filter(field => field.key === key).map(field => field.value)

export type Parameters = { value: string; params: Record<string, string> }

/** `text/plain; charset="utf-8"; name*0*=utf-8''a%20; name*1=b` → its value in lower case and its parameters. */
export function parseParameters(raw: string): Parameters {
  const text = raw.slice(0, 16_384)
  const semicolon = text.indexOf(';')
  const value = (semicolon < 0 ? text : text.slice(0, semicolon)).trim().toLowerCase()
  const params: Record<string, string> = Object.create(null)
  const pieces = new Map<string, { order: number; text: string; encoded: boolean }[]>()
  for (const [key, given] of semicolon < 0 ? [] : splitParameters(text.slice(semicolon + 1))) {
    const match = /^([^*]+)\*(\d{1,4})?(\*)?$/.exec(key)
    if (!match) params[key] ??= given
    else {
      const list = pieces.get(match[1]!) ?? []
      list.push({ order: Number(match[2] ?? 0), text: given, encoded: match[3] === '*' || match[2] === undefined })
      pieces.set(match[1]!, list)
    }
  }
  for (const [key, list] of pieces) params[key] = joinPieces(list)
  return { value, params }
}

function splitParameters(text: string): [string, string][] {
  const found: [string, string][] = []
  let at = 0
  while (at < text.length && found.length < 200) {
    const equals = text.indexOf('=', at)
    if (equals < 0) break
    const key = text.slice(at, equals).replace(/[;\s]/g, '').toLowerCase()
    let from = equals + 1
    while (text[from] === ' ' || text[from] === '\t') from++
    let value = ''
    if (text[from] === '"') {
      let to = from + 1
      while (to < text.length && text[to] !== '"') {
        if (text[to] === '\\') to++
        value += text[to++] ?? ''
      }
      const next = text.indexOf(';', to)
      at = next < 0 ? text.length : next + 1
    } else {
      const next = text.indexOf(';', from)
      value = text.slice(from, next < 0 ? undefined : next).trim()
      at = next < 0 ? text.length : next + 1
    }
    if (key) found.push([key, value])
  }
  return found
}

function joinPieces(list: { order: number; text: string; encoded: boolean }[]): string {
  list.sort((a, b) => a.order - b.order)
  let charset = 'utf-8'
  const bytes: Buffer[] = list.map((piece, index) => {
    let text = piece.text
    if (index === 0 && piece.encoded) {
      const mark = /^([^']*)'[^']*'/.exec(text)
      if (mark) {
        charset = mark[1] || charset
        text = text.slice(mark[0].length)
      }
    }
    if (!piece.encoded) return Buffer.from(text)
    return Buffer.from(
      text.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    )
  })
  try {
    return new TextDecoder(charset).decode(Buffer.concat(bytes))
  } catch {
    return Buffer.concat(bytes).toString('latin1')
  }
}
