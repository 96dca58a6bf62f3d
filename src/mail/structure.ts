// The tree of a MIME message, found without decoding anything: where each leaf begins and ends, and what it says it is.
// Attachments are cut off here, so that no parser ever holds them.
import { type Field, fieldValue, headerText, parseFields, parseParameters } from './fields.ts'
import { endOfLine, headerEnd, isHeaded, normalise } from './header-bytes.ts'
import { BeyondLimits, limits } from './limits.ts'

export type Part = {
  fields: Field[]
  /** `text/plain` and so on, lower case. */
  type: string
  params: Record<string, string>
  disposition: string
  filename: string
  encoding: string
  /** Byte offsets of the body in the message. */
  start: number
  end: number
  /** Which multipart/alternative it is one form of; 0 when none. */
  alternative: number
  /** The multipart types above it, outermost first. */
  within: string[]
}

export type Structure = {
  raw: Buffer
  fields: Field[]
  leaves: Part[]
  /** The message itself, as a part. */
  top: Part
  type: string
  /** Before the first part and after the last: empty where there is nothing. */
  outside: { start: number; end: number }[]
  defects: string[]
}

type Tree = Pick<Structure, 'leaves' | 'outside' | 'defects'>

type Open = {
  boundary: string
  /** Its first byte, to pass over other lines cheaply. */
  first: number
  alternative: number
  within: string[]
  digest: boolean
}

/** Reads the tree; throws `BeyondLimits` when it has too many parts, levels or header bytes. Linear in the bytes. */
export function readStructure(raw: Uint8Array): Structure {
  const bytes = normalise(raw)
  const defects: string[] = []
  const headed = /^[!-9;-~]+[ \t]*:/.test(bytes.subarray(0, 200).toString('latin1'))
  const head = headed ? headerEnd(bytes, 0, bytes.length) : { end: 0, body: 0 }
  const fields = readHeader(bytes, 0, head.end)
  if (fields.length === 0 && bytes.length > 0) defects.push('The message has no header.')
  const tree: Tree = { leaves: [], outside: [], defects }
  const top = partOf(fields, { within: [], alternative: 0, digest: false })
  readBody(bytes, top, head.body, tree)
  return { raw: bytes, fields, top, type: top.type, ...tree }
}

function readBody(bytes: Buffer, top: Part, start: number, tree: Tree): void {
  const { leaves, defects } = tree
  const end = bytes.length
  if (!top.type.startsWith('multipart/')) {
    leaves.push({ ...top, start, end })
    return
  }
  const boundary = top.params.boundary || guessBoundary(bytes, start)
  if (!boundary || bytes.indexOf(`--${boundary}`, start, 'latin1') < 0) {
    const guess = guessBoundary(bytes, start)
    defects.push('The message says it has parts, but they could not be told apart as declared.')
    if (!guess) {
      leaves.push({ ...top, type: 'text/plain', params: {}, start, end })
      return
    }
    return walk(bytes, { ...top, params: { ...top.params, boundary: guess } }, start, tree)
  }
  walk(bytes, { ...top, params: { ...top.params, boundary } }, start, tree)
}

