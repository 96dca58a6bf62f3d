// Ids, random secrets and fingerprints.
import { hash, randomBytes, randomInt } from 'node:crypto'
import { v7 } from 'uuid'

const last = { at: -1, seq: 0 }

/**
 * A UUIDv7 (RFC 9562) made at `now` (epoch milliseconds): sortable, ours, not secret. Those of one process and one
 * millisecond sort in the order in which they were made (section 6.2, method 1).
 */
export function newId(now: number): string {
  last.seq = now === last.at ? last.seq + 1 : randomInt(2 ** 24)
  last.at = now
  return v7({ msecs: now, seq: last.seq })
}

/** A 256-bit secret as 43 URL-safe letters. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** SHA-256 in hexadecimal. */
export const sha256 = (bytes: string | Uint8Array) => hash('sha256', bytes, 'hex')
