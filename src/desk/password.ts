// Passwords: argon2id from node:crypto, kept as PHC strings with their parameters, and the rules for new ones.
import { argon2 as argon2WithCallback, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import pLimit from 'p-limit'
import { isStolen } from './stolen.ts'

const argon2 = promisify(argon2WithCallback)

type Cost = { memory: number; passes: number; parallelism: number }

/** 64 MiB, 3 passes, 4 lanes: about a tenth of a second. */
const cost: Cost = { memory: 65_536, passes: 3, parallelism: 4 }

// One hash takes 64 MiB, so this process makes two at a time, lets twenty wait, and sends the rest away.
const hashing = pLimit(2)
const mostWaiting = 20

/** Thrown when too many passwords are being checked at once: try again in a moment. */
export class TooBusy extends Error {}

/** The PHC string of a password: `$argon2id$v=19$m=65536,t=3,p=4$SALT$TAG`. Throws TooBusy. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await hash(password, salt, cost)
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(salt)}$${base64(tag)}`
}

/** Whether the password is the one that was hashed; null takes as long as a real one and is always false. Throws TooBusy. */
export async function matchesHash(password: string, phc: string | null): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(phc ?? '')
  if (!parts) {
    await hash(password, randomBytes(16), cost)
    return false
  }
  const [memory, passes, parallelism] = parts.slice(1, 4).map(Number) as [number, number, number]
  const kept = Buffer.from(parts[5]!, 'base64')
  const tag = await hash(password, Buffer.from(parts[4]!, 'base64'), { memory, passes, parallelism })
  return tag.length === kept.length && timingSafeEqual(tag, kept)
}

/** Whether a stored hash was made with less work than we ask today. */
export const isOutdated = (phc: string): boolean =>
  !phc.startsWith(`$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$`)

/**
 * What is wrong with a new password, as a sentence; null when it may be used. ASVS 6.2: at least 8 characters, no rules
 * of composition, none that is known to have been stolen, none that is only the newsroom's, the person's or the product's
 * own words. `stolen`: a file of stolen passwords (stolen.ts), beside the commonest of them, which we always have.
 */
export async function passwordFault(
  password: string,
  context: string[],
  stolen?: string | null,
): Promise<string | null> {
  const length = [...password].length
  if (length < 8) return 'Choose a longer password: at least 8 characters, better 15.'
  if (length > 500) return 'Choose a shorter password: at most 500 characters.'
  const plain = password.toLowerCase()
  const bare = plain.replace(/[^\p{L}]+/gu, '')
  if ((await commonest()).has(plain))
    return 'Choose another password: this one is among the commonest and is tried first.'
  if (stolen && isStolen(stolen, password))
    return 'Choose another password: this one was stolen elsewhere, and is tried by those who have it.'
  const own = context.flatMap(words => [words, ...words.split(/[^\p{L}\p{N}]+/u)])
  const known = new Set(['postbag', ...own].map(word => word.toLowerCase()).filter(word => word.length >= 4))
  if (known.has(plain) || known.has(bare)) return 'Choose another password: this one is made of your name or address.'
  return null
}

let commonestKnown: Promise<ReadonlySet<string>> | undefined

/** The commonest of what thieves have published, about fifty thousand; loaded when somebody first chooses one. */
const commonest = (): Promise<ReadonlySet<string>> =>
  (commonestKnown ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].map(String)),
  ))

function hash(password: string, nonce: Buffer, { memory, passes, parallelism }: Cost): Promise<Buffer> {
  if (hashing.pendingCount >= mostWaiting) throw new TooBusy('too many passwords are being checked at once')
  // NFC, so that the same password typed on another keyboard has the same bytes (RFC 8265 section 4.2).
  const message = password.normalize('NFC')
  return hashing(() => argon2('argon2id', { message, nonce, memory, passes, parallelism, tagLength: 32 }))
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