function walk(bytes: Buffer, top: Part, from: number, { leaves, outside, defects }: Tree): void {
  const end = bytes.length
  const stack: Open[] = [opened(top, 1)]
  let current: Part | null = null
  let parts = 0
  let at = bytes.indexOf('--', from)
  for (; at >= 0; at = nextDelimiter(bytes, at)) {
    if ((at !== from && bytes[at - 1] !== 10) || !stack.some(open => open.first === bytes[at + 2])) continue
    const lineEnd = endOfLine(bytes, at)
    const line = bytes
      .subarray(at + 2, Math.min(lineEnd, at + 300))
      .toString('latin1')
      .trimEnd()
    const level = findOpen(stack, line)
    if (level < 0) continue
    if (outside.length === 0) outside.push({ start: from, end: at })
    if (current) leaves.push({ ...current, end: contentEnd(bytes, current.start, at) })
    current = null
    if (line === `${stack[level]!.boundary}--`) {
      stack.length = level
      if (level === 0) {
        outside.push({ start: Math.min(lineEnd, end), end })
        break
      }
      continue
    }
    stack.length = level + 1
    if (++parts > limits.parts) throw new BeyondLimits(`The message has more than ${limits.parts} parts.`)
    const head = isHeaded(bytes, lineEnd) ? headerEnd(bytes, lineEnd, end) : { end: lineEnd, body: lineEnd }
    const part = partOf(readHeader(bytes, lineEnd, head.end), stack[level]!)
    if (part.type.startsWith('multipart/') && part.params.boundary) {
      if (stack.length >= limits.depth)
        throw new BeyondLimits(`The message is nested more than ${limits.depth} levels.`)
      stack.push(opened(part, parts + 1))
    } else current = { ...part, start: Math.min(head.body, end), end }
    // The next search may start right at the part's body: a part without any header begins with a boundary's blank line.
    at = Math.max(at, Math.min(head.body, end) - 2)
  }
  if (at < 0) defects.push('The message breaks off before its last part ends.')
  if (current) leaves.push({ ...current, end })
}

/** Where the next line beginning with two hyphens starts, or -1. */
function nextDelimiter(bytes: Buffer, at: number): number {
  const found = bytes.indexOf('\n--', at)
  return found < 0 ? -1 : found + 1
}

const opened = (part: Part, id: number): Open => ({
  boundary: part.params.boundary!.trimEnd(),
  first: part.params.boundary!.charCodeAt(0) & 255,
  alternative: part.type === 'multipart/alternative' ? id : part.alternative,
  within: [...part.within, part.type],
  digest: part.type === 'multipart/digest',
})

/** The innermost open multipart that a delimiter line (without its leading hyphens) belongs to, or -1. */
function findOpen(stack: Open[], line: string): number {
  for (let level = stack.length - 1; level >= 0; level--) {
    const { boundary } = stack[level]!
    if (line === boundary || line === `${boundary}--`) return level
  }
  return -1
}

/** A boundary from the body itself, for a multipart that names none or the wrong one. */
function guessBoundary(bytes: Buffer, start: number): string {
  const found = bytes.subarray(start, start + 2_000).toString('latin1')
  return /(?:^|\n)--([^\s-][^\r\n]{4,99}?)[ \t]*\r?\n(?:content-|\r?\n)/i.exec(found)?.[1] ?? ''
}

function partOf(fields: Field[], open: { within: string[]; alternative: number; digest: boolean }): Part {
  const content = parseParameters(fieldValue(fields, 'content-type'))
  const disposition = parseParameters(fieldValue(fields, 'content-disposition'))
  const declared = content.value === 'text' ? 'text/plain' : content.value
  return {
    fields,
    type: /^[a-z0-9!#$&^_.+-]+\/(?<![a-z0-9!#$&^_.+-])[a-z0-9!#$&^_.+-]+$/.test(declared)
      ? declared
      : open.digest
        ? 'message/rfc822'
        : 'text/plain',
    params: content.params,
    disposition: disposition.value,
    filename: disposition.params.filename ?? content.params.name ?? '',
    encoding: fieldValue(fields, 'content-transfer-encoding')
      .toLowerCase()
      .replace(/\([^()]{0,200}\)/g, '')
      .replace(/[^a-z0-9-]/g, ''),
    start: 0,
    end: 0,
    alternative: open.alternative,
    within: open.within,
  }
}

function readHeader(bytes: Buffer, start: number, end: number): Field[] {
  if (end - start > limits.headerBytes) throw new BeyondLimits('The header is longer than 256 kB.')
  const block = headerText(bytes.subarray(start, end))
  const fields = parseFields(block)
  if (fields.length > limits.headerFields)
    throw new BeyondLimits(`The header has more than ${limits.headerFields} fields.`)
  return fields
}

/** The line end before a delimiter belongs to the delimiter (RFC 2046 section 5.1.1). */
function contentEnd(bytes: Buffer, start: number, delimiter: number): number {
  let end = delimiter
  if (end > start && bytes[end - 1] === 10) end--
  if (end > start && bytes[end - 1] === 13) end--
  return Math.max(start, end)
}
