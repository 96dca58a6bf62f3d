// The message inside an opaque S/MIME signature (RFC 8551, CMS SignedData of RFC 5652), taken out without checking it.
// BER as programs write it: definite and indefinite lengths, the content whole or in pieces.

type Node = { tag: number; start: number; end: number; next: number }

const constructed = 0x20
const octets = 0x04
const sequence = 0x30
/** id-signedData, 1.2.840.113549.1.7.2, as its bytes. */
const signedData = Buffer.from('2a864886f70d010702', 'hex')

/** The content of signed data; null for anything else, such as an encrypted message. */
export function signedContent(bytes: Buffer): Buffer | null {
  const info = nodeAt(bytes, 0, bytes.length)
  if (!info || info.tag !== sequence) return null
  const [type, wrapped] = children(bytes, info, 2)
  if (!type || !wrapped || !bytes.subarray(type.start, type.end).equals(signedData)) return null
  const [signed] = children(bytes, wrapped, 1)
  const encapsulated = signed && children(bytes, signed, 3)[2]
  const explicit = encapsulated && children(bytes, encapsulated, 2)[1]
  const [content] = explicit ? children(bytes, explicit, 1) : []
  return content ? Buffer.concat(pieces(bytes, content, 0)) : null
}

/** An octet string's bytes, of which a constructed one has several. */
function pieces(bytes: Buffer, node: Node, depth: number): Buffer[] {
  if (node.tag === octets) return [bytes.subarray(node.start, node.end)]
  if (node.tag !== (octets | constructed) || depth > 3) return []
  return children(bytes, node, 200_000).flatMap(child => pieces(bytes, child, depth + 1))
}

function children(bytes: Buffer, parent: Node, most: number): Node[] {
  const found: Node[] = []
  for (let at = parent.start; at < parent.end && found.length < most; ) {
    const node = nodeAt(bytes, at, parent.end)
    if (!node) break
    found.push(node)
    at = node.next
  }
  return found
}

/** The value at `at`; its end is unknown for an indefinite length until its own end is met, which is looked for once. */
function nodeAt(bytes: Buffer, at: number, end: number, depth = 0): Node | null {
  if (at + 2 > end || depth > 20) return null
  const tag = bytes[at]!
  const first = bytes[at + 1]!
  // Tags of more than one byte do not occur here; two zero bytes end an indefinite length.
  if ((tag & 31) === 31 || (tag === 0 && first === 0)) return null
  if (first === 0x80) return indefinite(bytes, { tag, start: at + 2 }, end, depth)
  const size = first & 0x7f
  const start = first < 0x80 ? at + 2 : at + 2 + size
  const length = first < 0x80 ? first : size > 4 || start > end ? -1 : bytes.readUIntBE(at + 2, size)
  return length < 0 || start + length > end ? null : { tag, start, end: start + length, next: start + length }
}

function indefinite(
  bytes: Buffer,
  { tag, start }: Pick<Node, 'tag' | 'start'>,
  end: number,
  depth: number,
): Node | null {
  let at = start
  while (at + 2 <= end && !(bytes[at] === 0 && bytes[at + 1] === 0)) {
    const child = nodeAt(bytes, at, end, depth + 1)
    if (!child) return null
    at = child.next
  }
  return at + 2 > end ? null : { tag, start, end: at, next: at + 2 }
}
