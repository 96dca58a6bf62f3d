// Ids, random secrets and fingerprints.
import { hash, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

/** A UUIDv7 (RFC 9562) made at `now` (epoch milliseconds): sortable, ours, not secret. */
export const newId = (now: number) => v7({ msecs: now })

/** A 256-bit secret as 43 URL-safe letters. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** SHA-256 in hexadecimal. */
export const sha256 = (bytes: string | Uint8Array) => hash('sha256', bytes, 'hex')
