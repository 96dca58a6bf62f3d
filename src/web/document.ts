// A finished public answer: its bytes in each coding, made once, with headers ready to send. Nothing here knows Express.
import type { ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import fresh from 'fresh'
import Negotiator from 'negotiator'
import type { Asking } from './asking.ts'

export type Document = {
  status: number
  type: string
  body: string | Uint8Array
  /** Content-Security-Policy. */
  policy: string
  /** Names the rows the body was made of; the strong ETag is made from it. Null: no ETag (errors, redirects). */
  version: string | null
  /** Epoch milliseconds, or null when there is nothing to say. */
  modifiedAt: number | null
  /** `Location` and the like. */
  headers?: Record<string, string>
}

export type Coding = 'identity' | 'gzip' | 'br'

/** One coding of a document: what goes over the wire. Headers are a flat list, which Node writes fastest. */
export type Coded = {
  status: number
  etag: string
  modified: string
  headers: string[]
  /** Those of a 304; `headAcross` where another site's script asks, which may read no answer without that word. */
  head: string[]
  headAcross: string[]
  bytes: Buffer
  /** The bytes as Latin-1 when they are few: Node then sends headers and body in one piece. Null for large ones. */
  short: string | null
}

/** Up to here copying the body beside its headers costs less than a second piece on the socket. */
const fewBytes = 16_384

const compress = {
  gzip: promisify(gzip),
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
}

const codings: Coding[] = ['br', 'gzip', 'identity']

// The library takes our own order of preference too; its types do not say so.
type Choosing = { encoding: (available: string[], options: { preferred: string[] }) => string | undefined }
const preferring = (negotiator: Negotiator) => (negotiator as Choosing).encoding(codings, { preferred: codings })

/**
 * A function that knows the coding an asker likes best (RFC 9110 section 12.5.3) from its Accept-Encoding. Askers send
 * few different ones, so that the answers are remembered.
 */
export function codingChooser(): (asking: Partial<Asking>) => Coding {
  const remembered = new Map<string, Coding>()
  return asking => {
    const accepted = asking['accept-encoding']
    if (typeof accepted !== 'string') return 'identity'
    const known = remembered.get(accepted)
    if (known) return known
    const chosen = preferring(new Negotiator({ headers: { 'accept-encoding': accepted } })) ?? 'identity'
    if (remembered.size < 1000) remembered.set(accepted, chosen as Coding)
    return chosen as Coding
  }
}

/** Makes the bytes and headers of a document in one coding; `common` are the headers that every public answer has. */
export async function encode(document: Document, asked: Coding, common: Record<string, string>): Promise<Coded> {
  const plain = Buffer.from(document.body as string)
  // A picture is packed as well as it can be.
  const coding = typeof document.body === 'string' ? asked : 'identity'
  const bytes = coding === 'identity' ? plain : await compress[coding](plain)
  const etag = document.version === null ? '' : `"${document.version}${{ identity: '', gzip: '-g', br: '-b' }[coding]}"`
  const modified = document.modifiedAt === null ? '' : new Date(document.modifiedAt).toUTCString()
  const validity = { ...(etag && { ETag: etag }), 'Cache-Control': 'public, max-age=5, stale-while-revalidate=30' }
  const headers = Object.entries({
    ...validity,
    ...(modified && { 'Last-Modified': modified }),
    'Content-Security-Policy': document.policy,
    ...common,
    Vary: 'Accept-Encoding',
    ...document.headers,
    'Content-Type': document.type,
    'Content-Length': String(bytes.length),
  }).flat()
  // What the asker keeps has all the others already (RFC 9110 section 15.4.5).
  const head = Object.entries({ ...validity, Vary: 'Accept-Encoding' }).flat()
  const headAcross = [...head, 'Access-Control-Allow-Origin', '*']
  if (coding !== 'identity') headers.push('Content-Encoding', coding)
  const short = bytes.length <= fewBytes ? bytes.toString('latin1') : null
  return { status: document.status, etag, modified, headers, head, headAcross, bytes, short }
}

/** Sends it, or 304 when the asker has it already (RFC 9110 section 13). */
export function send(
  method: string | undefined,
  asking: Partial<Asking>,
  response: ServerResponse,
  coded: Coded,
): void {
  if (coded.status === 200 && isHeld(asking, coded)) {
    response.writeHead(304, asking.origin === undefined ? coded.head : coded.headAcross)
    response.end()
    return
  }
  response.writeHead(coded.status, coded.headers)
  if (method === 'HEAD') response.end()
  else if (coded.short !== null) response.end(coded.short, 'latin1')
  else response.end(coded.bytes)
}

/**
 * Whether the asker holds these very bytes. `Cache-Control: no-cache`, which some programs add to every conditional
 * request, is a word to caches; our version is current anyhow, so it costs them nothing and 304 is the answer.
 */
function isHeld(asking: Partial<Asking>, coded: Coded): boolean {
  const none = asking['if-none-match']
  const since = asking['if-modified-since']
  if (none === undefined && since === undefined) return false
  if (none === coded.etag) return true
  return fresh(
    { 'if-none-match': none, 'if-modified-since': since },
    { etag: coded.etag, 'last-modified': coded.modified },
  )
}
