// One attachment's bytes, cut out of the message when somebody asks for it.
import { cleanLine } from '../safe.ts'
import { decodeBody, decodedSize } from './decode.ts'
import { limits } from './limits.ts'
import { readHead } from './mailparser.ts'
import type { Attachment } from './reading.ts'
import { type Part, readStructure, type Structure } from './structure.ts'

/** Whether a leaf is shown as words (true) or listed as an attachment (false). */
export function isBody(part: Part): boolean {
  if (!/^text\/(plain|html|enriched|richtext|x-amp-html|markdown)$/.test(part.type)) return false
  if (part.disposition === 'attachment') return false
  return part.filename === '' || part.disposition === 'inline' || part.alternative > 0
}

/** The leaves that are files, in order; `position` in `attachmentAt` counts these. */
export const attachedParts = (structure: Structure): Part[] =>
  structure.leaves.filter(part => !isBody(part) && part.type !== 'message/delivery-status').slice(0, limits.attachments)

/** What the list of attachments shows: names are only words here, never a path. */
export const describe = (structure: Structure): Attachment[] =>
  attachedParts(structure).map((part, index) => ({
    filename: fileName(part, index),
    contentType: cleanLine(part.type, 100),
    size: decodedSize(structure.raw.subarray(part.start, part.end), part.encoding),
  }))

function fileName(part: Part, index: number): string {
  // Many programs put an encoded word where RFC 2231 forbids it; it is read as a subject would be.
  const given = /=\?/.test(part.filename) ? readHead([{ key: 'subject', value: part.filename }]).subject : part.filename
  const last = cleanLine(given, 1_000).split(/[\\/]/).at(-1)!
  const name = cleanLine(last.replace(/[:*?"<>|]/g, '_').replace(/^\.+/, ''), 120)
  if (name) return name
  if (part.type === 'message/rfc822') return 'forwarded message.eml'
  const extension = /\/(jpeg|png|gif|webp|pdf|heic)$/.exec(part.type)?.[1]
  return extension ? `attachment ${index + 1}.${extension}` : `attachment ${index + 1}`
}

/**
 * The attachment at `position` (0-based, in the order of `Reading.attachments`) with its decoded bytes, or null
 * when there is none or the message is beyond the limits.
 */
export async function attachmentAt(
  raw: Uint8Array,
  position: number,
): Promise<{ filename: string; contentType: string; bytes: Buffer } | null> {
  try {
    const structure = readStructure(raw)
    const part = attachedParts(structure)[position]
    if (!part) return null
    const bytes = decodeBody(structure.raw.subarray(part.start, part.end), part.encoding)
    return { filename: fileName(part, position), contentType: cleanLine(part.type, 100), bytes }
  } catch {
    return null
  }
}
