// What a public answer depends on in a request, read from the headers as they came: making Node's object of all
// headers costs more than the rest of an answer from memory.

export type Asking = {
  authorization: string | undefined
  origin: string | undefined
  'accept-encoding': string | undefined
  'if-none-match': string | undefined
  'if-modified-since': string | undefined
}

const lengths = new Set([6, 13, 15, 17])

/**
 * The few headers that count, from `rawHeaders` (names and values in turn). Null when one of them comes twice: how such
 * are put together is for Node's own reading (`IncomingMessage.headers`) to say.
 */
export function readAsking(raw: readonly string[]): Asking | null {
  const asking: Asking = {
    authorization: undefined,
    origin: undefined,
    'accept-encoding': undefined,
    'if-none-match': undefined,
    'if-modified-since': undefined,
  }
  for (let at = 0; at < raw.length; at += 2) {
    if (!lengths.has(raw[at]!.length)) continue
    const name = raw[at]!.toLowerCase()
    if (
      name === 'authorization' ||
      name === 'origin' ||
      name === 'accept-encoding' ||
      name === 'if-none-match' ||
      name === 'if-modified-since'
    ) {
      if (asking[name] !== undefined) return null
      asking[name] = raw[at + 1]!
    }
  }
  return asking
}
