// The key file and what it seals: mailbox secrets, one-time-code secrets, the session key.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export type Keys = {
  /** AES-256-GCM under a key of its own: `v1.nonce.tag.text`, base64url. */
  seal: (plain: string) => string
  /** The reverse; throws a sentence when the key file is not the one that sealed it. */
  unseal: (sealed: string) => string
  /** Signs session cookies. */
  session: string
  /** HMAC-SHA-256 in hexadecimal, for fingerprints that must not be guessable. */
  fingerprint: (text: string) => string
}

/** Reads the key file, or makes it (32 random bytes, mode 0600). Refuses one that others can read. */
export function openKeys(file: string): Keys {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  }
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw new Error(`The key file ${file} can be read by others. Run: chmod 600 ${file}`)
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  if (key.length !== 32)
    throw new Error(`The key file ${file} is not a Postbag key. Put back the one from your backup.`)
  return keysFrom(key)
}

/** The keys drawn from 32 bytes (HKDF, RFC 5869), one for each use. */
export function keysFrom(key: Uint8Array): Keys {
  const draw = (use: string) => Buffer.from(hkdfSync('sha256', key, '', use, 32))
  const sealing = draw('seal')
  const fingerprinting = draw('fingerprint')
  return {
    seal(plain) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return ['v1', ...[nonce, cipher.getAuthTag(), text].map(each => each.toString('base64url'))].join('.')
    },
    unseal(sealed) {
      const [version, nonce, tag, text] = sealed.split('.')
      try {
        if (version !== 'v1') throw new Error('another version')
        const cipher = createDecipheriv('aes-256-gcm', sealing, Buffer.from(nonce!, 'base64url'))
        cipher.setAuthTag(Buffer.from(tag!, 'base64url'))
        return Buffer.concat([cipher.update(Buffer.from(text!, 'base64url')), cipher.final()]).toString('utf8')
      } catch {
        throw new Error('A stored secret cannot be opened: the key file is not the one that sealed it.')
      }
    },
    session: draw('session').toString('base64url'),
    fingerprint: text => createHmac('sha256', fingerprinting).update(text).digest('hex'),
  }
}
