// Where words are looked for when no part that should carry them does: in messages within, in signed envelopes, in files
// of text, outside all parts. Each is said in the defects, since nobody wrote a letter to be read like that.
import { decodeBody } from './decode.ts'
import { rtfToText } from './rtf.ts'
import { signedContent } from './smime.ts'
import { type Part, readStructure, type Structure } from './structure.ts'

/** How the parts of a structure are read as text; `body.ts` knows. */
type Read = (structure: Structure, parts: Part[]) => string
type Reader = { isBody: (part: Part) => boolean; read: Read; defects: string[] }

/** Messages within messages that are opened; what is deeper stays a file. */
const deepest = 4

export function lastResort(structure: Structure, reader: Reader, depth = 0): string {
  return (
    signedText(structure, reader, depth) ||
    nestedText(structure, reader, depth) ||
    fileText(structure, reader) ||
    outsideText(structure, reader)
  )
}

/** The words of a structure that was found within another. */
function within(structure: Structure, reader: Reader, depth: number): string {
  const bodies = structure.leaves.filter(reader.isBody)
  const text = bodies.length === 0 ? '' : reader.read(structure, bodies)
  return text.trim() || depth >= deepest ? text : lastResort(structure, reader, depth + 1)
}

const bytesOf = (structure: Structure, part: Part): Buffer =>
  decodeBody(structure.raw.subarray(part.start, part.end), part.encoding)

/** Outlook signs a letter by wrapping it: what it wraps is a MIME message without the outer fields (RFC 8551, 3.5.2). */
function signedText(structure: Structure, reader: Reader, depth: number): string {
  const part = structure.leaves.find(leaf => /^application\/(?:x-)?pkcs7-mime$/.test(leaf.type))
  const content = part && signedContent(bytesOf(structure, part))
  if (!content) return ''
  reader.defects.push('The email is wrapped in its signature, which was not checked.')
  return within(readStructure(content), reader, depth)
}

/** A message whose only words lie in a forwarded message within it. */
function nestedText(structure: Structure, reader: Reader, depth: number): string {
  const part = structure.leaves.find(leaf => /^message\/(?:rfc822|global|partial|news)$/.test(leaf.type))
  if (!part || structure.type === 'multipart/report') return ''
  const inner = readStructure(bytesOf(structure, part))
  const body = within(inner, reader, depth)
  if (!body.trim()) return ''
  const from = inner.fields
    .filter(field => /^(from|date|subject|to)$/.test(field.key))
    .map(field => `${field.key}: ${field.value}`)
  reader.defects.push('The words stand in a message that this one forwards.')
  return `---------- Forwarded message ----------\n${from.join('\n')}\n\n${body}`
}

const textual =
  /^(?:text\/(?!calendar|(?:x-)?vcard|directory|css|csv|javascript|xml|x-amp-html$)[\w.+-]+|application\/(?:text|plain|xhtml\+xml|rtf|octet-stream)|message\/plain|unknown\/unknown|text\/x-amp-html)$/
const textFile = /\.(?:txt|text|md|html?|rtf|log)$/i
const notText = /\.(?:vcf|ics|css|csv|js|xml|json|jpe?g|png|gif|pdf|docx?|xlsx?|zip|p7s|asc|sig)$/i

/** A letter typed into a text editor and attached, or sent under a type that no mail program knows. */
function fileText(structure: Structure, reader: Reader): string {
  if (structure.type === 'multipart/report') return ''
  for (const part of structure.leaves) {
    if (part.within.includes('multipart/encrypted')) continue
    const named = textFile.test(part.filename)
    if (!(named || (textual.test(part.type) && !notText.test(part.filename)))) continue
    const bytes = bytesOf(structure, part)
    if (!isText(bytes)) continue
    const text = /^(?:text|application)\/rtf$|\.rtf$/i.test(part.filename || part.type)
      ? rtfToText(bytes.toString('latin1'))
      : reader.read(structure, [{ ...part, type: kindOf(part, bytes) }])
    if (!text.trim()) continue
    const attached = part.disposition === 'attachment' || part.filename !== ''
    reader.defects.push(
      attached
        ? 'The words stand in an attached file.'
        : `The words stand in a part of an unusual kind (${part.type}).`,
    )
    return text
  }
  return ''
}

const kindOf = (part: Part, bytes: Buffer): string =>
  /html/.test(part.type) ||
  /\.html?$/i.test(part.filename) ||
  /^\s*<(?:!doctype|html|body)\b/i.test(bytes.toString('latin1', 0, 200))
    ? 'text/html'
    : 'text/plain'

/** Text of any coding: hardly a control character among the first bytes; UTF-16 has its mark. */
function isText(bytes: Buffer): boolean {
  if (bytes.length === 0) return false
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true
  let odd = 0
  const size = Math.min(bytes.length, 2_000)
  for (let at = 0; at < size; at++) {
    const byte = bytes[at]!
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 27) odd++
  }
  return odd * 100 <= size
}

const notice =
  /multi-?part message in mime|mime[- ](?:aware|compliant|capable)|this is a (?:cryptographically|multi)|does not (?:understand|support) mime/i

/** Before the first part and after the last (RFC 2046 calls both to be ignored, and some programs write there). */
function outsideText(structure: Structure, reader: Reader): string {
  for (const { start, end } of structure.outside) {
    const part = { ...structure.top, type: 'text/plain', params: {}, encoding: '', start, end }
    const text = start < end ? reader.read(structure, [part]) : ''
    if (!text.trim() || notice.test(text)) continue
    reader.defects.push('The words stand outside the parts of the message.')
    return text
  }
  return ''
}
